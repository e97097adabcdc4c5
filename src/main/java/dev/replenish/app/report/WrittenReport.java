package dev.replenish.app.report;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.files.DurableFile;
import dev.replenish.git.files.FileStat;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The result of a report.
 *
 * @param boards the boards in the report
 * @param written the files that were written, as the call named them
 * @param problem the most severe problem of the boards that are not in the report
 */
public record WrittenReport(
    List<BoardReport> boards, List<String> written, Optional<Problem> problem) {

  /** Copies the lists. */
  public WrittenReport {
    boards = List.copyOf(boards);
    written = List.copyOf(written);
  }

  /**
   * Writes {@code text} to {@code name} atomically: if it fails, the file stays as it was. An
   * existing file keeps its permissions.
   *
   * @param dir the folder that the name is relative to
   * @throws dev.replenish.board.ProblemException {@code USAGE} for an invalid name, {@code IO} if
   *     the file can't be written
   */
  public static void write(Path dir, String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      Path file = dir.resolve(name);
      if (name.isEmpty() || Files.isDirectory(file)) {
        throw new ProblemException(
            ErrorCode.USAGE, "'" + name + "' is not a file", "Name a file, or - for stdout.");
      }
      if (!Files.exists(file) || Files.isRegularFile(file)) {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), bytes);
      } else {
        Files.write(file, bytes); // a device or a pipe
      }
    } catch (InvalidPathException e) {
      throw Problem.of(
              ErrorCode.USAGE, "'" + name + "' is not a file name", "Name a file, or - for stdout.")
          .refusal(e);
    } catch (IOException e) {
      throw Problem.of(
              ErrorCode.IO,
              "can't write '" + name + "': " + reason(e),
              "Name a file in a folder that exists and can be written.")
          .refusal(e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling(".replenish-" + UUID.randomUUID() + ".tmp");
    DurableFile.create(temporary, bytes);
    try {
      if (Files.exists(file)) {
        FileStat.copyPermissions(file, temporary);
      }
      FileStat.replace(temporary, file);
    } catch (IOException e) {
      DurableFile.deleteQuietly(temporary);
      throw e;
    }
  }

  /** The reason of the failure, without the name of the temporary file. */
  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException fs && fs.getReason() != null
        ? fs.getReason()
        : GitProblems.reason(e);
  }
}
