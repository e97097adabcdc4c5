package dev.replenish.git.objects;

import dev.replenish.git.files.DurableFile;
import dev.replenish.git.files.FileStat;
import dev.replenish.git.files.TemporaryFiles;
import dev.replenish.git.setup.SharedPermissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/**
 * Writes loose objects, each synced to disk before it gets its final name. JGit's own inserter,
 * when killed, leaves files whose process can't be identified.
 */
final class LooseInserter extends ObjectInserter {
  private final Repository git;
  private final Path folder;
  private final SharedPermissions shared;

  LooseInserter(Repository git, SharedPermissions shared) {
    this.git = git;
    this.folder = ((ObjectDirectory) git.getObjectDatabase()).getDirectory().toPath();
    this.shared = shared;
  }

  @Override
  public ObjectId insert(int type, byte[] data, int off, int len) throws IOException {
    byte[] head = Constants.encodeASCII(Constants.typeString(type) + ' ' + len + '\0');
    MessageDigest digest = Constants.newMessageDigest();
    digest.update(head);
    digest.update(data, off, len);
    ObjectId id = ObjectId.fromRaw(digest.digest());
    String name = id.name();
    Path parent = folder.resolve(name.substring(0, 2));
    Path file = parent.resolve(name.substring(2));
    if (!Files.exists(file)) {
      write(file, deflated(head, data, off, len));
    }
    shared.adjust(parent);
    shared.adjust(file); // also an object older than the setting
    return id;
  }

  private static byte[] deflated(byte[] head, byte[] data, int off, int len) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED); // Git's default for loose objects
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + len / 2);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8192)) {
      out.write(head);
      out.write(data, off, len);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private void write(Path file, byte[] content) throws IOException {
    Path temp = TemporaryFiles.in(folder, "object");
    DurableFile.create(temp, content);
    try {
      FileStat.makeReadOnly(temp);
      shared.adjust(temp);
      Files.createDirectories(file.getParent());
      FileStat.replace(temp, file);
    } catch (FileAlreadyExistsException e) {
      DurableFile.deleteQuietly(temp); // another run has written the same object
    } catch (IOException e) {
      DurableFile.deleteQuietly(temp);
      throw e;
    }
  }

  @Override
  public ObjectId insert(int type, long length, InputStream in) throws IOException {
    byte[] data = in.readNBytes(Math.toIntExact(length));
    return insert(type, data, 0, data.length);
  }

  @Override
  public PackParser newPackParser(InputStream in) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ObjectReader newReader() {
    return git.newObjectReader();
  }

  @Override
  public void flush() {
    // Every object is on disk as soon as it is inserted.
  }

  @Override
  public void close() {
    // Nothing stays open.
  }
}
