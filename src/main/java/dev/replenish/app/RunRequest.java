package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.rules.Narrowing;
import java.util.Optional;

/**
 * What {@code run} and {@code plan} are asked.
 *
 * @param narrowing which groups, and how many tasks
 * @param planId the plan that was agreed to, 16 hexadecimal digits; another one is refused
 * @param how what the commit carries, and whether it is made
 */
public record RunRequest(Narrowing narrowing, Optional<String> planId, Committing how) {
  private static final int PLAN_ID = 16;

  /** Checks the plan's id once. */
  public RunRequest {
    if (planId.isPresent() && !isPlanId(planId.get())) {
      throw Problem.of(
              ErrorCode.USAGE,
              "the plan's id can't be '" + planId.get() + "'",
              "Give it the 16 digits that 'replenish plan' shows.")
          .refusal();
    }
  }

  private static boolean isPlanId(String text) {
    return text.length() == PLAN_ID
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /** A request for what {@code narrowing} admits and nothing special. */
  public static RunRequest of(Narrowing narrowing, boolean dryRun) {
    Committing how = dryRun ? Committing.NOTHING : Committing.PLAINLY;
    return new RunRequest(narrowing, Optional.empty(), how);
  }
}
