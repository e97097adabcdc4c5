package dev.replenish.git.objects;

import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** Whether {@code .gitignore} and similar files exclude a file. */
final class IgnoredPath {
  private IgnoredPath() {}

  /** Whether the work tree has a file at {@code path} that Git ignores. */
  static boolean is(Repository git, String path) {
    if (git.isBare()) {
      return false;
    }
    try (TreeWalk walk = new TreeWalk(git)) {
      int files = walk.addTree(new FileTreeIterator(git));
      walk.setFilter(PathFilter.create(path));
      while (walk.next()) {
        WorkingTreeIterator file = walk.getTree(files, WorkingTreeIterator.class);
        if (file != null && file.isEntryIgnored()) {
          return true;
        }
        if (!walk.isSubtree()) {
          return false;
        }
        walk.enterSubtree();
      }
      return false;
    } catch (IOException e) {
      throw GitProblems.io("can't read which files Git ignores", e);
    }
  }
}
