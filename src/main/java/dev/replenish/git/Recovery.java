package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.files.LockOwner;
import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.TreeDiff;
import dev.replenish.git.objects.WriteOrder;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Repairs what a killed run left: if its commit was made, updates index and work files to it; else
 * restores the index. Finds the run by its journal or, if that is lost too, by a tip that Replenish
 * committed while the index is exactly its parent's. The current tip decides, because the user may
 * have committed, switched or reset meanwhile.
 */
final class Recovery {
  private static final String TRAILER = "\nReplenish-Board: ";
  private static final int MAX_PATHS = 256;

  private final Layout layout;
  private final Repository git;
  private final WorkTree workTree;
  private final CommitTree tip;
  private final IndexFile index;
  private final @Nullable Journal journal;
  private final List<String> toUpdate = new ArrayList<>();
  private final List<String> indexOnly = new ArrayList<>();
  private final List<String> edited = new ArrayList<>();
  private @Nullable ObjectId parent;

  private Recovery(Layout layout, Repository git, WorkTree workTree, CommitTree tip) {
    this.layout = layout;
    this.git = git;
    this.workTree = workTree;
    this.tip = tip;
    this.index = workTree.readIndex();
    this.journal = Journal.read(layout.gitDir());
  }

  /** Looks for the leftovers of an interrupted run; changes nothing. */
  static Recovery find(Layout layout, Repository git, WorkTree workTree, CommitTree tip) {
    Recovery found = new Recovery(layout, git, workTree, tip);
    Journal journal = found.journal;
    if (journal == null) {
      found.inspectWithoutJournal();
    } else if (!journal.holder().isGone() && !journal.holder().isSelf()) {
      throw GitProblems.locked(Journal.file(layout.gitDir()), journal.holder().toString());
    } else {
      found.inspect(journal);
    }
    return found;
  }

  private void inspect(Journal journal) {
    CommitTree before;
    CommitTree after;
    try {
      before = CommitTree.of(git, tip.branch(), journal.before());
      after = CommitTree.of(git, tip.branch(), journal.after());
    } catch (ProblemException e) {
      if (e.problem().code() == ErrorCode.REPOSITORY_STATE) {
        return; // the branch never moved to the commit, and `git gc` has removed its objects
      }
      throw e;
    }
    for (String path : journal.paths()) {
      CommitTree.Entry old = before.entry(path);
      CommitTree.Entry now = after.entry(path);
      CommitTree.Entry here = tip.entry(path);
      if (Objects.equals(here, now)) {
        inspectCommitted(path, old, now);
      } else if (Objects.equals(here, old)) {
        inspectNotCommitted(path, old, now);
      }
    }
  }

  private void inspectCommitted(
      String path, CommitTree.@Nullable Entry from, CommitTree.@Nullable Entry to) {
    FileVersion staged = FileVersion.inIndex(index, path, from, to);
    FileVersion file = FileVersion.inWorkTree(workTree, index, tip, path, from, to);
    if (staged == FileVersion.OTHER || file == FileVersion.OTHER) {
      edited.add(path);
      if (staged == FileVersion.BEFORE) {
        indexOnly.add(path); // else the next `git commit` would revert the commit
      }
    } else if (staged == FileVersion.BEFORE || file == FileVersion.BEFORE) {
      toUpdate.add(path);
    }
  }

  /**
   * For a branch that has not moved, or was moved back. No run writes work files before it moves.
   */
  private void inspectNotCommitted(
      String path, CommitTree.@Nullable Entry old, CommitTree.@Nullable Entry now) {
    FileVersion file = FileVersion.inWorkTree(workTree, index, tip, path, old, now);
    if (FileVersion.inIndex(index, path, old, now) == FileVersion.AFTER
        && (file != FileVersion.AFTER || workTree.isLeftOut(index, path))) {
      indexOnly.add(path);
      if (file == FileVersion.OTHER) {
        edited.add(path);
      }
    }
  }

