package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A group of a backlog: tasks of one type and priority.
 *
 * @param type its type, lower case; empty where its marker names none that can be used
 * @param priority its priority, where its marker names one of the four
 * @param tags the tags of its marker
 * @param marker the text of the line that opens it
 * @param line the number of that line, from 1
 * @param end where the group ends: the start of the line that closes it, or of what follows when
 *     nothing does
 * @param audit where the next audit comment belongs
 * @param followsAudit whether an earlier audit comment is right before {@code audit}
 * @param damaged whether a marker in it is missing, glued or stray: nothing is moved out of it
 * @param tasks its tasks in listed order, templates left out
 * @param section where it is what is under a heading, and not between markers
 */
public record Group(
    Optional<String> type,
    Optional<Priority> priority,
    List<Tag> tags,
    Span marker,
    int line,
    int end,
    InsertionPoint audit,
    boolean followsAudit,
    boolean damaged,
    List<Task> tasks,
    Optional<Section> section) {

  /**
   * A group without markers (docs/reference/unmarked.md).
   *
   * @param heading what names it as a heading elsewhere
   * @param rank how urgent it is, the most urgent first; finer than priorities, and it has a place
   *     for groups that state none
   * @param form what its audit comments have to tell besides; "" where that is nothing
   * @param tasks what they tell where the form of its tasks has to be said
   * @param outer the headings above that one that say what it is about, the outermost first
   */
  public record Section(String heading, int rank, String form, String tasks, List<String> outer) {
    /** What an audit comment says where nothing else under its heading is a task. */
    public static final String ALONE = " (nothing else here is a task)";

    private static final String GROUP = " " + ReadingComment.GROUP;
    private static final String HEADINGS = " " + ReadingComment.HEADINGS;

    /** What a heading ends in that says that each line of text below it is a task. */
    public static final String LINES = " " + ReadingComment.LINES;

    /** Copies the collection. */
    public Section {
      outer = List.copyOf(outer);
    }

    /**
     * The heading with a comment that says that it is a group.
     *
     * @param headings whether it says that the headings below it are tasks
     */
    public String heading(boolean headings) {
      return bare() + (headings ? HEADINGS : GROUP);
    }

    /** The heading with a comment that says that each line below it is a task. */
    public String headingOfLines() {
      return bare() + LINES;
    }

    private String bare() {
      return heading.endsWith(GROUP)
          ? heading.substring(0, heading.length() - GROUP.length())
          : heading;
    }
  }

  /** Copies the collections. */
  public Group {
    tags = List.copyOf(tags);
    tasks = List.copyOf(tasks);
  }

  /** The same group with other tasks. */
  public Group with(List<Task> others) {
    return new Group(
        type, priority, tags, marker, line, end, audit, followsAudit, damaged, others, section);
  }

  /** Whether tasks can be taken from it at all: whole, with a type and a priority. */
  public boolean isSound() {
    return !damaged && type.isPresent() && (priority.isPresent() || section.isPresent());
  }

  /** How urgent it is, the most urgent first. */
  public int rank() {
    return section.isPresent() ? section.get().rank() : priority.orElse(Priority.LOW).rank();
  }

  /** The group as its marker names it: {@code [type:dev][priority:high]}. */
  public String label() {
    String unknown = section.isPresent() ? "" : "[priority:?]";
    return Tag.text("type", type.orElse("?"))
        + priority.map(known -> Tag.text("priority", known.word())).orElse(unknown);
  }
}
