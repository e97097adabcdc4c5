package dev.replenish.git.objects;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Says which older commit had a content. */
public final class EarlierVersions {
  private static final int MOST_COMMITS = 1000;

  private EarlierVersions() {}

  /**
   * The newest commit below {@code tip} with this content at {@code path}, in 7 digits.
   *
   * @param blob the content; null for no file
   * @return null where there is none among the last thousand
   */
  static @Nullable public String find(CommitTree tip, String path, @Nullable ObjectId blob) {
    Repository git = tip.repository();
    try (RevWalk walk = new RevWalk(git)) {
      walk.markStart(walk.parseCommit(tip.commitId()));
      walk.next(); // the tip itself
      int seen = 0;
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        if (has(walk, commit, path, blob)) {
          return commit.abbreviate(7).name();
        }
        if (++seen == MOST_COMMITS) {
          break;
        }
      }
      return null;
    } catch (IOException e) {
      return null; // a part of the history is not here, and this is but advice
    }
  }

  private static boolean has(RevWalk walk, RevCommit commit, String path, @Nullable ObjectId blob)
      throws IOException {
    try (TreeWalk there = TreeWalk.forPath(walk.getObjectReader(), path, commit.getTree())) {
      return there == null ? blob == null : there.getObjectId(0).equals(blob);
    }
  }
}
