package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Commits on a remote's branch instead of a local one (TASKS.md, "Pushing"): on its tip, by a push
 * that is never forced. Belongs to its {@link Repo}.
 */
public final class Remote {
  /** More files than this are left to `git pull`. */
  private static final int MOST_FILES = 64;

  private final Repo repo;
  private final Repository git;
  private final Layout layout;
  private final RemoteBranch base;
  private final Optional<RemoteBranch> proposal;
  private final Predicate<String> isOurs;
  private final Wire wire;
  private ObjectId expected = ObjectId.zeroId();

  /** Whether what the proposal's branch holds is merged as something else, and is left behind. */
  private boolean anew;

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
      Repo repo,
      Repository git,
      Layout layout,
      RemoteBranch base,
      Optional<RemoteBranch> proposal,
      Predicate<String> isOurs,
      Duration patience) {
    this.repo = repo;
    this.git = git;
    this.layout = layout;
    this.base = base;
    this.proposal = proposal;
    this.isOurs = isOurs;
    this.wire = new Wire(git, layout, patience);
  }

  static Remote of(Repo repo, Repository git, Layout layout, Wanted wanted, Duration patience) {
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
    return new Remote(repo, git, layout, base, proposal, wanted.isOurs(), patience);
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
    expected = tip;
    anew = false;
    return Tip.of(git, "", proposal.isPresent() ? start(proposal.get(), tip) : tip);
  }

  private ObjectId start(RemoteBranch branch, ObjectId tip) {
    Optional<ObjectId> found = wire.fetch(branch);
    expected = found.orElse(ObjectId.zeroId());
    return found.map(there -> start(branch, there, tip)).orElse(tip);
  }

  private Refusal noBranch() {
    return Refusals.state(
        base.display() + " has no branch " + base.shortName(),
        "Push it first: `git push -u " + base.display() + " " + base.shortName() + "`.");
  }

  private ObjectId start(RemoteBranch branch, ObjectId there, ObjectId tip) {
    Proposed proposed = Proposed.of(git, there, tip);
    if (proposed.stranger(isOurs).isPresent() && isShallow()) {
      wire.fetchHistory(base); // it may be in the base's history, which ends too early to tell
      proposed = Proposed.of(git, there, tip);
    }
    proposed
        .stranger(isOurs)
        .ifPresent(
            commit -> {
              throw notOurs(branch, commit);
            });
    anew = proposed.isSquashed();
    return anew || proposed.commits().isEmpty() ? tip : there;
  }

  private boolean isShallow() {
    try {
      return !git.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw Refusals.io("can't read where the history ends", e);
    }
  }

  private static Refusal notOurs(RemoteBranch branch, RevCommit commit) {
    return Refusals.state(
        branch.shortName()
            + " holds the commit "
            + commit.abbreviate(7).name()
            + ", which is not ours, and is left alone",
        "Merge or delete the branch, or name another one with --pr-branch.");
  }

  /**
   * Commits the changes on top of {@code tip} and pushes the commit; the local branch follows where
   * that is safe.
   *
   * @param tip the last one that was fetched
   * @return empty where the branch over there has moved meanwhile: fetch, and plan again
   * @throws Refusal {@code PUSH_REJECTED} where the remote refuses
   */
  public Optional<Committed> commit(Tip tip, List<Change> changes, String message, Author author) {
    CommitWriter.Written written =
        new CommitWriter(git, layout).write(tip, changes, message, author);
    RemoteBranch target = proposal.orElse(base);
    if (push(target, written.id()) == Wire.Outcome.OVERTAKEN) {
      return Optional.empty();
    }
    remember(target, written.id());
    List<String> notices = new ArrayList<>();
    if (proposal.isPresent()) {
      notices.add("Pushed to " + target.display() + ", branch " + target.shortName() + ".");
    } else {
      follow(written, message).ifPresent(notices::add);
    }
    return Optional.of(new Committed(written.id().name(), notices));
  }

  /** An answer that got lost does not make a push undone: then the remote is asked what it has. */
  private Wire.Outcome push(RemoteBranch target, ObjectId commit) {
    try {
      return wire.push(target, expected, commit, anew);
    } catch (Refusal refusal) {
      if (refusal.problem().code() != ErrorCode.IO) {
        throw refusal;
      }
      if (isThere(target, commit, refusal)) {
        return Wire.Outcome.PUSHED;
      }
      throw refusal;
    }
  }

  private boolean isThere(RemoteBranch target, ObjectId commit, Refusal lost) {
    try {
      return wire.fetch(target).filter(commit::equals).isPresent();
    } catch (Refusal again) {
      Problem problem = lost.problem();
      throw new Problem(
              problem.code(),
              problem.message(),
              null,
              "Whether the push came through is not known; nothing else was written.",
              problem.next())
          .refusal(lost);
    }
  }

  /** Keeps the ref that remembers the remote's branch true, as `git fetch` does. */
  private void remember(RemoteBranch branch, ObjectId id) {
    if (branch.tracking().isEmpty()) {
      return;
    }
    try {
      RefUpdate update = git.updateRef(branch.tracking());
      update.setNewObjectId(id);
      update.setRefLogMessage("replenish: push", false);
      update.forceUpdate();
    } catch (IOException e) {
      // The next `git fetch` brings it; the push itself does not depend on it.
    }
  }

  /** Brings the local branch along where nothing of anybody's is in the way; else says so. */
  private Optional<String> follow(CommitWriter.Written written, String message) {
    String name = base.local();
    try {
      Ref ref = git.exactRef(name);
      if (ref == null || ref.getObjectId() == null) {
        return Optional.empty();
      }
      ObjectId here = ref.getObjectId();
      if (!isAncestor(here, written.id())) {
        return Optional.of(stays("it has commits of its own"));
      }
      Tip before = Tip.of(git, name, here);
      Tip after = Tip.of(git, name, written.id());
      List<String> paths = TreeDiff.files(git, before.treeId(), after.treeId(), MOST_FILES + 1);
      if (paths.size() > MOST_FILES || !paths.stream().allMatch(p -> isPlain(before, after, p))) {
        return Optional.of(stays("others have changed more than this program writes"));
      }
      try (Writing writing = repo.begin(Optional.of(name))) {
        writing.forward(here, written, paths, message);
      }
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(stays(refusal.problem().message()));
    } catch (IOException e) {
      return Optional.of(stays(Refusals.reason(e)));
    }
  }

  private boolean isAncestor(ObjectId old, ObjectId now) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      return walk.isMergedInto(walk.parseCommit(old), walk.parseCommit(now));
    }
  }

  /** Whether it is a file before, if at all, and a file of the same mode afterwards. */
  private static boolean isPlain(Tip before, Tip after, String path) {
    Tip.Entry from = before.entry(path);
    Tip.Entry to = after.entry(path);
    return to != null
        && to.mode().getObjectType() == Constants.OBJ_BLOB
        && !path.endsWith(Constants.DOT_GIT_ATTRIBUTES)
        && (from == null || from.mode().equals(to.mode()));
  }

  private String stays(String why) {
    return "The local branch "
        + Repository.shortenRefName(base.local())
        + " stays where it is ("
        + why
        + "); `git pull` brings the commit.";
  }
}
