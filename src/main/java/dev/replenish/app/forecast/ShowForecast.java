package dev.replenish.app.forecast;

import dev.replenish.app.BoardResult;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.app.read.ReadLog;
import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Pace;
import dev.replenish.forecast.Scheduler;
import dev.replenish.forecast.Trail;
import dev.replenish.forecast.WorkCalendar;
import dev.replenish.git.identity.GitDates;
import dev.replenish.git.objects.Tree;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import dev.replenish.settings.Settings;
import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Forecasts when tasks will be finished (docs/reference/forecast.md): {@code forecast}. */
public final class ShowForecast {
  private ShowForecast() {}

  /**
   * The request for {@code forecast}.
   *
   * @param paces the working hours per day, at least one value
   * @param date the day on which work continues, in any form that Git accepts; today by default
   * @param by the id of the task in question, if any
   * @param until the day in question, by which tasks should be finished, if any
   */
  public record Request(
      List<Pace> paces, Optional<String> date, Optional<String> by, Optional<String> until) {

    /** Copies the list. */
    public Request {
      paces = List.copyOf(paces);
    }
  }

  /**
   * The forecast of one board.
   *
   * @param forecast the whole forecast
   * @param by the task in question, if any
   * @param until the day in question, if any
   * @param shallow whether the trail may be incomplete because the clone is shallow
   */
  public record Result(
      String dir,
      Forecast forecast,
      Optional<TaskFinder.Found> by,
      Optional<LocalDate> until,
      boolean shallow) {}

  /**
   * The forecast of every board; if a task is in question, of the boards that have it.
   *
   * @param progress is called after each commit with the number of commits read so far
   * @throws dev.replenish.board.ProblemException {@code USAGE} for a day that is invalid or in the
   *     past
   */
  public static List<BoardResult<Result>> of(
      CallContext context, Request request, IntConsumer progress) {
    try (Session session = new Session(context)) {
      Tree tree = session.treeToRead();
      Settings settings = session.settings(tree);
      BoardReader reader = BoardReader.of(settings);
      LocalDate date = session.authorTime(request.date()).toLocalDate();
      Optional<LocalDate> until = request.until().map(text -> day(context, text, date));
      WorkCalendar calendar = WorkCalendars.of(tree, settings);
      List<String> dirs = session.boards(tree, settings);
      Map<String, ReadLog.Result> logs =
          ReadLog.upTo(
              session.repo().newest(context.ref()), session.repo(), reader, dirs, progress);
      List<BoardResult<Result>> results = new ArrayList<>();
      for (Map.Entry<String, ReadLog.Result> each : logs.entrySet()) {
        String dir = each.getKey();
        ReadLog.Result log = each.getValue();
        BoardResult<Result> result =
            BoardResult.of(
                dir,
                () -> {
                  Board board = session.board(reader, tree, dir);
                  Trail trail = Trails.of(log, date);
                  Forecast forecast =
                      forecast(board, settings, request.paces(), date, calendar, trail);
                  Optional<TaskFinder.Found> by =
                      request
                          .by()
                          .map(word -> TaskFinder.one(board, TaskFinder.fullId(board, word)));
                  return new Result(dir, forecast, by, until, log.shallow());
                });
        if (dirs.size() == 1 || request.by().isEmpty() || result.result().isPresent()) {
          results.add(result);
        }
      }
      return results.isEmpty()
          ? List.of(unknown(reader, tree, dirs, request.by().orElseThrow()))
          : results;
    }
  }

  /** Makes the forecast of {@code board}. */
  public static Forecast forecast(
      Board board,
      Settings settings,
      List<Pace> paces,
      LocalDate date,
      WorkCalendar calendar,
      Trail trail) {
    Policy policy = settings.policy(BatchFilter.NONE, board).on(date);
    EffortScale scale = settings.effort(board);
    Scheduler scheduler =
        new Scheduler(
            board, policy, task -> task.details().estimate().flatMap(scale::hours), calendar, date);
    return Forecast.of(scheduler, paces, date, calendar, trail);
  }

  private static LocalDate day(CallContext context, String text, LocalDate date) {
    LocalDate day = GitDates.day(text, "--until", context.env());
    if (day.isBefore(date)) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "--until " + day + " is in the past: work continues on " + date,
          "Give a later day, or an earlier one with --date.");
    }
    return day;
  }

  private static BoardResult<Result> unknown(
      BoardReader reader, Tree tree, List<String> dirs, String id) {
    return BoardResult.of(
        ".",
        () -> {
          TaskFinder.byBoard(reader, tree, dirs, List.of(id));
          throw new ProblemException(
              ErrorCode.USAGE,
              "no board has a task '" + OneLine.clean(id) + "'",
              "'replenish list' shows all tasks.");
        });
  }
}
