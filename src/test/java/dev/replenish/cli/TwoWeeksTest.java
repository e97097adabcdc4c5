package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two weeks of work on a board in each form, by commands alone. {@link Project} checks the board
 * after each call.
 */
@Tag("long")
class TwoWeeksTest {
  private static final String BACKLOG = " in BACKLOG.md";
  private static final String TODO = " in TODO.md";
  private static final String ARCHIVE = " in ARCHIVE.md";

  @TempDir Path tmp;
  private Project board;
  private Form form;

  /** The forms of boards, each with two groups. */
  enum Form {
    NATIVE("", "--type", "dev", "--priority", "high"),
    CHECKLIST("# Tea house\n\n## Kitchen\n\n- [ ] Boil water\n\n## Garden\n\n- [ ] Mow the lawn\n"),
    TABLE(
        "# Tea house\n\n## Kitchen\n\n"
            + "| # | Task | Effort | Assignee | Status |\n|---|------|--------|----------|--------|\n"
            + "| 1 | Boil water | 1 h | | open |\n\n## Garden\n\n"
            + "| # | Task | Effort | Assignee | Status |\n|---|------|--------|----------|--------|\n"
            + "| 2 | Mow the lawn | 1 d | | open |\n"),
    HEADINGS(
        "# Tea house\n\n## Kitchen\n\n### K-1: Boil water\n\n- **Status:** todo\n"
            + "- **Effort:** 1 h\n\nUntil it sings.\n\n## Garden\n\n### G-1: Mow the lawn\n\n"
            + "- **Status:** todo\n- **Effort:** 1 d\n");

    private final String backlog;
    private final List<String> kitchen;

    Form(String backlog, String... kitchen) {
      this.backlog = backlog;
      this.kitchen = kitchen.length == 0 ? List.of("--under", "Kitchen") : List.of(kitchen);
    }

    private List<String> garden() {
      return this == NATIVE
          ? List.of("--type", "docs", "--priority", "low")
          : List.of("--under", "Garden");
    }
  }

  private void begin(Form form) {
    this.form = form;
    if (form == Form.NATIVE) {
      Shell shell = Shell.withoutCommit(tmp);
      shell.ok("init");
      shell.git().commitAll("Begin a board");
      board = new Project(shell);
      add("Boil water", form.kitchen);
      add("Mow the lawn", form.garden());
    } else {
      board = new Project(Shell.withBacklog(tmp, form.backlog.stripTrailing()));
    }
  }

  private void add(String title, List<String> place) {
    List<String> call = new ArrayList<>(List.of("add", title, "--effort", "2 h"));
    if (form == Form.NATIVE) {
      for (String more : List.of("--plan", "Look", "--plan", "Do", "--plan", "Rest")) {
        call.add(more);
      }
      call.addAll(List.of("--documentation", "docs/tea.md"));
    }
    call.addAll(place);
    board
        .call(call.toArray(new String[0]))
        .leaves(title, "open" + BACKLOG)
        .commits("Added: " + title);
  }

  private void undo(String title, String place, String... trailers) {
    board.call("undo").leaves(title, place).commits(trailers);
  }

  @ParameterizedTest
  @EnumSource
  void boardIsMaintainedByCommandsAlone(Form form) {
    begin(form);
    monday();
    tuesday();
    wednesday();
    thursday();
    friday();
    secondWeek();
    lastDay();
  }

  /** Tasks are added, shown and started. */
  private void monday() {
    board.day("2026-03-02");
    add("Pour tea", form.kitchen);
    add("Buy cups", form.kitchen);
    add("Plant mint", form.garden());
    add("Sing", form.garden());
    undo("Sing", null, "Undo", "Removed: Sing");
    assertTrue(board.assertReads("list").contains("Buy cups"));
    assertTrue(board.assertReads("plan").contains("Boil water"));
    assertTrue(board.assertReads("status").contains("Boil water"));
    board
        .call("run")
        .leaves("Boil water", "open" + TODO)
        .leaves("Pour tea", "open" + TODO)
        .leaves("Buy cups", "open" + TODO)
        .commits("Task: Boil water", "Task: Pour tea", "Task: Buy cups");
    assertTrue(board.assertReads("next").contains("Boil water"));
    board
        .call("start", board.id("Boil water"), "--as", "ina")
        .leaves("Boil water", "in-progress" + TODO)
        .commits("Started: Boil water");
    String taken = board.assertRefused(5, "start", board.id("Boil water"), "--as", "ben");
    assertTrue(taken.contains("ina"), taken);
    board.assertReads("start", board.id("Boil water"), "--as", "ina");
    assertTrue(board.assertReads("list", "--assignee", "ina").contains("Boil water"));
  }

