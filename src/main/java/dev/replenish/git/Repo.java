package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Uncommitted;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.CommitLookup;
import dev.replenish.git.history.History;
import dev.replenish.git.history.HistorySearch;
import dev.replenish.git.history.WholeHistory;
import dev.replenish.git.identity.JGitSystem;
import dev.replenish.git.objects.BranchRef;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.TreeDiff;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.git.setup.Discovery;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.Opening;
import dev.replenish.git.setup.OperationGuard;
import dev.replenish.git.setup.RepoPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** A Git repository: with a work tree, a linked work tree, a submodule or bare. */
public final class Repo implements AutoCloseable {
  private final Layout layout;
  private final TestHooks hooks;
  private @Nullable Repository git;

  private Repo(Layout layout, TestHooks hooks) {
    this.layout = layout;
    this.hooks = hooks;
  }

  /**
   * Opens the repository that contains {@code start}, searching upwards as Git does.
   *
   * @param env the environment; its {@code GIT_*} variables are followed
   * @throws ProblemException {@code REPOSITORY_STATE} if there is none, if it belongs to another
   *     user, or if it has a format that can't be written safely
   */
  public static Repo open(Path start, Map<String, String> env) {
    return open(start, env, new TestHooks());
  }

  /** Like {@link #open(Path, Map)}, but with hooks: tests set timeouts and act between steps. */
  public static Repo open(Path start, Map<String, String> env, TestHooks hooks) {
    return new Repo(Layout.open(start, Map.copyOf(env)), hooks);
  }

  /** Whether a repository is found upwards from {@code start}, whatever its state. */
  public static boolean isAround(Path start, Map<String, String> env) {
    try {
      Discovery.from(start, env);
      return true;
    } catch (ProblemException none) {
      return false;
    }
  }

  /** The absolute, real path of the work tree's root; empty in a bare repository. */
  public Optional<Path> workTree() {
    return Optional.ofNullable(layout.workTree());
  }

  /** The start folder relative to the work tree's root with {@code /}; "" at the root. */
  public String prefix() {
    return layout.prefix();
  }

  /** All settings of a section in Git's order of precedence: later ones override earlier ones. */
  public List<ConfigEntry> config(String section) {
    return layout.config().section(section);
  }

  /** The work tree's files as they are on disk; empty in a bare repository. */
  public Optional<WorkFiles> workFiles() {
    return workTree().map(WorkFiles::new);
  }

  /**
   * The tip of a branch.
   *
   * @param ref a branch such as {@code main} or {@code refs/heads/main}; empty for the one that
   *     HEAD names
   * @throws ProblemException {@code REPOSITORY_STATE} for a branch without a commit, a detached
   *     HEAD or a branch that does not exist; {@code USAGE} if {@code ref} is not a branch
   */
  public CommitTree tip(Optional<String> ref) {
    return BranchRef.tip(git(), layout, ref);
  }

  /**
   * The commit that {@code name} refers to, as 40 hex digits.
   *
   * @param name a branch, a tag, {@code HEAD}, or a commit's id of four digits or more
   * @throws ProblemException {@code USAGE} if there is no such commit, or more than one
   */
  public String resolve(String name) {
    return CommitLookup.resolve(git(), name).name();
  }

  /**
   * A commit's author, date, message and parents.
   *
   * @param commit its 40 hex digits
   */
  public CommitInfo revision(String commit) {
    return CommitLookup.read(git(), commit);
  }

  /**
   * The files of a commit.
   *
   * @param commit its 40 hex digits
   */
  public CommitTree tree(String commit) {
    return CommitTree.of(git(), "", ObjectId.fromString(commit));
  }

  /** The paths of the files with one of these names that differ between two commits. */
  public List<String> changed(CommitTree before, CommitTree after, Collection<String> names) {
    return changed(before, after, Integer.MAX_VALUE).stream()
        .filter(path -> names.contains(RepoPath.name(path)))
        .toList();
  }

  /** The paths of the files that differ between two commits, at most {@code limit}. */
  public List<String> changed(CommitTree before, CommitTree after, int limit) {
    try {
      return TreeDiff.files(git(), before.treeId(), after.treeId(), limit);
    } catch (IOException e) {
      throw GitProblems.io("can't compare two commits", e);
    }
  }

