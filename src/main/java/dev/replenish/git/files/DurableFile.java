package dev.replenish.git.files;

import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that after a crash, of the machine too, the old or the new one is there whole.
 */
public final class DurableFile {
  private DurableFile() {}

  /** Writes a new file through to disk; nothing is left of it where that fails. */
  public static void create(Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(false);
      } catch (IOException e) {
        deleteQuietly(file);
        throw e;
      }
    }
  }

  /**
   * Replaces a file of the git directory by way of {@code temp}, a name in the same file system.
   *
   * @param shared who else may use it from the moment it has its name
   */
  public static void replace(Path temp, Path file, byte[] content, SharedPermissions shared)
      throws IOException {
    create(temp, content);
    try {
      shared.adjust(temp);
      FileStat.replace(temp, file);
    } catch (IOException e) {
      deleteQuietly(temp);
      throw e;
    }
  }

  /** Deletes a file that is not needed any more; a later run tries again where that fails. */
  public static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Scratch.sweep and Recovery come past again.
    }
  }
}
