package dev.replenish.cli.command;

import dev.replenish.app.add.AddTasks;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.cli.option.Usage;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A text that a call gives: a file, or {@code -} for stdin.
 *
 * @param name its name in messages
 * @param text its text, without a byte order mark
 */
record GivenFile(String name, String text) {
  private static final String STDIN = "-";

  private static boolean isStdin(String file) {
    return file.equals(STDIN);
  }

  /**
   * Reads {@code file}, relative to the folder of the call.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} if the file does not exist or is too
   *     long, {@code INVALID_DOCUMENT} with the place if it is not UTF-8 text
   */
  static GivenFile read(Call call, String file) {
    String name = isStdin(file) ? "stdin" : file;
    SourceText source = SourceText.of(name, "", bytes(call, file, name));
    Intake.objection(source)
        .ifPresent(
            objection -> {
              throw new ProblemException(
                  ErrorCode.INVALID_DOCUMENT,
                  objection.where(),
                  objection.message(),
                  "Give UTF-8 text.");
            });
    return new GivenFile(name, source.text(new Span(source.start(), source.length())));
  }

  private static byte[] bytes(Call call, String file, String name) {
    try {
      if (isStdin(file)) {
        return bounded(call.env().in(), name);
      }
      Path path = call.dir().resolve(file);
      if (Files.isDirectory(path)) {
        throw Usage.wrong("'" + file + "' is a folder", "Name a file, or - for stdin.");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return bounded(in, name);
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      throw Usage.wrong("there is no file '" + file + "'", "Name one that exists, or - for stdin.");
    } catch (IOException e) {
      String next = "Look at its permissions, or give it on stdin with -.";
      throw Problem.of(ErrorCode.IO, "can't read " + name + ": " + e.getMessage(), next).refusal(e);
    }
  }

  /**
   * Buffered: an unbuffered file stream would ask for the file's length, which a pipe does not
   * have.
   */
  private static byte[] bounded(InputStream in, String name) throws IOException {
    byte[] bytes = new BufferedInputStream(in).readNBytes(AddTasks.Request.MOST_BYTES + 1);
    if (bytes.length > AddTasks.Request.MOST_BYTES) {
      throw Usage.wrong(name + " is longer than 1 MiB", "Give less at a time.");
    }
    return bytes;
  }
}
