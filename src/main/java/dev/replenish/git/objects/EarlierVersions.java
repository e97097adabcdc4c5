package dev.replenish.git.objects;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Finds the older commit that had a content. */
public final class EarlierVersions {
  private static final int MAX_COMMITS = 1000;

  private EarlierVersions() {}

  /**
   * The newest ancestor of {@code tip} with this content at {@code path}, abbreviated to 7 digits.
   *
   * @param blob the content's id; null for no file
   * @return null if there is none among the last thousand commits
   */
  public static @Nullable String find(CommitTree tip, String path, @Nullable ObjectId blob) {
    Repository git = tip.repository();
    try (RevWalk walk = new RevWalk(git)) {
      walk.markStart(walk.parseCommit(tip.commitId()));
      walk.next(); // the tip itself
      int seen = 0;
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        if (has(walk, commit, path, blob)) {
          return commit.abbreviate(7).name();
        }
        if (++seen == MAX_COMMITS) {
          break;
        }
      }
      return null;
    } catch (IOException e) {
      return null; // part of the history is missing, and the caller only gives advice
    }
  }

  private static boolean has(RevWalk walk, RevCommit commit, String path, @Nullable ObjectId blob)
      throws IOException {
    try (TreeWalk entry = TreeWalk.forPath(walk.getObjectReader(), path, commit.getTree())) {
      return entry == null ? blob == null : entry.getObjectId(0).equals(blob);
    }
  }
}
