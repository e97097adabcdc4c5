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
 * A branch that is to be merged into its base (docs/reference/pushing.md): whether it may be built
 * upon, and from where. It is never forced: what was merged in another form becomes a second
 * parent.
 */
final class PullRequestBranch {
  private final Repository git;
  private final RemoteConnection wire;
  private final RemoteBranch branch;
  private final RemoteBranch base;
  private final Predicate<String> isOurs;

  PullRequestBranch(
      Repository git,
      RemoteConnection wire,
      RemoteBranch branch,
      RemoteBranch base,
      Predicate<String> isOurs) {
    this.git = git;
    this.wire = wire;
    this.branch = branch;
    this.base = base;
    this.isOurs = isOurs;
  }

  /**
   * Where the next commit begins.
   *
   * @param tip that of the base
   * @throws ProblemException {@code REPOSITORY_STATE} where someone else has committed to the
   *     branch
   */
  PushBase start(ObjectId tip) {
    Optional<ObjectId> there = wire.fetch(branch);
    if (there.isEmpty()) {
      return PushBase.on(tip, ObjectId.zeroId());
    }
    try {
      requireOurs(there.get(), tip);
      return start(there.get(), tip);
    } catch (IOException e) {
      throw GitProblems.io("can't compare " + branch.shortName() + " with its base", e);
    }
  }

  private PushBase start(ObjectId there, ObjectId tip) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit fork = fork(walk, there, tip);
      if (there.equals(fork)) {
        return PushBase.on(tip, there);
      }
      if (tip.equals(fork)) {
        return PushBase.on(there);
      }
      return fork != null && isTakenOver(fork, there, tip)
          ? new PushBase(tip, there, List.of(tip, there), List.of())
          : new PushBase(there, there, List.of(there), List.of(older()));
    }
  }

  private static @Nullable RevCommit fork(RevWalk walk, ObjectId one, ObjectId other)
      throws IOException {
    walk.setRevFilter(RevFilter.MERGE_BASE);
    walk.markStart(List.of(walk.parseCommit(one), walk.parseCommit(other)));
    return walk.next();
  }

  /**
   * Whether the base has, or once had, every file as the branch leaves it. So it looks after a
   * merge that squashes or rebases, whatever its commits are called.
   */
  private boolean isTakenOver(RevCommit fork, ObjectId there, ObjectId tip) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      ObjectId tree = walk.parseCommit(there).getTree();
      List<String> paths = TreeDiff.files(git, walk.parseTree(fork), tree, Integer.MAX_VALUE);
      walk.markStart(walk.parseCommit(tip));
      walk.markUninteresting(walk.parseCommit(there));
      for (RevCommit commit : walk) {
        if (TreeDiff.isSame(git, commit.getTree(), tree, paths)) {
          return true;
        }
      }
      return false;
    }
  }

  private String older() {
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

  /** In a shallow clone, what seems to be someone's may be the base's: then more is fetched. */
  private void requireOurs(ObjectId there, ObjectId tip) throws IOException {
    Optional<RevCommit> stranger = stranger(there, tip);
    while (stranger.isPresent() && wire.deepen(base)) {
      stranger = stranger(there, tip);
    }
    if (stranger.isPresent()) {
      throw GitProblems.state(
          branch.shortName()
              + " holds the commit "
              + stranger.get().abbreviate(7).name()
              + ", which Replenish did not make, and is not changed",
          "Merge or delete the branch, or name another one with --pr-branch.");
    }
  }

  /** A commit of the branch that its base lacks and that no command has made. */
  private Optional<RevCommit> stranger(ObjectId there, ObjectId tip) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      walk.markStart(walk.parseCommit(there));
      walk.markUninteresting(walk.parseCommit(tip));
      for (RevCommit commit : walk) {
        if (!isOurs.test(commit.getFullMessage())) {
          return Optional.of(commit);
        }
      }
      return Optional.empty();
    }
  }
}
