package dev.replenish.app;

/** The version of Replenish. */
public final class Version {
  /**
   * As in {@code pom.xml}; a constant, because reading it from the jar would slow down every start.
   */
  private static final String CURRENT = "0.1.0";

  private Version() {}

  /** The version, such as {@code 0.1.0}. */
  public static String current() {
    return CURRENT;
  }
}
