package dev.replenish.board;

import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One task as found in a document. It knows where it is, not how a dialect writes it.
 *
 * @param id its id, if it has one
 * @param title its title, as written
 * @param tags all tags of its header, including unknown ones
 * @param position where in the document it is
 * @param defects the defects that its reader found
 * @param form how it is written, if no markers enclose it
 * @param reader reads its fields when they are first asked for
 */
public record Task(
    Optional<TaskId> id,
    String title,
    List<Tag> tags,
    Position position,
    Set<TaskDefect> defects,
    Optional<UnmarkedForm> form,
    Supplier<TaskFields> reader) {

  /**
   * Where in its document a task is.
   *
   * @param block its bytes, from the line on which it begins to the end of its last line
   * @param extent {@code block} with the separator and blank lines that are moved together with it
   * @param headerEnd the end of the header's text, where a line may be added below it
   * @param bodyEnd where a line may be added at the end of its body
   * @param line the line on which it begins, from 1
   * @param headerLine the line of its header, from 1; {@code line} if it has none
   */
  public record Position(
      Span block, Span extent, int headerEnd, int bodyEnd, int line, int headerLine) {}

  /** Copies the collections. */
  public Task {
    tags = List.copyOf(tags);
    defects = defects.isEmpty() ? Set.of() : Set.copyOf(defects);
  }

  /** The same task with {@code defect} added. */
  public Task with(TaskDefect defect) {
    Set<TaskDefect> more = new HashSet<>(defects);
    more.add(defect);
    return new Task(id, title, tags, position, more, form, reader);
  }

  /** Its bytes, from the line on which it begins to the end of its last line. */
  public Span block() {
    return position.block;
  }

  /** Its block with the separator and blank lines that are moved together with it. */
  public Span extent() {
    return position.extent;
  }

  /** The line on which it begins, from 1. */
  public int line() {
    return position.line;
  }

  /** The ids of {@code tasks} in order; tasks without an id are left out. */
  public static List<TaskId> ids(Collection<Task> tasks) {
    List<TaskId> ids = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      if (task.id.isPresent()) {
        ids.add(task.id.get());
      }
    }
    return ids;
  }

  /** The fields of the body. */
  public TaskFields details() {
    return reader.get();
  }

  /** Whether this is a template to copy and not a task. */
  public boolean isTemplate() {
    return id.isPresent() && id.get().isTemplate();
  }

  /** Whether its block holds only this task and no marker around it is broken. */
  public boolean isWhole() {
    return !defects.contains(TaskDefect.DAMAGED) && !defects.contains(TaskDefect.SECOND_HEADER);
  }

  /** The value of the first tag with this key and a value. */
  public Optional<String> tag(String key) {
    return Tag.value(tags, key);
  }

  /** The type tag. */
  public Optional<String> type() {
    return tag("type");
  }

  /** The priority tag, if it is one of the four. */
  public Optional<Priority> priority() {
    return tag("priority").flatMap(Priority::parse);
  }

  /**
   * Whether the task takes room: its status is neither done nor rejected (docs/reference/README.md,
   * "Words"), and it is certain to be a task.
   */
  public boolean isActive() {
    Optional<Status> status = details().status();
    return !isUnclear() && (status.isEmpty() || status.get().isActive());
  }

  /** Whether it is unfinished although its due date is before {@code today}. */
  public boolean isOverdue(LocalDate today) {
    return isActive() && details().due().filter(today::isAfter).isPresent();
  }

  /** Its state as {@code list} shows it. */
  public WorkState state() {
    if (defects.contains(TaskDefect.PARKED)) {
      return WorkState.PARKED;
    }
    return isUnsettled()
        ? WorkState.UNDECIDED
        : details().status().map(Status::state).orElse(WorkState.UNDECIDED);
  }

  /** Whether its text leaves unclear whether it is open, or whether it is a task at all. */
  public boolean isUnsettled() {
    return defects.contains(TaskDefect.UNDECIDED) || isUnclear();
  }

  /** Whether it is unclear whether it is a task at all. */
  public boolean isUnclear() {
    return defects.contains(TaskDefect.READING_UNCLEAR);
  }

  /** Whether its id is meant to be unique, as all ids between markers are. */
  public boolean isNamed() {
    return id.isPresent() && (form.isEmpty() || form.get().named());
  }

  /** Whether its id is one of {@code ids}. */
  public boolean isOneOf(Collection<TaskId> ids) {
    return id.isPresent() && ids.contains(id.get());
  }

  /** Its name in messages: its id if that may be shown, else the line it begins on. */
  public String name() {
    return id.isPresent() && id.get().isSafe() ? id.get().value() : "the task on line " + line();
  }
}
