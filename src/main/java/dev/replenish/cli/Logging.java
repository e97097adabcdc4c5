package dev.replenish.cli;

import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.helpers.Reporter;

/** What libraries log: nothing, unless {@code -v} asks for their warnings. */
final class Logging {
  private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Logging() {}

  /**
   * To be called before a library logs; who has set a level has chosen already. To be quiet is to
   * have no logger at all: looking for one, and for its settings, takes a twelfth of a run.
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
