package dev.replenish.app;

import java.util.Optional;

/**
 * What {@code check} is asked.
 *
 * @param fix whether to make the safe repairs and commit them
 * @param scaffold whether to add the required fields that are missing, empty
 * @param dryRun whether to stop before anything is written
 * @param date the author date of the commit
 * @param author the author of the commit
 * @param sign whether to sign where the configuration says so
 */
public record CheckRequest(
    boolean fix,
    boolean scaffold,
    boolean dryRun,
    Optional<String> date,
    Optional<String> author,
    boolean sign) {

  /** Only looks. */
  public static final CheckRequest LOOK =
      new CheckRequest(false, false, false, Optional.empty(), Optional.empty(), true);

  /** Whether files are to change. */
  public boolean writes() {
    return fix || scaffold;
  }
}
