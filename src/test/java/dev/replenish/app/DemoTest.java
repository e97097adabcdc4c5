package dev.replenish.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration does what {@code examples/small-team} shows, and leaves nothing behind. */
class DemoTest {
  private static final Path EXAMPLE = Path.of("examples/small-team");

  @TempDir Path tmp;

  @Test
  void movesTasksAndThenFindsNothingToDo() {
    DemoResult result = Demo.run(false);
    assertEquals("moved", result.first().outcome());
    assertEquals("noop", result.second().outcome());
    assertEquals("todo-full", result.second().reason());
    assertFalse(result.kept());
    assertFalse(Files.exists(result.repository()), "the repository is gone");
    assertEquals("BACKLOG.md", result.before().get(0).path());
    assertTrue(
        result.after().get(1).lines().size() > result.before().get(1).lines().size(),
        "TODO.md has grown");
  }

  @Test
  void keepsARepositoryThatGitFindsCleanAndWhole() throws IOException {
    DemoResult result = Demo.run(true);
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
  void takesAllFilesOfTheExample() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE.resolve("before"))) {
      assertEquals(Demo.FILES, files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
