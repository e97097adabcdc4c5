package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.util.Optional;

/**
 * How a command commits: what its commit carries beside the change.
 *
 * @param dryRun whether to stop before anything is written
 * @param key the caller's key, for the commit's trailer: 1 to 200 visible ASCII characters
 * @param date the author date, in any form that Git reads
 * @param author the author, as {@code Name <mail>}
 * @param sign whether to sign where the configuration says so
 * @param push where to push to; empty to commit to the local branch
 */
public record Committing(
    boolean dryRun,
    Optional<String> key,
    Optional<String> date,
    Optional<String> author,
    boolean sign,
    Optional<Push> push) {
  private static final int LONGEST_KEY = 200;

  /** Commits as the configuration says. */
  public static final Committing PLAINLY =
      new Committing(false, Optional.empty(), Optional.empty(), Optional.empty(), true);

  /** Stops before anything is written. */
  public static final Committing NOTHING =
      new Committing(true, Optional.empty(), Optional.empty(), Optional.empty(), true);

  /** Checks the key once. */
  public Committing {
    if (key.isPresent() && !isKey(key.get())) {
      throw Problem.of(
              ErrorCode.USAGE,
              "the key can't be used",
              "Give it 1 to " + LONGEST_KEY + " visible ASCII characters without spaces.")
          .refusal();
    }
  }

  /** Commits to the local branch. */
  public Committing(
      boolean dryRun,
      Optional<String> key,
      Optional<String> date,
      Optional<String> author,
      boolean sign) {
    this(dryRun, key, date, author, sign, Optional.empty());
  }

  private static boolean isKey(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_KEY
        && text.chars().allMatch(c -> c >= '!' && c <= '~');
  }
}
