package dev.replenish.app;

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

  /** Checks the key once. */
  public RunRequest {
    boolean usable =
        key.map(text -> text.length() <= LONGEST_KEY && text.matches("[!-~]+")).orElse(true);
    if (!usable) {
      throw new IllegalArgumentException(
          "a key is 1 to " + LONGEST_KEY + " visible ASCII characters without spaces");
    }
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
