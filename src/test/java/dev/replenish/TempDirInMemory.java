package dev.replenish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes temporary folders of tests in memory where the system has room for them: thousands of
 * commits are synced to the disk, and each waits milliseconds for it. Elsewhere they are where all
 * temporary files are.
 */
public final class TempDirInMemory implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ENOUGH = 4L << 30;
  private static final boolean USABLE = isUsable();

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    return USABLE
        ? Files.createTempDirectory(MEMORY, "junit-")
        : Files.createTempDirectory("junit-");
  }

  /** Containers have little there, and forbid to run programs from it. */
  private static boolean isUsable() {
    try {
      List<String> mounts = Files.readAllLines(Path.of("/proc/mounts"));
      boolean runs =
          mounts.stream()
              .map(line -> line.split(" "))
              .anyMatch(
                  mount ->
                      mount[1].equals(MEMORY.toString())
                          && mount[2].equals("tmpfs")
                          && !List.of(mount[3].split(",")).contains("noexec"));
      return runs
          && Files.isWritable(MEMORY)
          && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH;
    } catch (IOException | IndexOutOfBoundsException none) {
      return false;
    }
  }
}
