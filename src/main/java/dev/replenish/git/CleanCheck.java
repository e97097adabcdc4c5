package dev.replenish.git;

import dev.replenish.board.ProblemException;
import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.BlobId;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.EarlierVersions;
import dev.replenish.git.setup.GitProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Whether files are a tip's in the index and in the work tree, and how to go on where not. */
final class CleanCheck {
  private static final String CONFLICTS = "has conflicts";

  private final WorkTree workTree;
  private final WorkFiles files;
  private final IndexFile index;
  private final CommitTree tip;

  CleanCheck(WorkTree workTree, WorkFiles files, IndexFile index, CommitTree tip) {
    this.workTree = workTree;
    this.files = files;
    this.index = index;
    this.tip = tip;
  }

  /** Refuses, naming every file that is not. */
  void require(Collection<String> paths) {
    List<String> dirty = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String path : paths) {
      String difference = difference(path);
      if (difference != null) {
        dirty.add(path);
        found.add(path + " " + difference);
      }
    }
    if (!dirty.isEmpty()) {
      throw refusal(dirty, found);
    }
  }

  private @Nullable String difference(String path) {
    CommitTree.Entry committed = tip.entry(path);
    List<IndexFile.Entry> staged = index.entries(path);
    LineEndings endings = workTree.endings(index, tip, path);
    for (IndexFile.Entry entry : staged) {
      if (entry.stage() > 0) {
        return CONFLICTS;
      }
      if (entry.intentToAdd()) {
        return "is marked by git add --intent-to-add";
      }
    }
    if (committed == null) {
      return unexpected(staged, path);
    }
    if (staged.isEmpty()) {
      return "is staged for deletion";
    }
    IndexFile.Entry entry = staged.get(0);
    if (!entry.id().equals(committed.id()) || entry.mode() != committed.mode().getBits()) {
      return "has staged changes";
    }
    if (!files.isThere(path)) {
      return entry.skipWorktree() ? null : "is deleted in the work tree";
    }
    if (!workTree.isContent(tip, path, committed, endings)) {
      return "has changes that are not committed";
    }
    return workTree.hasMode(path, committed.mode()) ? null : "has a changed file mode";
  }

  private @Nullable String unexpected(List<IndexFile.Entry> staged, String path) {
    if (!staged.isEmpty() || index.hasFolder(path)) {
      return "is staged, but not committed";
    }
    return workTree.exists(path) ? "is in the work tree, but not in Git" : null;
  }

  /** Never advises to commit what an older commit has: that would take back what came since. */
  private ProblemException refusal(List<String> dirty, List<String> found) {
    if (found.stream().anyMatch(each -> each.endsWith(CONFLICTS))) {
      // Git stashes nothing while there are conflicts.
      return GitProblems.state(
          String.join("; ", found),
          "Resolve them, `git add` the files and commit; or take the merge back with `git reset"
              + " --merge`.");
    }
    String quoted = "'" + String.join("' '", dirty) + "'";
    String stash = "set it aside with `git stash push --include-untracked -- " + quoted + "`";
    List<String> staged = new ArrayList<>();
    boolean edited = false;
    String commit = "";
    for (String path : dirty) {
      String oldIndex = stagedFrom(path);
      String oldFile = fileFrom(path);
      if (oldIndex != null) {
        staged.add(path);
        commit = oldIndex;
      } else if (oldFile != null && commit.isEmpty()) {
        commit = oldFile;
      }
      edited |= oldFile == null;
    }
    if (commit.isEmpty() || (edited && staged.isEmpty())) {
      return GitProblems.state(String.join("; ", found), "Commit that, or " + stash + ".");
    }
    String old = " (as in " + commit + ": to commit that would take back what came since)";
    String restore =
        edited
            ? "git restore --staged -- '" + String.join("' '", staged) + "'"
            : "git restore --staged --worktree -- " + quoted;
    return GitProblems.state(
        String.join("; ", found) + old,
        "Go back to the last commit's content with `" + restore + "`, or " + stash + ".");
  }

  /** The older commit whose content is staged; null where it is the tip's or nobody's. */
  private @Nullable String stagedFrom(String path) {
    List<IndexFile.Entry> staged = index.entries(path);
    ObjectId id = staged.isEmpty() ? null : staged.get(0).id();
    CommitTree.Entry committed = tip.entry(path);
    boolean same = id == null ? committed == null : committed != null && id.equals(committed.id());
    return same || staged.size() > 1 ? null : EarlierVersions.find(tip, path, id);
  }

  /** The older commit whose content the work file has; "" for the tip's, null for nobody's. */
  private @Nullable String fileFrom(String path) {
    CommitTree.Entry committed = tip.entry(path);
    byte[] bytes = files.bytes(path);
    if (bytes == null || committed == null) {
      return committed == null ? null : EarlierVersions.find(tip, path, null);
    }
    LineEndings endings = workTree.endings(index, tip, path);
    if (workTree.isContent(tip, path, committed, endings)) {
      return "";
    }
    byte[] content = tip.bytes(path, committed.id());
    byte[] stored = endings.convert() ? endings.toRepository(bytes, content) : bytes;
    return EarlierVersions.find(tip, path, BlobId.of(stored));
  }
}
