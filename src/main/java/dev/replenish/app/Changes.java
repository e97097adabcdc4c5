package dev.replenish.app;

import dev.replenish.git.UnifiedDiff;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.Tree;
import dev.replenish.plan.FileChange;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns a plan's changes into the changes of a commit, or into a diff. */
final class Changes {
  private Changes() {}

  /** Converts the changes to those of a commit on top of {@code tip}. */
  static List<Change> toCommit(Tree tip, List<FileChange> changes) {
    List<Change> all = new ArrayList<>();
    for (FileChange change : changes) {
      byte[] byteOrderMark =
          change.edits().isEmpty() ? byteOrderMark(tip, change.path()) : new byte[0];
      byte[] bytes = change.after();
      if (byteOrderMark.length > 0) {
        bytes = Arrays.copyOf(byteOrderMark, byteOrderMark.length + change.after().length);
        System.arraycopy(change.after(), 0, bytes, byteOrderMark.length, change.after().length);
      }
      all.add(new Change(change.path(), bytes));
    }
    return all;
  }

  /** The byte order mark of a file that holds nothing else; such a file counts as missing. */
  private static byte[] byteOrderMark(Tree tip, String path) {
    return tip.read(path)
        .filter(file -> SourceText.of(path, file.id(), file.bytes()).isEmpty())
        .map(Blob::bytes)
        .orElse(new byte[0]);
  }

  /** The changes as {@code git diff} shows them; empty if nothing changes. */
  static String diff(List<FileChange> changes) {
    StringBuilder diff = new StringBuilder();
    changes.forEach(change -> diff.append(diff(change)));
    return diff.toString();
  }

  private static String diff(FileChange change) {
    boolean created = change.edits().isEmpty();
    return UnifiedDiff.of(change.path(), change.before(), change.after(), created);
  }

  /** How many lines a change removes and adds, as {@code git diff --stat} counts them. */
  static RunResult.LineCount count(FileChange change) {
    int removed = 0;
    int added = 0;
    int headings = 2;
    for (String line : diff(change).split("\n")) {
      boolean heading = headings > 0;
      headings -= line.startsWith("--- ") || line.startsWith("+++ ") ? 1 : 0;
      removed += !heading && line.startsWith("-") ? 1 : 0;
      added += !heading && line.startsWith("+") ? 1 : 0;
    }
    return new RunResult.LineCount(change.path(), removed, added);
  }
}
