package dev.replenish.git.setup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the files of a repository that several users write to, as configured by {@code
 * core.sharedRepository}.
 */
public final class SharedPermissions {
  private static final String SETTING = "core.sharedRepository";
  private static final int GROUP = 0660;
  private static final int EVERYBODY = 0664;
  private static final int FOLDER = 0040000;
  private static final int SET_GROUP = 02000;
  private static final String MODE = "unix:mode";

  private final int granted;
  private final boolean exact;
  private final boolean keepsGroup;

  private SharedPermissions(int granted, boolean exact, boolean keepsGroup) {
    this.granted = granted;
    this.exact = exact;
    this.keepsGroup = keepsGroup;
  }

  /** The permissions that the configuration asks for. */
  static SharedPermissions of(GitConfig config) {
    String value = config.get("core", "sharedrepository").orElse("umask");
    return of(value, System.getProperty("os.name"));
  }

  /**
   * The permissions that a value of {@code core.sharedRepository} asks for.
   *
   * @param system the name of the operating system: on BSD and macOS, folders pass their group on
   */
  public static SharedPermissions of(String value, String system) {
    boolean keepsGroup = system.startsWith("Mac") || system.endsWith("BSD");
    return switch (value) {
      case "umask" -> new SharedPermissions(0, false, keepsGroup);
      case "group" -> new SharedPermissions(GROUP, false, keepsGroup);
      case "all", "world", "everybody" -> new SharedPermissions(EVERYBODY, false, keepsGroup);
      default -> number(value, keepsGroup);
    };
  }

  private static SharedPermissions number(String value, boolean keepsGroup) {
    if (!Pattern.matches("[0-7]{0,9}", value)) {
      return new SharedPermissions(isTrue(value) ? GROUP : 0, false, keepsGroup);
    }
    int mode = value.isEmpty() ? 0 : Integer.parseInt(value, 8);
    if (mode <= 2) {
      int granted = mode == 0 ? 0 : mode == 1 ? GROUP : EVERYBODY;
      return new SharedPermissions(granted, false, keepsGroup);
    }
    if ((mode & 0600) != 0600) {
      throw refused(value);
    }
    return new SharedPermissions(mode & 0666, true, keepsGroup);
  }

  private static boolean isTrue(String value) {
    if (!Pattern.matches("true|yes|on|false|no|off|\\d{1,9}", value.toLowerCase(Locale.ROOT))) {
      throw refused(value);
    }
    return GitConfig.isTrue(value);
  }

  private static RuntimeException refused(String value) {
    return GitProblems.state(
        SETTING + " is '" + value + "', which would deny the owner access",
        "Set it to group, all, umask or an octal number such as 0660: `git config "
            + SETTING
            + " group`.");
  }

  /** Whether the umask alone decides about permissions. */
  public boolean isOff() {
    return granted == 0;
  }

  /** The mode that a file or folder of mode {@code before} gets. */
  public int mode(int before) {
    if (isOff()) {
      return before;
    }
    boolean folder = (before & 0170000) == FOLDER;
    int tweak = (before & 0200) == 0 ? granted & ~0222 : granted;
    if ((before & 0100) != 0) {
      tweak |= (tweak & 0444) >> 2;
    }
    int after = (exact ? before & ~0777 : before) | tweak;
    if (folder) {
      after |= (after & 0444) >> 2;
      after |= !keepsGroup && (after & 060) != 0 ? SET_GROUP : 0;
    }
    return after;
  }

  /** Sets the mode of a file or folder; leaves those of other users as they are. */
  public void adjust(Path path) {
    if (isOff()) {
      return;
    }
    try {
      int before = (Integer) Files.getAttribute(path, MODE, LinkOption.NOFOLLOW_LINKS);
      int after = mode(before);
      if (after != before && (before & 0170000) != 0120000) {
        Files.setAttribute(path, MODE, after & 07777);
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // Missing, not this user's, or no such modes here: Git leaves it as it is, too.
    }
  }

  /** Creates {@code folder} and its missing parents below {@code base}, which exists. */
  public void makeFolders(Path base, @Nullable Path folder) throws IOException {
    if (folder == null || folder.equals(base) || Files.isDirectory(folder)) {
      return;
    }
    if (isOff()) {
      Files.createDirectories(folder);
      return;
    }
    makeFolders(base, folder.getParent());
    try {
      Files.createDirectory(folder);
      adjust(folder);
    } catch (FileAlreadyExistsException e) {
      // Another process has just created it, or it is a file, on which the next step fails.
    }
  }
}
