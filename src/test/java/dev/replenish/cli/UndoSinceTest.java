package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code undo} of commands after later commands have changed the board. */
class UndoSinceTest {
  @TempDir Path tmp;

  /** Boards of two groups: have a high priority, B-1 and B-2 a low one. */
  enum Board {
    NATIVE {
      @Override
      String backlog() {
        return Shell.group("dev", "high", task("A-1"), task("A-2"), task("A-3"))
            + "\n"
            + Shell.group("dev", "low", task("B-1"), task("B-2")).replace("high]", "low]");
      }

      private String task(String id) {
        return Shell.ready(id, "Work on " + id);
      }
    },
    CHECKLIST {
      @Override
      String backlog() {
        return "# Tea\n\n## High\n\n- [ ] A-1: Work on A-1\n- [ ] A-2: Work on A-2\n"
            + "- [ ] A-3: Work on A-3\n\n## Low\n\n- [ ] B-1: Work on B-1\n"
            + "- [ ] B-2: Work on B-2\n";
      }
    },
    TABLE {
      @Override
      String backlog() {
        String head = "| ID | Task | Effort |\n|----|------|--------|\n";
        return "# Tea\n\n## High\n\n"
            + head
            + "| A-1 | Work on A-1 | 1 h |\n| A-2 | Work on A-2 | 1 h |\n"
            + "| A-3 | Work on A-3 | 1 h |\n\n## Low\n\n"
            + head
            + "| B-1 | Work on B-1 | 1 h |\n| B-2 | Work on B-2 | 1 h |\n";
      }
    },
    HEADINGS {
      @Override
      String backlog() {
        String task = "### %1$s: Work on %1$s\n\n- **Status:** todo\n- **Effort:** 1 h\n\n";
        return "# Tea\n\n## High\n\n"
            + task.formatted("A-1")
            + task.formatted("A-2")
            + task.formatted("A-3")
            + "## Low\n\n"
            + task.formatted("B-1")
            + task.formatted("B-2");
      }
    };

    abstract String backlog();
  }

  private Shell begin(Board board) {
    return Shell.withBacklog(tmp, board.backlog().stripTrailing());
  }

  private static String commit(Shell shell, String... call) {
    shell.ok(call);
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  /** The id, priority and title of each task, in order. */
  private static List<String> tasks(Shell shell) {
    List<String> tasks = new ArrayList<>();
    for (JsonNode task : shell.json(0, "list").get("tasks")) {
      tasks.add(
          task.at("/id").asText()
              + " "
              + task.at("/priority").asText()
              + " "
              + task.at("/title").asText());
    }
    return tasks;
  }

  private static void assertUndone(
      Shell shell, List<String> before, String laterEdit, String commit) {
    shell.ok("undo", commit);
    List<String> expected = new ArrayList<>();
    before.forEach(task -> expected.add(task.startsWith("B-2 ") ? laterEdit : task));
    assertEquals(expected, tasks(shell), shell.git().read("BACKLOG.md"));
    assertEquals(0, shell.run("check").code());
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  private static String refused(Shell shell, String commit) {
    String tip = shell.git().git("rev-parse", "HEAD");
    Shell.Result result = shell.run("undo", commit);
    assertEquals(6, result.code(), result.all());
    assertEquals(tip, shell.git().git("rev-parse", "HEAD"));
    return result.err();
  }

  @ParameterizedTest
  @EnumSource
  void editIsUndone(Board board) {
    Shell shell = begin(board);
    List<String> before = tasks(shell);
    String edit = commit(shell, "edit", "A-2", "--title", "Rest", "--effort", "3 h");
    shell.ok("edit", "B-2", "--title", "Sing");
    assertUndone(shell, before, "B-2 low Sing", edit);
    assertTrue(!shell.git().read("BACKLOG.md").contains("3 h"));
  }

  @ParameterizedTest
  @EnumSource
  void editIntoAnotherGroupIsUndone(Board board) {
    Shell shell = begin(board);
    List<String> before = tasks(shell);
    String edit = commit(shell, "edit", "A-2", "--priority", "low");
    shell.ok("edit", "B-2", "--title", "Sing");
    assertUndone(shell, before, "B-2 low Sing", edit);
  }

  @ParameterizedTest
  @EnumSource
  void moveIsUndone(Board board) {
    Shell shell = begin(board);
    List<String> before = tasks(shell);
    String move = commit(shell, "move", "A-3", "--before", "A-1");
    shell.ok("edit", "B-2", "--title", "Sing");
    assertUndone(shell, before, "B-2 low Sing", move);
  }

  @ParameterizedTest
  @EnumSource
  void addedTaskIsRemoved(Board board) {
    Shell shell = begin(board);
    List<String> before = tasks(shell);
    String add = commit(shell, "add", "Dance", "--priority", "high");
    shell.ok("edit", "B-2", "--title", "Sing");
    assertUndone(shell, before, "B-2 low Sing", add);
  }

  @ParameterizedTest
  @EnumSource
  void taskChangedSinceIsNamed(Board board) {
    Shell shell = begin(board);
    String edit = commit(shell, "edit", "A-2", "--title", "Rest");
    String move = commit(shell, "move", "A-3", "--before", "A-1");
    shell.ok("edit", "A-2", "--effort", "5 h");
    assertTrue(refused(shell, edit).contains("A-2 has changed since"));
    shell.ok("move", "A-3", "--after", "A-1");
    assertTrue(refused(shell, move).contains("A-3 has been moved since"));
    shell.ok("run");
    assertTrue(refused(shell, move).contains("A-3 is now in TODO.md"));
  }
}
