package dev.replenish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Creates the temporary folders of tests in memory if there is room: tests sync thousands of
 * commits, each of which takes milliseconds on a disk. Otherwise they are in the default folder.
 */
public final class TempDirInMemory implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long NEEDED_BYTES = 4L << 30;
  private static final boolean USABLE = isUsable();

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    return USABLE
        ? Files.createTempDirectory(MEMORY, "junit-")
        : Files.createTempDirectory("junit-");
  }

  /** Containers have little room there, and don't allow programs to be run from it. */
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
          && Files.getFileStore(MEMORY).getUsableSpace() >= NEEDED_BYTES;
    } catch (IOException | IndexOutOfBoundsException none) {
      return false;
    }
  }
}
