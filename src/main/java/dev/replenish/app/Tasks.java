package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.git.Tree;
import dev.replenish.rules.Narrowing;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import java.util.ArrayList;
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
      Outcome<RunResult> next) {

    /** How many more tasks there is room for. */
    public int room() {
      return Math.max(0, batchSize - active.size());
    }
  }

  /**
   * Every task of every board that {@code request} admits: TODO first, then backlog, then archive.
   */
  public static List<Outcome<Listing>> list(Context context, ListRequest request) {
    return each(
        context,
        (dir, board, settings) ->
            new Listing(
                dir,
                lines(board, settings).stream().filter(request::admits).toList(),
                board.backlog(),
                request.explain()));
  }

  /** The first active task of every board. */
  public static List<Outcome<Next>> next(Context context) {
    return each(
        context,
        (dir, board, settings) -> {
          List<TaskLine> active = active(board);
          if (active.isEmpty()) {
            return new Next(dir, Optional.empty(), "");
          }
          TaskLine first = active.get(0);
          String text = first.document().source().text(first.task().block());
          return new Next(dir, Optional.of(first), text);
        });
  }

  /** Where every board stands. */
  public static List<Outcome<Status>> status(Context context) {
    return each(
        context,
        (dir, board, settings) -> {
          Policy policy = settings.policy(Narrowing.NONE, board);
          List<GroupCount> groups = GroupCount.all(board, policy);
          Outcome<RunResult> next = Outcome.of(dir, () -> Replenish.planned(board, settings));
          return new Status(dir, active(board), policy.batchSize(), groups, next);
        });
  }

  private interface Question<T> {
    T answer(String dir, Board board, Settings settings);
  }

  private static <T> List<Outcome<T>> each(Context context, Question<T> question) {
    try (Workspace workspace = new Workspace(context)) {
      Tree tree = workspace.reading();
      Settings settings = workspace.settings(tree);
      BoardReader reader = new BoardReader(settings.files());
      return Outcome.each(
          workspace.boards(tree, settings),
          dir -> question.answer(dir, workspace.board(reader, tree, dir), settings));
    }
  }

  /** All tasks of a board in the order of the list. */
  static List<TaskLine> lines(Board board, Settings settings) {
    List<TaskLine> lines = new ArrayList<>();
    board.todo().ifPresent(todo -> elsewhere(todo, lines));
    Readiness readiness = new Readiness(board, settings.policy(Narrowing.NONE, board));
    Document backlog = board.backlog();
    Set<Integer> grouped = new HashSet<>();
    List<TaskLine> ofBacklog = new ArrayList<>();
    for (Group group : backlog.groups()) {
      for (Readiness.Verdict verdict : readiness.all(group)) {
        grouped.add(verdict.task().line());
        ofBacklog.add(TaskLine.of(backlog, Optional.of(group), verdict.task(), verdict.reasons()));
      }
    }
    for (Task task : backlog.tasks()) {
      if (!grouped.contains(task.line())) {
        ofBacklog.add(
            TaskLine.of(backlog, Optional.empty(), task, readiness.outside(task).reasons()));
      }
    }
    ofBacklog.sort(java.util.Comparator.comparingInt(line -> line.task().line()));
    lines.addAll(ofBacklog);
    board.archive().ifPresent(archive -> elsewhere(archive, lines));
    return lines;
  }

  private static void elsewhere(Document document, List<TaskLine> lines) {
    for (Task task : document.tasks()) {
      lines.add(TaskLine.of(document, Optional.empty(), task, List.of()));
    }
  }

  private static List<TaskLine> active(Board board) {
    List<TaskLine> lines = new ArrayList<>();
    board.todo().ifPresent(todo -> elsewhere(todo, lines));
    return lines.stream().filter(line -> line.task().isActive()).toList();
  }
}
