package dev.replenish.git.index;

import dev.replenish.board.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jgit.lib.ObjectId;

/** Any index, behind a checksum that is right: it is read and written, or refused. */
public final class IndexFuzz {
  private static final int CHECKSUM = 20;

  private IndexFuzz() {}

  /** Called by the fuzzer with whatever it has made up. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Path file = Files.createTempFile("index", "");
      try {
        // Zeros in place of the checksum: index.skipHash.
        Files.write(file, Arrays.copyOf(bytes, bytes.length + CHECKSUM));
        IndexFile index = IndexFile.read(file);
        index.entries("BACKLOG.md").forEach(IndexFile.Entry::id);
        index.hasFolder("a");
        index.isLeftOut("a");
        index.put("BACKLOG.md", 0100644, ObjectId.zeroId(), null, bytes.length % 2 == 0);
        index.toBytes(file.resolveSibling("no-work-tree"));
      } catch (ProblemException e) {
        // as it should
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
