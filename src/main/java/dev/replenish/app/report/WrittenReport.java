package dev.replenish.app.report;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a report.
 *
 * @param boards the boards that it shows
 * @param written the files that it is in, as they were named
 * @param problem the most severe problem of the boards that it does not show
 */
public record WrittenReport(
    List<BoardReport> boards, List<String> written, Optional<Problem> problem) {

  /** Copies the lists. */
  public WrittenReport {
    boards = List.copyOf(boards);
    written = List.copyOf(written);
  }

  /**
   * Writes {@code text} to {@code name}, all of it or nothing: the file is there whole, or as it
   * was.
   *
   * @param dir the folder that the name is relative to
   * @throws dev.replenish.board.ProblemException {@code USAGE} for a name that can't be one, {@code
   *     IO} where it can't be written
   */
  public static void write(Path dir, String name, String text) {
    Path temporary = null;
    try {
      Path file = dir.resolve(name);
      if (name.isEmpty() || Files.isDirectory(file)) {
        throw Problem.of(
                ErrorCode.USAGE, "'" + name + "' is not a file", "Name a file, or - for stdout.")
            .refusal();
      }
      Path real = Files.isSymbolicLink(file) ? file.toRealPath() : file;
      temporary = Files.createTempFile(real.toAbsolutePath().getParent(), ".replenish-", ".tmp");
      Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
      temporary.toFile().setReadable(true, false); // the runner's server reads it as somebody else
      Files.move(temporary, real, StandardCopyOption.REPLACE_EXISTING);
    } catch (InvalidPathException e) {
      throw Problem.of(
              ErrorCode.USAGE, "'" + name + "' is not a file name", "Name a file, or - for stdout.")
          .refusal(e);
    } catch (IOException e) {
      delete(temporary);
      throw Problem.of(
              ErrorCode.IO,
              "can't write '" + name + "': " + e,
              "Name a file in a folder that exists and can be written.")
          .refusal(e);
    }
  }

  private static void delete(@Nullable Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      // the first failure says more
    }
  }
}
