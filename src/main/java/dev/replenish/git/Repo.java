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
   * Opens the repository that {@code start} lies in, found upwards as Git does.
   *
   * @param env the environment; its {@code GIT_*} variables are followed
   * @throws ProblemException {@code REPOSITORY_STATE} where there is none, where it belongs to
   *     someone else or has a format that can't be written safely
   */
  public static Repo open(Path start, Map<String, String> env) {
    return open(start, env, new TestHooks());
  }

  /** The same, where tests say how long to wait and what happens between two steps. */
  public static Repo open(Path start, Map<String, String> env, TestHooks hooks) {
    return new Repo(Layout.open(start, Map.copyOf(env)), hooks);
  }

  /** Whether a repository is found from {@code start}, whatever its state. */
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

  /** Every setting of a section in Git's order of precedence: a later one is stronger. */
  public List<ConfigEntry> config(String section) {
    return layout.config().section(section);
  }

  /** The work tree's files as they are; empty in a bare repository. */
  public Optional<WorkFiles> workFiles() {
    return workTree().map(WorkFiles::new);
  }

  /**
   * The tip of a branch.
   *
   * @param ref a branch such as {@code main} or {@code refs/heads/main}; empty for the one that is
   *     checked out, or that a bare repository's HEAD names
   * @throws ProblemException {@code REPOSITORY_STATE} for a branch without commit, a detached HEAD
   *     or a branch that does not exist; {@code USAGE} for what is no branch
   */
  public CommitTree tip(Optional<String> ref) {
    return BranchRef.tip(git(), layout, ref);
  }

  /**
   * The commit that {@code name} means, as 40 hex digits.
   *
   * @param name a branch, a tag, {@code HEAD}, or a commit's id of four digits or more
   * @throws ProblemException {@code USAGE} where there is no such commit, or more than one
   */
  public String resolve(String name) {
    return CommitLookup.resolve(git(), name).name();
  }

  /**
   * What a commit says.
   *
   * @param commit its 40 hex digits
   */
  public CommitInfo revision(String commit) {
    return CommitLookup.read(git(), commit);
  }

  /**
   * The files as a commit has them.
   *
   * @param commit its 40 hex digits
   */
  public CommitTree tree(String commit) {
    return CommitTree.of(git(), "", ObjectId.fromString(commit));
  }

  /** The paths of the files called {@code names} in which two commits differ. */
  public List<String> changed(CommitTree before, CommitTree after, Collection<String> names) {
    return changed(before, after, Integer.MAX_VALUE).stream()
        .filter(path -> names.contains(RepoPath.name(path)))
        .toList();
  }

  /** The paths of the files in which two commits differ, at most {@code most}. */
  public List<String> changed(CommitTree before, CommitTree after, int most) {
    try {
      return TreeDiff.files(git(), before.treeId(), after.treeId(), most);
    } catch (IOException e) {
      throw GitProblems.io("can't compare two commits", e);
    }
  }

  /**
   * Where the history that {@code ref} stands for begins: a branch's tip as for {@link #tip}, or
   * the commit that is checked out, on a branch or not. Empty before the first commit.
   *
   * @throws ProblemException for a {@code ref} that is no branch
   */
  public Optional<CommitTree> newest(Optional<String> ref) {
    return ref.isPresent() ? Optional.of(tip(ref)) : BranchRef.head(git());
  }

  /**
   * The commits that changed the files at {@code paths}, and led to {@code tip}.
   *
   * @param paths paths inside the repository; the files need not exist any more
   * @param progress is told how many commits have been looked at, after each
   */
  public History history(
      CommitTree tip, List<String> paths, History.Order order, IntConsumer progress) {
    return new History(git(), tip.commitId(), paths, order, progress);
  }

  /** The same by commit time, where nobody is told of the progress. */
  public History history(CommitTree tip, List<String> paths) {
    return history(tip, paths, History.Order.BY_TIME, seen -> {});
  }

  /**
   * All commits that changed files called {@code names}, in whatever folder; where they begin is
   * still to be named.
   *
   * @param names names of files, without folders
   * @param progress is told how many commits have been looked at, after each
   */
  public WholeHistory wholeHistory(Collection<String> names, IntConsumer progress) {
    return new WholeHistory(git(), names, progress);
  }

  /**
   * Looks for words in every version of the files called {@code names}, in whatever folder, on any
   * local or remote-tracking branch.
   *
   * @param names names of files, without folders
   * @param progress is told how many commits have been looked at, after each
   */
  public HistorySearch search(Collection<String> names, IntConsumer progress) {
    return new HistorySearch(git(), names, progress);
  }

  /**
   * Refuses where {@link #begin} or {@link CommitSession#requireClean} would; takes no lock and
   * changes nothing. What the next run would finish of an interrupted one counts as clean.
   */
  public void requireReady(CommitTree tip, Collection<String> paths) {
    new BranchCheckout(git(), layout, tip).requireReady(paths);
  }

  /**
   * The same where edits that are not committed are no reason to refuse.
   *
   * @return these edits, if there are any
   * @throws ProblemException where a commit of them would not do
   */
  public Optional<Uncommitted> uncommitted(CommitTree tip, Collection<String> paths) {
    return new BranchCheckout(git(), layout, tip).uncommitted(paths);
  }

  /**
   * Takes the index lock, finishes an interrupted run, and resolves the tip. A branch that is not
   * checked out here needs no lock.
   *
   * @param ref as for {@link #tip}
   * @throws ProblemException {@code LOCKED} if the lock is not to be had within some seconds
   */
  public CommitSession begin(Optional<String> ref) {
    OperationGuard.requireNoQuarantine(layout);
    return new BranchCheckout(git(), layout, tip(ref)).begin(hooks);
  }

  /** How long {@link #begin} waits for a lock that someone else holds. */
  public void waitFor(Duration patience) {
    hooks.patience = patience;
  }

  /**
   * Puts right what an interrupted run left, as {@link #begin} does, and says so. Where something
   * else is going on, whatever comes after it does the same.
   *
   * @param ref as for {@link #tip}
   * @throws ProblemException {@code IO} where that fails
   */
  public List<String> recover(Optional<String> ref) {
    try {
      CommitTree tip = tip(ref);
      CommitSession.sweep(git(), layout);
      if (!new BranchCheckout(git(), layout, tip).isInterrupted()) {
        return List.of();
      }
      try (CommitSession writing = begin(ref)) {
        return writing.notices();
      }
    } catch (ProblemException e) {
      if (e.problem().code() == ErrorCode.IO) {
        throw e;
      }
      return List.of();
    }
  }

  /** What the user should know about this repository, such as hooks that won't run. */
  public List<String> notices() {
    return Hooks.notices(layout, Hooks.OF_COMMITS);
  }

  /** Where it is and how it is set up. */
  public Layout layout() {
    return layout;
  }

  /** How long a server may be silent. */
  public Duration networkPatience() {
    return hooks.networkPatience;
  }

  /** JGit's view, opened when first needed: reading settings or files does without. */
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
      // What its own close() comes to, without asking a cache that we don't use.
      git.getObjectDatabase().close();
      git.getRefDatabase().close();
      git = null;
    }
  }
}
