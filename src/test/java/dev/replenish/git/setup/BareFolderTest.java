package dev.replenish.git.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A minimal repository, made without Git. */
abstract class BareFolderTest {
  @TempDir Path tmp;

  final Map<String, String> env = new TreeMap<>();
  Path root = Path.of("");
  Path gitDir = Path.of("");

  @BeforeEach
  void makeRepository() throws IOException {
    root = Files.createDirectories(tmp.toRealPath().resolve("work"));
    gitDir = repository(root.resolve(".git"));
    env.put("HOME", Files.createDirectories(tmp.toRealPath().resolve("home")).toString());
    env.put("GIT_CONFIG_NOSYSTEM", "1");
  }

  static Path repository(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("objects"));
    Files.createDirectories(folder.resolve("refs"));
    write(folder.resolve("HEAD"), "ref: refs/heads/main\n");
    return folder;
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the repository's own settings. */
  void repositoryConfig(String text) {
    write(gitDir.resolve("config"), text);
  }

  /** Writes the user's settings. */
  void userConfig(String text) {
    write(Path.of(env.getOrDefault("HOME", "")).resolve(".gitconfig"), text);
  }

  Layout open() {
    return Layout.open(root, env);
  }

  /** Why the repository is not opened; empty if it is. */
  Optional<Problem> refusal() {
    return refusal(this::open);
  }

  static Optional<Problem> refusal(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (ProblemException refused) {
      return Optional.of(refused.problem());
    }
  }

  void assertRefused(String message, String next) {
    assertRefused(message, next, this::open);
  }

  static void assertRefused(String message, String next, Runnable call) {
    Problem problem = refusal(call).orElseThrow();
    assertEquals(ErrorCode.REPOSITORY_STATE, problem.code());
    assertEquals(message, problem.message());
    assertEquals(next, problem.next());
  }
}
