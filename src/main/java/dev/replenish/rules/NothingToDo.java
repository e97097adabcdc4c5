package dev.replenish.rules;

import java.util.Locale;

/**
 * Why there is nothing to do; the first reason that applies is used (docs/reference/choosing.md,
 * "Nothing to do").
 */
public enum NothingToDo {
  /** TODO.md holds as many active tasks as the batch size. */
  TODO_FULL,
  /** No group of the backlog holds a task. */
  BACKLOG_EMPTY,
  /** Active tasks determine the type, and no group of that type has a ready task. */
  TYPE_LOCKED,
  /** No group has a ready task. */
  NO_READY_TASK;

  /** The reason's code, such as {@code todo-full}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
