package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Reads text in Git's configuration syntax, as the versioned {@code .replenish} file has it. */
public final class ConfigText {
  private ConfigText() {}

  /**
   * The entries of one section.
   *
   * @param origin where the text comes from, to be told with each value
   * @throws dev.replenish.board.Refusal if the text is not in that syntax
   */
  public static List<ConfigEntry> entries(String text, String section, String origin) {
    Config config = new Config();
    try {
      config.fromText(text);
    } catch (ConfigInvalidException e) {
      Location where = Location.of(origin);
      String next =
          "Write it as Git writes its configuration, such as '[replenish]' and 'batchSize = 3'.";
      throw Problem.at(ErrorCode.USAGE, where, "the settings can't be read", next).refusal(e);
    }
    List<ConfigEntry> entries = new ArrayList<>();
    for (String name : config.getNames(section)) {
      for (String value : config.getStringList(section, null, name)) {
        entries.add(
            new ConfigEntry(name.toLowerCase(Locale.ROOT), value == null ? "" : value, origin));
      }
    }
    return entries;
  }
}
