package dev.replenish.app.read;

import dev.replenish.app.BoardResult;
import dev.replenish.app.GroupCount;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.KnownTypes;
import dev.replenish.app.board.Session;
import dev.replenish.app.history.Since;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import dev.replenish.git.objects.Tree;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Progress;
import dev.replenish.rules.Readiness;
import dev.replenish.settings.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Answers questions about the tasks of boards: {@code list}, {@code next} and {@code status}. */
public final class Tasks {
  /** How many finished tasks the status lists. */
  private static final int FINISHED_SHOWN = 8;

  private Tasks() {}

  /**
   * What {@code list} shows of a board.
   *
   * @param today the day of the call
   * @param tasks the requested tasks, in the requested order
   * @param all how many tasks the board has
   * @param backlog the backlog, which can explain how it was read
   * @param request the request
   * @param unknownType the message about a requested type that no task and no group has
   */
  public record Listing(
      String dir,
      LocalDate today,
      List<TaskLine> tasks,
      int all,
      Document backlog,
      ListRequest request,
      Optional<String> unknownType) {}

  /**
   * The task to work on, with its text.
   *
   * @param task the task; empty if no task can be worked on
   * @param text its block as it is in the file
   * @param passedOver the active tasks before it that can't be started, with their reasons
   */
  public record Next(String dir, Optional<TaskLine> task, String text, List<TaskLine> passedOver) {

    /** Copies the collection. */
    public Next {
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * The tasks of a board that its state lists, and since when the active ones are in theirs.
   *
   * @param active the active tasks of {@code TODO.md}, in listed order
   * @param finished the last finished tasks, the newest first
   * @param overdue the unfinished tasks whose due date has passed
   * @param since the day on which an active task was started or blocked, by its id, if requested
   *     and known from the history
   */
  public record TaskLists(
      List<TaskLine> active,
      List<TaskLine> finished,
      List<TaskLine> overdue,
      Map<String, LocalDate> since) {}

  /**
   * The state of a board.
   *
   * @param today the day of the call
   * @param tasks its active, last finished and overdue tasks
   * @param batchSize how many active tasks there may be
   * @param groups what each group of the backlog holds, empty groups included
   * @param progress how many of the tasks of each priority are done
   * @param next what {@code run} would do, or the problem that would prevent it
   */
  public record Status(
      String dir,
      LocalDate today,
      TaskLists tasks,
      int batchSize,
      List<GroupCount> groups,
      Progress progress,
      BoardResult<RunResult> next) {

    /** The active tasks in this state. */
    public List<TaskLine> in(WorkState state) {
      return tasks.active.stream().filter(line -> line.state() == state).toList();
    }

    /** How many more tasks {@code TODO.md} has room for. */
    public int room() {
      return Math.max(0, batchSize - tasks.active.size());
    }
  }

  /**
   * Every task of every board that {@code request} admits: TODO first, then backlog, then archive,
   * unless another order is asked for.
   */
  public static List<BoardResult<Listing>> list(CallContext context, ListRequest request) {
    return each(
        context,
        (workspace, board, settings) -> {
          KnownTypes known = new KnownTypes();
          known.add(board);
          List<TaskLine> lines = lines(board, settings, workspace.today());
          return new Listing(
              board.dir(),
              workspace.today(),
              request.of(lines),
              lines.size(),
              board.backlog(),
              request,
              known.unknownMessage(request.filter().types()));
        });
  }

  /**
   * The task to work on, of every board.
   *
   * @param assignee the assignee whose task to find; by default, the one in the settings
   */
  public static List<BoardResult<Next>> next(CallContext context, Optional<String> assignee) {
    return each(
        context,
        (workspace, board, settings) -> {
          if (board.todo().isEmpty()) {
            return new Next(board.dir(), Optional.empty(), "", List.of());
          }
          Policy policy = settings.policy(BatchFilter.NONE, board).on(workspace.today());
          Optional<String> me = assignee.or(settings::assignee);
          return new NextTask(board, policy, settings.effort(board), me)
              .in(board.dir(), board.todo().get());
        });
  }

  /** The state of every board. */
  public static List<BoardResult<Status>> status(CallContext context) {
    return status(context, (workspace, board) -> Map.of());
  }

  /**
   * The state of every board, with the days from the history on which tasks were started or
   * blocked.
   */
  public static List<BoardResult<Status>> datedStatus(CallContext context) {
    return status(context, Since::of);
  }

  private static List<BoardResult<Status>> status(
      CallContext context, BiFunction<Session, Board, Map<String, LocalDate>> dates) {
    return each(
        context,
        (workspace, board, settings) -> {
          Policy policy = settings.policy(BatchFilter.NONE, board).on(workspace.today());
          List<GroupCount> groups = GroupCount.all(board, policy);
          BoardResult<RunResult> next =
              BoardResult.of(
                  board.dir(), () -> Replenish.planned(board, settings, workspace.today()));
          return new Status(
              board.dir(),
              workspace.today(),
              new TaskLists(
                  active(board, settings),
                  finished(board, settings),
                  overdue(board, settings, workspace.today()),
                  dates.apply(workspace, board)),
              policy.batchSize(),
              groups,
              Progress.of(board),
              next);
        });
  }

  private static List<TaskLine> overdue(Board board, Settings settings, LocalDate today) {
    return lines(settings.effort(board), board.todo(), Optional.of(board.backlog())).stream()
        .filter(line -> line.task().isOverdue(today))
        .toList();
  }

  /** The last finished tasks, the newest first: those at the end of their files. */
  private static List<TaskLine> finished(Board board, Settings settings) {
    List<TaskLine> lines = lines(settings.effort(board), board.archive(), board.todo());
    Collections.reverse(lines);
    return lines.stream().filter(line -> !line.task().isActive()).limit(FINISHED_SHOWN).toList();
  }

  private interface Query<T> {
    T run(Session workspace, Board board, Settings settings);
  }

  private static <T> List<BoardResult<T>> each(CallContext context, Query<T> query) {
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.treeToRead();
      Settings settings = workspace.settings(tree);
      BoardReader reader = BoardReader.of(settings);
      return BoardResult.each(
          workspace.boards(tree, settings),
          dir -> query.run(workspace, workspace.board(reader, tree, dir), settings));
    }
  }

