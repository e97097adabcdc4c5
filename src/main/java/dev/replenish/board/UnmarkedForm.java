package dev.replenish.board;

import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * How a task without markers is written, as far as moving and marking it requires
 * (docs/reference/unmarked.md).
 *
 * @param kind its shape
 * @param frame the surrounding lines that it needs to be read in another place, in order: the
 *     header of its table, the items that it is nested in
 * @param plain whether it is an item without a box, which counts as a task only if the file has no
 *     richer form
 * @param named whether its id is a unique name and not a number or a hash
 * @param openParts whether it contains open boxes of subtasks
 * @param slot where its status is written; empty if there is no place for one
 */
public record UnmarkedForm(
    Kind kind,
    List<Span> frame,
    boolean plain,
    boolean named,
    boolean openParts,
    Optional<StatusSlot> slot) {

  /** The shapes of tasks; each is separated from its neighbours in its own way. */
  public enum Kind {
    /** An item of a list, with all that is nested in it. */
    ITEM,
    /** A row of a table. */
    ROW,
    /** A line of text without a mark, alone or among similar lines. */
    LINE,
    /** A heading, or a line that serves as one, with its body. */
    SECTION
  }

  /** Copies the collection. */
  public UnmarkedForm {
    frame = List.copyOf(frame);
  }

  /** The text of a frame with normalized line endings; "" if there is none. */
  public static String text(SourceText source, List<Span> frame) {
    StringBuilder text = new StringBuilder();
    frame.stream()
        .flatMap(span -> source.text(span).lines())
        .forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return text.toString();
  }

  /** The text that a task of this kind begins with: white space, and the marks of a heading. */
  public static String lead(SourceText source, Span block, Kind kind) {
    int text = Ascii.skipSpacesAndTabs(source.bytes(), block.from(), block.to());
    int to = kind == Kind.SECTION ? Ascii.skip(source.bytes(), text, block.to(), '#') : text;
    return source.text(new Span(block.from(), to));
  }

  /** The text that a task of this form, which is at {@code block}, begins with. */
  public String lead(SourceText source, Span block) {
    return lead(source, block, kind);
  }

  /** Whether it is an item of a list. */
  public boolean isItem() {
    return kind == Kind.ITEM;
  }

  /** Whether it is a row of a table, so that its text is in cells. */
  public boolean isRow() {
    return kind == Kind.ROW;
  }

  /** Whether it is a line of text without a mark. */
  public boolean isLine() {
    return kind == Kind.LINE;
  }

  /** Whether blank lines surround it: it is a heading with its body, or a line of text. */
  public boolean isApart() {
    return isSection() || isLine();
  }

  /** Whether it is a heading with its body. */
  public boolean isSection() {
    return kind == Kind.SECTION;
  }
}
