package dev.replenish.app.read;

import dev.replenish.app.BoardResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.app.board.CallContext;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.rules.Dependencies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads everything about one task: its text, its dependencies and its history. */
public final class ReadTask {
  private final List<TaskLine> all;

  private ReadTask(List<TaskLine> all) {
    this.all = all;
  }

  /**
   * The task called {@code id} of the one board that the call names.
   *
   * @throws ProblemException {@code USAGE} if the board never had it
   */
  public static Result one(CallContext context, String id) {
    ShowTask.Result shown = only(ShowTask.show(context, id, commits -> {}));
    return of(
        context, shown.dir(), shown.task(), shown.text(), shown.history().journey(), List.of());
  }

  /** The task to work on, if there is one. */
  public static Result next(CallContext context) {
    Tasks.Next next = only(Tasks.next(context, Optional.empty()));
    List<TaskTimeline.Stop> journey =
        next.task().map(line -> journey(context, line)).orElse(List.of());
    return of(context, next.dir(), next.task(), next.text(), journey, next.passedOver());
  }

  private static <T> T only(List<BoardResult<T>> boards) {
    return boards.get(0).orThrow();
  }

  /** The history of the task; a task without an id of its own has none. */
  private static List<TaskTimeline.Stop> journey(CallContext context, TaskLine line) {
    Optional<String> id =
        line.task()
            .id()
            .filter(taskId -> line.task().isNamed() && taskId.isSafe())
            .map(TaskId::value);
    return id.map(word -> only(ShowTask.show(context, word, commits -> {})).history().journey())
        .orElse(List.of());
  }

  private static Result of(
      CallContext context,
      String dir,
      Optional<TaskLine> task,
      String text,
      List<TaskTimeline.Stop> journey,
      List<TaskLine> passedOver) {
    ReadTask reader = new ReadTask(only(Tasks.list(context, ListRequest.ALL)).tasks());
    return new Result(
        dir,
        task,
        task.flatMap(ReadTask::blocked),
        task.map(reader::dependencies).orElse(Map.of()),
        text,
        journey,
        passedOver);
  }

  /** Why a task is blocked. */
  public static Optional<String> blocked(TaskLine line) {
    return BlockReason.of(line.document(), line.task());
  }

  private Map<String, Optional<String>> dependencies(TaskLine line) {
    Map<String, Optional<String>> states = new LinkedHashMap<>();
    for (String id : Dependencies.of(line.task(), word -> state(word).isPresent())) {
      states.put(id, state(id));
    }
    return states;
  }

  private Optional<String> state(String id) {
    return all.stream()
        .filter(line -> line.task().id().map(TaskId::value).filter(id::equals).isPresent())
        .map(line -> line.state().word())
        .findFirst();
  }

  /**
   * A task with everything about it.
   *
   * @param dir the board
   * @param task the task; empty if no file holds it any more, or if no task can be worked on
   * @param blocked why it is blocked
   * @param dependencies the ids that it depends on, each with the state; empty for unknown ids
   * @param text its block as it is in the file, untrusted
   * @param journey what happened to it, oldest first
   * @param passedOver the active tasks before it that can't be started, with their reasons
   */
  public record Result(
      String dir,
      Optional<TaskLine> task,
      Optional<String> blocked,
      Map<String, Optional<String>> dependencies,
      String text,
      List<TaskTimeline.Stop> journey,
      List<TaskLine> passedOver) {

    /** Copies the collections. */
    public Result {
      dependencies = new LinkedHashMap<>(dependencies);
      journey = List.copyOf(journey);
      passedOver = List.copyOf(passedOver);
    }
  }
}
