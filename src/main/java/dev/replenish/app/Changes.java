package dev.replenish.app;

import dev.replenish.git.Change;
import dev.replenish.git.UnifiedDiff;
import dev.replenish.plan.FileChange;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a plan's changes: a commit, or a diff. */
final class Changes {
  private Changes() {}

  /** The changes as the repository takes them. */
  static List<Change> toCommit(List<FileChange> changes) {
    List<Change> all = new ArrayList<>();
    for (FileChange change : changes) {
      all.add(new Change(change.path(), change.after()));
    }
    return all;
  }

  /** The changes as {@code git diff} shows them; empty where nothing changes. */
  static String diff(List<FileChange> changes) {
    StringBuilder diff = new StringBuilder();
    for (FileChange change : changes) {
      boolean created = change.edits().isEmpty();
      diff.append(UnifiedDiff.of(change.path(), change.before(), change.after(), created));
    }
    return diff.toString();
  }
}
