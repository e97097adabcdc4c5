package dev.replenish.cli;

import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.helpers.Reporter;

/** Sets up the logging of libraries: nothing, or warnings with {@code -v}. */
final class Logging {
  private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Logging() {}

  /**
   * Must be called before a library logs. A level that the user has set is kept. Without {@code -v}
   * there is no logger at all: to look for one, and for its settings, takes a twelfth of a run.
   */
  static void begin(boolean verbose) {
    if (System.getProperty(LEVEL) != null) {
      return;
    }
    if (verbose) {
      System.setProperty(LEVEL, "warn");
    } else {
      System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
      System.setProperty(
          LoggerFactory.PROVIDER_PROPERTY_KEY, NOP_FallbackServiceProvider.class.getName());
    }
  }
}
