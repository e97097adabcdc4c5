package dev.replenish.app.read;

import dev.replenish.app.TaskLine;
import dev.replenish.board.Priority;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which tasks {@code list} shows, and in which order.
 *
 * @param filter which tasks are shown
 * @param sort the order
 * @param explain the line of the backlog for which to explain how it was read, from 1
 */
public record ListRequest(Filter filter, Sort sort, Optional<Integer> explain) {

  /** All tasks, in listed order. */
  public static final ListRequest ALL = new ListRequest(Filter.ALL, Sort.LISTED, Optional.empty());

  /**
   * Which tasks are shown. An empty set or text admits all tasks.
   *
   * @param states only tasks in these states
   * @param types only tasks of these types, in lower case
   * @param priorities only tasks of these priorities
   * @param readyOnly only tasks that may be moved
   * @param assignee only tasks of this assignee
   * @param path only tasks in this file: its path in the repository, or its name
   * @param query only tasks whose id, title or text contains this text, ignoring case
   */
  public record Filter(
      Set<WorkState> states,
      Set<String> types,
      Set<Priority> priorities,
      boolean readyOnly,
      Optional<String> assignee,
      Optional<String> path,
      String query) {

    static final Filter ALL =
        new Filter(Set.of(), Set.of(), Set.of(), false, Optional.empty(), Optional.empty(), "");

    /** Copies the sets. */
    public Filter {
      states = Set.copyOf(states);
      types = Set.copyOf(types);
      priorities = Set.copyOf(priorities);
      query = query.strip().toLowerCase(Locale.ROOT);
    }

    private boolean admits(TaskLine line) {
      return (states.isEmpty() || states.contains(line.state()))
          && (types.isEmpty() || types.contains(type(line)))
          && (priorities.isEmpty() || line.priority().map(priorities::contains).orElse(false))
          && (!readyOnly || line.ready())
          && assignee.map(line::isAssignedTo).orElse(true)
          && path.map(wanted -> isAt(line.document().path(), wanted)).orElse(true)
          && holdsQuery(line);
    }

    private boolean holdsQuery(TaskLine line) {
      Task task = line.task();
      return query.isEmpty()
          || holdsQuery(task.name())
          || holdsQuery(task.title())
          || holdsQuery(line.document().source().text(task.block()));
    }

    private boolean holdsQuery(String text) {
      return text.toLowerCase(Locale.ROOT).contains(query);
    }

    private static boolean isAt(String path, String wanted) {
      return path.equals(wanted) || path.endsWith("/" + wanted);
    }
  }

  /** The order of tasks; those that compare equal stay in listed order. */
  public enum Sort {
    /** The order in the files: {@code TODO.md}, the backlog, the archive. */
    LISTED,
    /** The most urgent first. */
    PRIORITY,
    /** The earliest due date first; tasks without one at the end. */
    DUE,
    /** The smallest estimate first; tasks without one at the end. */
    EFFORT,
    /** By assignee, ignoring case; tasks without one at the end. */
    ASSIGNEE,
    /** By type. */
    TYPE,
    /** By state: in progress, blocked, open, then the others. */
    STATE,
    /** By title, ignoring case. */
    TITLE,
    /** By id. */
    ID;

    private Comparator<TaskLine> order() {
      return switch (this) {
        case LISTED -> Comparator.comparing(line -> 0);
        case PRIORITY ->
            Comparator.comparing(line -> line.priority().map(Priority::rank).orElse(LAST_RANK));
        case DUE -> Comparator.comparing(line -> line.task().details().due().orElse(LocalDate.MAX));
        case EFFORT -> Comparator.comparing(line -> line.hours().orElse(Double.MAX_VALUE));
        case ASSIGNEE ->
            Comparator.comparing(line -> lower(line.task().details().assignee().orElse(LAST)));
        case TYPE -> Comparator.comparing(line -> line.type().orElse(LAST));
        case STATE -> Comparator.comparing(line -> STATES.indexOf(line.state()));
        case TITLE -> Comparator.comparing(line -> lower(line.task().title()));
        case ID -> Comparator.comparing(line -> line.task().name());
      };
    }

    /** The word, such as {@code priority}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LAST_RANK = Integer.MAX_VALUE;
  private static final String LAST = "\uffff";
  private static final List<WorkState> STATES =
      List.of(
          WorkState.IN_PROGRESS,
          WorkState.BLOCKED,
          WorkState.OPEN,
          WorkState.UNDECIDED,
          WorkState.PARKED,
          WorkState.DONE,
          WorkState.REJECTED);

  /** Whether the request filters tasks. */
  public boolean isNarrow() {
    return !filter.equals(Filter.ALL);
  }

  /** Returns those of {@code lines} that the request admits, in its order. */
  List<TaskLine> of(List<TaskLine> lines) {
    return lines.stream().filter(filter::admits).sorted(sort.order()).toList();
  }

  static String type(TaskLine line) {
    return line.type().orElse("").toLowerCase(Locale.ROOT);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
