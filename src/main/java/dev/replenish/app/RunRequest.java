package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.rules.Narrowing;
import java.util.Optional;

/**
 * What {@code run} and {@code plan} are asked.
 *
 * @param narrowing which groups, and how many tasks
 * @param dryRun whether to stop before anything is written
 * @param planId the plan that was agreed to; another one is refused
 * @param key the caller's key, for the commit's trailer
 * @param date the author date, in any form that Git reads
 * @param author the author, as {@code Name <mail>}
 * @param sign whether to sign where the configuration says so
 */
public record RunRequest(
    Narrowing narrowing,
    boolean dryRun,
    Optional<String> planId,
    Optional<String> key,
    Optional<String> date,
    Optional<String> author,
    boolean sign) {
  private static final int LONGEST_KEY = 200;
  private static final int PLAN_ID = 16;

  /** Checks the key and the plan's id once. */
  public RunRequest {
    require(
        key.map(text -> text.length() <= LONGEST_KEY && isAll('!', '~', text)).orElse(true),
        "the key can't be used",
        "Give it 1 to " + LONGEST_KEY + " visible ASCII characters without spaces.");
    require(
        planId.map(RunRequest::isPlanId).orElse(true),
        "the plan's id can't be '" + planId.orElse("") + "'",
        "Give it the 16 digits that 'replenish plan' shows.");
  }

  private static void require(boolean holds, String message, String next) {
    if (!holds) {
      throw Problem.of(ErrorCode.USAGE, message, next).refusal();
    }
  }

  private static boolean isPlanId(String text) {
    return text.length() == PLAN_ID
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static boolean isAll(char from, char to, String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= from && c <= to);
  }

  /** A request for what {@code narrowing} admits and nothing special. */
  public static RunRequest of(Narrowing narrowing, boolean dryRun) {
    return new RunRequest(
        narrowing,
        dryRun,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
