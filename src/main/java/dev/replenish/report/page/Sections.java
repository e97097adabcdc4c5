package dev.replenish.report.page;

import static dev.replenish.report.page.Table.code;
import static dev.replenish.report.page.Table.number;
import static dev.replenish.report.page.Table.text;
import static dev.replenish.report.page.Table.title;
import static dev.replenish.report.page.Table.warning;

import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.app.read.ReadLog;
import dev.replenish.app.report.BoardReport;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Commit;
import dev.replenish.board.Priority;
import dev.replenish.board.WorkState;
import dev.replenish.forecast.BurnUp;
import dev.replenish.forecast.FinishedTask;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Schedule;
import dev.replenish.forecast.Schedule.Slot;
import dev.replenish.forecast.Trail;
import dev.replenish.forecast.WorkItem;
import dev.replenish.report.Text;
import dev.replenish.report.forecast.ForecastWords;
import dev.replenish.report.page.Table.Cell;
import dev.replenish.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections of a board's report, in their order; empty ones are left out. */
final class Sections {
  /** The most weeks that fit beside each other. */
  private static final int MOST_WEEKS = 26;

  private static final int MOST_IDS = 5;

  private final BoardReport report;

  private Sections(BoardReport report) {
    this.report = report;
  }

  static List<Section> of(BoardReport report) {
    Sections sections = new Sections(report);
    List<Section> all =
        List.of(
            sections.priorities(),
            sections.inWork(),
            sections.blocked(),
            sections.overdue(),
            sections.forecast(),
            sections.burnUp(),
            sections.throughput(),
            sections.cycleTimes(),
            DependencyGraph.section(report),
            sections.incomplete(),
            sections.doneLately(),
            sections.moves());
    return all.stream().filter(section -> !section.isEmpty()).toList();
  }

  private Section priorities() {
    Table table = new Table("Priority", "Open", "In work", "Blocked", "Done");
    List<String> labels = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    List<Optional<Priority>> priorities = new ArrayList<>();
    List.of(Priority.values()).forEach(each -> priorities.add(Optional.of(each)));
    priorities.add(Optional.empty());
    for (Optional<Priority> priority : priorities) {
      int[] counts = new int[4];
      for (TaskLine line : report.tasks()) {
        int state =
            List.of(WorkState.OPEN, WorkState.IN_PROGRESS, WorkState.BLOCKED, WorkState.DONE)
                .indexOf(line.state());
        if (line.priority().equals(priority) && state >= 0) {
          counts[report.isInWork(line) ? 1 : state]++;
        }
      }
      if (counts[0] + counts[1] + counts[2] + counts[3] > 0) {
        String label = priority.map(Priority::word).orElse("none");
        labels.add(label);
        open.add(counts[0] + counts[1] + counts[2]);
        table.row(
            text(label),
            number(counts[0]),
            number(counts[1]),
            number(counts[2]),
            number(counts[3]));
      }
    }
    String archived =
        report.archived() == 0
            ? ""
            : ForecastWords.tasks(report.archived()) + " more in the archive.";
    Section section =
        new Section(
            "priorities",
            "By priority",
            archived.isEmpty() ? List.of() : List.of(archived),
            Optional.empty(),
            table);
    return labels.size() < 2
        ? section
        : section.with(new Chart.Bars("Tasks that are not done", labels, open));
  }

  private Section inWork() {
    Table table = new Table("Task", "Title", "Assignee", "Days in work", "Due");
    for (TaskLine line : report.inWork()) {
      String age = report.age(line).isPresent() ? String.valueOf(report.age(line).getAsInt()) : "";
      table.row(
          code(line.task().name()),
          title(line.task().title()),
          text(line.task().details().assignee().orElse("")),
          report.isOld(line) ? warning(age + ", more than 85 % of the others took") : number(age),
          due(line));
    }
    return Section.of("in-work", "In work", table);
  }

  private Cell due(TaskLine line) {
    Optional<LocalDate> due = line.task().details().due();
    String day = due.map(LocalDate::toString).orElse("");
    return due.filter(report.date()::isAfter).isPresent() ? warning(day) : number(day);
  }

  private Section blocked() {
    Table table = new Table("Task", "Title", "Reason");
    for (TaskLine line : report.blocked()) {
      String reason = BlockReason.of(line.document(), line.task()).orElse("");
      table.row(code(line.task().name()), title(line.task().title()), text(reason));
    }
    return Section.of("blocked", "Blocked", table);
  }

  private Section overdue() {
    Table table = new Table("Task", "Title", "Due", "State");
    for (TaskLine line : report.overdue()) {
      table.row(
          code(line.task().name()),
          title(line.task().title()),
          due(line),
          text(line.state().word()));
    }
    return Section.of("overdue", "Overdue", table);
  }

