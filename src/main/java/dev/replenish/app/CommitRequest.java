package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import java.util.Optional;

/**
 * How a command commits: the options of the commit besides the change itself.
 *
 * @param dryRun whether to stop before anything is written
 * @param key the caller's key, for the commit's trailer: 1 to 200 visible ASCII characters
 * @param date the author date, in any form that Git accepts
 * @param author the author, as {@code Name <mail>}
 * @param sign whether to sign the commit if the configuration says so
 * @param push where to push to; empty to commit to the local branch
 */
public record CommitRequest(
    boolean dryRun,
    Optional<String> key,
    Optional<String> date,
    Optional<String> author,
    boolean sign,
    Optional<CommitRequest.Push> push) {
  private static final int LONGEST_KEY = 200;

  /**
   * Commits to the local branch, with the author and the signature that Git's configuration gives.
   */
  public static final CommitRequest DEFAULT =
      new CommitRequest(false, Optional.empty(), Optional.empty(), Optional.empty(), true);

  /** Stops before anything is written. */
  public static final CommitRequest DRY_RUN =
      new CommitRequest(true, Optional.empty(), Optional.empty(), Optional.empty(), true);

  /** Checks the key. */
  public CommitRequest {
    if (key.isPresent() && !isKey(key.get())) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the key can't be used",
          "Give it 1 to " + LONGEST_KEY + " visible ASCII characters without spaces.");
    }
  }

  /** A request to commit to the local branch. */
  public CommitRequest(
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

  /**
   * Where to push the commit, instead of committing to the local branch
   * (docs/reference/pushing.md).
   *
   * @param remote the remote's name or URL; empty for the remote of the branch, else {@code origin}
   * @param branch the branch for a proposal; empty for the branch itself
   */
  public record Push(Optional<String> remote, Optional<String> branch) {}
}