  private void inspectWithoutJournal() {
    parent = indexIsOlder() ? parentOfOwnCommit() : null;
    if (parent == null) {
      return;
    }
    CommitTree before = CommitTree.of(git, tip.branch(), parent);
    try {
      List<String> paths = TreeDiff.files(git, before.treeId(), tip.treeId(), MAX_PATHS);
      // Without a journal all files must match the parent: else this is the user's own edit.
      if (paths.size() < MAX_PATHS && paths.stream().allMatch(p -> isBefore(before, p))) {
        toUpdate.addAll(WriteOrder.of(paths, before, tip));
      }
    } catch (ProblemException e) {
      // Paths that are not regular files: not a commit of Replenish, despite its trailer.
    } catch (IOException e) {
      throw GitProblems.io("can't compare " + parent.name() + " with its successor", e);
    }
  }

  private boolean isBefore(CommitTree before, String path) {
    CommitTree.Entry from = before.entry(path);
    CommitTree.Entry to = tip.entry(path);
    return to != null
        && FileVersion.inIndex(index, path, from, to) == FileVersion.BEFORE
        && FileVersion.inWorkTree(workTree, index, tip, path, from, to) == FileVersion.BEFORE;
  }

  private @Nullable ObjectId parentOfOwnCommit() {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit commit = walk.parseCommit(tip.commitId());
      boolean own = commit.getParentCount() == 1 && commit.getFullMessage().contains(TRAILER);
      return own ? commit.getParent(0).toObjectId() : null;
    } catch (IOException e) {
      throw GitProblems.io("can't read the commit " + tip.commit(), e);
    }
  }

  private boolean indexIsOlder() {
    try {
      Path log = layout.commonDir().resolve("logs").resolve(tip.branch());
      Path ref = layout.commonDir().resolve(tip.branch());
      Path movedFile = Files.exists(log) ? log : ref;
      return Files.exists(movedFile)
          && Files.getLastModifiedTime(layout.index())
                  .compareTo(Files.getLastModifiedTime(movedFile))
              < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The files that {@link #run} would repair. */
  List<String> paths() {
    List<String> paths = new ArrayList<>(toUpdate);
    paths.addAll(indexOnly);
    paths.removeAll(edited);
    return paths;
  }

  /** Whether {@link #run} has anything to repair. */
  boolean isNeeded() {
    return journal != null || !toUpdate.isEmpty();
  }

  /** Repairs the files; the caller holds the index lock. Returns notices that say so. */
  List<String> run() {
    if (!isNeeded()) {
      Journal.delete(layout.gitDir()); // there may be one that can't be read
      return List.of();
    }
    List<String> notices = new ArrayList<>();
    try {
      if (journal == null) {
        writeJournal();
      } else {
        workTree.adopt(journal.holder().nonce());
        for (String path : journal.paths()) {
          workTree.sweep(path);
        }
      }
      finish(notices);
    } catch (IOException e) {
      throw GitProblems.unfinished(ErrorCode.IO, tip.commit(), GitProblems.reason(e), e);
    }
    for (String path : edited) {
      notices.add(
          path + " was edited after an interrupted run and is left as it is; see `git diff HEAD`.");
    }
    Journal.delete(layout.gitDir());
    return notices;
  }

  /** Lets the next run finish this repair if it is killed as well. */
  private void writeJournal() throws IOException {
    LockOwner holder = LockOwner.current(workTree.nonce());
    ObjectId before = Objects.requireNonNull(parent);
    new Journal(holder, tip.branch(), before, tip.commitId(), toUpdate)
        .write(layout.gitDir(), layout.shared());
  }

  private void finish(List<String> notices) throws IOException {
    for (String path : toUpdate) {
      workTree.checkOut(index, tip, path);
    }
    for (String path : indexOnly) {
      workTree.updateIndex(index, tip, path);
    }
    if (!toUpdate.isEmpty() || !indexOnly.isEmpty()) {
      workTree.write(index);
      workTree.forgetIndex();
    }
    if (!toUpdate.isEmpty()) {
      notices.add(
          "An earlier run was interrupted after its commit "
              + tip.commit().substring(0, 10)
              + "; finished it in "
              + String.join(", ", toUpdate)
              + ".");
    }
  }
}