  /** An estimate changes; a task is blocked, deferred and reopened. */
  private void tuesday() {
    board.day("2026-03-03");
    board.call("edit", board.id("Boil water"), "--effort", "3 h").commits("Edited: Boil water");
    assertTrue(board.assertReads("next").contains("3 h"));
    board
        .call("block", board.id("Pour tea"), "--reason", "no tea yet")
        .leaves("Pour tea", "blocked" + TODO)
        .commits("Blocked: Pour tea");
    assertTrue(board.assertReads("status").contains("no tea yet"));
    board
        .call("defer", board.id("Pour tea"))
        .leaves("Pour tea", "blocked" + BACKLOG)
        .commits("Returned: Pour tea");
    board
        .call("reopen", board.id("Pour tea"))
        .leaves("Pour tea", "open" + BACKLOG)
        .commits("Reopened: Pour tea");
    assertTrue(board.assertReads("log").contains("Pour tea"));
  }

  /** Mistakes are undone. */
  private void wednesday() {
    board.day("2026-03-04");
    String cups = board.id("Buy cups");
    board.call("done", cups).leaves("Buy cups", "done" + TODO).commits("Done: Buy cups");
    undo("Buy cups", "open" + TODO, "Undo", "Reopened: Buy cups");
    board
        .call("done", board.id("Boil water"))
        .leaves("Boil water", "done" + TODO)
        .commits("Done: Boil water");
    board
        .call("reopen", board.id("Boil water"))
        .leaves("Boil water", "open" + TODO)
        .commits("Reopened: Boil water");
    undo("Boil water", "done" + TODO, "Undo", "Done: Boil water");
    board
        .call("edit", cups, "--title", "Buy ten cups", "--due", "")
        .renames("Buy cups", "Buy ten cups")
        .commits("Edited: Buy ten cups");
    board.call("undo").renames("Buy ten cups", "Buy cups").commits("Undo", "Edited: Buy cups");
  }

  /** Tasks of the backlog are reordered. */
  private void thursday() {
    board.day("2026-03-05");
    add("Water mint", form.garden());
    add("Paint fence", form.garden());
    assertEquals(List.of("Mow the lawn", "Plant mint", "Water mint", "Paint fence"), gardenTasks());
    board
        .call("move", board.id("Paint fence"), "--before", board.id("Plant mint"))
        .commits("Reordered: Paint fence");
    assertEquals(List.of("Mow the lawn", "Paint fence", "Plant mint", "Water mint"), gardenTasks());
    board.call("undo").commits("Undo", "Reordered: Paint fence");
    assertEquals(List.of("Mow the lawn", "Plant mint", "Water mint", "Paint fence"), gardenTasks());
    board
        .call("move", board.id("Mow the lawn"), "--after", board.id("Paint fence"))
        .commits("Reordered: Mow the lawn");
    assertEquals(List.of("Plant mint", "Water mint", "Paint fence", "Mow the lawn"), gardenTasks());
  }

  private List<String> gardenTasks() {
    List<String> titles = new ArrayList<>(board.in("BACKLOG.md"));
    titles.remove("Pour tea");
    return titles;
  }

