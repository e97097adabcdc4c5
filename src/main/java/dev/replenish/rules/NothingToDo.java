package dev.replenish.rules;

import java.util.Locale;

/**
 * Why there is nothing to do; the first that fits is the reason (docs/reference/choosing.md,
 * "Nothing to do").
 */
public enum NothingToDo {
  /** TODO.md holds as many active tasks as the batch size. */
  TODO_FULL("TODO.md is full"),
  /** No group of the backlog holds a task. */
  BACKLOG_EMPTY("the backlog holds no tasks in its groups"),
  /** Active tasks hold the type, and no group of it has a ready task. */
  TYPE_LOCKED("no group of the type that TODO.md holds has a ready task"),
  /** No group has a ready task. */
  NO_READY_TASK("no group has a ready task");

  private final String words;

  NothingToDo(String words) {
    this.words = words;
  }

  /** The reason's code, such as {@code todo-full}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason for people. */
  public String words() {
    return words;
  }
}
