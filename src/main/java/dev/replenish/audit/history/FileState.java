package dev.replenish.audit.history;

import java.util.List;

/**
 * One version of a file: its tasks in listed order, without templates.
 *
 * @param tasks the tasks
 * @param buried the ids of tasks whose headers are in blocks of others
 */
public record FileState(List<Entry> tasks, List<String> buried) {
  /** A file that has no tasks or does not exist. */
  public static final FileState EMPTY = new FileState(List.of(), List.of());

  /** Copies the lists. */
  public FileState {
    tasks = List.copyOf(tasks);
    buried = List.copyOf(buried);
  }

  /**
   * A task in its place.
   *
   * @param line the line on which it begins, from 1
   * @param group the number of its group in the file; -1 outside of groups
   * @param type the type of its group, else its own; "" for none
   */
  public record Entry(TaskState task, int line, int group, String type) {}
}
