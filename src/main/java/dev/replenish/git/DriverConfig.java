package dev.replenish.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.files.DurableFile;
import dev.replenish.git.files.FileStat;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The merge driver in a repository's configuration: two lines in one section; all other lines stay
 * as they are.
 */
public final class DriverConfig {
  private static final String SECTION = "[merge \"replenish\"]";
  private static final Pattern HEADER = Pattern.compile("\\s*\\[.*");
  private static final Pattern OWN_HEADER =
      Pattern.compile("(?i)\\s*\\[merge\\s+\"replenish\"]\\s*");
  private static final Pattern KEY = Pattern.compile("(?i)\\s*(name|driver)\\s*=.*");

  private final Layout layout;

  public DriverConfig(Layout layout) {
    this.layout = layout;
  }

  /** Sets name and command; returns whether anything has changed. */
  public boolean set(String name, String driver) {
    return write(lines -> with(lines, name, driver));
  }

  /** Removes name and command, and the section if nothing else is in it. */
  public boolean remove() {
    return write(DriverConfig::without);
  }

  private boolean write(UnaryOperator<String> change) {
    Path file = layout.commonDir().resolve("config");
    Path lock = layout.commonDir().resolve("config.lock");
    try {
      String before = Files.exists(file) ? Files.readString(file, UTF_8) : "";
      String after = change.apply(before);
      if (after.equals(before)) {
        return false;
      }
      DurableFile.create(lock, after.getBytes(UTF_8));
      try {
        if (Files.exists(file)) {
          FileStat.copyPermissions(file, lock);
        }
        FileStat.replace(lock, file);
      } finally {
        DurableFile.deleteQuietly(lock);
      }
      return true;
    } catch (FileAlreadyExistsException e) {
      throw Problem.of(
              ErrorCode.LOCKED,
              "the configuration is locked: " + lock,
              "Run it again when the other program has ended.")
          .refusal(e);
    } catch (IOException e) {
      throw GitProblems.io("can't write " + file, e);
    }
  }

  private static String with(String text, String name, String driver) {
    if (text.contains(entry("name", name)) && text.contains(entry("driver", driver))) {
      return text;
    }
    String rest = without(text);
    String end = rest.isEmpty() || rest.endsWith("\n") ? "" : "\n";
    return rest + end + SECTION + "\n" + entry("name", name) + entry("driver", driver);
  }

  private static String entry(String key, String value) {
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\t" + key + " = \"" + quoted + "\"\n";
  }

  private static String without(String text) {
    List<String> kept = new ArrayList<>();
    boolean inSection = false;
    boolean continued = false;
    int header = -1;
    for (String line : text.split("(?<=\n)", -1)) {
      boolean removed = inSection && (continued || KEY.matcher(line.stripTrailing()).matches());
      continued = removed && line.stripTrailing().endsWith("\\");
      if (removed) {
        continue;
      }
      if (HEADER.matcher(line.stripTrailing()).matches()) {
        removeIfEmpty(kept, header);
        inSection = OWN_HEADER.matcher(line.stripTrailing()).matches();
        header = inSection ? kept.size() : -1;
      }
      kept.add(line);
    }
    removeIfEmpty(kept, header);
    return String.join("", kept);
  }

  /** Removes Replenish's own section if it is empty. */
  private static void removeIfEmpty(List<String> kept, int header) {
    if (header >= 0 && kept.subList(header + 1, kept.size()).stream().allMatch(String::isEmpty)) {
      kept.remove(header);
    }
  }
}
