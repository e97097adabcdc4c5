package dev.replenish.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * What a branch for a proposal holds that its base does not (TASKS.md, "Pushing").
 *
 * @param git the repository
 * @param branch what the branch points to
 * @param base what its base points to
 * @param commits those of the branch that the base has not, newest first, with their messages
 */
record Proposed(Repository git, ObjectId branch, ObjectId base, List<RevCommit> commits) {

  /** More files than this are no proposal of ours. */
  private static final int MOST_FILES = 1000;

  /** Compares the two. */
  static Proposed of(Repository git, ObjectId branch, ObjectId base) {
    try (RevWalk walk = new RevWalk(git)) {
      List<RevCommit> commits = new ArrayList<>();
      for (RevCommit commit : between(walk, base, branch)) {
        walk.parseBody(commit);
        commits.add(commit);
      }
      return new Proposed(git, branch, base, commits);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static RevWalk between(RevWalk walk, ObjectId without, ObjectId with) throws IOException {
    walk.markStart(walk.parseCommit(with));
    walk.markUninteresting(walk.parseCommit(without));
    return walk;
  }

  /** The newest commit whose message is not one of ours. */
  Optional<RevCommit> stranger(Predicate<String> isOurs) {
    return commits.stream().filter(commit -> !isOurs.test(commit.getFullMessage())).findFirst();
  }

  /**
   * Whether the base has had the files as the branch has them: then a merge has made one commit of
   * all of these, or others of each.
   */
  boolean isSquashed() {
    try (RevWalk walk = new RevWalk(git)) {
      Tip proposed = Tip.of(git, "", branch);
      Set<String> paths = paths(walk);
      for (RevCommit commit : between(walk, branch, base)) {
        Tip then = Tip.of(git, "", commit);
        if (paths.stream().allMatch(p -> Objects.equals(then.entry(p), proposed.entry(p)))) {
          return !commits.isEmpty();
        }
      }
      return false;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The files that the commits change. */
  private Set<String> paths(RevWalk walk) throws IOException {
    Set<String> paths = new TreeSet<>();
    for (RevCommit commit : commits) {
      for (RevCommit parent : commit.getParents()) {
        ObjectId before = walk.parseCommit(parent).getTree();
        paths.addAll(TreeDiff.files(git, before, commit.getTree(), MOST_FILES));
      }
    }
    walk.reset();
    return paths;
  }

  private static RuntimeException unreadable(IOException e) {
    return Refusals.io("can't compare the branch of the proposal with its base", e);
  }
}
