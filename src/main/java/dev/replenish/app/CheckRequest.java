package dev.replenish.app;

/**
 * What {@code check} is asked.
 *
 * @param fix whether to make the safe repairs and commit them
 * @param scaffold whether to add the required fields that are missing, empty
 * @param how what the commit carries, and whether it is made
 */
public record CheckRequest(boolean fix, boolean scaffold, Committing how) {

  /** Only looks. */
  public static final CheckRequest LOOK = new CheckRequest(false, false, Committing.NOTHING);

  /** Whether files are to change. */
  public boolean writes() {
    return fix || scaffold;
  }
}
