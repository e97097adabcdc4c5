package dev.replenish.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Outcome;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo does what {@code examples/small-team} shows, and leaves nothing behind. */
class DemoTest {
  private static final Path EXAMPLE = Path.of("examples/small-team");

  @TempDir Path tmp;

  @Test
  void demoMovesTasksAndThenFindsNothingToDo() {
    Demo.Result result = Demo.run(false);
    assertEquals(Outcome.MOVED, result.first().outcome());
    assertEquals(Outcome.NOOP, result.second().outcome());
    assertEquals("todo-full", result.second().reason());
    assertFalse(result.kept());
    assertFalse(Files.exists(result.repository()), "the repository is gone");
    assertEquals("BACKLOG.md", result.before().get(0).path());
    assertTrue(
        result.after().get(1).lines().size() > result.before().get(1).lines().size(),
        "TODO.md has grown");
  }

  @Test
  void keptRepositoryIsCleanAndIntact() throws IOException {
    Demo.Result result = Demo.run(true);
    try {
      GitSandbox git = GitSandbox.create(tmp).at(result.repository());
      git.git("fsck", "--strict");
      assertEquals("", git.git("status", "--porcelain"));
      assertEquals("main\n", git.git("branch", "--show-current"));
      assertEquals("2\n", git.git("rev-list", "--count", "HEAD"));
      assertEquals(2, git.git("reflog", "show", "main").lines().count());
      for (String name : List.of("TASK_INDEX.md", "TODO.md")) {
        assertEquals(
            Files.readString(EXAMPLE.resolve("after").resolve(name)), git.read(name), name);
      }
    } finally {
      remove(result.repository());
    }
  }

  @Test
  void demoUsesAllFilesOfTheExample() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE.resolve("before"))) {
      assertEquals(Demo.FILES, files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  /** The program of the separate process. */
  static final class Program {
    private Program() {}

    /** Prints the outcomes. */
    public static void main(String[] args) {
      Demo.Result result = Demo.run(false);
      System.out.print(result.first().outcome().word() + " " + result.second().outcome().word());
    }
  }

  @Test
  void demoNeedsNoGitNoNameAndNoHome() throws Exception {
    Path home = Files.createDirectories(tmp.resolve("home"));
    for (String named : List.of("", home.toString(), "/dev/null/nowhere")) {
      assertEquals("moved noop", runInItsOwnProcess(named), named);
    }
    assertEquals(0, home.toFile().list().length, "nothing is written there");
  }

  private String runInItsOwnProcess(String home) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String user = home.isEmpty() ? "/dev/null/nowhere" : home;
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Duser.home=" + user,
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName());
    builder.environment().clear();
    builder.environment().put("PATH", tmp.toString());
    if (!home.isEmpty()) {
      builder.environment().put("HOME", home);
    }
    Path out = tmp.resolve("out");
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    Process process = builder.start();
    process.waitFor();
    return Files.readString(out);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
