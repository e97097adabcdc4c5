package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.files.Locks;
import dev.replenish.git.files.TemporaryFiles;
import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.BranchRef;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.CommitWriter;
import dev.replenish.git.objects.Committed;
import dev.replenish.git.objects.RefUpdate;
import dev.replenish.git.objects.WriteOrder;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.OperationGuard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The right to commit to one branch, held until closed. In a work tree it is the index lock; a
 * branch that is not checked out needs no lock, because the branch moves by a compare-and-swap.
 */
public final class CommitSession implements AutoCloseable {
  private final Repository git;
  private final Layout layout;
  private final TestHooks hooks;
  private final @Nullable WorkTree workTree;
  private final @Nullable Locks locks;
  private final List<String> notices = new ArrayList<>();
  private final ReentrantLock guard = new ReentrantLock();
  private final Release release = new Release(guard, this::close);
  private CommitTree tip;
  private CommitTree before;
  private boolean closed;

  private CommitSession(
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
    this.before = tip;
    this.workTree = workTree;
    this.locks = locks;
    release.register();
  }

  /** Begins on a branch that is not checked out in any work tree. */
  static CommitSession onBranch(Repository git, Layout layout, TestHooks hooks, CommitTree tip) {
    sweep(git, layout);
    return new CommitSession(git, layout, hooks, tip, null, null);
  }

