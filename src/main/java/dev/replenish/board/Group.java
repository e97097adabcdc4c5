package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A group of a backlog: tasks of one type and priority.
 *
 * @param type its type, lower case; empty if its marker has none that can be used
 * @param priority its priority, if its marker has one of the four
 * @param tags the tags of its marker
 * @param position where in the document it is
 * @param damaged whether a marker in it is missing, glued or stray; nothing is moved out of such a
 *     group
 * @param tasks its tasks in listed order, without templates
 * @param section its heading's details, if it has a heading instead of markers
 */
public record Group(
    Optional<String> type,
    Optional<Priority> priority,
    List<Tag> tags,
    Position position,
    boolean damaged,
    List<Task> tasks,
    Optional<Section> section) {

  /**
   * Where in its document a group is.
   *
   * @param marker the text of the line that opens it
   * @param line the number of that line, from 1
   * @param end where the group ends: the start of its closing line, or of the text that follows an
   *     unclosed group
   * @param audit where the next audit comment is added
   * @param followsAudit whether {@code audit} is right after an earlier audit comment
   */
  public record Position(
      Span marker, int line, int end, InsertionPoint audit, boolean followsAudit) {}

  /**
   * A group without markers (docs/reference/unmarked.md).
   *
   * @param heading the heading under which the group is written elsewhere
   * @param rank how urgent it is, the lowest number first; finer than priorities, and defined even
   *     for groups that state none
   * @param form what its audit comments must state besides the move; "" for nothing
   * @param tasks what its audit comments state if the form of its tasks must be given
   * @param outer the meaningful headings above this one, the outermost first
   */
  public record Section(String heading, int rank, String form, String tasks, List<String> outer) {
    /** What an audit comment states if nothing else under the heading is a task. */
    public static final String ALONE = " (nothing else here is a task)";

    private static final String GROUP = " " + ReadingComment.GROUP;
    private static final String HEADINGS = " " + ReadingComment.HEADINGS;

    /** The end of a heading that makes each line of text below it a task. */
    public static final String LINES = " " + ReadingComment.LINES;

    /** Copies the collection. */
    public Section {
      outer = List.copyOf(outer);
    }

    /**
     * The heading with a comment that marks it as a group.
     *
     * @param headings whether the comment states that the headings below it are tasks
     */
    public String heading(boolean headings) {
      return bare() + (headings ? HEADINGS : GROUP);
    }

    /** The heading with a comment that states that each line below it is a task. */
    public String headingOfLines() {
      return bare() + LINES;
    }

    private String bare() {
      return ReadingComment.withoutLast(heading);
    }
  }

  /** Copies the collections. */
  public Group {
    tags = List.copyOf(tags);
    tasks = List.copyOf(tasks);
  }

  /** The same group with other tasks. */
  public Group with(List<Task> others) {
    return new Group(type, priority, tags, position, damaged, others, section);
  }

  /** The text of the line that opens it. */
  public Span marker() {
    return position.marker;
  }

  /** The number of the line that opens it, from 1. */
  public int line() {
    return position.line;
  }

  /** Whether tasks can be taken from it: it is undamaged and has a type and a priority. */
  public boolean isSound() {
    return !damaged && type.isPresent() && (priority.isPresent() || section.isPresent());
  }

  /** How urgent it is; the lowest number is the most urgent. */
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
