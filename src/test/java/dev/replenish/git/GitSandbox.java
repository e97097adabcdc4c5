package dev.replenish.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository of its own in a temporary folder, driven by the {@code git} program. */
public final class GitSandbox {
  private final Path root;
  private final Map<String, String> env;

  private GitSandbox(Path root, Map<String, String> env) {
    this.root = root;
    this.env = env;
  }

  /** A new repository in {@code tmp/repo} on branch main, with a home folder beside it. */
  public static GitSandbox create(Path tmp) {
    return create(tmp, "repo");
  }

  /** A new repository in {@code tmp/name}. */
  public static GitSandbox create(Path tmp, String name, String... initOptions) {
    try {
      Path base = tmp.toRealPath();
      Path home = Files.createDirectories(base.resolve("home"));
      Path root = Files.createDirectories(base.resolve(name));
      GitSandbox sandbox = new GitSandbox(root, environment(home));
      List<String> init = new ArrayList<>(List.of("init", "-q", "-b", "main"));
      init.addAll(List.of(initOptions));
      sandbox.git(init.toArray(new String[0]));
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(Path home) {
    Map<String, String> env = new TreeMap<>();
    env.put("PATH", System.getenv("PATH"));
    env.put("HOME", home.toString());
    env.put("TZ", "UTC");
    env.put("LC_ALL", "C");
    env.put("GIT_CONFIG_NOSYSTEM", "1");
    env.put("GIT_TERMINAL_PROMPT", "0");
    env.put("GIT_AUTHOR_NAME", "Ana Author");
    env.put("GIT_AUTHOR_EMAIL", "ana@example.com");
    env.put("GIT_COMMITTER_NAME", "Carl Committer");
    env.put("GIT_COMMITTER_EMAIL", "carl@example.com");
    env.put("GIT_AUTHOR_DATE", "2026-02-04T09:30:00+01:00");
    env.put("GIT_COMMITTER_DATE", "2026-02-04T09:30:00+01:00");
    return env;
  }

  /** The same environment for another folder, such as a clone or a linked work tree. */
  public GitSandbox at(Path folder) {
    return new GitSandbox(folder, env);
  }

  /** The repository's folder. */
  public Path root() {
    return root;
  }

  /** The isolated environment, to change and to hand on. */
  public Map<String, String> env() {
    return env;
  }

  /** Runs git and returns its output; fails if git fails. */
  public String git(String... args) {
    Result result = tryGit(args);
    if (result.code() != 0) {
      throw new AssertionError("git " + String.join(" ", args) + ": " + result.err());
    }
    return result.out();
  }

  /** How a program ended. */
  public record Result(int code, String out, String err) {}

  /** Runs git and returns how it ended. */
  public Result tryGit(String... args) {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.addAll(List.of(args));
    try {
      Path out = Files.createTempFile("git", "out");
      Path err = Files.createTempFile("git", "err");
      ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
      builder.environment().clear();
      builder.environment().putAll(env);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int code = process.waitFor();
      Result result = new Result(code, text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(
        Files.readAllBytes(file), UTF_8); // invalid UTF-8 becomes a replacement character
  }

  /** Writes a file below the root, with its folders. */
  public GitSandbox write(String path, String text) {
    return write(path, text.getBytes(UTF_8));
  }

  /** Writes a file below the root, with its folders. */
  public GitSandbox write(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file below the root. */
  public String read(String path) {
    try {
      return Files.readString(root.resolve(path), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds everything and commits it; returns the commit's id. */
  public String commitAll(String message) {
    git("add", "-A");
    git("-c", "maintenance.auto=false", "commit", "-q", "--allow-empty", "-m", message);
    return head();
  }

  /**
   * The commit of HEAD; read from the branch's file if there is one, without starting a program.
   */
  private String head() {
    try {
      Path folder = root.resolve(".git");
      String head = Files.readString(folder.resolve("HEAD"), UTF_8).strip();
      Path branch = folder.resolve(head.replaceFirst("^ref: ", ""));
      if (!env.containsKey("GIT_DIR") && Files.exists(branch)) {
        return Files.readString(branch, UTF_8).strip();
      }
    } catch (IOException e) {
      // a linked work tree, or a bare repository
    }
    return git("rev-parse", "HEAD").strip();
  }
}
