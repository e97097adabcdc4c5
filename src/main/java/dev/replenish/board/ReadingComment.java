package dev.replenish.board;

/**
 * A comment at the end of a line that settles how a file without markers is read
 * (docs/reference/unmarked.md, "How a file is read").
 */
public final class ReadingComment {
  /** Behind a heading, an item, a row or a line of text: it is a task. */
  public static final String TASK = "<!-- task -->";

  /** Behind a heading: it names a group, and the list or the table below it holds tasks. */
  public static final String GROUP = "<!-- group -->";

  /** Behind a heading: the same, and each heading directly below it is a task. */
  public static final String HEADINGS = "<!-- group: each heading is a task -->";

  /** Behind a heading: each item and each row below it is a task, under its headings too. */
  public static final String ITEMS = "<!-- group: each item is a task -->";

  /** Behind a heading: each line of text below it is a task, under its headings too. */
  public static final String LINES = "<!-- group: each line is a task -->";

  /** Behind a heading: nothing below it is a task; behind anything else: it is none. */
  public static final String NOTE = "<!-- note -->";

  /** What settles a line either way, for people. */
  public static final String EITHER = TASK + " or " + NOTE;

  private ReadingComment() {}
}
