package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
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
  private final Wire wire;
  private Start start = Start.on(ObjectId.zeroId());

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
    this.wire = new Wire(git, layout, repo.networkPatience());
  }

  /**
   * The branch of a remote of {@code repo}, to commit there.
   *
   * @throws Refusal {@code REPOSITORY_STATE} where there is no such remote
   */
  public static Remote of(Repo repo, Wanted wanted) {
    Layout layout = repo.layout();
    String local =
        wanted.ref().map(Branch::fullName).orElseGet(() -> repo.tip(Optional.empty()).branch());
    RemoteBranch base = RemoteBranch.of(layout.config(), local, wanted.remote());
    Optional<RemoteBranch> proposal =
        wanted.proposal().map(name -> base.sibling(layout.config(), Branch.fullName(name)));
    requireName(base.name());
    proposal.map(RemoteBranch::name).ifPresent(Remote::requireName);
    if (proposal.map(RemoteBranch::name).filter(base.name()::equals).isPresent()) {
      throw Refusals.usage(
          base.shortName() + " can't be proposed to itself", "Name another with --pr-branch.");
    }
    return new Remote(repo, base, proposal, wanted.isOurs());
  }

  private static void requireName(String name) {
    if (!Repository.isValidRefName(name)) {
      throw Refusals.usage("no branch can be called so", "Name one such as main.");
    }
  }

  /**
   * The tip to plan on, fetched now: that of the remote's branch; or that of the proposal's branch
   * where it has commits of ours that are not merged yet.
   *
   * @throws Refusal {@code REPOSITORY_STATE} where there is no such branch, or where somebody else
   *     has committed to the proposal's
   */
  public Tip fetch() {
    ObjectId tip = wire.fetch(base).orElseThrow(this::noBranch);
    remember(base, tip);
    start =
        proposal
            .map(branch -> new ProposalBranch(git, wire, branch, base, isOurs).start(tip))
            .orElseGet(() -> Start.on(tip));
    return Tip.of(git, "", start.on());
  }

  private Refusal noBranch() {
    return Refusals.state(
        base.display() + " has no branch " + base.shortName(),
        "Push it first: `git push -u " + base.display() + " " + base.shortName() + "`.");
  }

  /**
   * Commits the changes on top of {@code tip} and pushes the commit; the local branch follows where
   * that is safe.
   *
   * @param tip the last one that was fetched
   * @return empty where the branch over there has moved meanwhile: fetch, and plan again
   * @throws Refusal {@code PUSH_REJECTED} where the remote refuses
   */
  public Optional<Landed> commit(Tip tip, List<Change> changes, String message, Author author) {
    CommitWriter.Written written =
        new CommitWriter(git, layout)
            .write(tip, start.parents(), NewFiles.stored(layout, tip, changes), message, author);
    RemoteBranch target = target();
    if (push(target, written.id()) == Wire.Outcome.OVERTAKEN) {
      return Optional.empty();
    }
    remember(target, written.id());
    return Optional.of(landed(Optional.of(written.id()), written.id(), () -> written, message));
  }

  /**
   * A proposal that the base has taken over in another form: it is not below the tip, but its
   * commits have been made.
   */
  public Optional<Tip> takenOver() {
    return start.parents().size() > 1
        ? Optional.of(Tip.of(git, "", start.parents().get(1)))
        : Optional.empty();
  }

  /** Leaves the branch over there as it is: nothing is to be done. The local one follows. */
  public Landed leave(Tip tip) {
    return landed(Optional.empty(), tip.commitId(), () -> now(tip), "follow " + base.display());
  }

  private CommitWriter.Written now(Tip tip) {
    Identity committer = new Identity.Finder(layout.config(), layout.env()).committer();
    ZonedDateTime when = Dates.now(layout.env());
    return new CommitWriter.Written(tip.commitId(), tip.treeId(), committer, when);
  }

  /** Why the last push came too late, in the remote's words; "" where it has said nothing. */
  public String lastWords() {
    return wire.lastWords();
  }

  private RemoteBranch target() {
    return proposal.orElse(base);
  }

  private Landed landed(
      Optional<ObjectId> commit,
      ObjectId there,
      Supplier<CommitWriter.Written> written,
      String message) {
    List<String> notices = new ArrayList<>(start.notices());
    if (commit.isPresent()) {
      notices.addAll(Hooks.notices(layout, Hooks.OF_PUSHES));
    }
    Optional<LocalBranch> local = Optional.empty();
    if (proposal.isEmpty()) {
      Follower.Result followed =
          new Follower(repo, git, base.local()).follow(there, written, message);
      followed.why().ifPresent(notices::add);
      local = Optional.of(followed.branch());
    }
    return new Landed(
        commit.map(ObjectId::name), base.display(), target().shortName(), local, notices);
  }

  /** An answer that got lost does not make a push undone: then the remote is asked what it has. */
  private Wire.Outcome push(RemoteBranch target, ObjectId commit) {
    try {
      return wire.push(target, start.expected(), commit);
    } catch (Refusal refusal) {
      if (refusal.problem().code() != ErrorCode.IO) {
        throw refusal;
      }
      if (isThere(target, commit, refusal)) {
        return Wire.Outcome.PUSHED;
      }
      throw keeping("The remote did not have the commit when it was asked again", refusal);
    }
  }

  private boolean isThere(RemoteBranch target, ObjectId commit, Refusal lost) {
    try {
      return wire.fetch(target).filter(commit::equals).isPresent();
    } catch (Refusal again) {
      throw keeping("Whether the push came through is not known", lost);
    }
  }

  private static Refusal keeping(String known, Refusal lost) {
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
