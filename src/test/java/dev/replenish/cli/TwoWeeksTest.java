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
 * Two weeks in a tea house that is being furnished: nobody opens an editor, whatever way the board
 * is written in. {@link Project} looks the board over after each call.
 */
@Tag("long")
class TwoWeeksTest {
  private static final String BACKLOG = " in BACKLOG.md";
  private static final String TODO = " in TODO.md";
  private static final String ARCHIVE = " in ARCHIVE.md";

  @TempDir Path tmp;
  private Project board;
  private Writing writing;

  /** The ways of writing, each with two groups. */
  enum Writing {
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

    Writing(String backlog, String... kitchen) {
      this.backlog = backlog;
      this.kitchen = kitchen.length == 0 ? List.of("--under", "Kitchen") : List.of(kitchen);
    }

    private List<String> garden() {
      return this == NATIVE
          ? List.of("--type", "docs", "--priority", "low")
          : List.of("--under", "Garden");
    }
  }

  private void begin(Writing way) {
    writing = way;
    if (way == Writing.NATIVE) {
      Shell shell = Shell.withoutCommit(tmp);
      shell.ok("init");
      shell.git().commitAll("Begin a board");
      board = new Project(shell);
      add("Boil water", way.kitchen);
      add("Mow the lawn", way.garden());
    } else {
      board = new Project(Shell.withBacklog(tmp, way.backlog.stripTrailing()));
    }
  }

  private void add(String title, List<String> place) {
    List<String> call = new ArrayList<>(List.of("add", title, "--effort", "2 h"));
    if (writing == Writing.NATIVE) {
      for (String more : List.of("--plan", "Look", "--plan", "Do", "--plan", "Rest")) {
        call.add(more);
      }
      call.addAll(List.of("--documentation", "docs/tea.md"));
    }
    call.addAll(place);
    board.call(call.toArray(new String[0])).leaves(title, "open" + BACKLOG).says("Added: " + title);
  }

  private void undo(String title, String place, String... trailers) {
    board.call("undo").leaves(title, place).says(trailers);
  }

  @ParameterizedTest
  @EnumSource
  void aBoardIsWorkedOnByCommandsAlone(Writing way) {
    begin(way);
    monday();
    tuesday();
    wednesday();
    thursday();
    friday();
    secondWeek();
    theEnd();
  }

  /** Work is written down, looked at and begun. */
  private void monday() {
    board.day("2026-03-02");
    add("Pour tea", writing.kitchen);
    add("Buy cups", writing.kitchen);
    add("Plant mint", writing.garden());
    add("Sing", writing.garden());
    undo("Sing", null, "Undo", "Removed: Sing");
    assertTrue(board.looks("list").contains("Buy cups"));
    assertTrue(board.looks("plan").contains("Boil water"));
    assertTrue(board.looks("status").contains("Boil water"));
    board
        .call("run")
        .leaves("Boil water", "open" + TODO)
        .leaves("Pour tea", "open" + TODO)
        .leaves("Buy cups", "open" + TODO)
        .says("Task: Boil water", "Task: Pour tea", "Task: Buy cups");
    assertTrue(board.looks("next").contains("Boil water"));
    board
        .call("start", board.id("Boil water"), "--as", "ina")
        .leaves("Boil water", "in-progress" + TODO)
        .says("Started: Boil water");
    String taken = board.isRefused(5, "start", board.id("Boil water"), "--as", "ben");
    assertTrue(taken.contains("ina"), taken);
    board.looks("start", board.id("Boil water"), "--as", "ina");
    assertTrue(board.looks("list", "--assignee", "ina").contains("Boil water"));
  }

  /** Things turn out otherwise: an estimate, an obstacle. */
  private void tuesday() {
    board.day("2026-03-03");
    board.call("edit", board.id("Boil water"), "--effort", "3 h").says("Edited: Boil water");
    assertTrue(board.looks("next").contains("3 h"));
    board
        .call("block", board.id("Pour tea"), "--reason", "no tea yet")
        .leaves("Pour tea", "blocked" + TODO)
        .says("Blocked: Pour tea");
    assertTrue(board.looks("status").contains("no tea yet"));
    board
        .call("defer", board.id("Pour tea"))
        .leaves("Pour tea", "blocked" + BACKLOG)
        .says("Returned: Pour tea");
    board
        .call("reopen", board.id("Pour tea"))
        .leaves("Pour tea", "open" + BACKLOG)
        .says("Reopened: Pour tea");
    assertTrue(board.looks("log").contains("Pour tea"));
  }

  /** A slip is taken back, twice over. */
  private void wednesday() {
    board.day("2026-03-04");
    String cups = board.id("Buy cups");
    board.call("done", cups).leaves("Buy cups", "done" + TODO).says("Done: Buy cups");
    undo("Buy cups", "open" + TODO, "Undo", "Reopened: Buy cups");
    board
        .call("done", board.id("Boil water"))
        .leaves("Boil water", "done" + TODO)
        .says("Done: Boil water");
    board
        .call("reopen", board.id("Boil water"))
        .leaves("Boil water", "open" + TODO)
        .says("Reopened: Boil water");
    undo("Boil water", "done" + TODO, "Undo", "Done: Boil water");
    board
        .call("edit", cups, "--title", "Buy ten cups", "--due", "")
        .renames("Buy cups", "Buy ten cups")
        .says("Edited: Buy ten cups");
    board.call("undo").renames("Buy ten cups", "Buy cups").says("Undo", "Edited: Buy cups");
  }

