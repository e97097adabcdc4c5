package dev.replenish.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the system and the user keep Git's files, without asking the {@code git} program. */
final class ConfigPlaces {
  private final Map<String, String> env;

  ConfigPlaces(Map<String, String> env) {
    this.env = env;
  }

  /** The system's configuration files, weakest first. */
  List<Path> system() {
    if (GitConfig.isTrue(env.getOrDefault("GIT_CONFIG_NOSYSTEM", ""))) {
      return List.of();
    }
    String named = env.get("GIT_CONFIG_SYSTEM");
    if (named != null) {
      return named.isEmpty() ? List.of() : List.of(expand(named));
    }
    List<Path> files = new ArrayList<>();
    if (File.separatorChar == '\\') {
      add(files, env.get("ProgramData"), "Git", "config");
      add(files, env.getOrDefault("ProgramFiles", "C:\\Program Files"), "Git", "etc", "gitconfig");
    } else {
      // Apple's git, then what package managers install.
      add(files, "/Applications/Xcode.app/Contents/Developer/usr/share/git-core", "gitconfig");
      add(files, "/Library/Developer/CommandLineTools/usr/share/git-core", "gitconfig");
      add(files, "/etc", "gitconfig");
      add(files, "/usr/local/etc", "gitconfig");
      add(files, "/opt/homebrew/etc", "gitconfig");
    }
    return files;
  }

  private static void add(List<Path> files, @Nullable String base, String... rest) {
    if (base != null && Files.isRegularFile(Path.of(base, rest))) {
      files.add(Path.of(base, rest));
    }
  }

  /** The user's configuration files, weakest first. */
  List<Path> global() {
    String named = env.get("GIT_CONFIG_GLOBAL");
    if (named != null) {
      return named.isEmpty() ? List.of() : List.of(expand(named));
    }
    List<Path> files = new ArrayList<>();
    Path xdg = xdg("config");
    if (xdg != null) {
      files.add(xdg);
    }
    Path home = home();
    if (home != null) {
      files.add(home.resolve(".gitconfig"));
    }
    return files;
  }

  /** A file of Git's below {@code $XDG_CONFIG_HOME} or {@code ~/.config}. */
  @Nullable Path xdg(String name) {
    String xdg = env.getOrDefault("XDG_CONFIG_HOME", "");
    if (!xdg.isEmpty()) {
      return Path.of(xdg, "git", name);
    }
    Path home = home();
    return home == null ? null : home.resolve(".config").resolve("git").resolve(name);
  }

  /** The system's attributes file, if there is one. */
  @Nullable Path systemAttributes() {
    Path file = Path.of("/etc/gitattributes");
    boolean off = GitConfig.isTrue(env.getOrDefault("GIT_ATTR_NOSYSTEM", ""));
    return !off && Files.isRegularFile(file) ? file : null;
  }

  /** The path with a leading {@code ~/} replaced by the home folder. */
  Path expand(String path) {
    Path home = home();
    return path.startsWith("~/") && home != null ? home.resolve(path.substring(2)) : Path.of(path);
  }

  /** The home folder without symbolic links, as Git compares it in {@code gitdir:} conditions. */
  @Nullable Path realHome() {
    Path home = home();
    return home == null ? null : Discovery.real(home);
  }

  private @Nullable Path home() {
    String home = env.getOrDefault("HOME", "");
    if (home.isEmpty() && File.separatorChar == '\\') {
      home = env.getOrDefault("USERPROFILE", "");
    }
    return home.isEmpty() ? null : Path.of(home);
  }
}
