package dev.replenish.git.setup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * Opens a repository in JGit with the folders that {@link Discovery} found, so that JGit does not
 * search for them in its own way.
 */
public final class Opening {
  private Opening() {}

  /** JGit's repository for this layout. */
  public static Repository of(Layout layout) throws IOException {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder()
            .setFS(FS.DETECTED)
            .setGitDir(layout.gitDir().toFile())
            .setGitCommonDir(layout.commonDir().toFile());
    Path root = layout.workTree();
    if (root == null) {
      builder.setBare();
    } else {
      builder.setWorkTree(root.toFile()).setIndexFile(layout.index().toFile());
    }
    Path start = layout.found().start();
    String objects = layout.env().getOrDefault("GIT_OBJECT_DIRECTORY", "");
    if (!objects.isEmpty()) {
      builder.setObjectDirectory(start.resolve(objects).toFile());
    }
    String others = layout.env().getOrDefault("GIT_ALTERNATE_OBJECT_DIRECTORIES", "");
    for (String other : others.split(File.pathSeparator)) {
      if (!other.isEmpty()) {
        builder.addAlternateObjectDirectory(start.resolve(other).toFile());
      }
    }
    return builder.build();
  }
}
