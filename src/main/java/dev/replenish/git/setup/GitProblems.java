package dev.replenish.git.setup;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Location;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The problems that are reported from more than one place of these packages. */
public final class GitProblems {
  private GitProblems() {}

  /** The repository's state does not allow the operation. */
  public static ProblemException state(String message, String next) {
    return new ProblemException(ErrorCode.REPOSITORY_STATE, message, next);
  }

  /** The caller's request is invalid. */
  public static ProblemException usage(String message, String next) {
    return new ProblemException(ErrorCode.USAGE, message, next);
  }

  /** The file at {@code path} can't be read or written as a document. */
  public static ProblemException document(String path, String message, String next) {
    return new ProblemException(ErrorCode.INVALID_DOCUMENT, Location.of(path), message, next);
  }

  /** Another process holds the lock file. */
  public static ProblemException locked(Path lock, String holder) {
    return new ProblemException(
        ErrorCode.LOCKED,
        lock + " is held by " + holder,
        "Wait for it to end and try again; if nothing is running, remove the file.");
  }

  /** Reading or writing failed before anything was committed. */
  public static ProblemException io(String what, IOException cause) {
    return Problem.of(
            ErrorCode.IO,
            what + ": " + reason(cause),
            "Check the disk space and the permissions, then try again.")
        .refusal(cause);
  }

  /** The commit was made, but the work tree could not be updated. */
  public static ProblemException unfinished(
      ErrorCode code, String commit, String reason, Throwable cause) {
    return new Problem(
            code,
            "can't bring the work tree to the commit: " + reason,
            null,
            "The commit " + commit + " is made.",
            "Free disk space or correct the permissions; the next run finishes the work files.")
        .refusal(cause);
  }

  /** A short reason, without class names if Java gives one. */
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
