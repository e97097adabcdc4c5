package dev.replenish.git.setup;

import dev.replenish.board.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Any configuration: it is read or refused, and its names are in lower case. */
public final class ConfigFuzz {
  private ConfigFuzz() {}

  /** Called by the fuzzer with whatever it has made up. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      ConfigParser.parse(
          new String(bytes, StandardCharsets.UTF_8),
          "config",
          (section, subsection, name, value) -> {
            boolean lower = (section + name).equals((section + name).toLowerCase(Locale.ROOT));
            if (name.isEmpty() || !lower) { // as in Git, no section need stand above
              throw new AssertionError(section + "." + name);
            }
          });
    } catch (ProblemException e) {
      // as it should
    }
  }
}
