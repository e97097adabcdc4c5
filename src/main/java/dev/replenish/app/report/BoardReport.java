package dev.replenish.app.report;

import dev.replenish.app.TaskLine;
import dev.replenish.app.read.ReadLog;
import dev.replenish.audit.Commit;
import dev.replenish.board.Board;
import dev.replenish.board.Group;
import dev.replenish.board.TaskId;
import dev.replenish.board.WorkState;
import dev.replenish.forecast.FinishedTask;
import dev.replenish.forecast.Forecast;
import dev.replenish.rules.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of a report about a board at one commit (docs/reference/report.md).
 *
 * @param board the board
 * @param commit the commit
 * @param groups the open tasks of the backlog, group by group
 * @param tasks every task of the backlog and of {@code TODO.md}
 * @param archived how many tasks are in the archive
 * @param dependencies the dependencies between these tasks
 * @param forecast when the tasks will be finished, with the trail
 * @param log what commands did to the board, newest first
 */
public record BoardReport(
    Board board,
    Commit commit,
    List<GroupTasks> groups,
    List<TaskLine> tasks,
    int archived,
    List<Dependency> dependencies,
    Forecast forecast,
    ReadLog.Result log) {
  /** A task was finished lately if that is fewer than this many days ago. */
  public static final int LATELY = 14;

  /** How many commits are shown. */
  private static final int MOVES = 12;

  /** A group with its open tasks. */
  public record GroupTasks(Group group, List<TaskLine> tasks) {}

  /** A task that waits for another one, both by their ids. */
  public record Dependency(String waiting, String awaited) {}

  /** Copies the lists. */
  public BoardReport {
    groups = List.copyOf(groups);
    tasks = List.copyOf(tasks);
    dependencies = List.copyOf(dependencies);
  }

  /** The day of the report. */
  public LocalDate date() {
    return forecast.date();
  }

  /** The last commits of commands, newest first. */
  public List<ReadLog.Entry> moves() {
    return log.entries().subList(0, Math.min(MOVES, log.entries().size()));
  }

  /**
   * The tasks that can be worked on: those in progress first, then the others in {@code TODO.md}.
   */
  public List<TaskLine> inWork() {
    return tasks.stream()
        .filter(this::isInWork)
        .sorted((a, b) -> Boolean.compare(isStarted(b), isStarted(a)))
        .toList();
  }

  /** Whether a task is in progress, or active in {@code TODO.md}, and not blocked. */
  public boolean isInWork(TaskLine line) {
    boolean promoted = isActive(line) && !isInBacklog(line);
    return (isStarted(line) || promoted) && line.state() != WorkState.BLOCKED;
  }

  /** How many tasks are not finished; parked tasks don't count. */
  public int open() {
    return (int) tasks.stream().filter(BoardReport::isActive).count();
  }

  /** The blocked tasks. */
  public List<TaskLine> blocked() {
    return tasks.stream().filter(line -> line.state() == WorkState.BLOCKED).toList();
  }

  /** The active tasks whose due date has passed. */
  public List<TaskLine> overdue() {
    return tasks.stream()
        .filter(BoardReport::isActive)
        .filter(line -> line.task().details().due().filter(date()::isAfter).isPresent())
        .toList();
  }

  /** The tasks that lack a required field. */
  public List<TaskLine> incomplete() {
    return tasks.stream()
        .filter(line -> line.reasons().stream().anyMatch(Reason::isIncompleteness))
        .toList();
  }

  /** The tasks that commands finished in the last {@link #LATELY} days, the newest first. */
  public List<FinishedTask> doneLately() {
    List<FinishedTask> finished = forecast.trail().finished();
    LocalDate since = date().minusDays(LATELY);
    return finished.stream()
        .filter(task -> task.finished().isAfter(since))
        .sorted((a, b) -> b.finished().compareTo(a.finished()))
        .toList();
  }

  /** For how many days a task has been in progress, if the trail shows when it was started. */
  public OptionalInt age(TaskLine line) {
    Optional<LocalDate> begun =
        line.task().id().map(TaskId::value).flatMap(id -> forecast.trail().begun(id));
    return begun.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.max(0, ChronoUnit.DAYS.between(begun.get(), date())));
  }

  /** Whether a task has been in progress for longer than 85 % of the finished tasks. */
  public boolean isOld(TaskLine line) {
    OptionalInt age = age(line);
    return age.isPresent()
        && forecast.trail().cycleTime().filter(days -> age.getAsInt() > days.sure()).isPresent();
  }

  private static boolean isStarted(TaskLine line) {
    return line.state() == WorkState.IN_PROGRESS;
  }

  private static boolean isActive(TaskLine line) {
    return line.task().isActive() && line.state() != WorkState.PARKED;
  }

  private boolean isInBacklog(TaskLine line) {
    return line.document().path().equals(board.backlog().path());
  }
}
