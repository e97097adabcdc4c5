package dev.replenish.app.report;

import dev.replenish.app.BoardResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.forecast.ShowForecast;
import dev.replenish.app.forecast.Trails;
import dev.replenish.app.forecast.WorkCalendars;
import dev.replenish.app.history.TaskVersions;
import dev.replenish.app.read.ReadLog;
import dev.replenish.app.read.Tasks;
import dev.replenish.app.report.BoardReport.Dependency;
import dev.replenish.app.report.BoardReport.GroupTasks;
import dev.replenish.audit.Commit;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.TaskId;
import dev.replenish.board.WorkState;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Pace;
import dev.replenish.forecast.WorkCalendar;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Dependencies;
import dev.replenish.rules.Readiness;
import dev.replenish.settings.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Collects the content of a report: {@code report}. */
public final class MakeReport {
  private MakeReport() {}

  /**
   * The report about every board at the tip of the branch; the same commit gives the same report.
   *
   * @param date the day of the report, in any form that Git accepts; by default, the day of the tip
   * @param progress is called after each commit with the number of commits read so far
   */
  public static List<BoardResult<BoardReport>> of(
      CallContext context, Optional<String> date, List<Pace> paces, IntConsumer progress) {
    try (Session session = new Session(context)) {
      CommitTree tip = session.repo().tip(context.ref());
      Settings settings = session.settings(tip);
      CommitInfo commit = session.repo().revision(tip.commit());
      LocalDate day =
          date.isEmpty() ? commit.date().toLocalDate() : session.authorTime(date).toLocalDate();
      WorkCalendar calendar = WorkCalendars.of(tip, settings);
      BoardReader reader = BoardReader.of(settings);
      List<String> dirs = session.boards(tip, settings);
      return BoardResult.each(
          ReadLog.upTo(Optional.of(tip), session.repo(), reader, dirs, progress),
          (dir, log) -> {
            Board board = reader.read(tip, dir);
            Forecast forecast =
                ShowForecast.forecast(board, settings, paces, day, calendar, Trails.of(log, day));
            return report(board, settings, TaskVersions.commit(commit), forecast, log);
          });
    }
  }

  private static BoardReport report(
      Board board, Settings settings, Commit commit, Forecast forecast, ReadLog.Result log) {
    LocalDate date = forecast.date();
    List<TaskLine> all = Tasks.lines(board, settings, date);
    String archive = board.archive().map(Document::path).orElse("");
    List<TaskLine> tasks =
        all.stream().filter(line -> !line.document().path().equals(archive)).toList();
    Readiness readiness = new Readiness(board, settings.policy(BatchFilter.NONE, board).on(date));
    return new BoardReport(
        board,
        commit,
        groups(board, tasks),
        tasks,
        all.size() - tasks.size(),
        dependencies(tasks, readiness),
        forecast,
        log);
  }

  /** The groups that have open tasks, each with these in listed order. */
  private static List<GroupTasks> groups(Board board, List<TaskLine> tasks) {
    Map<Integer, TaskLine> openAt = new HashMap<>();
    for (TaskLine line : tasks) {
      if (line.document().path().equals(board.backlog().path()) && line.state() == WorkState.OPEN) {
        openAt.put(line.task().line(), line);
      }
    }
    List<GroupTasks> groups = new ArrayList<>();
    for (Group group : board.backlog().groups()) {
      List<TaskLine> open =
          group.tasks().stream()
              .map(task -> openAt.get(task.line()))
              .filter(Objects::nonNull)
              .toList();
      if (!open.isEmpty()) {
        groups.add(new GroupTasks(group, open));
      }
    }
    return groups;
  }

  /** The dependencies between unfinished tasks. */
  private static List<Dependency> dependencies(List<TaskLine> tasks, Readiness readiness) {
    Set<String> open = new HashSet<>();
    for (TaskLine line : tasks) {
      if (line.task().isActive()) {
        line.task().id().map(TaskId::value).ifPresent(open::add);
      }
    }
    List<Dependency> dependencies = new ArrayList<>();
    for (TaskLine line : tasks) {
      String id = line.task().id().map(TaskId::value).filter(open::contains).orElse("");
      if (!id.isEmpty()) {
        for (String awaited : Dependencies.of(line.task(), readiness::isKnown)) {
          if (open.contains(awaited)) {
            dependencies.add(new Dependency(id, awaited));
          }
        }
      }
    }
    return dependencies;
  }
}