  /** The backlog is put in order. */
  private void thursday() {
    board.day("2026-03-05");
    add("Water mint", writing.garden());
    add("Paint fence", writing.garden());
    assertEquals(garden("Mow the lawn", "Plant mint", "Water mint", "Paint fence"), gardens());
    board
        .call("move", board.id("Paint fence"), "--before", board.id("Plant mint"))
        .says("Reordered: Paint fence");
    assertEquals(garden("Mow the lawn", "Paint fence", "Plant mint", "Water mint"), gardens());
    board.call("undo").says("Undo", "Reordered: Paint fence");
    assertEquals(garden("Mow the lawn", "Plant mint", "Water mint", "Paint fence"), gardens());
    board
        .call("move", board.id("Mow the lawn"), "--after", board.id("Paint fence"))
        .says("Reordered: Mow the lawn");
    assertEquals(garden("Plant mint", "Water mint", "Paint fence", "Mow the lawn"), gardens());
  }

  private static List<String> garden(String... titles) {
    return List.of(titles);
  }

  private List<String> gardens() {
    List<String> titles = new ArrayList<>(board.in("BACKLOG.md"));
    titles.remove("Pour tea");
    return titles;
  }

  /** What nobody needs goes; the week is filed. */
  private void friday() {
    board.day("2026-03-06");
    board
        .call("done", board.id("Mow the lawn"))
        .leaves("Mow the lawn", "done" + BACKLOG)
        .says("Done: Mow the lawn");
    board
        .call("reject", board.id("Paint fence"), "--reason", "it is a hedge")
        .leaves("Paint fence", "rejected" + BACKLOG)
        .says("Rejected: Paint fence");
    undo("Paint fence", "open" + BACKLOG, "Undo", "Reopened: Paint fence");
    board.call("archive").leaves("Boil water", "done" + ARCHIVE).says("Archived: Boil water");
    undo("Boil water", "done" + TODO, "Undo", "Restored: Boil water");
    board.call("archive").leaves("Boil water", "done" + ARCHIVE).says("Archived: Boil water");
  }

  /** A batch that is named, a task that is taken from the backlog, and more taken back. */
  private void secondWeek() {
    board.day("2026-03-09");
    board
        .call("run", board.id("Pour tea"))
        .leaves("Pour tea", "open" + TODO)
        .says("Task: Pour tea");
    undo("Pour tea", "open" + BACKLOG, "Undo", "Returned: Pour tea");
    board
        .call("start", board.id("Pour tea"))
        .leaves("Pour tea", "in-progress" + TODO)
        .says("Task: Pour tea", "Started: Pour tea");
    String started = board.head();
    undo("Pour tea", "open" + BACKLOG, "Undo", "Returned: Pour tea", "Reopened: Pour tea");
    board
        .call("undo", "HEAD")
        .leaves("Pour tea", "in-progress" + TODO)
        .says("Undo", "Task: Pour tea", "Started: Pour tea");
    board.day("2026-03-10");
    board
        .call("block", board.id("Plant mint"), "--reason", "frost")
        .leaves("Plant mint", "blocked" + BACKLOG)
        .says("Blocked: Plant mint");
    board
        .call("done", board.id("Pour tea"))
        .leaves("Pour tea", "done" + ARCHIVE)
        .says("Done: Pour tea", "Archived: Pour tea");
    String refused = board.isRefused(6, "undo", started);
    assertTrue(refused.contains(board.id("Pour tea")), refused);
    board
        .call("reopen", board.id("Pour tea"))
        .leaves("Pour tea", "open" + TODO)
        .says("Reopened: Pour tea", "Restored: Pour tea");
    board
        .call("done", board.id("Pour tea"), board.id("Buy cups"))
        .leaves("Pour tea", "done" + ARCHIVE)
        .leaves("Buy cups", "done" + ARCHIVE)
        .says("Done: Pour tea", "Done: Buy cups", "Archived: Pour tea", "Archived: Buy cups");
    board.day("2026-03-11");
    board
        .call("run")
        .leaves("Water mint", "open" + TODO)
        .leaves("Paint fence", "open" + TODO)
        .says("Task: Water mint", "Task: Paint fence");
    assertTrue(board.looks("next").contains("Water mint"));
  }

  /** All is finished, and the history says who did what. */
  private void theEnd() {
    board.day("2026-03-13");
    board
        .call("reject", board.id("Paint fence"), "--reason", "it is a hedge")
        .leaves("Paint fence", "rejected" + ARCHIVE)
        .says("Rejected: Paint fence", "Archived: Paint fence");
    board
        .call("reopen", board.id("Plant mint"))
        .leaves("Plant mint", "open" + BACKLOG)
        .says("Reopened: Plant mint");
    board
        .call("done", board.id("Water mint"), "--refill")
        .leaves("Water mint", "done" + ARCHIVE)
        .leaves("Plant mint", "open" + TODO)
        .says("Done: Water mint", "Archived: Water mint", "Task: Plant mint");
    board
        .call("done", board.id("Plant mint"))
        .leaves("Plant mint", "done" + ARCHIVE)
        .says("Done: Plant mint", "Archived: Plant mint");
    assertEquals(List.of(), board.in("TODO.md"));
    assertEquals(List.of("Mow the lawn"), board.in("BACKLOG.md"));
    assertFalse(board.looks("list", "--state", "open").contains("mint"));
    assertTrue(board.looks("show", board.id("Boil water")).contains("ina"));
    assertEquals(10, board.looks("log").lines().filter(line -> line.contains(" undo ")).count());
  }
}
