package dev.replenish.git.remote;

import dev.replenish.git.objects.TreeDiff;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/**
 * A pull request's branch (docs/reference/pushing.md): decides whether it may be extended, and from
 * which commit. It is never force-pushed: if it was squashed or rebased into its base, its old tip
 * becomes a second parent.
 */
final class PullRequestBranch {
  private final Repository git;
  private final RemoteConnection connection;
  private final RemoteBranch branch;
  private final RemoteBranch base;
  private final Predicate<String> isOwn;

  PullRequestBranch(
      Repository git,
      RemoteConnection connection,
      RemoteBranch branch,
      RemoteBranch base,
      Predicate<String> isOwn) {
    this.git = git;
    this.connection = connection;
    this.branch = branch;
    this.base = base;
    this.isOwn = isOwn;
  }

  /**
   * What the next commit is based on.
   *
   * @param tip the tip of the base
   * @throws ProblemException {@code REPOSITORY_STATE} if someone else has committed to the branch
   */
  PushBase start(ObjectId tip) {
    Optional<ObjectId> branchTip = connection.fetch(branch);
    if (branchTip.isEmpty()) {
      return PushBase.on(tip, ObjectId.zeroId());
    }
    try {
      requireOwnCommits(branchTip.get(), tip);
      return start(branchTip.get(), tip);
    } catch (IOException e) {
      throw GitProblems.io("can't compare " + branch.shortName() + " with its base", e);
    }
  }

  private PushBase start(ObjectId branchTip, ObjectId tip) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit fork = fork(walk, branchTip, tip);
      if (branchTip.equals(fork)) {
        return PushBase.on(tip, branchTip);
      }
      if (tip.equals(fork)) {
        return PushBase.on(branchTip);
      }
      return fork != null && isMergedByContent(fork, branchTip, tip)
          ? new PushBase(tip, branchTip, List.of(tip, branchTip), List.of())
          : new PushBase(branchTip, branchTip, List.of(branchTip), List.of(outdatedNotice()));
    }
  }

  private static @Nullable RevCommit fork(RevWalk walk, ObjectId one, ObjectId other)
      throws IOException {
    walk.setRevFilter(RevFilter.MERGE_BASE);
    walk.markStart(List.of(walk.parseCommit(one), walk.parseCommit(other)));
    return walk.next();
  }

  /**
   * Whether a commit of the base has all files as the branch leaves them, as after a squash or
   * rebase merge, whose commits have other ids.
   */
  private boolean isMergedByContent(RevCommit fork, ObjectId branchTip, ObjectId tip)
      throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      ObjectId tree = walk.parseCommit(branchTip).getTree();
      List<String> paths = TreeDiff.files(git, walk.parseTree(fork), tree, Integer.MAX_VALUE);
      walk.markStart(walk.parseCommit(tip));
      walk.markUninteresting(walk.parseCommit(branchTip));
      for (RevCommit commit : walk) {
        if (TreeDiff.isSame(git, commit.getTree(), tree, paths)) {
          return true;
        }
      }
      return false;
    }
  }

  private String outdatedNotice() {
    return base.shortName()
        + " has moved on since "
        + branch.shortName()
        + " began, which can't be merged: this builds on "
        + branch.shortName()
        + ". Where its pull request is closed, delete it: `git push "
        + base.display()
        + " --delete "
        + branch.shortName()
        + "`.";
  }

  /**
   * Refuses foreign commits on the branch. In a shallow clone one may be the base's, so more
   * history is fetched first.
   */
  private void requireOwnCommits(ObjectId branchTip, ObjectId tip) throws IOException {
    Optional<RevCommit> foreignCommit = foreignCommit(branchTip, tip);
    while (foreignCommit.isPresent() && connection.deepen(base)) {
      foreignCommit = foreignCommit(branchTip, tip);
    }
    if (foreignCommit.isPresent()) {
      throw GitProblems.state(
          branch.shortName()
              + " holds the commit "
              + foreignCommit.get().abbreviate(7).name()
              + ", which Replenish did not make, and is not changed",
          "Merge or delete the branch, or name another one with --pr-branch.");
    }
  }

  /** A commit of the branch that is not in its base and that Replenish did not make. */
  private Optional<RevCommit> foreignCommit(ObjectId branchTip, ObjectId tip) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      walk.markStart(walk.parseCommit(branchTip));
      walk.markUninteresting(walk.parseCommit(tip));
      for (RevCommit commit : walk) {
        if (!isOwn.test(commit.getFullMessage())) {
          return Optional.of(commit);
        }
      }
      return Optional.empty();
    }
  }
}
