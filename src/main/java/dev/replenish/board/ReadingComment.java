package dev.replenish.board;

/**
 * The comments at the end of a line that determine how a file without markers is read
 * (docs/reference/unmarked.md, "How a file is read").
 */
public final class ReadingComment {
  /** After a heading, an item, a row or a line of text: it is a task. */
  public static final String TASK = "<!-- task -->";

  /** After a heading: it names a group, and the list or the table below it holds tasks. */
  public static final String GROUP = "<!-- group -->";

  /** After a heading: the same as {@link #GROUP}, and each heading directly below it is a task. */
  public static final String HEADINGS = "<!-- group: each heading is a task -->";

  /** After a heading: each item and row below it is a task, also under its subheadings. */
  public static final String ITEMS = "<!-- group: each item is a task -->";

  /** After a heading: each line of text below it is a task, also under its subheadings. */
  public static final String LINES = "<!-- group: each line is a task -->";

  /** After a heading: nothing below it is a task. After anything else: it is not a task. */
  public static final String NOTE = "<!-- note -->";

  /** The two comments that settle whether a line is a task, for messages. */
  public static final String EITHER = TASK + " or " + NOTE;

  private ReadingComment() {}

  /** A line without the comment at its end, if there is one, and without blanks there. */
  public static String withoutLast(String line) {
    String text = line.stripTrailing();
    int open = text.endsWith("-->") ? text.lastIndexOf("<!--") : -1;
    boolean last = open >= 0 && text.indexOf("-->", open) == text.length() - 3;
    return last ? text.substring(0, open).stripTrailing() : text;
  }
}