  /**
   * The newest commit of the history that {@code ref} names: a branch's tip as for {@link #tip},
   * or, if empty, the commit that is checked out, detached or not. Empty before the first commit.
   *
   * @throws ProblemException if {@code ref} is not a branch
   */
  public Optional<CommitTree> newest(Optional<String> ref) {
    return ref.isPresent() ? Optional.of(tip(ref)) : BranchRef.head(git());
  }

  /**
   * The commits reachable from {@code tip} that changed the files at {@code paths}.
   *
   * @param paths paths inside the repository; the files need not exist any more
   * @param progress receives the number of commits visited so far, after each
   */
  public History history(
      CommitTree tip, List<String> paths, History.Order order, IntConsumer progress) {
    return new History(git(), tip.commitId(), paths, order, progress);
  }

  /** The same history by commit time, without reporting progress. */
  public History history(CommitTree tip, List<String> paths) {
    return history(tip, paths, History.Order.BY_TIME, seen -> {});
  }

  /**
   * All commits that changed files with these names, in any folder; the caller still has to name
   * the commits to start from.
   *
   * @param names names of files, without folders
   * @param progress receives the number of commits visited so far, after each
   */
  public WholeHistory wholeHistory(Collection<String> names, IntConsumer progress) {
    return new WholeHistory(git(), names, progress);
  }

  /**
   * Searches for words in every version of the files with these names, in any folder, on any local
   * or remote-tracking branch.
   *
   * @param names names of files, without folders
   * @param progress receives the number of commits visited so far, after each
   */
  public HistorySearch search(Collection<String> names, IntConsumer progress) {
    return new HistorySearch(git(), names, progress);
  }

  /**
   * Refuses if {@link #begin} or {@link CommitSession#requireClean} would refuse; takes no lock and
   * changes nothing. Files that recovery from an interrupted run would update count as clean.
   */
  public void requireReady(CommitTree tip, Collection<String> paths) {
    new BranchCheckout(git(), layout, tip).requireReady(paths);
  }

  /**
   * Like {@link #requireReady}, but allows uncommitted edits.
   *
   * @return these edits, if there are any
   * @throws ProblemException if committing them would not make the files clean
   */
  public Optional<Uncommitted> uncommitted(CommitTree tip, Collection<String> paths) {
    return new BranchCheckout(git(), layout, tip).uncommitted(paths);
  }

  /**
   * Takes the index lock, finishes an interrupted run, and resolves the tip. A branch that is not
   * checked out here needs no lock.
   *
   * @param ref as for {@link #tip}
   * @throws ProblemException {@code LOCKED} if the lock is not free within the lock timeout
   */
  public CommitSession begin(Optional<String> ref) {
    OperationGuard.requireNoQuarantine(layout);
    return new BranchCheckout(git(), layout, tip(ref)).begin(hooks);
  }

  /** Sets how long {@link #begin} waits for a lock that another process holds. */
  public void setLockTimeout(Duration timeout) {
    hooks.lockTimeout = timeout;
  }

  /**
   * Repairs what an interrupted run left, as {@link #begin} does, and returns notices about it.
   * Does nothing if another operation prevents it: a later run repairs it then.
   *
   * @param ref as for {@link #tip}
   * @throws ProblemException {@code IO} if that fails
   */
  public List<String> recover(Optional<String> ref) {
    try {
      CommitTree tip = tip(ref);
      CommitSession.sweep(git(), layout);
      if (!new BranchCheckout(git(), layout, tip).isInterrupted()) {
        return List.of();
      }
      try (CommitSession session = begin(ref)) {
        return session.notices();
      }
    } catch (ProblemException e) {
      if (e.problem().code() == ErrorCode.IO) {
        throw e;
      }
      return List.of();
    }
  }

  /** What the user should know about this repository, such as hooks that are not run. */
  public List<String> notices() {
    return Hooks.notices(layout, Hooks.OF_COMMITS);
  }

  /** The repository's folders and settings. */
  public Layout layout() {
    return layout;
  }

  /** How long one network operation may take. */
  public Duration networkTimeout() {
    return hooks.networkTimeout;
  }

  /** JGit's repository, opened on first use: reading settings or work files does not need it. */
  public Repository git() {
    if (git == null) {
      JGitSystem.install();
      try {
        git = Opening.of(layout);
      } catch (IOException e) {
        throw GitProblems.io("can't open the repository", e);
      }
    }
    return git;
  }

  @Override
  public void close() {
    if (git != null) {
      // The same as JGit's close(), without its repository cache, which is not used here.
      git.getObjectDatabase().close();
      git.getRefDatabase().close();
      git = null;
    }
  }
}
