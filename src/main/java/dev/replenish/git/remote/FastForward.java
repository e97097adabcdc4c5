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

/** Fast-forwards the local branch to the remote's tip if no local changes are in the way. */
final class FastForward {
  /** With more files than this, the update is left to {@code git pull}. */
  private static final int MAX_FILES = 64;

  private final Repo repo;
  private final Repository git;
  private final String name;

  /**
   * A fast-forward of one branch.
   *
   * @param name the full name of the local branch
   */
  FastForward(Repo repo, Repository git, String name) {
    this.repo = repo;
    this.git = git;
    this.name = name;
  }

  /**
   * The result for the local branch.
   *
   * @param why the notice that says why it was not moved
   */
  record Result(LocalBranchUpdate branch, Optional<String> why) {}

  /**
   * Moves the branch forward to {@code to}, if that is safe.
   *
   * @param written supplies the same commit, with committer and time; called only if the branch
   *     moves
   */
  Result run(ObjectId to, Supplier<CommitWriter.Written> written, String message) {
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
          : leftBehind("it has commits of its own");
    } catch (ProblemException refusal) {
      return leftBehind(refusal.problem().message());
    } catch (IOException e) {
      return leftBehind(GitProblems.reason(e));
    }
  }

  private Result forward(ObjectId here, CommitWriter.Written to, String message)
      throws IOException {
    CommitTree before = CommitTree.of(git, name, here);
    CommitTree after = CommitTree.of(git, name, to.id());
    List<String> paths = TreeDiff.files(git, before.treeId(), after.treeId(), MAX_FILES + 1);
    if (paths.size() > MAX_FILES || !paths.stream().allMatch(p -> isPlain(before, after, p))) {
      return leftBehind("there are other changes");
    }
    try (CommitSession session = repo.begin(Optional.of(name))) {
      session.forward(here, to, paths, message);
    }
    return new Result(LocalBranchUpdate.FAST_FORWARDED, Optional.empty());
  }

  private boolean isAncestor(ObjectId old, ObjectId now) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      return walk.isMergedInto(walk.parseCommit(old), walk.parseCommit(now));
    }
  }

  /**
   * Whether the file is new and regular, or keeps its mode; {@code .gitattributes} files never
   * count.
   */
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

  private Result leftBehind(String why) {
    String notice =
        "The local branch "
            + Repository.shortenRefName(name)
            + " is not moved ("
            + why
            + "); `git pull` brings it up to date.";
    return new Result(LocalBranchUpdate.LEFT_BEHIND, Optional.of(notice));
  }
}