  /** All tasks of a board in listed order. */
  public static List<TaskLine> lines(Board board, Settings settings, LocalDate today) {
    EffortScale scale = settings.effort(board);
    List<TaskLine> lines = lines(scale, board.todo());
    Readiness readiness = new Readiness(board, settings.policy(BatchFilter.NONE, board).on(today));
    Document backlog = board.backlog();
    Set<Integer> grouped = new HashSet<>();
    List<TaskLine> backlogLines = new ArrayList<>();
    for (Group group : backlog.groups()) {
      for (Readiness.Verdict verdict : readiness.all(group)) {
        grouped.add(verdict.task().line());
        backlogLines.add(
            TaskLine.of(backlog, Optional.of(group), verdict.task(), verdict.reasons(), scale));
      }
    }
    for (Task task : backlog.tasks()) {
      if (!grouped.contains(task.line())) {
        backlogLines.add(
            TaskLine.of(backlog, Optional.empty(), task, readiness.outside(task).reasons(), scale));
      }
    }
    backlogLines.sort(Comparator.comparingInt(line -> line.task().line()));
    lines.addAll(backlogLines);
    lines.addAll(lines(scale, board.archive()));
    return lines;
  }

  @SafeVarargs
  private static List<TaskLine> lines(EffortScale scale, Optional<Document>... files) {
    List<TaskLine> lines = new ArrayList<>();
    for (Optional<Document> file : files) {
      for (Task task : file.isPresent() ? file.get().tasks() : List.<Task>of()) {
        lines.add(TaskLine.of(file.get(), Optional.empty(), task, List.of(), scale));
      }
    }
    return lines;
  }

  private static List<TaskLine> active(Board board, Settings settings) {
    return lines(settings.effort(board), board.todo()).stream()
        .filter(line -> line.task().isActive())
        .toList();
  }
}
