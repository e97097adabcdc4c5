package dev.replenish.app.board;

import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.Tree;
import dev.replenish.plan.FileChange;
import dev.replenish.settings.SettingKey;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a setting into the versioned settings file; leaves all other lines unchanged. */
public final class SettingsFile {
  private static final Pattern HEADER = Pattern.compile("(?i)\\s*\\[\\s*replenish\\s*]\\s*");
  private static final Pattern OTHER = Pattern.compile("\\s*\\[.*");

  private SettingsFile() {}

  /** The change that sets {@code key} to {@code value}; empty if it is already set so. */
  public static Optional<FileChange> change(Tree tree, SettingKey key, String value) {
    Optional<Blob> blob = tree.read(Session.SETTINGS_FILE);
    if (blob.isEmpty()) {
      String text = "[replenish]\n\t" + key.word() + " = " + value + "\n";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Optional.of(FileChange.create(Session.SETTINGS_FILE, bytes));
    }
    SourceText source = SourceText.of(Session.SETTINGS_FILE, blob.get().id(), blob.get().bytes());
    String ending = source.lineEnding(LineEnding.LF).text();
    String old = new String(source.bytes(), StandardCharsets.UTF_8);
    String now = with(old, key.word(), value, ending);
    return old.equals(now)
        ? Optional.empty()
        : Edits.between(source, now.getBytes(StandardCharsets.UTF_8)).map(FileChange::edit);
  }

  /** The value in the quotes of a Git configuration file. */
  public static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /**
   * The text with the setting: the last line that sets it is replaced, else a line is added below
   * the header.
   */
  static String with(String text, String key, String value, String ending) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    Pattern assigned = Pattern.compile("(?i)\\s*" + key + "\\s*(=.*)?");
    String line = "\t" + key + " = " + value;
    int header = -1;
    int found = -1;
    boolean inSection = false;
    for (int i = 0; i < lines.size(); i++) {
      boolean isHeader = HEADER.matcher(lines.get(i)).matches();
      inSection = isHeader || (inSection && !OTHER.matcher(lines.get(i)).matches());
      header = isHeader && header < 0 ? i : header;
      found = inSection && assigned.matcher(lines.get(i)).matches() ? i : found;
    }
    if (found >= 0) {
      lines.set(found, line);
    } else if (header >= 0) {
      lines.add(header + 1, line);
    } else {
      lines.add("[replenish]");
      lines.add(line);
    }
    return String.join(ending, lines) + ending;
  }
}
