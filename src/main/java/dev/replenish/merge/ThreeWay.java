package dev.replenish.merge;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A value in three versions.
 *
 * @param base the version that both sides began with
 * @param <T> the type of the value
 */
record ThreeWay<T>(T base, T ours, T theirs) {

  /** The side that a merged value is from. */
  enum Origin {
    /** Both sides have it. */
    BOTH,
    OURS,
    THEIRS,
    /** Each side has changed it in its own way. */
    CONFLICT
  }

  Origin origin() {
    if (ours.equals(theirs)) {
      return Origin.BOTH;
    }
    if (theirs.equals(base)) {
      return Origin.OURS;
    }
    return ours.equals(base) ? Origin.THEIRS : Origin.CONFLICT;
  }

  /** The merged value; empty if both sides have changed it differently. */
  Optional<T> merged() {
    return switch (origin()) {
      case BOTH, OURS -> Optional.of(ours);
      case THEIRS -> Optional.of(theirs);
      case CONFLICT -> Optional.empty();
    };
  }

  <R> ThreeWay<R> map(Function<T, R> part) {
    return new ThreeWay<>(part.apply(base), part.apply(ours), part.apply(theirs));
  }

  boolean any(Predicate<T> wanted) {
    return wanted.test(base) || wanted.test(ours) || wanted.test(theirs);
  }
}
