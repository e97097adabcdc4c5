package dev.replenish.git.setup;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Location;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The words for what goes wrong in more than one place of this package. */
public final class GitProblems {
  private GitProblems() {}

  /** The repository's state forbids it. */
  public static ProblemException state(String message, String next) {
    return Problem.of(ErrorCode.REPOSITORY_STATE, message, next).refusal();
  }

  /** The caller asked for something that can't be. */
  public static ProblemException usage(String message, String next) {
    return Problem.of(ErrorCode.USAGE, message, next).refusal();
  }

  /** The file at {@code path} is nothing that can be read or written. */
  public static ProblemException document(String path, String message, String next) {
    return Problem.at(ErrorCode.INVALID_DOCUMENT, Location.of(path), message, next).refusal();
  }

  /** Someone else holds the lock file. */
  public static ProblemException locked(Path lock, String holder) {
    return Problem.of(
            ErrorCode.LOCKED,
            lock + " is held by " + holder,
            "Wait for it to end and try again; if nothing is running, remove the file.")
        .refusal();
  }

  /** Reading or writing failed before anything was committed. */
  public static ProblemException io(String what, IOException cause) {
    return Problem.of(
            ErrorCode.IO,
            what + ": " + reason(cause),
            "Check the disk space and the permissions, then try again.")
        .refusal(cause);
  }

  /** The commit is made, but the work tree could not follow. */
  public static ProblemException unfinished(
      ErrorCode code, String commit, String reason, Throwable cause) {
    return new Problem(
            code,
            "can't bring the work tree to the commit: " + reason,
            null,
            "The commit " + commit + " is made.",
            "Free the disk or correct the permissions; the next run finishes the work files.")
        .refusal(cause);
  }

  /** A short reason without class names where Java knows one. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "permission denied: " + denied.getFile();
    }
    if (e instanceof FileSystemException fs && fs.getReason() != null) {
      return fs.getReason() + ": " + fs.getFile();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
