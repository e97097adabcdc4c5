package dev.replenish.git;

import dev.replenish.board.ProblemException;
import dev.replenish.git.files.LockOwner;
import dev.replenish.git.files.Locks;
import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.CommitWriter;
import dev.replenish.git.objects.RefUpdate;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The moment a branch moves, and what must happen before it (docs/architecture.md, "A commit, step
 * by step"): the journal, then the locks of the branch, then the new index.
 */
final class CommitPoint {
  private final Repository git;
  private final Layout layout;
  private final TestHooks hooks;
  private final CommitTree tip;
  private final @Nullable WorkTree workTree;
  private final @Nullable Locks locks;
  private boolean published;

  /**
   * Will move the branch of {@code tip} to another commit.
   *
   * @param workTree the work tree that has the branch checked out, or null
   * @param locks the locks that hold its index, or null without a work tree
   */
  CommitPoint(
      Repository git,
      Layout layout,
      TestHooks hooks,
      CommitTree tip,
      @Nullable WorkTree workTree,
      @Nullable Locks locks) {
    this.git = git;
    this.layout = layout;
    this.hooks = hooks;
    this.tip = tip;
    this.workTree = workTree;
    this.locks = locks;
  }

  /** All locks that a run may take. */
  static Locks locks(Layout layout, CommitTree tip) {
    SharedPermissions shared = layout.shared(); // first: an invalid setting is refused here
    Locks locks =
        Locks.of(
            layout.commonDir(),
            indexLock(layout),
            RefUpdate.branchLock(layout, tip.branch()),
            RefUpdate.headLock(layout));
    locks.share(shared);
    return locks;
  }

  static Path indexLock(Layout layout) {
    return layout.index().resolveSibling(layout.index().getFileName() + ".lock");
  }

  /** Moves the branch to a commit; if that fails, everything stays as it was. */
  void move(CommitWriter.Written written, CommitTree next, List<String> paths, String message) {
    Locks taken = locks == null ? locks(layout, tip) : locks;
    RefUpdate move = new RefUpdate(git, layout, tip, taken);
    try {
      hooks.probe.reached(TestHooks.Step.OBJECTS_WRITTEN);
      if (workTree != null) {
        workTree.requireClean(workTree.readIndex(), tip, paths, true);
        writeJournal(workTree, written, paths);
      }
      move.lock(hooks.lockTimeout);
      hooks.probe.reached(TestHooks.Step.BRANCH_LOCKED);
      if (workTree != null) {
        publish(workTree, next, paths);
      }
      move.to(written, subject(message));
    } catch (IOException e) {
      throw notMoved(move, written, paths, GitProblems.io("can't prepare the commit", e));
    } catch (ProblemException e) {
      throw notMoved(move, written, paths, e);
    } finally {
      move.unlock();
      if (locks == null) {
        taken.close();
      }
    }
  }

  /** The problem to report if the branch did not move; the index must not show the commit then. */
  private ProblemException notMoved(
      RefUpdate move, CommitWriter.Written written, List<String> paths, ProblemException refusal) {
    String kept = "";
    if (move.isOutcomeUnknown()) {
      kept = "Whether the commit " + written.id().name() + " is made is not known";
    } else if (workTree != null && !restoreIndex(workTree, paths)) {
      kept = "The branch has not moved";
    }
    return kept.isEmpty()
        ? refusal
        : refusal
            .problem()
            .keeping(kept + "; the next run repairs index and files.")
            .refusal(refusal);
  }

  private static String subject(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private void writeJournal(WorkTree files, CommitWriter.Written written, List<String> paths)
      throws IOException {
    LockOwner holder = LockOwner.current(files.nonce());
    new Journal(holder, tip.branch(), tip.commitId(), written.id(), paths)
        .write(layout.gitDir(), layout.shared());
    hooks.probe.reached(TestHooks.Step.JOURNAL_WRITTEN);
  }

  /**
   * Writes the commit's entries to the index before the branch moves: {@code git commit} reads HEAD
   * first and then the index, so a process that sees the new commit can't revert its files from an
   * old index.
   */
  private void publish(WorkTree files, CommitTree next, List<String> paths) throws IOException {
    if (locks == null || !locks.holds(indexLock(layout))) {
      throw GitProblems.locked(
          indexLock(layout), "another process: the lock of this run was removed");
    }
    IndexFile index = files.readIndex();
    for (String path : paths) {
      files.updateIndex(index, next, path);
    }
    published = true;
    files.write(index);
    hooks.probe.reached(TestHooks.Step.INDEX_PUBLISHED);
  }

  /** Restores the index if the branch has not moved; returns whether that succeeded. */
  private boolean restoreIndex(WorkTree files, List<String> paths) {
    try {
      if (published) {
        IndexFile index = files.readIndex();
        for (String path : paths) {
          files.updateIndex(index, tip, path);
        }
        files.write(index);
      }
      Journal.delete(layout.gitDir());
      return true;
    } catch (IOException | ProblemException e) {
      return false; // keep the journal for the next run
    } finally {
      files.forgetIndex();
    }
  }
}
