package dev.replenish.git.setup;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Location;
import java.util.ArrayList;
import java.util.List;

/** Reads text in Git's configuration syntax, such as the versioned {@code .replenish} file. */
public final class ConfigFile {
  private ConfigFile() {}

  /**
   * The entries of one section, in order; such a file can't include another one.
   *
   * @param file the file's path, for messages and as the origin of each value
   * @throws dev.replenish.board.ProblemException if Git could not parse the text either
   */
  public static List<ConfigEntry> entries(String text, String section, String file) {
    List<ConfigEntry> entries = new ArrayList<>();
    ConfigParser.Sink sink =
        (name, subsection, key, value) -> {
          if (name.equals(section) && subsection.isEmpty()) {
            entries.add(new ConfigEntry(key, value == null ? "true" : value, file));
          }
        };
    try {
      ConfigParser.parse(text, file, sink);
      return entries;
    } catch (ProblemException unreadable) {
      // The fault is in Replenish's own settings, not in the repository.
      String next = "Correct it; `git config --file " + file + " --list` reads it back.";
      throw Problem.at(ErrorCode.USAGE, Location.of(file), unreadable.problem().message(), next)
          .refusal(unreadable);
    }
  }
}
