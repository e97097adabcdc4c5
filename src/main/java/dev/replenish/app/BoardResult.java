package dev.replenish.app;

import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command for one board, or the problem that prevented it: a board that fails does
 * not stop the others.
 *
 * @param <T> the result
 */
public final class BoardResult<T> {
  private final String board;
  private final @Nullable T result;
  private final @Nullable ProblemException refusal;

  private BoardResult(String board, @Nullable T result, @Nullable ProblemException refusal) {
    this.board = board;
    this.result = result;
    this.refusal = refusal;
  }

  /** Runs {@code work} for {@code board}; catches a refusal. */
  public static <T> BoardResult<T> of(String board, Supplier<T> work) {
    try {
      return new BoardResult<>(board, work.get(), null);
    } catch (ProblemException refusal) {
      return new BoardResult<>(board, null, refusal);
    }
  }

  /** Runs {@code work} for each of {@code boards}, in their order. */
  public static <T> List<BoardResult<T>> each(Collection<String> boards, Function<String, T> work) {
    List<BoardResult<T>> outcomes = new ArrayList<>();
    for (String board : boards) {
      outcomes.add(of(board, () -> work.apply(board)));
    }
    return outcomes;
  }

  /** Runs {@code work} for each of {@code boards} with the value of its entry. */
  public static <V, T> List<BoardResult<T>> each(
      Map<String, V> boards, BiFunction<String, V, T> work) {
    List<BoardResult<T>> outcomes = new ArrayList<>();
    for (Map.Entry<String, V> entry : boards.entrySet()) {
      String board = entry.getKey();
      outcomes.add(of(board, () -> work.apply(board, entry.getValue())));
    }
    return outcomes;
  }

  /** The board's folder; {@code .} for the root. */
  public String board() {
    return board;
  }

  /** The result, if there is one. */
  public Optional<T> result() {
    return Optional.ofNullable(result);
  }

  /**
   * Returns the result.
   *
   * @throws ProblemException if there is none
   */
  public T orThrow() {
    return result().orElseThrow(() -> refusal().orElseThrow());
  }

  /** The problem, if there is no result. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(refusal).map(ProblemException::problem);
  }

  /** The refusal with its cause, for {@code -v}. */
  public Optional<ProblemException> refusal() {
    return Optional.ofNullable(refusal);
  }
}
