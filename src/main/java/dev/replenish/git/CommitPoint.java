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
 * The moment in which a branch moves, and what has to be before it (CONTRIBUTING.md, "A commit,
 * step by step"): the journal, then the locks of the branch, then the new index.
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
   * The move of the branch of {@code tip} away from it.
   *
   * @param workTree the one that shows the branch, or null
   * @param locks those that hold its index, or null without one
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

  /** All that a run may lock. */
  static Locks locks(Layout layout, CommitTree tip) {
    SharedPermissions shared = layout.shared(); // first: it may be refused
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

  /** Moves the branch to a commit, or leaves everything as it was. */
  void move(CommitWriter.Written written, CommitTree next, List<String> paths, String message) {
    Locks taken = locks == null ? locks(layout, tip) : locks;
    RefUpdate move = new RefUpdate(git, layout, tip, taken);
    try {
      hooks.probe.reached(TestHooks.Step.OBJECTS_WRITTEN);
      if (workTree != null) {
        workTree.requireClean(workTree.readIndex(), tip, paths, true);
        writeJournal(workTree, written, paths);
      }
      move.lock(hooks.patience);
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

  /** What to say of a commit that failed; the index must not show that it had been made. */
  private ProblemException notMoved(
      RefUpdate move, CommitWriter.Written written, List<String> paths, ProblemException refusal) {
    String kept = "";
    if (move.isOutcomeUnknown()) {
      kept = "Whether the commit " + written.id().name() + " is made is not known";
    } else if (workTree != null && !takeBack(workTree, paths)) {
      kept = "The branch has not moved";
    }
    return kept.isEmpty()
        ? refusal
        : refusal
            .problem()
            .keeping(kept + "; the next run puts index and files right.")
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
   * Shows the commit in the index before the branch moves: `git commit` reads HEAD first and then
   * the index, so that whoever sees the new commit can't take its files back by an old index.
   */
  private void publish(WorkTree files, CommitTree next, List<String> paths) throws IOException {
    if (locks == null || !locks.holds(indexLock(layout))) {
      throw GitProblems.locked(
          indexLock(layout), "another process: the lock of this run was removed");
    }
    IndexFile index = files.readIndex();
    for (String path : paths) {
      files.followIndex(index, next, path);
    }
    published = true;
    files.write(index);
    hooks.probe.reached(TestHooks.Step.INDEX_PUBLISHED);
  }

  /** Puts the index right where the branch has not moved; whether that came to its end. */
  private boolean takeBack(WorkTree files, List<String> paths) {
    try {
      if (published) {
        IndexFile index = files.readIndex();
        for (String path : paths) {
          files.followIndex(index, tip, path);
        }
        files.write(index);
      }
      Journal.delete(layout.gitDir());
      return true;
    } catch (IOException | ProblemException e) {
      return false; // the journal stays
    } finally {
      files.forgetIndex();
    }
  }
}
