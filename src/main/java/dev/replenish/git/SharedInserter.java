package dev.replenish.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** Writes objects that the others of a shared repository can read, into folders they can write. */
final class SharedInserter extends ObjectInserter.Filter {
  private final ObjectInserter objects;
  private final Path folder;
  private final SharedPermissions shared;

  private SharedInserter(ObjectInserter objects, Path folder, SharedPermissions shared) {
    this.objects = objects;
    this.folder = folder;
    this.shared = shared;
  }

  /** One that writes each object into a file of its own. */
  static ObjectInserter of(Repository git, Layout layout) {
    SharedPermissions shared = layout.shared();
    ObjectInserter objects = new LooseInserter(git, folder(git));
    return shared.isOff() ? objects : new SharedInserter(objects, folder(git), shared);
  }

  /** Shares the packs that a fetch has brought. */
  static void sharePacks(Repository git, Layout layout) {
    SharedPermissions shared = layout.shared();
    if (!shared.isOff()) {
      Path packs = folder(git).resolve("pack");
      shared.adjust(packs);
      String[] names = packs.toFile().list();
      for (String name : names == null ? new String[0] : names) {
        shared.adjust(packs.resolve(name));
      }
      shared.adjust(git.getCommonDirectory().toPath().resolve("shallow"));
    }
  }

  private static Path folder(Repository git) {
    return ((ObjectDirectory) git.getObjectDatabase()).getDirectory().toPath();
  }

  @Override
  protected ObjectInserter delegate() {
    return objects;
  }

  @Override
  public ObjectId insert(int type, byte[] data) throws IOException {
    return share(super.insert(type, data));
  }

  @Override
  public ObjectId insert(int type, byte[] data, int from, int length) throws IOException {
    return share(super.insert(type, data, from, length));
  }

  @Override
  public ObjectId insert(int type, long length, InputStream in) throws IOException {
    return share(super.insert(type, length, in));
  }

  private ObjectId share(ObjectId id) {
    Path folder = this.folder.resolve(id.name().substring(0, 2));
    shared.adjust(folder);
    shared.adjust(folder.resolve(id.name().substring(2)));
    return id;
  }
}
