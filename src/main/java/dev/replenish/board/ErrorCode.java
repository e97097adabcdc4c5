package dev.replenish.board;

import java.util.Locale;

/**
 * The ways a command can fail, with the exit code that scripts rely on (TASKS.md, "Exit codes").
 */
public enum ErrorCode {
  /** A bug of ours. */
  INTERNAL(1),
  /** Wrong usage or settings. */
  USAGE(2),
  /** The repository's state forbids it. */
  REPOSITORY_STATE(4),
  /** The input moved: a lost race or a stale plan. */
  CONFLICT(5),
  /** The documents forbid it. */
  INVALID_DOCUMENT(6),
  /** Input or output failed. */
  IO(7),
  /** A lock is held by someone else. */
  LOCKED(8),
  /** The remote refused the push by policy. */
  PUSH_REJECTED(9);

  private final int exitCode;

  ErrorCode(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The process's exit code, 1 to 9. */
  public int exitCode() {
    return exitCode;
  }

  /** The word in {@code error.code}, such as {@code repository-state}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
