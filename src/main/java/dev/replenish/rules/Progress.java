package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The progress of a board, including its archive: how many of its tasks are done. Rejected, parked
 * and undecided tasks are not counted.
 *
 * @param rows the counts for each priority, the most urgent first, for tasks without a priority
 *     last
 */
public record Progress(List<Row> rows) {

  /**
   * The numbers of tasks of one priority.
   *
   * @param priority the priority; empty for tasks without one
   * @param open open tasks in the backlog
   * @param inWork tasks in progress, or open in {@code TODO.md}
   */
  public record Row(Optional<Priority> priority, int open, int inWork, int blocked, int done) {

    /** The number of all these tasks. */
    public int tasks() {
      return open + inWork + blocked + done;
    }

    private Row and(Row other) {
      return new Row(
          priority,
          open + other.open,
          inWork + other.inWork,
          blocked + other.blocked,
          done + other.done);
    }
  }

  /** Copies the collection. */
  public Progress {
    rows = List.copyOf(rows);
  }

  /** Counts the tasks of {@code board}. */
  public static Progress of(Board board) {
    Map<Integer, Priority> groups = new HashMap<>();
    for (Group group : board.backlog().groups()) {
      group.priority().ifPresent(of -> group.tasks().forEach(task -> groups.put(task.line(), of)));
    }
    Map<Optional<Priority>, Row> rows = new HashMap<>();
    for (Task task : board.backlog().tasks()) {
      Optional<Priority> priority = Optional.ofNullable(groups.get(task.line()));
      count(task, priority.or(task::priority), WorkState.OPEN, rows);
    }
    count(board.todo(), rows);
    count(board.archive(), rows);
    List<Row> sorted = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      Optional.ofNullable(rows.get(Optional.of(priority))).ifPresent(sorted::add);
    }
    Optional.ofNullable(rows.get(Optional.<Priority>empty())).ifPresent(sorted::add);
    return new Progress(sorted);
  }

  private static void count(Optional<Document> document, Map<Optional<Priority>, Row> rows) {
    document.ifPresent(
        of ->
            of.tasks().forEach(task -> count(task, task.priority(), WorkState.IN_PROGRESS, rows)));
  }

  /** Counts a task; {@code ifOpen} is the state for which an open task counts. */
  private static void count(
      Task task, Optional<Priority> priority, WorkState ifOpen, Map<Optional<Priority>, Row> rows) {
    WorkState state = task.state() == WorkState.OPEN ? ifOpen : task.state();
    Optional<Row> one =
        switch (state) {
          case OPEN -> Optional.of(new Row(priority, 1, 0, 0, 0));
          case IN_PROGRESS -> Optional.of(new Row(priority, 0, 1, 0, 0));
          case BLOCKED -> Optional.of(new Row(priority, 0, 0, 1, 0));
          case DONE -> Optional.of(new Row(priority, 0, 0, 0, 1));
          case REJECTED, PARKED, UNDECIDED -> Optional.empty();
        };
    one.ifPresent(row -> rows.merge(priority, row, Row::and));
  }

  /** The sums over all priorities. */
  public Row all() {
    return rows.stream().reduce(new Row(Optional.empty(), 0, 0, 0, 0), Row::and);
  }
}
