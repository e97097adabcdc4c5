package dev.replenish.git;

import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.CommitTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of two committed versions a file matches; used to finish an interrupted run. */
enum FileVersion {
  BEFORE,
  AFTER,
  OTHER;

  /** The version in the index. */
  static FileVersion inIndex(
      IndexFile index,
      String path,
      CommitTree.@Nullable Entry before,
      CommitTree.@Nullable Entry after) {
    List<IndexFile.Entry> staged = index.entries(path);
    if (isEntry(staged, after)) {
      return AFTER;
    }
    return isEntry(staged, before) ? BEFORE : OTHER;
  }

  private static boolean isEntry(List<IndexFile.Entry> staged, CommitTree.@Nullable Entry wanted) {
    if (wanted == null) {
      return staged.isEmpty();
    }
    return staged.size() == 1
        && staged.get(0).stage() == 0
        && staged.get(0).id().equals(wanted.id())
        && staged.get(0).mode() == wanted.mode().getBits();
  }

  /** The version in the work tree. */
  static FileVersion inWorkTree(
      WorkTree workTree,
      IndexFile index,
      CommitTree tip,
      String path,
      CommitTree.@Nullable Entry before,
      CommitTree.@Nullable Entry after) {
    if (!workTree.isRegularFile(path)) {
      boolean skipped = workTree.isSkipped(index, path);
      return skipped || after == null ? AFTER : before == null ? BEFORE : OTHER;
    }
    LineEndings endings = workTree.endings(index, tip, path);
    if (after != null && workTree.isContent(tip, path, after, endings)) {
      return AFTER;
    }
    boolean old = before != null && workTree.isContent(tip, path, before, endings);
    return old ? BEFORE : OTHER;
  }
}
