package dev.replenish.git.remote;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.Hooks;
import dev.replenish.git.NewFiles;
import dev.replenish.git.Repo;
import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.identity.GitDates;
import dev.replenish.git.identity.Identity;
import dev.replenish.git.objects.BranchRef;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.CommitWriter;
import dev.replenish.git.objects.RefFiles;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.text.OneLine;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * Commits to a remote's branch instead of a local one (docs/reference/pushing.md): on top of its
 * tip, with a push that is never forced. Valid until its {@link Repo} is closed.
 */
public final class Remote {
  private final Repo repo;
  private final Repository git;
  private final Layout layout;
  private final RemoteBranch base;
  private final Optional<RemoteBranch> prBranch;
  private final Predicate<String> isOwn;
  private final RemoteConnection connection;
  private PushBase start = PushBase.on(ObjectId.zeroId());

  /**
   * The requested branch and remote.
   *
   * @param ref the local branch, as for {@link Repo#tip}; it need not exist
   * @param remote the remote's name or a URL; empty for the branch's remote, else {@code origin}
   * @param prBranch the short name of the branch to push to instead (a pull request's)
   * @param isOwn whether a commit with this message is Replenish's own, so that a pull request's
   *     branch with it may be extended
   */
  public record Wanted(
      Optional<String> ref,
      Optional<String> remote,
      Optional<String> prBranch,
      Predicate<String> isOwn) {}

  private Remote(
      Repo repo, RemoteBranch base, Optional<RemoteBranch> prBranch, Predicate<String> isOwn) {
    this.repo = repo;
    this.git = repo.git();
    this.layout = repo.layout();
    this.base = base;
    this.prBranch = prBranch;
    this.isOwn = isOwn;
    this.connection = new RemoteConnection(git, layout, repo.networkTimeout());
  }

  /**
   * The remote branch to commit to.
   *
   * @throws ProblemException {@code REPOSITORY_STATE} if there is no such remote
   */
  public static Remote of(Repo repo, Wanted wanted) {
    Layout layout = repo.layout();
    String local =
        wanted.ref().map(BranchRef::fullName).orElseGet(() -> repo.tip(Optional.empty()).branch());
    RemoteBranch base = RemoteBranch.of(layout.config(), local, wanted.remote());
    Optional<RemoteBranch> prBranch =
        wanted.prBranch().map(name -> base.sibling(layout.config(), BranchRef.fullName(name)));
    requireName(base.name());
    prBranch.map(RemoteBranch::name).ifPresent(Remote::requireName);
    if (prBranch.map(RemoteBranch::name).filter(base.name()::equals).isPresent()) {
      throw GitProblems.usage(
          base.shortName() + " can't have a pull request to itself",
          "Name another with --pr-branch.");
    }
    return new Remote(repo, base, prBranch, wanted.isOwn());
  }

  private static void requireName(String name) {
    if (!Repository.isValidRefName(name)) {
      throw GitProblems.usage(
          "'" + OneLine.clean(Repository.shortenRefName(name)) + "' is not a valid branch name",
          "Name one such as main.");
    }
  }

  /**
   * Fetches the tip to plan on: that of the remote's branch, or of the pull request's branch if it
   * has unmerged commits of Replenish.
   *
   * @throws ProblemException {@code REPOSITORY_STATE} if there is no such branch, or if someone
   *     else has committed to the pull request's branch
   */
  public CommitTree fetch() {
    ObjectId tip = connection.fetch(base).orElseThrow(this::noBranch);
    updateTracking(base, tip);
    start =
        prBranch
            .map(branch -> new PullRequestBranch(git, connection, branch, base, isOwn).start(tip))
            .orElseGet(() -> PushBase.on(tip));
    return CommitTree.of(git, "", start.on());
  }

  private ProblemException noBranch() {
    return GitProblems.state(
        base.display() + " has no branch " + base.shortName(),
        "Push it first: `git push -u " + base.display() + " " + base.shortName() + "`.");
  }

