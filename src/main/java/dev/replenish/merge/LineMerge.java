package dev.replenish.merge;

import dev.replenish.merge.ThreeWay.Origin;
import java.util.ArrayList;
import java.util.List;

/** Merges lines three ways, as diff3 does. */
final class LineMerge {
  private final List<String> base;
  private final List<String> ours;
  private final List<String> theirs;
  private final int[] inOurs;
  private final int[] inTheirs;
  private final List<Piece> pieces = new ArrayList<>();

  /** A stretch of the result: the lines of each side, from (inclusive) to (exclusive). */
  record Piece(Origin origin, int oursFrom, int oursTo, int theirsFrom, int theirsTo) {}

  LineMerge(ThreeWay<List<String>> lines, LineDiff diff) {
    this.base = lines.base();
    this.ours = lines.ours();
    this.theirs = lines.theirs();
    this.inOurs = diff.matches(base, ours);
    this.inTheirs = diff.matches(base, theirs);
    run();
  }

  /** The result, in order. */
  List<Piece> pieces() {
    return pieces;
  }

  boolean isClean() {
    return pieces.stream().noneMatch(piece -> piece.origin() == Origin.CONFLICT);
  }

  /**
   * Whether a place is unmoved that has {@code old} lines above it in the base and {@code at} in
   * ours.
   */
  boolean staysInOurs(int old, int at) {
    return stays(inOurs, old, at);
  }

  private static boolean stays(int[] matches, int old, int at) {
    for (int i = old - 1; i >= 0; i--) {
      if (matches[i] >= 0) {
        if (matches[i] >= at) {
          return false;
        }
        break;
      }
    }
    for (int i = old; i < matches.length; i++) {
      if (matches[i] >= 0) {
        return matches[i] >= at;
      }
    }
    return true;
  }

  private void run() {
    int from = 0;
    int ourFrom = 0;
    int theirFrom = 0;
    for (int i = 0; i <= base.size(); i++) {
      boolean end = i == base.size();
      if (!end && (inOurs[i] < 0 || inTheirs[i] < 0)) {
        continue;
      }
      int ourTo = end ? ours.size() : inOurs[i];
      int theirTo = end ? theirs.size() : inTheirs[i];
      changed(from, i, ourFrom, ourTo, theirFrom, theirTo);
      if (!end) {
        pieces.add(new Piece(Origin.BOTH, ourTo, ourTo + 1, theirTo, theirTo + 1));
      }
      from = i + 1;
      ourFrom = ourTo + 1;
      theirFrom = theirTo + 1;
    }
  }

  private void changed(int from, int to, int ourFrom, int ourTo, int theirFrom, int theirTo) {
    if (ourFrom == ourTo && theirFrom == theirTo) {
      return;
    }
    Origin origin =
        new ThreeWay<>(
                base.subList(from, to),
                ours.subList(ourFrom, ourTo),
                theirs.subList(theirFrom, theirTo))
            .origin();
    if (origin == Origin.CONFLICT) {
      conflict(ourFrom, ourTo, theirFrom, theirTo);
    } else {
      pieces.add(new Piece(origin, ourFrom, ourTo, theirFrom, theirTo));
    }
  }

  /** Adds a conflict without the lines that both sides begin or end with. */
  private void conflict(int ourFrom, int ourTo, int theirFrom, int theirTo) {
    int shared = Math.min(ourTo - ourFrom, theirTo - theirFrom);
    int head = 0;
    while (head < shared && ours.get(ourFrom + head).equals(theirs.get(theirFrom + head))) {
      head++;
    }
    int tail = 0;
    while (tail < shared - head
        && ours.get(ourTo - 1 - tail).equals(theirs.get(theirTo - 1 - tail))) {
      tail++;
    }
    both(ourFrom, theirFrom, head);
    pieces.add(
        new Piece(Origin.CONFLICT, ourFrom + head, ourTo - tail, theirFrom + head, theirTo - tail));
    both(ourTo - tail, theirTo - tail, tail);
  }

  private void both(int ourFrom, int theirFrom, int length) {
    if (length > 0) {
      pieces.add(new Piece(Origin.BOTH, ourFrom, ourFrom + length, theirFrom, theirFrom + length));
    }
  }
}
