package dev.replenish.git.remote;

import dev.replenish.board.ProblemException;
import dev.replenish.git.CommitSession;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.CommitWriter;
import dev.replenish.git.objects.TreeDiff;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Brings the local branch along to the remote's tip where nothing of anybody's is in the way. */
final class FastForward {
  /** More files than this are left to `git pull`. */
  private static final int MOST_FILES = 64;

  private final Repo repo;
  private final Repository git;
  private final String name;

  /**
   * A follower.
   *
   * @param name the full name of the local branch
   */
  FastForward(Repo repo, Repository git, String name) {
    this.repo = repo;
    this.git = git;
    this.name = name;
  }

  /**
   * What became of the branch.
   *
   * @param why what kept it where it is
   */
  record Result(LocalBranchUpdate branch, Optional<String> why) {}

  /**
   * Moves the branch on to {@code to}, if that is safe.
   *
   * @param written the same commit, with who moves the branch and when: asked for when it is moved
   */
  Result follow(ObjectId to, Supplier<CommitWriter.Written> written, String message) {
    try {
      Ref ref = git.exactRef(name);
      if (ref == null || ref.getObjectId() == null) {
        return new Result(LocalBranchUpdate.ABSENT, Optional.empty());
      }
      ObjectId here = ref.getObjectId();
      if (isAncestor(to, here)) {
        return new Result(LocalBranchUpdate.UP_TO_DATE, Optional.empty());
      }
      return isAncestor(here, to)
          ? forward(here, written.get(), message)
          : behind("it has commits of its own");
    } catch (ProblemException refusal) {
      return behind(refusal.problem().message());
    } catch (IOException e) {
      return behind(GitProblems.reason(e));
    }
  }

  private Result forward(ObjectId here, CommitWriter.Written to, String message)
      throws IOException {
    CommitTree before = CommitTree.of(git, name, here);
    CommitTree after = CommitTree.of(git, name, to.id());
    List<String> paths = TreeDiff.files(git, before.treeId(), after.treeId(), MOST_FILES + 1);
    if (paths.size() > MOST_FILES || !paths.stream().allMatch(p -> isPlain(before, after, p))) {
      return behind("there are other changes");
    }
    try (CommitSession writing = repo.begin(Optional.of(name))) {
      writing.forward(here, to, paths, message);
    }
    return new Result(LocalBranchUpdate.FAST_FORWARDED, Optional.empty());
  }

  private boolean isAncestor(ObjectId old, ObjectId now) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      return walk.isMergedInto(walk.parseCommit(old), walk.parseCommit(now));
    }
  }

  /** Whether it is a regular file afterwards, and one of the same mode before, if at all. */
  private static boolean isPlain(CommitTree before, CommitTree after, String path) {
    CommitTree.Entry from = before.entry(path);
    CommitTree.Entry to = after.entry(path);
    if (to == null || path.endsWith(Constants.DOT_GIT_ATTRIBUTES)) {
      return false;
    }
    return from == null
        ? FileMode.REGULAR_FILE.equals(to.mode())
        : from.mode().equals(to.mode()) && isFile(to.mode());
  }

  private static boolean isFile(FileMode mode) {
    return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
  }

  private Result behind(String why) {
    String stays =
        "The local branch "
            + Repository.shortenRefName(name)
            + " is not moved ("
            + why
            + "); `git pull` brings it up to date.";
    return new Result(LocalBranchUpdate.LEFT_BEHIND, Optional.of(stays));
  }
}
