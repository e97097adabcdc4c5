package dev.replenish.git.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.FolderName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository's parts are, searched upwards from a folder as Git does.
 *
 * @param start the real path of the folder where the search began
 * @param gitDir this work tree's own git directory
 * @param commonDir the git directory that all work trees share; usually {@code gitDir}
 * @param gitFile the {@code .git} file that led to {@code gitDir}, if one did
 * @param candidate the work tree's root unless the configuration names another one
 * @param explicit whether {@code GIT_DIR} named the repository, so that nothing was searched
 */
public record Discovery(
    Path start,
    Path gitDir,
    Path commonDir,
    @Nullable Path gitFile,
    @Nullable Path candidate,
    boolean explicit) {

  /** Finds the repository that contains {@code from}. */
  public static Discovery from(Path from, Map<String, String> env) {
    Path start;
    try {
      start = from.toAbsolutePath().toRealPath();
    } catch (IOException e) {
      String next = FolderName.advice(from.toString(), "Name an existing folder with -C.");
      throw GitProblems.usage("there is no folder " + from, next);
    }
    String named = env.getOrDefault("GIT_DIR", "");
    return named.isEmpty() ? upwards(start, env) : named(start, named, env);
  }

  private static Discovery named(Path start, String named, Map<String, String> env) {
    Path dir = start.resolve(named);
    Path file = Files.isRegularFile(dir) ? dir : null;
    Path gitDir = file == null ? dir : follow(file);
    if (!isGitDir(gitDir, env)) {
      throw GitProblems.state(
          "GIT_DIR is not a git directory: " + dir, "Unset or correct GIT_DIR.");
    }
    return of(start, gitDir, file, start, true, env);
  }

  private static Discovery upwards(Path start, Map<String, String> env) {
    Set<Path> ceilings = ceilings(env);
    boolean across = GitConfig.isTrue(env.getOrDefault("GIT_DISCOVERY_ACROSS_FILESYSTEM", ""));
    Object device = device(start);
    for (Path dir = start; dir != null; dir = dir.getParent()) {
      if (!dir.equals(start) && ceilings.contains(dir)) {
        break;
      }
      if (!across && !device.equals(device(dir))) {
        break;
      }
      Path dotGit = dir.resolve(".git");
      if (Files.isRegularFile(dotGit)) {
        Path gitDir = follow(dotGit);
        if (!isGitDir(gitDir, env)) {
          throw GitProblems.state(
              dotGit + " points to " + gitDir + ", which is not a git directory",
              "Run `git worktree repair` in the main repository, or clone again.");
        }
        return of(start, gitDir, dotGit, dir, false, env);
      }
      if (isGitDir(dotGit, env)) {
        return of(start, dotGit, null, dir, false, env);
      }
      if (isGitDir(dir, env)) {
        return of(start, dir, null, null, false, env);
      }
    }
    throw GitProblems.state(
        "not a git repository: " + start + " (nor any folder above it)",
        "Go into a repository, name one with -C, or make one with `git init`.");
  }

  private static Discovery of(
      Path start,
      Path gitDir,
      @Nullable Path gitFile,
      @Nullable Path candidate,
      boolean explicit,
      Map<String, String> env) {
    Path real = real(gitDir);
    return new Discovery(start, real, commonDir(real, env), gitFile, candidate, explicit);
  }

  private static Path follow(Path gitFile) {
    String text;
    try {
      text = Files.readString(gitFile, UTF_8).strip();
    } catch (IOException e) {
      throw GitProblems.io("can't read " + gitFile, e);
    }
    if (!text.startsWith("gitdir: ")) {
      throw GitProblems.state(
          gitFile + " does not hold 'gitdir: <folder>'", "Remove or correct the file.");
    }
    return gitFile.resolveSibling(text.substring("gitdir: ".length()));
  }

  private static boolean isGitDir(Path dir, Map<String, String> env) {
    Path head = dir.resolve("HEAD");
    if (!Files.isRegularFile(head) && !Files.isSymbolicLink(head)) {
      return false;
    }
    Path common = commonDir(dir, env);
    boolean objects =
        env.containsKey("GIT_OBJECT_DIRECTORY") || Files.isDirectory(common.resolve("objects"));
    return objects && Files.isDirectory(common.resolve("refs"));
  }

  private static Path commonDir(Path gitDir, Map<String, String> env) {
    String named = env.getOrDefault("GIT_COMMON_DIR", "");
    if (!named.isEmpty()) {
      return real(Path.of(named).toAbsolutePath());
    }
    Path file = gitDir.resolve("commondir");
    try {
      return Files.isRegularFile(file)
          ? real(gitDir.resolve(Files.readString(file, UTF_8).strip()))
          : gitDir;
    } catch (IOException e) {
      throw GitProblems.io("can't read " + file, e);
    }
  }

  private static Set<Path> ceilings(Map<String, String> env) {
    Set<Path> ceilings = new HashSet<>();
    for (String each : env.getOrDefault("GIT_CEILING_DIRECTORIES", "").split(File.pathSeparator)) {
      try {
        if (!each.isEmpty() && Path.of(each).isAbsolute()) {
          ceilings.add(real(Path.of(each)));
        }
      } catch (InvalidPathException e) {
        // Git ignores entries that are not absolute paths.
      }
    }
    return ceilings;
  }

  private static Object device(Path dir) {
    try {
      return Files.getAttribute(dir, "unix:dev");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "";
    }
  }

  /** The real path if the file exists, else the absolute one. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /**
   * The git directory by the path that led to it, which may go through symbolic links if the
   * shell's {@code PWD} does; else its real path. Git tries both in {@code gitdir:} conditions.
   */
  String gitDirAsReached(Map<String, String> env) {
    String named = explicit ? env.getOrDefault("GIT_DIR", "") : candidate == null ? "." : ".git";
    if (gitFile != null && !explicit) {
      return gitDir.toString();
    }
    Path folder = explicit ? start : candidate == null ? gitDir : candidate;
    Path path = folder.resolve(named);
    try {
      Path pwd = Path.of(env.getOrDefault("PWD", ""));
      if (pwd.isAbsolute() && Files.isSameFile(pwd, folder)) {
        path = pwd.resolve(named);
      }
    } catch (IOException | InvalidPathException e) {
      // PWD does not exist any more: ignore it.
    }
    return path.toString();
  }

  /** The full name of the branch that is checked out, or null with a detached HEAD. */
  @Nullable String headBranch() {
    return branchIn(gitDir.resolve("HEAD"));
  }

  /** The ref that a HEAD file names, or null if it names none. */
  static @Nullable String branchIn(Path head) {
    try {
      if (Files.isSymbolicLink(head)) {
        return RepoPath.of(Files.readSymbolicLink(head));
      }
      String text = Files.readString(head, UTF_8).strip();
      return text.startsWith("ref:") ? text.substring("ref:".length()).strip() : null;
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The work tree's root according to configuration and environment, or null for a bare repository.
   */
  @Nullable Path workTree(GitConfig config, Map<String, String> env) {
    String named = env.getOrDefault("GIT_WORK_TREE", "");
    if (!named.isEmpty()) {
      return real(start.resolve(named));
    }
    Optional<String> own = config.local("core", "worktree", GitConfig.Scope.WORKTREE);
    Optional<String> bare = config.local("core", "bare", GitConfig.Scope.WORKTREE);
    if (!linked()) {
      // A linked work tree ignores what the shared file says about the main one.
      own = own.or(() -> config.local("core", "worktree", GitConfig.Scope.LOCAL));
      bare = bare.or(() -> config.local("core", "bare", GitConfig.Scope.LOCAL));
    }
    if (own.isPresent()) {
      return real(gitDir.resolve(own.get()));
    }
    return bare.map(GitConfig::isTrue).orElse(false) || candidate == null ? null : real(candidate);
  }

  /** Whether this is a linked work tree, with a HEAD and index of its own. */
  boolean linked() {
    return !gitDir.equals(commonDir);
  }
}
