package dev.replenish.git.setup;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Location;
import java.util.ArrayList;
import java.util.List;

/** Reads text in Git's configuration syntax, as the versioned {@code .replenish} file has it. */
public final class ConfigFile {
  private ConfigFile() {}

  /**
   * The entries of one section, in order; a file like this includes no other.
   *
   * @param file the file's path, for messages and as the origin of each value
   * @throws dev.replenish.board.ProblemException if Git could not read the text either
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
      // A setting of ours that is wrong, not a repository that is.
      String next = "Correct it; `git config --file " + file + " --list` reads it back.";
      throw Problem.at(ErrorCode.USAGE, Location.of(file), unreadable.problem().message(), next)
          .refusal(unreadable);
    }
  }
}
