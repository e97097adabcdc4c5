package dev.replenish.git.files;

import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that after a crash, even of the machine, either the old or the new file is
 * complete.
 */
public final class DurableFile {
  private DurableFile() {}

  /** Writes a new file and syncs it to disk; if that fails, nothing is left of it. */
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
   * Replaces a file of the git directory, first writing {@code temp}, a path in the same file
   * system.
   *
   * @param shared the permissions that the file has from the start
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

  /** Deletes a file that is no longer needed; if that fails, a later run tries again. */
  public static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // TemporaryFiles.sweep and Recovery will delete it.
    }
  }
}
