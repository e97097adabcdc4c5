package dev.replenish.git.setup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the system's and the user's Git files are, found without the {@code git} program. */
public final class ConfigLocations {
  private static final String PREFIX = "%(prefix)/";
  private static final Path USERS = Path.of("/etc/passwd");

  private final Map<String, String> env;
  private final Programs programs;

  public ConfigLocations(Map<String, String> env) {
    this(env, new Programs(env));
  }

  /** The locations on the operating system that {@code programs} assumes. */
  ConfigLocations(Map<String, String> env, Programs programs) {
    this.env = env;
    this.programs = programs;
  }

  /** The system's configuration files, lowest precedence first. */
  List<Path> system() {
    if (GitConfig.isTrue(env.getOrDefault("GIT_CONFIG_NOSYSTEM", ""))) {
      return List.of();
    }
    String named = env.get("GIT_CONFIG_SYSTEM");
    if (named != null) {
      return named.isEmpty() ? List.of() : List.of(expand(named));
    }
    List<Path> files = new ArrayList<>();
    String data = programs.onWindows() ? programs.variable("ProgramData") : "";
    if (!data.isEmpty()) {
      add(files, Path.of(data, "Git", "config"));
    }
    for (Path folder : folders()) {
      add(files, folder.resolve("gitconfig"));
    }
    return files;
  }

  /** The folders where the system's files may be, lowest precedence first. */
  private List<Path> folders() {
    if (programs.onWindows()) {
      return programs.gitForWindows().map(git -> List.of(git.resolve("etc"))).orElse(List.of());
    }
    // Apple's git, then what package managers install.
    return List.of(
        Path.of("/Applications/Xcode.app/Contents/Developer/usr/share/git-core"),
        Path.of("/Library/Developer/CommandLineTools/usr/share/git-core"),
        Path.of("/etc"),
        Path.of("/usr/local/etc"),
        Path.of("/opt/local/etc"),
        Path.of("/opt/homebrew/etc"),
        Path.of("/home/linuxbrew/.linuxbrew/etc"));
  }

  private static void add(List<Path> files, Path file) {
    if (Files.isRegularFile(file)) {
      files.add(file);
    }
  }

  /** The user's configuration files, lowest precedence first. */
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

  /** A Git file below {@code $XDG_CONFIG_HOME} or {@code ~/.config}. */
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
    List<Path> files = new ArrayList<>();
    if (!GitConfig.isTrue(env.getOrDefault("GIT_ATTR_NOSYSTEM", ""))) {
      for (Path folder : folders()) {
        add(files, folder.resolve("gitattributes"));
      }
    }
    return files.isEmpty() ? null : files.get(files.size() - 1);
  }

  /** The path with a leading {@code ~/}, {@code ~user/} or {@code %(prefix)/} replaced. */
  public Path expand(String path) {
    int slash = path.indexOf('/');
    if (path.startsWith("~") && slash > 0) {
      String user = path.substring(1, slash);
      Path home = user.isEmpty() ? home() : homeOf(user);
      return home == null ? Path.of(path) : home.resolve(path.substring(slash + 1));
    }
    if (path.startsWith(PREFIX)) {
      return prefix().resolve(path.substring(PREFIX.length()));
    }
    return Path.of(path);
  }

  /** The home folder of another user: as in the system's user list, or beside this user's own. */
  private @Nullable Path homeOf(String user) {
    try (Stream<String> lines = Files.lines(USERS, ISO_8859_1)) {
      for (String line : (Iterable<String>) lines::iterator) {
        String[] fields = line.split(":", -1);
        if (fields.length > 5 && fields[0].equals(user)) {
          return Path.of(fields[5]);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // No such list on this system.
    }
    Path home = home();
    Path beside = home == null ? null : home.resolveSibling(user);
    return beside != null && Files.isDirectory(beside) ? beside : null;
  }

  /** Where the git program is installed: the parent of the folder that holds it. */
  private Path prefix() {
    if (programs.onWindows()) {
      Path git = programs.gitForWindows().orElse(Path.of("C:\\Program Files\\Git"));
      return git.resolve("mingw64");
    }
    Path program = programs.onPath("git").map(Path::toAbsolutePath).orElse(null);
    Path folder = program == null ? null : program.normalize().getParent();
    Path above = folder == null ? null : folder.getParent();
    return above == null ? Path.of("/usr") : above;
  }

  /** The home folder without symbolic links, as Git compares it in {@code gitdir:} conditions. */
  @Nullable Path realHome() {
    Path home = home();
    return home == null ? null : Discovery.real(home);
  }

  private @Nullable Path home() {
    String home = env.getOrDefault("HOME", "");
    if (home.isEmpty() && programs.onWindows()) {
      home = programs.variable("HOMEDRIVE") + programs.variable("HOMEPATH");
      if (home.isEmpty() || !Files.isDirectory(Path.of(home))) {
        home = programs.variable("USERPROFILE");
      }
    }
    return home.isEmpty() ? null : Path.of(home);
  }
}
