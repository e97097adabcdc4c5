package dev.replenish.git;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** Finds the lines that two texts share, as {@code git diff --histogram} does. */
public final class LineMatches {
  private LineMatches() {}

  /** For each line of {@code before} its index in {@code after}, or -1; the indexes ascend. */
  public static int[] of(List<String> before, List<String> after) {
    int[] matches = new int[before.size()];
    Arrays.fill(matches, -1);
    int beforeAt = 0;
    int afterAt = 0;
    for (Edit edit : new HistogramDiff().diff(Same.INSTANCE, new Lines(before), new Lines(after))) {
      while (beforeAt < edit.getBeginA()) {
        matches[beforeAt++] = afterAt++;
      }
      beforeAt = edit.getEndA();
      afterAt = edit.getEndB();
    }
    while (beforeAt < matches.length) {
      matches[beforeAt++] = afterAt++;
    }
    return matches;
  }

  private static final class Lines extends Sequence {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public int size() {
      return lines.size();
    }
  }

  private static final class Same extends SequenceComparator<Lines> {
    private static final Same INSTANCE = new Same();

    @Override
    public boolean equals(Lines a, int ai, Lines b, int bi) {
      return a.lines.get(ai).equals(b.lines.get(bi));
    }

    @Override
    public int hash(Lines seq, int ptr) {
      return seq.lines.get(ptr).hashCode();
    }
  }
}
