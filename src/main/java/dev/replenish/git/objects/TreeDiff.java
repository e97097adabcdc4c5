package dev.replenish.git.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Compares two trees; does not descend into equal folders. */
public final class TreeDiff {
  private TreeDiff() {}

  /** Whether both trees have the same entries at all of {@code paths}. */
  public static boolean isSame(
      Repository git, ObjectId one, ObjectId other, Collection<String> paths) throws IOException {
    if (paths.isEmpty()) {
      return true;
    }
    try (TreeWalk walk = new TreeWalk(git)) {
      walk.addTree(one);
      walk.addTree(other);
      walk.setRecursive(true);
      walk.setFilter(
          AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
      return !walk.next();
    }
  }

  /** The paths of the files that differ, at most {@code limit}. */
  public static List<String> files(Repository git, ObjectId before, ObjectId after, int limit)
      throws IOException {
    List<String> paths = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(git)) {
      walk.addTree(before);
      walk.addTree(after);
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (paths.size() < limit && walk.next()) {
        paths.add(walk.getPathString());
      }
    }
    return paths;
  }
}
