package dev.replenish.git;

import dev.replenish.board.Uncommitted;
import dev.replenish.git.files.Locks;
import dev.replenish.git.objects.BranchRef;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.RefUpdate;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.OperationGuard;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Whether a branch can be committed to: in the work tree that has it checked out, or without one.
 */
final class BranchCheckout {
  private final Repository git;
  private final Layout layout;
  private final CommitTree tip;
  private final @Nullable WorkTree workTree;

  BranchCheckout(Repository git, Layout layout, CommitTree tip) {
    this.git = git;
    this.layout = layout;
    this.tip = tip;
    Path root = layout.workTree();
    this.workTree =
        root != null && tip.branch().equals(BranchRef.checkedOut(git))
            ? new WorkTree(layout, root)
            : null;
  }

  /** Refuses if {@link #begin} or {@link CommitSession#requireClean} would refuse. */
  void requireReady(Collection<String> paths) {
    requireUnlocked();
    if (workTree != null) {
      workTree.requireClean(workTree.readIndex(), tip, withoutRecovered(paths, workTree), false);
    }
  }

  /** Like {@link #requireReady}, but allows uncommitted edits; returns them, if there are any. */
  Optional<Uncommitted> uncommitted(Collection<String> paths) {
    requireUnlocked();
    return workTree == null
        ? Optional.empty()
        : workTree.uncommitted(workTree.readIndex(), tip, withoutRecovered(paths, workTree));
  }

  /**
   * The members of {@code paths} that recovery from an interrupted run would not bring up to date.
   */
  private Collection<String> withoutRecovered(Collection<String> paths, WorkTree workTree) {
    TreeSet<String> rest = new TreeSet<>(paths);
    rest.removeAll(Recovery.find(layout, git, workTree, tip).paths());
    return rest;
  }

  /** Begins a commit; takes the index lock if the branch is checked out in this work tree. */
  CommitSession begin(TestHooks hooks) {
    requireIdle();
    return workTree == null
        ? CommitSession.onBranch(git, layout, hooks, tip)
        : CommitSession.inWorkTree(git, layout, hooks, tip, workTree);
  }

  /** Whether an interrupted run left something that must be repaired. */
  boolean isInterrupted() {
    return workTree != null && Recovery.find(layout, git, workTree, tip).isNeeded();
  }

  private void requireUnlocked() {
    OperationGuard.requireNoQuarantine(layout);
    requireIdle();
    if (workTree != null) {
      Locks.requireFree(CommitPoint.indexLock(layout));
      Locks.requireFree(RefUpdate.headLock(layout));
    }
  }

  private void requireIdle() {
    if (workTree == null) {
      OperationGuard.requireNotCheckedOut(tip.branch(), layout.commonDir(), layout.isBare());
    } else {
      OperationGuard.requireOwnIndex(layout);
      OperationGuard.requireIdle(layout.gitDir());
    }
  }
}
