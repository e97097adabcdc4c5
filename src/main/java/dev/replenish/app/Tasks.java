package dev.replenish.app;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Task;
import dev.replenish.git.objects.Tree;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import dev.replenish.settings.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers questions about the tasks of boards: {@code list}, {@code next} and {@code status}. */
public final class Tasks {
  private Tasks() {}

  /**
   * What {@code list} shows of a board.
   *
   * @param tasks the tasks that were asked for
   * @param backlog the backlog, which knows how it was read
   * @param explain the line of it that was asked about
   */
  public record Listing(
      String dir, List<TaskLine> tasks, Document backlog, Optional<Integer> explain) {}

  /**
   * The first active task, whole.
   *
   * @param task the task; empty where none is active
   * @param text its block as it stands in the file
   */
  public record Next(String dir, Optional<TaskLine> task, String text) {}

  /** What a group holds. */
  public record GroupCount(Group group, int tasks, int ready, int incomplete) {

    /** What each group of {@code board} holds, empty groups included. */
    static List<GroupCount> all(Board board, Policy policy) {
      Readiness readiness = new Readiness(board, policy);
      return board.backlog().groups().stream().map(group -> of(group, readiness)).toList();
    }

    private static GroupCount of(Group group, Readiness readiness) {
      List<Readiness.Verdict> verdicts = readiness.all(group);
      int ready = (int) verdicts.stream().filter(Readiness.Verdict::ready).count();
      int incomplete =
          (int)
              verdicts.stream()
                  .filter(v -> v.reasons().stream().anyMatch(reason -> reason.isIncompleteness()))
                  .count();
      return new GroupCount(group, verdicts.size(), ready, incomplete);
    }
  }

  /**
   * Where a board stands.
   *
   * @param active the tasks that take room, in listed order
   * @param batchSize how many there may be
   * @param groups what each group of the backlog holds, empty groups included
   * @param next what {@code run} would do, or the problem that would keep it from doing anything
   */
  public record Status(
      String dir,
      List<TaskLine> active,
      int batchSize,
      List<GroupCount> groups,
      BoardResult<RunResult> next) {

    /** How many more tasks there is room for. */
    public int room() {
      return Math.max(0, batchSize - active.size());
    }
  }

  /**
   * Every task of every board that {@code request} admits: TODO first, then backlog, then archive.
   */
  public static List<BoardResult<Listing>> list(CallContext context, Tasks.Request request) {
    return each(
        context,
        (dir, board, settings, today) ->
            new Listing(
                dir,
                lines(board, settings, today).stream().filter(request::admits).toList(),
                board.backlog(),
                request.explain()));
  }

  /** The first active task of every board. */
  public static List<BoardResult<Next>> next(CallContext context) {
    return each(
        context,
        (dir, board, settings, today) -> {
          List<TaskLine> active = active(board, settings);
          if (active.isEmpty()) {
            return new Next(dir, Optional.empty(), "");
          }
          TaskLine first = active.get(0);
          String text = first.document().source().text(first.task().block());
          return new Next(dir, Optional.of(first), text);
        });
  }

  /** Where every board stands. */
  public static List<BoardResult<Status>> status(CallContext context) {
    return each(
        context,
        (dir, board, settings, today) -> {
          Policy policy = settings.policy(BatchFilter.NONE, board).on(today);
          List<GroupCount> groups = GroupCount.all(board, policy);
          BoardResult<RunResult> next =
              BoardResult.of(dir, () -> Replenish.planned(board, settings, today));
          return new Status(dir, active(board, settings), policy.batchSize(), groups, next);
        });
  }

  private interface Question<T> {
    T answer(String dir, Board board, Settings settings, LocalDate today);
  }

  private static <T> List<BoardResult<T>> each(CallContext context, Question<T> question) {
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.reading();
      Settings settings = workspace.settings(tree);
      BoardReader reader = new BoardReader(settings.files());
      return BoardResult.each(
          workspace.boards(tree, settings),
          dir ->
              question.answer(
                  dir, workspace.board(reader, tree, dir), settings, workspace.today()));
    }
  }

  /** All tasks of a board in the order of the list. */
  public static List<TaskLine> lines(Board board, Settings settings, LocalDate today) {
    EffortScale scale = settings.effort(board);
    List<TaskLine> lines = new ArrayList<>();
    board.todo().ifPresent(todo -> elsewhere(todo, scale, lines));
    Readiness readiness = new Readiness(board, settings.policy(BatchFilter.NONE, board).on(today));
    Document backlog = board.backlog();
    Set<Integer> grouped = new HashSet<>();
    List<TaskLine> ofBacklog = new ArrayList<>();
    for (Group group : backlog.groups()) {
      for (Readiness.Verdict verdict : readiness.all(group)) {
        grouped.add(verdict.task().line());
        ofBacklog.add(
            TaskLine.of(backlog, Optional.of(group), verdict.task(), verdict.reasons(), scale));
      }
    }
    for (Task task : backlog.tasks()) {
      if (!grouped.contains(task.line())) {
        ofBacklog.add(
            TaskLine.of(backlog, Optional.empty(), task, readiness.outside(task).reasons(), scale));
      }
    }
    ofBacklog.sort(Comparator.comparingInt(line -> line.task().line()));
    lines.addAll(ofBacklog);
    board.archive().ifPresent(archive -> elsewhere(archive, scale, lines));
    return lines;
  }

  private static void elsewhere(Document document, EffortScale scale, List<TaskLine> lines) {
    for (Task task : document.tasks()) {
      lines.add(TaskLine.of(document, Optional.empty(), task, List.of(), scale));
    }
  }

  private static List<TaskLine> active(Board board, Settings settings) {
    EffortScale scale = settings.effort(board);
    List<TaskLine> lines = new ArrayList<>();
    board.todo().ifPresent(todo -> elsewhere(todo, scale, lines));
    return lines.stream().filter(line -> line.task().isActive()).toList();
  }

  /**
   * Which tasks {@code list} is to show.
   *
   * @param state only of this state
   * @param type only of this type, lower case
   * @param priority only of this priority
   * @param readyOnly only those that may be moved
   * @param path only those in this file: its path in the repository, or its name
   * @param explain the line of the backlog of which it is to be told how it was read, from 1
   */
  public record Request(
      Optional<String> state,
      Optional<String> type,
      Optional<Priority> priority,
      boolean readyOnly,
      Optional<String> path,
      Optional<Integer> explain) {

    boolean admits(TaskLine line) {
      return state.map(wanted -> wanted.equals(line.state())).orElse(true)
          && type.map(wanted -> wanted.equalsIgnoreCase(line.type().orElse(""))).orElse(true)
          && priority.map(wanted -> Optional.of(wanted).equals(line.priority())).orElse(true)
          && (!readyOnly || line.ready())
          && path.map(wanted -> isAt(line.document().path(), wanted)).orElse(true);
    }

    private static boolean isAt(String path, String wanted) {
      return path.equals(wanted) || path.endsWith("/" + wanted);
    }
  }
}