  /**
   * Commits the changes on top of {@code tip}, pushes the commit, and fast-forwards the local
   * branch if that is safe.
   *
   * @param tip the tip that was fetched last
   * @return empty if the remote branch has moved meanwhile: fetch, and plan again
   * @throws ProblemException {@code PUSH_REJECTED} if the remote refuses
   */
  public Optional<PushResult> commit(
      CommitTree tip, List<Change> changes, String message, AuthorOverride author) {
    CommitWriter.Written written =
        new CommitWriter(git, layout)
            .write(tip, start.parents(), NewFiles.stored(layout, tip, changes), message, author);
    RemoteBranch target = target();
    if (push(target, written.id()) == RemoteConnection.Outcome.OVERTAKEN) {
      return Optional.empty();
    }
    updateTracking(target, written.id());
    return Optional.of(result(Optional.of(written.id()), written.id(), () -> written, message));
  }

  /**
   * The pull request's branch if it was squashed or rebased into the base: its commits are not
   * ancestors of the tip, but must not be made again.
   */
  public Optional<CommitTree> mergedPrBranch() {
    return start.parents().size() > 1
        ? Optional.of(CommitTree.of(git, "", start.parents().get(1)))
        : Optional.empty();
  }

  /** Ends without a push, because nothing has to be done; fast-forwards the local branch. */
  public PushResult leave(CommitTree tip) {
    return result(Optional.empty(), tip.commitId(), () -> now(tip), "follow " + base.display());
  }

  private CommitWriter.Written now(CommitTree tip) {
    Identity committer = new Identity.Finder(layout.config(), layout.env()).committer();
    ZonedDateTime when = GitDates.now(layout.env());
    return new CommitWriter.Written(tip.commitId(), tip.treeId(), committer, when);
  }

  /** The remote's message about the last push that came too late; "" if there was none. */
  public String lastAnswer() {
    return connection.lastAnswer();
  }

  private RemoteBranch target() {
    return prBranch.orElse(base);
  }

  private PushResult result(
      Optional<ObjectId> commit,
      ObjectId remoteTip,
      Supplier<CommitWriter.Written> written,
      String message) {
    List<String> notices = new ArrayList<>(start.notices());
    if (commit.isPresent()) {
      notices.addAll(Hooks.notices(layout, Hooks.OF_PUSHES));
    }
    Optional<LocalBranchUpdate> local = Optional.empty();
    if (prBranch.isEmpty()) {
      FastForward.Result followed =
          new FastForward(repo, git, base.local()).run(remoteTip, written, message);
      followed.why().ifPresent(notices::add);
      local = Optional.of(followed.branch());
    }
    return new PushResult(
        commit.map(ObjectId::name), base.display(), target().shortName(), local, notices);
  }

  /** Pushes; if the answer is lost, asks the remote whether it has the commit. */
  private RemoteConnection.Outcome push(RemoteBranch target, ObjectId commit) {
    try {
      return connection.push(target, start.expected(), commit);
    } catch (ProblemException refusal) {
      if (refusal.problem().code() != ErrorCode.IO) {
        throw refusal;
      }
      if (hasCommit(target, commit, refusal)) {
        return RemoteConnection.Outcome.PUSHED;
      }
      throw keeping("The remote did not have the commit when it was asked again", refusal);
    }
  }

  private boolean hasCommit(RemoteBranch target, ObjectId commit, ProblemException lost) {
    try {
      return connection.fetch(target).filter(commit::equals).isPresent();
    } catch (ProblemException again) {
      throw keeping("It is unknown whether the push succeeded", lost);
    }
  }

  private static ProblemException keeping(String known, ProblemException lost) {
    Problem problem = lost.problem();
    String kept = known + "; nothing else was written.";
    return new Problem(problem.code(), problem.message(), null, kept, problem.next()).refusal(lost);
  }

  /** Updates the remote-tracking branch, as {@code git fetch} does. */
  private void updateTracking(RemoteBranch branch, ObjectId id) {
    if (branch.tracking().isEmpty()) {
      return;
    }
    try {
      RefFiles files = new RefFiles(layout);
      files.prepare(git, branch.tracking());
      RefUpdate update = git.updateRef(branch.tracking());
      update.setNewObjectId(id);
      update.setRefLogMessage("replenish: push", false);
      update.forceUpdate();
      files.share(branch.tracking());
    } catch (IOException e) {
      // The next `git fetch` updates it; the push does not depend on it.
    }
  }
}