  private Section forecast() {
    Forecast forecast = report.forecast();
    List<String> headings = new ArrayList<>(List.of("Task", "Title", "Hours"));
    forecast.schedules().forEach(s -> headings.add(s.pace().words() + " h a day"));
    Table table = new Table(headings.toArray(String[]::new));
    for (WorkItem item : forecast.items()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(code(item.task().name()));
      cells.add(title(item.task().title()));
      cells.add(number(item.hours().map(ForecastWords::hours).orElse("?")));
      for (Schedule schedule : forecast.schedules()) {
        cells.add(schedule.slot(item).map(Sections::day).orElse(number("")));
      }
      table.row(cells);
    }
    List<String> words = new ArrayList<>();
    words.add("By estimates: " + ForecastWords.total(forecast) + ".");
    words.add("By pace: " + ForecastWords.pace(forecast) + ".");
    ForecastWords.excluded(forecast).ifPresent(words::add);
    return new Section("forecast", "Forecast", words, Optional.empty(), table);
  }

  private static Cell day(Slot slot) {
    String day = slot.last().map(LocalDate::toString).orElse("?");
    return slot.isLate() ? warning(day + ", late") : number(day);
  }

  private Section burnUp() {
    Table table = new Table("Week", "Done", "All tasks");
    List<BurnUp> weeks = last(BurnUp.of(report.forecast().trail(), report.open()));
    List<String> labels = new ArrayList<>();
    List<Integer> done = new ArrayList<>();
    List<Integer> scope = new ArrayList<>();
    for (BurnUp week : weeks) {
      labels.add(week.week().monday().toString());
      done.add(week.done());
      scope.add(week.scope());
      table.row(number(week.week().monday()), number(week.done()), number(week.scope()));
    }
    Section section = Section.of("burn-up", "Burn-up", table);
    return weeks.size() < 2
        ? section
        : section.with(
            new Chart.Lines(
                "Done and all tasks, by week",
                labels,
                List.of(new Chart.Series("All tasks", scope), new Chart.Series("Done", done))));
  }

  private Section throughput() {
    Table table = new Table("Week", "Finished");
    List<Trail.Week> weeks = last(report.forecast().trail().weeks());
    List<String> labels = new ArrayList<>();
    List<Integer> finished = new ArrayList<>();
    for (Trail.Week week : weeks) {
      labels.add(week.monday().toString());
      finished.add(week.finished());
      table.row(number(week.monday()), number(week.finished()));
    }
    Section section = Section.of("throughput", "Throughput", table);
    return weeks.size() < 2
        ? section
        : section.with(new Chart.Bars("Tasks finished, by week", labels, finished));
  }

  private static <T> List<T> last(List<T> weeks) {
    return weeks.subList(Math.max(0, weeks.size() - MOST_WEEKS), weeks.size());
  }

  private Section cycleTimes() {
    Table table = new Table("Of the finished tasks", "took at most");
    report
        .forecast()
        .trail()
        .cycleTime()
        .ifPresent(
            days -> {
              table.row(text("50 %"), number(Text.count(days.half(), "day")));
              table.row(text("85 %"), number(Text.count(days.sure(), "day")));
            });
    return Section.of("cycle-time", "Cycle time", table);
  }

  private Section incomplete() {
    Table table = new Table("Task", "Title", "Lacks", "Where");
    for (TaskLine line : report.incomplete()) {
      String lacks =
          Reason.words(line.reasons().stream().filter(Reason::isIncompleteness).toList());
      table.row(
          code(line.task().name()),
          title(line.task().title()),
          text(lacks),
          code(line.document().path() + ":" + line.task().line()));
    }
    return Section.of("incomplete", "Incomplete", table);
  }

  private Section doneLately() {
    Table table = new Table("Finished", "Task", "Title", "Days");
    for (FinishedTask task : report.doneLately()) {
      String days = task.days().isPresent() ? String.valueOf(task.days().getAsInt()) : "";
      table.row(number(task.finished()), code(task.id()), title(task.title()), number(days));
    }
    return Section.of("done-lately", "Done in the last " + BoardReport.LATELY + " days", table);
  }

  private Section moves() {
    Table table = new Table("Day", "Commit", "What", "Tasks", "Who");
    for (ReadLog.Entry entry : report.moves()) {
      Commit commit = entry.commit();
      table.row(
          number(commit.date().toLocalDate()),
          code(Commit.shortened(commit.id())),
          text(entry.trail().action()),
          code(ids(entry.trail())),
          text(commit.name()));
    }
    return Section.of("moves", "Last moves", table);
  }

  private static String ids(AuditRecord trail) {
    List<String> ids = trail.tasks().stream().map(task -> task.id().value()).distinct().toList();
    String first = String.join(" ", Text.first(MOST_IDS, ids));
    return ids.size() <= MOST_IDS ? first : first + " and " + (ids.size() - MOST_IDS) + " more";
  }
}
