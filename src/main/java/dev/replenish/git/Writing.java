package dev.replenish.git;

import dev.replenish.board.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The right to commit to one branch, held until closed. In a work tree it is the index lock; a
 * branch that is not checked out needs none, as the compare-and-swap decides.
 */
public final class Writing implements AutoCloseable {
  private final Repository git;
  private final Layout layout;
  private final Knobs knobs;
  private final @Nullable WorkTree workTree;
  private final @Nullable IndexLock lock;
  private final List<String> notices = new ArrayList<>();
  private final ReentrantLock guard = new ReentrantLock();
  private final Release release = new Release(this);
  private Tip tip;
  private Tip before;
  private boolean closed;

  private Writing(
      Repository git,
      Layout layout,
      Knobs knobs,
      Tip tip,
      @Nullable WorkTree workTree,
      @Nullable IndexLock lock) {
    this.git = git;
    this.layout = layout;
    this.knobs = knobs;
    this.tip = tip;
    this.before = tip;
    this.workTree = workTree;
    this.lock = lock;
    release.register();
  }

  /** Begins on a branch that no work tree shows. */
  static Writing onBranch(Repository git, Layout layout, Knobs knobs, Tip tip) {
    return new Writing(git, layout, knobs, tip, null, null);
  }

  /** Begins in the work tree, and first finishes what an earlier run could not. */
  static Writing inWorkTree(
      Repository git, Layout layout, Knobs knobs, Tip tip, WorkTree workTree) {
    IndexLock lock = IndexLock.acquire(layout.index(), knobs.patience);
    Writing writing = new Writing(git, layout, knobs, tip, workTree, lock);
    try {
      knobs.probe.reached(Knobs.Step.LOCKED);
      OperationGuard.requireIdle(layout.gitDir()); // it may have begun while we waited
      writing.tip = Branch.tip(git, layout, Optional.empty());
      writing.notices.addAll(Recovery.find(layout, git, workTree, writing.tip).run());
      return writing;
    } catch (IOException e) {
      writing.close();
      throw Refusals.io("can't begin", e);
    } catch (RuntimeException | Error e) {
      writing.close();
      throw e;
    }
  }

  /** The branch's tip; it moves on with every commit. */
  public Tip tip() {
    return tip;
  }

  /** What the user should know, such as that an interrupted run was finished. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /**
   * Refuses unless these files are the tip's in the index and in the work tree.
   *
   * @throws Refusal {@code REPOSITORY_STATE}, naming every file that is not
   */
  public void requireClean(Collection<String> paths) {
    if (workTree != null) {
      workTree.requireClean(workTree.readIndex(), tip, paths);
    }
  }

  /**
   * Commits the changes on top of the tip and brings index and work files along.
   *
   * @throws Refusal {@code CONFLICT} if the branch has moved meanwhile; {@code REPOSITORY_STATE} if
   *     a file was changed meanwhile or nobody can be named as author; {@code IO} with what was
   *     kept
   */
  public Committed commit(List<Change> changes, String message, Author author) {
    List<String> paths = new ArrayList<>();
    for (Change change : changes) {
      paths.add(change.path());
    }
    List<Change> stored = workTree == null ? changes : NewFiles.stored(workTree, tip, changes);
    CommitWriter.Written written =
        new CommitWriter(git, layout).write(tip, stored, message, author);
    guard.lock(); // from here to the end a signal waits
    try {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      moveBranch(written, paths, message);
      return new Committed(written.id().name(), follow(paths));
    } finally {
      guard.unlock();
    }
  }

  /**
   * Moves the branch on to a commit that is in a remote already, and brings index and work files
   * along.
   *
   * @param from where the branch was when the caller found it safe
   * @param paths the files in which the two differ
   */
  void forward(ObjectId from, CommitWriter.Written to, List<String> paths, String message) {
    guard.lock();
    try {
      if (closed || !tip.commitId().equals(from)) {
        throw Refusals.state("it has moved on meanwhile", "Run `git pull`.");
      }
      moveBranch(to, paths, message);
      notices.addAll(follow(paths));
    } finally {
      guard.unlock();
    }
  }

  private void moveBranch(CommitWriter.Written written, List<String> paths, String message) {
    boolean moved = false;
    try {
      knobs.probe.reached(Knobs.Step.OBJECTS_WRITTEN);
      requireClean(paths);
      writeJournal(written, paths);
      Branch.move(git, tip, written, subject(message), knobs.patience);
      moved = true;
    } catch (IOException e) {
      throw Refusals.io("can't prepare the commit", e);
    } finally {
      if (!moved && workTree != null) {
        Journal.delete(layout.gitDir());
      }
    }
    before = tip;
    tip = before.next(written.id());
    if (tip.branch().equals(Branch.checkedOut(git))) {
      Branch.logHead(layout, before, written, subject(message));
    }
  }

  private static String subject(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private void writeJournal(CommitWriter.Written written, List<String> paths) throws IOException {
    if (workTree != null) {
      new Journal(Holder.current(), tip.branch(), tip.commitId(), written.id(), paths)
          .write(layout.gitDir());
      knobs.probe.reached(Knobs.Step.JOURNAL_WRITTEN);
    }
  }

  /** After the commit point: whatever fails here, the commit stands. */
  private List<String> follow(List<String> paths) {
    if (workTree == null) {
      return List.of();
    }
    try {
      return follow(workTree, paths);
    } catch (IOException e) {
      throw Recovery.unfinished(tip.commit(), Refusals.reason(e), e);
    } catch (Refusal e) {
      throw Recovery.unfinished(tip.commit(), e.problem().message(), e);
    }
  }

  private List<String> follow(WorkTree files, List<String> paths) throws IOException {
    List<String> edited = new ArrayList<>();
    knobs.probe.reached(Knobs.Step.BRANCH_MOVED);
    IndexFile index = files.readIndex();
    for (String path : paths) {
      if (isEdited(files, index, path)) {
        files.followIndex(index, tip, path);
        edited.add(path + " was edited during the commit and is left as it is; see `git diff`.");
      } else {
        files.follow(index, tip, path);
      }
      knobs.probe.reached(Knobs.Step.WORK_FILE_WRITTEN);
    }
    files.write(index);
    knobs.probe.reached(Knobs.Step.INDEX_WRITTEN);
    Journal.delete(layout.gitDir());
    return edited;
  }

  private boolean isEdited(WorkTree files, IndexFile index, String path) {
    return files.fileStand(index, tip, path, before.entry(path), tip.entry(path))
        == WorkTree.Stand.OTHER;
  }

  /** Releases the lock, whatever happened. */
  @Override
  public void close() {
    guard.lock();
    try {
      if (!closed) {
        closed = true;
        if (lock != null) {
          lock.release();
        }
        release.unregister();
      }
    } finally {
      guard.unlock();
    }
  }

  /** Closes when a signal ends the program, but lets a commit that has begun come to its end. */
  private static final class Release extends Thread {
    private static final long PATIENCE_SECONDS = 10;

    private final Writing writing;

    Release(Writing writing) {
      super("replenish-release");
      this.writing = writing;
    }

    void register() {
      Runtime.getRuntime().addShutdownHook(this);
    }

    void unregister() {
      try {
        Runtime.getRuntime().removeShutdownHook(this);
      } catch (IllegalStateException e) {
        // The program is ending already.
      }
    }

    @Override
    public void run() {
      try {
        if (writing.guard.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          // Not given back: nothing may begin after this.
          writing.close();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
