package dev.replenish.report.board;

import dev.replenish.app.TaskLine;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import dev.replenish.report.Columns;
import dev.replenish.report.TerminalText;
import java.time.LocalDate;
import java.util.Optional;

/** The details of a task as text: estimate, due date, assignee. */
final class TaskDetails {
  private static final int WIDEST_EFFORT = 12;
  private static final int WIDEST_NAME = 16;

  private TaskDetails() {}

  /** The estimate as written; "" if there is none. */
  static String effort(Task task) {
    return Columns.cut(TerminalText.line(task.details().estimate().orElse("")), WIDEST_EFFORT);
  }

  /** {@code @ina}; "" if there is no assignee. */
  static String assignee(Task task) {
    return task.details()
        .assignee()
        .map(name -> "@" + Columns.cut(TerminalText.line(name), WIDEST_NAME))
        .orElse("");
  }

  /** {@code due 2026-12-01}, {@code overdue 2026-11-01}; "" if there is no due date. */
  static String due(Task task, LocalDate today) {
    Optional<LocalDate> due = task.details().due();
    return due.map(day -> (task.isOverdue(today) ? "overdue " : "due ") + day).orElse("");
  }

  /** Whether the task is done or rejected. */
  static boolean isFinished(TaskLine line) {
    return line.state() == WorkState.DONE || line.state() == WorkState.REJECTED;
  }
}