  /** Begins in the work tree; first finishes what an interrupted run left undone. */
  static CommitSession inWorkTree(
      Repository git, Layout layout, TestHooks hooks, CommitTree tip, WorkTree workTree) {
    sweep(git, layout);
    Locks locks = CommitPoint.locks(layout, tip);
    CommitSession session = new CommitSession(git, layout, hooks, tip, workTree, locks);
    try {
      locks.await(CommitPoint.indexLock(layout), hooks.lockTimeout);
      hooks.probe.reached(TestHooks.Step.LOCKED);
      OperationGuard.requireIdle(layout.gitDir()); // an operation may have begun during the wait
      session.tip = BranchRef.tip(git, layout, Optional.empty());
      if (!session.tip.branch().equals(tip.branch())) {
        throw RefUpdate.moved("HEAD has changed to another branch");
      }
      session.notices.addAll(Recovery.find(layout, git, workTree, session.tip).run());
      return session;
    } catch (IOException e) {
      session.close();
      throw GitProblems.io("can't begin", e);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /** Removes the leftovers of killed runs, but nothing that is in use. */
  static void sweep(Repository git, Layout layout) {
    TemporaryFiles.sweep(layout.commonDir(), layout.commonDir());
    if (!layout.gitDir().equals(layout.commonDir())) {
      TemporaryFiles.sweep(layout.gitDir(), layout.commonDir());
    }
    ObjectDirectory objects = (ObjectDirectory) git.getObjectDatabase();
    TemporaryFiles.sweep(objects.getDirectory().toPath(), layout.commonDir());
  }

  /** The branch's tip, which each commit advances. */
  public CommitTree tip() {
    return tip;
  }

  /** What the user should know, such as that an interrupted run was finished. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /**
   * Refuses unless these files match the tip in the index and in the work tree.
   *
   * @throws ProblemException {@code REPOSITORY_STATE}, naming every file that differs
   */
  public void requireClean(Collection<String> paths) {
    if (workTree != null) {
      workTree.requireClean(workTree.readIndex(), tip, paths, true);
    }
  }

  /**
   * Commits the changes on top of the tip and updates index and work files.
   *
   * @throws ProblemException {@code CONFLICT} if the branch has moved meanwhile; {@code
   *     REPOSITORY_STATE} if a file was changed meanwhile or no author is configured; {@code IO}
   *     with what was kept
   */
  public Committed commit(List<Change> changes, String message, AuthorOverride author) {
    List<String> paths = new ArrayList<>();
    for (Change change : changes) {
      paths.add(change.path());
    }
    List<Change> stored =
        workTree == null
            ? NewFiles.stored(layout, tip, changes)
            : NewFiles.stored(workTree, tip, changes);
    CommitWriter.Written written =
        new CommitWriter(git, layout).write(tip, stored, message, author);
    CommitTree next = tip.next(written);
    List<String> ordered = ordered(paths, next);
    guard.lock(); // from here on, a shutdown waits for the commit to end
    try {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      moveBranch(written, next, ordered, message);
      return new Committed(written.id().name(), updateFiles(ordered));
    } finally {
      guard.unlock();
    }
  }

  /**
   * Moves the branch forward to a commit that the remote already has, and updates index and work
   * files.
   *
   * @param from the branch's commit when the caller found the move safe
   * @param paths the files that differ between the two commits
   */
  public void forward(ObjectId from, CommitWriter.Written to, List<String> paths, String message) {
    guard.lock();
    try {
      if (closed || !tip.commitId().equals(from)) {
        throw GitProblems.state("it has moved meanwhile", "Run `git pull`.");
      }
      CommitTree next = tip.next(to);
      List<String> ordered = ordered(paths, next);
      moveBranch(to, next, ordered, message);
      notices.addAll(updateFiles(ordered));
    } finally {
      guard.unlock();
    }
  }

  /**
   * The paths in writing order. Reads all that is needed of the new commit before anything changes.
   */
  private List<String> ordered(List<String> paths, CommitTree next) {
    return workTree == null ? paths : WriteOrder.of(paths, tip, next);
  }

  private void moveBranch(
      CommitWriter.Written written, CommitTree next, List<String> paths, String message) {
    new CommitPoint(git, layout, hooks, tip, workTree, locks).move(written, next, paths, message);
    before = tip;
    tip = next;
  }

  /**
   * Updates index and work files after the commit point. If that fails, the commit stays.
   *
   * @return one notice for each file that was edited meanwhile
   */
  private List<String> updateFiles(List<String> paths) {
    if (workTree == null) {
      return List.of();
    }
    try {
      return updateFiles(workTree, paths);
    } catch (IOException e) {
      throw GitProblems.unfinished(ErrorCode.IO, tip.commit(), GitProblems.reason(e), e);
    } catch (ProblemException e) {
      throw GitProblems.unfinished(ErrorCode.IO, tip.commit(), e.problem().message(), e);
    } catch (RuntimeException | Error e) {
      throw GitProblems.unfinished(ErrorCode.INTERNAL, tip.commit(), e.toString(), e);
    } finally {
      workTree.forgetIndex();
    }
  }

  private List<String> updateFiles(WorkTree files, List<String> paths) throws IOException {
    List<String> edited = new ArrayList<>();
    hooks.probe.reached(TestHooks.Step.BRANCH_MOVED);
    IndexFile index = files.readIndex();
    for (String path : paths) {
      if (isEdited(files, index, path)
          || !files.checkOut(index, tip, path, () -> !isEdited(files, index, path))) {
        files.updateIndex(index, tip, path);
        edited.add(path + " was edited during the commit and is left as it is; see `git diff`.");
      }
      hooks.probe.reached(TestHooks.Step.WORK_FILE_WRITTEN);
    }
    files.write(index);
    hooks.probe.reached(TestHooks.Step.INDEX_WRITTEN);
    Journal.delete(layout.gitDir());
    return edited;
  }

  private boolean isEdited(WorkTree files, IndexFile index, String path) {
    return FileVersion.inWorkTree(files, index, tip, path, before.entry(path), tip.entry(path))
        == FileVersion.OTHER;
  }

  /** Releases the locks; may be called more than once. */
  @Override
  public void close() {
    guard.lock();
    try {
      if (!closed) {
        closed = true;
        if (locks != null) {
          locks.close();
        }
        release.unregister();
      }
    } finally {
      guard.unlock();
    }
  }
}
