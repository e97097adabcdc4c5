package dev.replenish.app;

/** Which Replenish this is. */
public final class Version {
  /** As in {@code pom.xml}; a constant, because to read it from the jar would cost every start. */
  private static final String CURRENT = "0.1.0";

  private Version() {}

  /** The version, such as {@code 0.1.0}. */
  public static String current() {
    return CURRENT;
  }
}
