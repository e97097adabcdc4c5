package dev.replenish.board;

import java.util.Locale;

/**
 * The ways a command can fail, with the exit code that scripts rely on
 * (docs/reference/exit-codes.md).
 */
public enum ErrorCode {
  INTERNAL(1, "a bug in Replenish"),
  USAGE(2, "wrong usage or settings"),
  REPOSITORY_STATE(4, "the repository's state does not allow it: dirty file, merge in progress..."),
  CONFLICT(5, "something changed meanwhile: the branch, the plan or the task"),
  INVALID_DOCUMENT(6, "the documents do not allow it: invalid file or path; 'check' found errors"),
  IO(7, "input or output failed: disk full, read-only..."),
  LOCKED(8, "a lock is held by someone else"),
  PUSH_REJECTED(9, "the remote refused the push by policy");

  private final int exitCode;
  private final String meaning;

  ErrorCode(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** The process's exit code, 1 to 9. */
  public int exitCode() {
    return exitCode;
  }

  /** The description in the help text. */
  public String meaning() {
    return meaning;
  }

  /** The word in {@code error.code}, such as {@code repository-state}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
