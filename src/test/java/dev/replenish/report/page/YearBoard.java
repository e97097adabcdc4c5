package dev.replenish.report.page;

import dev.replenish.cli.Shell;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A board on which a team has worked for a year, generated from a seed: the ferry of a small town.
 */
final class YearBoard {
  /** The day of the report. */
  static final LocalDate TODAY = LocalDate.parse("2026-01-30");

  private static final int WEEKS = 52;
  private static final String[] PEOPLE = {"ina", "tom", "yusuf"};
  private static final String[] VERBS = {
    "Show", "Sell", "Check", "Print", "Translate", "Remember", "Explain", "Test", "Speed up", "Draw"
  };
  private static final String[] OBJECTS = {
    "the timetable of the winter",
    "tickets for bicycles",
    "how full each crossing is",
    "delays on the pier's display",
    "the page of prices",
    "the way from the station",
    "what happens in a storm",
    "the log of the engine",
    "crossings on public holidays",
    "the map of the harbour",
    "messages of the captain",
    "the season ticket"
  };
  private static final String[] EFFORTS = {"2 hours", "4 hours", "1 day", "1-2 days", "3 days"};
  private static final String[][] GROUPS = {
    {"dev", "critical"}, {"dev", "high"}, {"docs", "medium"}, {"dev", "medium"}, {"ops", "low"}
  };

  private final Random random;
  private final Shell shell;
  private int number;

  private YearBoard(Path tmp, long seed) {
    random = new Random(seed);
    List<String> groups = new ArrayList<>();
    groups.add("# Ferry: Backlog\n");
    for (String[] group : GROUPS) {
      StringBuilder tasks = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        tasks.append(task(group[0], group[1]));
      }
      groups.add(Shell.group(group[0], group[1], tasks.toString()));
    }
    shell = Shell.withBacklog(tmp, groups.toArray(String[]::new));
  }

  /** The board at the end of the year. */
  static Shell of(Path tmp, long seed) {
    YearBoard board = new YearBoard(tmp, seed);
    LocalDate monday =
        TODAY.minusWeeks(WEEKS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int week = 0; week < WEEKS; week++) {
      board.week(monday.plusWeeks(week));
    }
    board.lastDays();
    return board.shell;
  }

  /** A batch is moved, tasks are finished, and every month new tasks are added. */
  private void week(LocalDate monday) {
    if (monday.getDayOfMonth() <= 7) {
      shell
          .given(newTasks(7 + random.nextInt(5), GROUPS))
          .ok("add", "--input", "-", "--date", monday + "");
    }
    String day = monday + "T09:30:00";
    shell.ok("run", "--date", day);
    List<String> active = active();
    int finished = Math.min(active.size(), random.nextInt(5));
    if (finished > 0) {
      shell.ok("start", active.get(0), "--as", pick(PEOPLE), "--date", day);
    }
    for (int i = 0; i < finished; i++) {
      LocalDate later = monday.plusDays(i + random.nextInt(2));
      shell.ok("done", active.get(i), "--date", later + "T16:00:00");
    }
  }

  /** The last days: one task is in progress, and one is blocked. */
  private void lastDays() {
    String day = TODAY.minusDays(4) + "T09:30:00";
    for (String id : active()) {
      shell.ok("done", id, "--date", day);
    }
    shell
        .given(newTasks(9, GROUPS[0], GROUPS[1], GROUPS[3]))
        .ok("add", "--input", "-", "--date", day);
    shell.ok("run", "--priority", "critical", "--date", day);
    shell.ok("run", "--date", day);
    List<String> active = active();
    shell.ok("done", active.get(0), "--date", TODAY.minusDays(2) + "T12:00:00");
    shell.ok("start", active.get(1), "--as", "ina", "--date", TODAY.minusDays(1) + "T10:00:00");
    String reason = "waits for the harbour master's new tariff";
    shell.ok("block", active.get(2), "--reason", reason, "--date", TODAY + "T09:00:00");
  }

  private List<String> active() {
    List<String> ids = new ArrayList<>();
    shell.json(0, "status").get("active").forEach(task -> ids.add(task.get("id").asText()));
    return ids;
  }

  /**
   * New tasks: every fifth depends on the one before, every sixth has a due date, every eighth no
   * plan.
   */
  private String newTasks(int count, String[]... groups) {
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] group = pick(groups);
      number++;
      StringBuilder task = new StringBuilder();
      task.append("{\"id\":\"%s\",\"title\":\"%s\"".formatted(id(number), title()));
      task.append(",\"type\":\"%s\",\"priority\":\"%s\"".formatted(group[0], group[1]));
      task.append(",\"effort\":\"%s\"".formatted(pick(EFFORTS)));
      if (number % 5 == 0) {
        task.append(",\"dependencies\":[\"%s\"]".formatted(id(number - 1)));
      }
      if (number % 6 == 0) {
        task.append(",\"due\":\"%s\"".formatted(TODAY.plusDays(random.nextInt(90) - 20)));
      }
      if (number % 8 != 0) {
        task.append(",\"plan\":[\"Look at it\",\"Do it\",\"Try it on the pier\"]");
      }
      tasks.add(task + ",\"documentation\":[\"docs/ferry.md\"]}");
    }
    return "[" + String.join(",", tasks) + "]";
  }

  private static String id(int number) {
    return "FERRY-%03d".formatted(number);
  }

  private String title() {
    return pick(VERBS) + " " + pick(OBJECTS);
  }

  private String task(String type, String priority) {
    number++;
    StringBuilder more = new StringBuilder();
    more.append("**Description:** People ask for it *every week*, see ");
    more.append("[the letters](docs/letters.md):\n\n- at the pier\n- on board\n\n");
    return Shell.task(id(number), type, priority, title(), more.toString())
        .replace("2 days", pick(EFFORTS));
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
