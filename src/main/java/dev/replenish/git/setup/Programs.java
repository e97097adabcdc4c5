package dev.replenish.git.setup;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs are that Git calls: on the PATH, and on Windows also in the folder of Git for
 * Windows, whose shell and {@code gpg} are usually not on the PATH.
 */
public final class Programs {
  private final Map<String, String> env;
  private final boolean windows;

  public Programs(Map<String, String> env) {
    this(env, File.separatorChar == '\\');
  }

  /** Finds programs as on Windows or as on Unix, whatever this system is. */
  Programs(Map<String, String> env, boolean windows) {
    this.env = env;
    this.windows = windows;
  }

  boolean onWindows() {
    return windows;
  }

  /** An environment variable; on Windows its name is case-insensitive. */
  String variable(String name) {
    String value = env.get(name);
    if (value == null && windows) {
      for (Map.Entry<String, String> each : env.entrySet()) {
        if (each.getKey().equalsIgnoreCase(name)) {
          return each.getValue();
        }
      }
    }
    return value == null ? "" : value;
  }

  /** A program on the PATH. */
  public Optional<Path> onPath(String name) {
    for (String folder : variable("PATH").split(windows ? ";" : ":", -1)) {
      Path file = program(path(folder.isEmpty() && !windows ? "." : folder), name);
      if (file != null) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private @Nullable Path program(@Nullable Path folder, String name) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(windows ? name + ".exe" : name);
    return Files.isRegularFile(file) && Files.isExecutable(file) ? file : null;
  }

  private static @Nullable Path path(String text) {
    try {
      return text.isEmpty() ? null : Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The command that starts a program: its name, or its path in Git for Windows. */
  public String command(String name) {
    if (windows && onPath(name).isEmpty()) {
      for (Path folder : gitFolders()) {
        Path file = program(folder, name);
        if (file != null) {
          return file.toString();
        }
      }
    }
    return name;
  }

  /** The environment for programs that Git calls, with their folders on the PATH. */
  public Map<String, String> environment() {
    List<Path> more = windows ? gitFolders() : List.of();
    if (more.isEmpty()) {
      return env;
    }
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(env);
    StringBuilder path = new StringBuilder(variable("PATH"));
    more.forEach(folder -> path.append(path.length() == 0 ? "" : ";").append(folder));
    all.put("PATH", path.toString());
    return all;
  }

  private List<Path> gitFolders() {
    Path root = gitForWindows().orElse(null);
    return root == null
        ? List.of()
        : List.of(
            root.resolve("mingw64").resolve("bin"),
            root.resolve("usr").resolve("bin"),
            root.resolve("bin"));
  }

  /**
   * The folder of Git for Windows: that of the git on the PATH, else a usual installation folder.
   */
  Optional<Path> gitForWindows() {
    List<Path> roots = new ArrayList<>();
    onPath("git").ifPresent(git -> addAbove(roots, git));
    add(roots, "ProgramFiles", "Git");
    add(roots, "ProgramW6432", "Git");
    add(roots, "ProgramFiles(x86)", "Git");
    add(roots, "LOCALAPPDATA", "Programs", "Git");
    add(roots, "SCOOP", "apps", "git", "current");
    add(roots, "USERPROFILE", "scoop", "apps", "git", "current");
    for (Path root : roots) {
      if (Files.isRegularFile(root.resolve("etc").resolve("gitconfig"))) {
        return Optional.of(root);
      }
    }
    return Optional.empty();
  }

  /**
   * Adds the possible roots above {@code cmd\git.exe}, {@code bin\git.exe} or {@code
   * mingw64\bin\git.exe}.
   */
  private static void addAbove(List<Path> roots, Path git) {
    Path folder = git.toAbsolutePath().normalize().getParent();
    for (int i = 0; i < 2 && folder != null; i++) {
      folder = folder.getParent();
      if (folder != null) {
        roots.add(folder);
      }
    }
  }

  private void add(List<Path> roots, String variable, String... rest) {
    Path base = path(variable(variable));
    if (base != null) {
      Path root = base;
      for (String each : rest) {
        root = root.resolve(each);
      }
      roots.add(root);
    }
  }
}
