package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
  @TempDir Path tmp;

  private Shell board() {
    return Shell.withBacklog(
        tmp,
        group("dev", "low", ready("A-1", "Rinse")),
        group("dev", "high", ready("A-2", "Boil"), incomplete("A-3", "Rest")));
  }

  @Test
  void tasksAreScheduledAtThreePaces() {
    assertEquals(
        """
        Task   Hours at 3 h     at 2 h     at 1 h     Title
        A-2       16 2026-02-10 2026-02-13 2026-02-25 Boil
        A-1       16 2026-02-17 2026-02-25 2026-03-19 Rinse
        A-3       16 2026-02-24 2026-03-09 2026-04-10 Rest
        Total: 3 tasks, 48 h: 15 days at 3 h (2026-02-24), 24 days at 2 h (2026-03-09),
               48 days at 1 h (2026-04-10)
        Pace: 0 tasks finished so far; 10 more are needed for a forecast by pace
        """,
        board().ok("forecast", "--date", "2026-02-04"));
  }

  @Test
  void byAcceptsAShortId() {
    Shell shell = board();
    assertEquals(
        """
        A-3 Rest
        Before it: 2 tasks
        8 h a day: 2 days, 2026-02-10 to 2026-02-11
        It lacks: no Plan
        Pace: 0 tasks finished so far; 10 more are needed for a forecast by pace
        """,
        shell.ok("forecast", "--date", "2026-02-04", "--per-day", "8", "--by", "3"));
    assertEquals(2, shell.run("forecast", "--by", "A-9").code());
    shell.ok("run");
    shell.ok("block", "A-2", "--reason", "no water");
    assertEquals(
        "A-2 Boil\nIt is blocked, so it has no date.\n", shell.ok("forecast", "--by", "A-2"));
  }

  @Test
  void ambiguousShortIdIsRefusedOnSeveralBoards() {
    Shell shell = Shell.create(tmp);
    shell
        .git()
        .write("a/BACKLOG.md", group("dev", "high", ready("A-1", "Boil"), ready("A-2", "B")));
    shell.git().write("b/BACKLOG.md", group("dev", "high", ready("B-1", "Rinse")));
    shell.git().commitAll("boards");
    Shell.Result ambiguous = shell.run("forecast", "--board", "*", "--by", "A-");
    assertEquals(2, ambiguous.code());
    assertTrue(ambiguous.err().contains("'A-' is short for several tasks"), ambiguous.err());
    Shell.Result unknown = shell.run("forecast", "--board", "*", "--by", "C-1");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("there is no task 'C-1'"), unknown.err());
  }

  @Test
  void hoursAreNotShownWithoutAnEstimate() {
    Shell shell = Shell.withBacklog(tmp, "- [ ] Boil\n- [ ] Rinse\n");
    String text = shell.ok("forecast", "--date", "2026-02-04");
    assertTrue(text.contains("Total: 2 tasks without an estimate\n"), text);
  }

  @Test
  void untilCountsTheTasksFinishedByADay() {
    Shell shell = board();
    String out = shell.ok("forecast", "--date", "2026-02-04", "--until", "2026-02-17");
    assertTrue(
        out.startsWith(
            """
            3 h a day: 2 of 3 tasks by 2026-02-17
            2 h a day: 1 of 3 tasks by 2026-02-17
            1 h a day: 0 of 3 tasks by 2026-02-17
            """),
        out);
    Shell.Result over = shell.run("forecast", "--date", "2026-02-04", "--until", "2026-02-03");
    assertEquals(2, over.code());
    assertTrue(over.err().contains("--until 2026-02-03 is in the past"), over.err());
  }

  @Test
  void daysOffAreReadFromAFileInTheRepository() {
    Shell shell = board();
    shell.git().write("docs/off.txt", "2026-02-05..2026-02-06 Carnival\n");
    shell.git().write(".replenish", "[replenish]\n\tholidays = docs/off.txt\n").commitAll("off");
    JsonNode json = shell.json(0, "forecast", "--date", "2026-02-04", "--per-day", "8");
    assertEquals("2026-02-09", json.at("/tasks/0/dates/0/last").asText());
    shell.git().write("docs/off.txt", "2026-02-05\nEaster\n");
    assertEquals("docs/off.txt", shell.json(6, "forecast").get("error").get("path").asText());
    shell.set("REPLENISH_HOLIDAYS", "none.txt");
    assertEquals(6, shell.run("forecast").code());
    shell.set("REPLENISH_HOLIDAYS", "../none.txt");
    assertEquals(2, shell.run("forecast").code());
  }

  @Test
  void tenFinishedTasksGiveAForecastByPace() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 1; i <= 14; i++) {
      tasks.append(ready("A-" + i, "Cup " + i));
    }
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", tasks.toString()));
    for (String day : List.of("2026-01-05", "2026-01-14")) {
      shell.ok("run", "--date", day);
      for (JsonNode task : shell.json(0, "status").get("active")) {
        shell.ok("done", task.get("id").asText(), "--date", day);
      }
    }
    JsonNode json = shell.json(0, "forecast", "--date", "2026-01-26");
    assertEquals("[5,5,0]", json.at("/trail/weeks").toString());
    assertEquals(0, json.at("/trail/missing").asInt());
    assertEquals(0, json.at("/trail/cycleTime/p85").asInt());
    assertEquals("2026-01-29", json.at("/trail/finish/p50").asText());
    String text = shell.ok("forecast", "--date", "2026-01-26", "--by", "14");
    assertTrue(text.contains("10 tasks finished in the last 3 weeks: finished by"), text);
  }

  @Test
  void emptyBoardHasNothingToForecast() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high"));
    Shell.Result result = shell.run("forecast");
    assertEquals(0, result.code());
    assertEquals("No task is left to finish.\n", result.err());
    assertEquals(0, shell.json(0, "forecast", "--until", "2099-01-01").get("tasks").size());
    assertEquals(2, shell.run("forecast", "--per-day", "0").code());
    assertEquals(2, shell.run("forecast", "--date", "someday").code());
  }
}
