package dev.replenish.git.objects;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.files.DurableFile;
import dev.replenish.git.files.Locks;
import dev.replenish.git.files.TemporaryFiles;
import dev.replenish.git.setup.Layout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The compare-and-swap of a branch that is the commit point, done as Git does it: under the lock of
 * the branch, and that of HEAD if HEAD points to the branch. In two steps, so that after the
 * comparison only the disk can fail.
 */
public final class RefUpdate {
  private static final long POLL_MILLIS = 20;

  private final Repository git;
  private final Layout layout;
  private final CommitTree tip;
  private final Locks locks;
  private final Path branch;
  private final boolean isHead;
  private boolean outcomeUnknown;

  /**
   * Will move the branch of {@code tip} to another commit.
   *
   * @param locks locks whose ticket names {@link #branchLock} and {@link #headLock}
   */
  public RefUpdate(Repository git, Layout layout, CommitTree tip, Locks locks) {
    this.git = git;
    this.layout = layout;
    this.tip = tip;
    this.locks = locks;
    this.branch = layout.commonDir().resolve(tip.branch());
    this.isHead = tip.branch().equals(BranchRef.checkedOut(git));
  }

  /** The lock of a branch. */
  public static Path branchLock(Layout layout, String branch) {
    return layout.commonDir().resolve(branch + ".lock");
  }

  /** The lock of HEAD. */
  public static Path headLock(Layout layout) {
    return layout.gitDir().resolve(Constants.HEAD + ".lock");
  }

  /** Locks the branch and checks that it is still at the tip. */
  public void lock(Duration timeout) throws IOException {
    Path head = isHead ? headLock(layout) : null;
    Path lock = branchLock(layout, tip.branch());
    long end = System.nanoTime() + timeout.toNanos();
    while (!tryLock(lock, head)) {
      requireUnmoved();
      boolean free = Locks.removeStale(lock) && (head == null || Locks.removeStale(head));
      if (!free && System.nanoTime() - end > 0) {
        throw Locks.refusal(head != null && !Files.exists(lock) ? head : lock);
      }
      pause();
    }
    requireUnmoved();
    if (isHead != tip.branch().equals(BranchRef.checkedOut(git))) {
      throw moved(isHead ? "HEAD has changed to another branch" : "it has been checked out");
    }
  }

  /** Takes both locks or none: while waiting for one, the other stays free for other processes. */
  private boolean tryLock(Path lock, @Nullable Path head) throws IOException {
    layout.shared().makeFolders(layout.commonDir(), lock.getParent());
    try {
      if (!locks.tryTake(lock)) {
        return false;
      }
    } catch (NoSuchFileException e) {
      if (locks.hasTicket()) {
        return false; // Git has just removed the branch's empty folder
      }
      throw e;
    }
    if (head == null || locks.tryTake(head)) {
      return true;
    }
    locks.release(lock);
    return false;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Moves the branch; the caller has locked it. */
  public void to(CommitWriter.Written commit, String subject) throws IOException {
    String identity = commit.committer().at(commit.when());
    String moved = tip.commit() + " " + commit.id().name() + " " + identity;
    RefFiles files = new RefFiles(layout);
    files.log(tip.branch(), moved + "\treplenish: " + subject + "\n");
    if (isHead) {
      files.log(Constants.HEAD, moved + "\treplenish: " + subject + "\n");
    }
    if (Files.isDirectory(branch)) {
      File empty = branch.toFile(); // left by a deleted branch in a folder of this name
      FileUtils.delete(empty, FileUtils.RECURSIVE | FileUtils.EMPTY_DIRECTORIES_ONLY);
    }
    byte[] content = (commit.id().name() + "\n").getBytes(US_ASCII);
    try {
      DurableFile.replace(
          TemporaryFiles.in(layout.commonDir(), "ref"), branch, content, layout.shared());
    } catch (IOException e) {
      if (!isAt(commit)) {
        throw e; // else it failed after the branch had moved
      }
    }
  }

  private boolean isAt(CommitWriter.Written commit) {
    try {
      Ref ref = git.exactRef(tip.branch());
      return ref != null && commit.id().equals(ref.getObjectId());
    } catch (IOException e) {
      outcomeUnknown = true;
      return false;
    }
  }

  /** Whether it is unknown if the branch has moved. */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }

  private void requireUnmoved() throws IOException {
    Ref ref = git.exactRef(tip.branch());
    if (ref == null || !tip.commitId().equals(ref.getObjectId())) {
      throw moved(Repository.shortenRefName(tip.branch()) + " has moved meanwhile");
    }
  }

  public static ProblemException moved(String what) {
    return new ProblemException(
        ErrorCode.CONFLICT, what, "Run it again; it plans again on the new tip.");
  }

  /** Releases the locks of the branch and of HEAD. */
  public void unlock() {
    locks.release(headLock(layout));
    locks.release(branchLock(layout, tip.branch()));
  }
}
