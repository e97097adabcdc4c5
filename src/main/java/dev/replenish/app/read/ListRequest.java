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
 * Which tasks {@code list} is to show, and in which order. An empty set or text admits all.
 *
 * @param states only of these states
 * @param types only of these types, lower case
 * @param priorities only of these priorities
 * @param readyOnly only those that may be moved
 * @param assignee only those that are someone's
 * @param path only those in this file: its path in the repository, or its name
 * @param query only those whose id, title or text holds these words, in any case of letters
 * @param sort the order
 * @param explain the line of the backlog whose reading is to be explained, from 1
 */
public record ListRequest(
    Set<WorkState> states,
    Set<String> types,
    Set<Priority> priorities,
    boolean readyOnly,
    Optional<String> assignee,
    Optional<String> path,
    String query,
    Sort sort,
    Optional<Integer> explain) {

  /** Every task, as listed. */
  public static final ListRequest ALL = all(Sort.LISTED, Optional.empty());

  /** In which order tasks are shown; those that compare equal stay as listed. */
  public enum Sort {
    /** As they are: {@code TODO.md}, the backlog, the archive. */
    LISTED,
    /** The most urgent first. */
    PRIORITY,
    /** The one that is due first at the top; those without a day at the end. */
    DUE,
    /** The shortest first; those without an estimate at the end. */
    EFFORT,
    /** By assignee, in any case of letters; those without one at the end. */
    ASSIGNEE,
    /** By type. */
    TYPE,
    /** By state: in progress, blocked, open, then the others. */
    STATE,
    /** By title, in any case of letters. */
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

  /** Copies the sets. */
  public ListRequest {
    states = Set.copyOf(states);
    types = Set.copyOf(types);
    priorities = Set.copyOf(priorities);
    query = query.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it leaves tasks out. */
  public boolean isNarrow() {
    return !equals(all(sort, explain));
  }

  private static ListRequest all(Sort sort, Optional<Integer> explain) {
    return new ListRequest(
        Set.of(), Set.of(), Set.of(), false, Optional.empty(), Optional.empty(), "", sort, explain);
  }

  /** Those of {@code lines} that it admits, in its order. */
  List<TaskLine> of(List<TaskLine> lines) {
    return lines.stream().filter(this::admits).sorted(sort.order()).toList();
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

  static String type(TaskLine line) {
    return line.type().orElse("").toLowerCase(Locale.ROOT);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
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