  /** Tasks are finished, rejected and archived. */
  private void friday() {
    board.day("2026-03-06");
    board
        .call("done", board.id("Mow the lawn"))
        .leaves("Mow the lawn", "done" + BACKLOG)
        .commits("Done: Mow the lawn");
    board
        .call("reject", board.id("Paint fence"), "--reason", "it is a hedge")
        .leaves("Paint fence", "rejected" + BACKLOG)
        .commits("Rejected: Paint fence");
    undo("Paint fence", "open" + BACKLOG, "Undo", "Reopened: Paint fence");
    board.call("archive").leaves("Boil water", "done" + ARCHIVE).commits("Archived: Boil water");
    undo("Boil water", "done" + TODO, "Undo", "Restored: Boil water");
    board.call("archive").leaves("Boil water", "done" + ARCHIVE).commits("Archived: Boil water");
  }

  /** Named tasks are promoted, a task is started from the backlog, and commands are undone. */
  private void secondWeek() {
    board.day("2026-03-09");
    board
        .call("run", board.id("Pour tea"))
        .leaves("Pour tea", "open" + TODO)
        .commits("Task: Pour tea");
    undo("Pour tea", "open" + BACKLOG, "Undo", "Returned: Pour tea");
    board
        .call("start", board.id("Pour tea"))
        .leaves("Pour tea", "in-progress" + TODO)
        .commits("Task: Pour tea", "Started: Pour tea");
    String started = board.head();
    undo("Pour tea", "open" + BACKLOG, "Undo", "Returned: Pour tea", "Reopened: Pour tea");
    board
        .call("undo", "HEAD")
        .leaves("Pour tea", "in-progress" + TODO)
        .commits("Undo", "Task: Pour tea", "Started: Pour tea");
    board.day("2026-03-10");
    board
        .call("block", board.id("Plant mint"), "--reason", "frost")
        .leaves("Plant mint", "blocked" + BACKLOG)
        .commits("Blocked: Plant mint");
    board
        .call("done", board.id("Pour tea"))
        .leaves("Pour tea", "done" + ARCHIVE)
        .commits("Done: Pour tea", "Archived: Pour tea");
    String refused = board.assertRefused(6, "undo", started);
    assertTrue(refused.contains(board.id("Pour tea")), refused);
    board
        .call("reopen", board.id("Pour tea"))
        .leaves("Pour tea", "open" + TODO)
        .commits("Reopened: Pour tea", "Restored: Pour tea");
    board
        .call("done", board.id("Pour tea"), board.id("Buy cups"))
        .leaves("Pour tea", "done" + ARCHIVE)
        .leaves("Buy cups", "done" + ARCHIVE)
        .commits("Done: Pour tea", "Done: Buy cups", "Archived: Pour tea", "Archived: Buy cups");
    board.day("2026-03-11");
    board
        .call("run")
        .leaves("Water mint", "open" + TODO)
        .leaves("Paint fence", "open" + TODO)
        .commits("Task: Water mint", "Task: Paint fence");
    assertTrue(board.assertReads("next").contains("Water mint"));
  }

  /** The remaining tasks are finished, and the history is read. */
  private void lastDay() {
    board.day("2026-03-13");
    board
        .call("reject", board.id("Paint fence"), "--reason", "it is a hedge")
        .leaves("Paint fence", "rejected" + ARCHIVE)
        .commits("Rejected: Paint fence", "Archived: Paint fence");
    board
        .call("reopen", board.id("Plant mint"))
        .leaves("Plant mint", "open" + BACKLOG)
        .commits("Reopened: Plant mint");
    board
        .call("done", board.id("Water mint"), "--refill")
        .leaves("Water mint", "done" + ARCHIVE)
        .leaves("Plant mint", "open" + TODO)
        .commits("Done: Water mint", "Archived: Water mint", "Task: Plant mint");
    board
        .call("done", board.id("Plant mint"))
        .leaves("Plant mint", "done" + ARCHIVE)
        .commits("Done: Plant mint", "Archived: Plant mint");
    assertEquals(List.of(), board.in("TODO.md"));
    assertEquals(List.of("Mow the lawn"), board.in("BACKLOG.md"));
    assertFalse(board.assertReads("list", "--state", "open").contains("mint"));
    assertTrue(board.assertReads("show", board.id("Boil water")).contains("ina"));
    assertEquals(
        10, board.assertReads("log").lines().filter(line -> line.contains(" undo ")).count());
  }
}
