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
 * Commits on a remote's branch instead of a local one (docs/reference/pushing.md): on its tip, by a
 * push that is never forced. Belongs to its {@link Repo}.
 */
public final class Remote {
  private final Repo repo;
  private final Repository git;
  private final Layout layout;
  private final RemoteBranch base;
  private final Optional<RemoteBranch> proposal;
  private final Predicate<String> isOurs;
  private final RemoteConnection wire;
  private PushBase start = PushBase.on(ObjectId.zeroId());

  /**
   * Which branch of which remote.
   *
   * @param ref the local branch, as for {@link Repo#tip}; it need not exist
   * @param remote the remote's name or a URL; empty for that of the branch, else {@code origin}
   * @param proposal the short name of the branch to push to in place of the branch itself
   * @param isOurs whether a commit with such a message may be built upon in a proposal
   */
  public record Wanted(
      Optional<String> ref,
      Optional<String> remote,
      Optional<String> proposal,
      Predicate<String> isOurs) {}

  private Remote(
      Repo repo, RemoteBranch base, Optional<RemoteBranch> proposal, Predicate<String> isOurs) {
    this.repo = repo;
    this.git = repo.git();
    this.layout = repo.layout();
    this.base = base;
    this.proposal = proposal;
    this.isOurs = isOurs;
    this.wire = new RemoteConnection(git, layout, repo.networkTimeout());
  }

  /**
   * The branch of a remote of {@code repo}, to commit there.
   *
   * @throws ProblemException {@code REPOSITORY_STATE} where there is no such remote
   */
  public static Remote of(Repo repo, Wanted wanted) {
    Layout layout = repo.layout();
    String local =
        wanted.ref().map(BranchRef::fullName).orElseGet(() -> repo.tip(Optional.empty()).branch());
    RemoteBranch base = RemoteBranch.of(layout.config(), local, wanted.remote());
    Optional<RemoteBranch> proposal =
        wanted.proposal().map(name -> base.sibling(layout.config(), BranchRef.fullName(name)));
    requireName(base.name());
    proposal.map(RemoteBranch::name).ifPresent(Remote::requireName);
    if (proposal.map(RemoteBranch::name).filter(base.name()::equals).isPresent()) {
      throw GitProblems.usage(
          base.shortName() + " can't be proposed to itself", "Name another with --pr-branch.");
    }
    return new Remote(repo, base, proposal, wanted.isOurs());
  }

  private static void requireName(String name) {
    if (!Repository.isValidRefName(name)) {
      throw GitProblems.usage("no branch can be called so", "Name one such as main.");
    }
  }

  /**
   * The tip to plan on, fetched now: that of the remote's branch; or that of the proposal's branch
   * where it has commits of ours that are not merged yet.
   *
   * @throws ProblemException {@code REPOSITORY_STATE} where there is no such branch, or where
   *     someone else has committed to the proposal's
   */
  public CommitTree fetch() {
    ObjectId tip = wire.fetch(base).orElseThrow(this::noBranch);
    remember(base, tip);
    start =
        proposal
            .map(branch -> new PullRequestBranch(git, wire, branch, base, isOurs).start(tip))
            .orElseGet(() -> PushBase.on(tip));
    return CommitTree.of(git, "", start.on());
  }

  private ProblemException noBranch() {
    return GitProblems.state(
        base.display() + " has no branch " + base.shortName(),
        "Push it first: `git push -u " + base.display() + " " + base.shortName() + "`.");
  }

  /**
   * Commits the changes on top of {@code tip} and pushes the commit; the local branch follows where
   * that is safe.
   *
   * @param tip the last one that was fetched
   * @return empty where the branch over there has moved meanwhile: fetch, and plan again
   * @throws ProblemException {@code PUSH_REJECTED} where the remote refuses
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
    remember(target, written.id());
    return Optional.of(landed(Optional.of(written.id()), written.id(), () -> written, message));
  }

  /**
   * A proposal that the base has taken over in another form: it is not below the tip, but its
   * commits have been made.
   */
  public Optional<CommitTree> takenOver() {
    return start.parents().size() > 1
        ? Optional.of(CommitTree.of(git, "", start.parents().get(1)))
        : Optional.empty();
  }

  /** Leaves the branch over there as it is: nothing is to be done. The local one follows. */
  public PushResult leave(CommitTree tip) {
    return landed(Optional.empty(), tip.commitId(), () -> now(tip), "follow " + base.display());
  }

  private CommitWriter.Written now(CommitTree tip) {
    Identity committer = new Identity.Finder(layout.config(), layout.env()).committer();
    ZonedDateTime when = GitDates.now(layout.env());
    return new CommitWriter.Written(tip.commitId(), tip.treeId(), committer, when);
  }

  /** Why the last push came too late, in the remote's words; "" where it has said nothing. */
  public String lastWords() {
    return wire.lastWords();
  }

  private RemoteBranch target() {
    return proposal.orElse(base);
  }

  private PushResult landed(
      Optional<ObjectId> commit,
      ObjectId there,
      Supplier<CommitWriter.Written> written,
      String message) {
    List<String> notices = new ArrayList<>(start.notices());
    if (commit.isPresent()) {
      notices.addAll(Hooks.notices(layout, Hooks.OF_PUSHES));
    }
    Optional<LocalBranchUpdate> local = Optional.empty();
    if (proposal.isEmpty()) {
      FastForward.Result followed =
          new FastForward(repo, git, base.local()).follow(there, written, message);
      followed.why().ifPresent(notices::add);
      local = Optional.of(followed.branch());
    }
    return new PushResult(
        commit.map(ObjectId::name), base.display(), target().shortName(), local, notices);
  }

  /** An answer that got lost does not make a push undone: then the remote is asked what it has. */
  private RemoteConnection.Outcome push(RemoteBranch target, ObjectId commit) {
    try {
      return wire.push(target, start.expected(), commit);
    } catch (ProblemException refusal) {
      if (refusal.problem().code() != ErrorCode.IO) {
        throw refusal;
      }
      if (isThere(target, commit, refusal)) {
        return RemoteConnection.Outcome.PUSHED;
      }
      throw keeping("The remote did not have the commit when it was asked again", refusal);
    }
  }

  private boolean isThere(RemoteBranch target, ObjectId commit, ProblemException lost) {
    try {
      return wire.fetch(target).filter(commit::equals).isPresent();
    } catch (ProblemException again) {
      throw keeping("Whether the push came through is not known", lost);
    }
  }

  private static ProblemException keeping(String known, ProblemException lost) {
    Problem problem = lost.problem();
    String kept = known + "; nothing else was written.";
    return new Problem(problem.code(), problem.message(), null, kept, problem.next()).refusal(lost);
  }

  /** Keeps the ref that remembers the remote's branch true, as `git fetch` does. */
  private void remember(RemoteBranch branch, ObjectId id) {
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
      // The next `git fetch` brings it; the push itself does not depend on it.
    }
  }
}
