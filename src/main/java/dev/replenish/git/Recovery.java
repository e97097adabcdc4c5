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
 * Puts right what a killed run left: after its commit, index and work files are brought to it;
 * before it, the index is taken back. Found by the journal, or, if that is lost too, by a tip that
 * is ours above an index that is exactly its parent's. What counts is the tip as it is now: people
 * may have committed, switched or reset since.
 */
final class Recovery {
  private static final String TRAILER = "\nReplenish-Board: ";
  private static final int MOST_PATHS = 256;

  private final Layout layout;
  private final Repository git;
  private final WorkTree workTree;
  private final CommitTree tip;
  private final IndexFile index;
  private final @Nullable Journal journal;
  private final List<String> forward = new ArrayList<>();
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

  /** Looks for what an interrupted run left; changes nothing. */
  static Recovery find(Layout layout, Repository git, WorkTree workTree, CommitTree tip) {
    Recovery found = new Recovery(layout, git, workTree, tip);
    Journal journal = found.journal;
    if (journal == null) {
      found.lookWithoutJournal();
    } else if (!journal.holder().isGone() && !journal.holder().isSelf()) {
      throw GitProblems.locked(Journal.file(layout.gitDir()), journal.holder().toString());
    } else {
      found.look(journal);
    }
    return found;
  }

  private void look(Journal journal) {
    CommitTree before;
    CommitTree after;
    try {
      before = CommitTree.of(git, tip.branch(), journal.before());
      after = CommitTree.of(git, tip.branch(), journal.after());
    } catch (ProblemException e) {
      if (e.problem().code() == ErrorCode.REPOSITORY_STATE) {
        return; // the commit was never one of a branch, and its objects are cleaned away
      }
      throw e;
    }
    for (String path : journal.paths()) {
      CommitTree.Entry old = before.entry(path);
      CommitTree.Entry now = after.entry(path);
      CommitTree.Entry here = tip.entry(path);
      if (Objects.equals(here, now)) {
        lookForward(path, old, now);
      } else if (Objects.equals(here, old)) {
        lookBack(path, old, now);
      }
    }
  }

  private void lookForward(
      String path, CommitTree.@Nullable Entry from, CommitTree.@Nullable Entry to) {
    FileVersion staged = FileVersion.inIndex(index, path, from, to);
    FileVersion file = FileVersion.inWorkTree(workTree, index, tip, path, from, to);
    if (staged == FileVersion.OTHER || file == FileVersion.OTHER) {
      edited.add(path);
      if (staged == FileVersion.BEFORE) {
        indexOnly.add(path); // else the next `git commit` would take the commit back
      }
    } else if (staged == FileVersion.BEFORE || file == FileVersion.BEFORE) {
      forward.add(path);
    }
  }

  /** The branch has not moved, or was moved back; no run writes work files before it moves. */
  private void lookBack(
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

  private void lookWithoutJournal() {
    parent = indexIsOlder() ? parentOfOurs() : null;
    if (parent == null) {
      return;
    }
    CommitTree before = CommitTree.of(git, tip.branch(), parent);
    try {
      List<String> paths = TreeDiff.files(git, before.treeId(), tip.treeId(), MOST_PATHS);
      // Without a journal it must be all or nothing: else it is someone's own edit.
      if (paths.size() < MOST_PATHS && paths.stream().allMatch(p -> isBefore(before, p))) {
        forward.addAll(WriteOrder.of(paths, before, tip));
      }
    } catch (ProblemException e) {
      // Paths that are no plain files: not a commit of ours, whatever it says.
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

  private @Nullable ObjectId parentOfOurs() {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit commit = walk.parseCommit(tip.commitId());
      boolean ours = commit.getParentCount() == 1 && commit.getFullMessage().contains(TRAILER);
      return ours ? commit.getParent(0).toObjectId() : null;
    } catch (IOException e) {
      throw GitProblems.io("can't read the commit " + tip.commit(), e);
    }
  }

  private boolean indexIsOlder() {
    try {
      Path log = layout.commonDir().resolve("logs").resolve(tip.branch());
      Path ref = layout.commonDir().resolve(tip.branch());
      Path moved = Files.exists(log) ? log : ref;
      return Files.exists(moved)
          && Files.getLastModifiedTime(layout.index()).compareTo(Files.getLastModifiedTime(moved))
              < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The files that {@link #run} would put right. */
  List<String> paths() {
    List<String> paths = new ArrayList<>(forward);
    paths.addAll(indexOnly);
    paths.removeAll(edited);
    return paths;
  }

  /** Whether {@link #run} has something to do. */
  boolean isNeeded() {
    return journal != null || !forward.isEmpty();
  }

  /** Does it, under the index lock, and says so. */
  List<String> run() {
    if (!isNeeded()) {
      Journal.delete(layout.gitDir()); // one that nobody can read
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

  /** So that a run that is killed while it puts this right is put right as well. */
  private void writeJournal() throws IOException {
    LockOwner holder = LockOwner.current(workTree.nonce());
    ObjectId before = Objects.requireNonNull(parent);
    new Journal(holder, tip.branch(), before, tip.commitId(), forward)
        .write(layout.gitDir(), layout.shared());
  }

  private void finish(List<String> notices) throws IOException {
    for (String path : forward) {
      workTree.follow(index, tip, path);
    }
    for (String path : indexOnly) {
      workTree.followIndex(index, tip, path);
    }
    if (!forward.isEmpty() || !indexOnly.isEmpty()) {
      workTree.write(index);
      workTree.forgetIndex();
    }
    if (!forward.isEmpty()) {
      notices.add(
          "An earlier run was interrupted after its commit "
              + tip.commit().substring(0, 10)
              + "; finished it in "
              + String.join(", ", forward)
              + ".");
    }
  }
}
