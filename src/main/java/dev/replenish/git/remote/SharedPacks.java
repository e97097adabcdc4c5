package dev.replenish.git.remote;

import dev.replenish.git.files.TemporaryFiles;
import dev.replenish.git.setup.SharedPermissions;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Repository;

/** Lets other users of a shared repository use the packs that a fetch has added. */
final class SharedPacks {
  private SharedPacks() {}

  static void adjust(Repository git, SharedPermissions shared) {
    if (shared.isOff()) {
      return;
    }
    ObjectDirectory objects = (ObjectDirectory) git.getObjectDatabase();
    Path packs = objects.getDirectory().toPath().resolve("pack");
    shared.adjust(packs);
    for (String name : TemporaryFiles.names(packs)) {
      shared.adjust(packs.resolve(name));
    }
    shared.adjust(git.getCommonDirectory().toPath().resolve("shallow"));
  }
}
