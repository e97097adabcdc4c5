package dev.replenish.outline.page;

import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.regex.Pattern;

/** The place where a task says what it is: its first line, with the lines that continue it. */
public final class TitleLine {
  private static final int MOST_LINES = 8;

  /** What does not continue a paragraph: an item, a quote, a heading, a fence or a label. */
  private static final Pattern BEGINS_ANEW =
      Pattern.compile("^\\s*(?:$|[-*+>#|]|\\d+[.)]\\s|```|~~~|<!--|[\\p{L} ]{1,24}:\\s)");

  private TitleLine() {}

  /**
   * The title line of the task at {@code block}; of a row, the cell that holds its title.
   *
   * @param title the task's title
   */
  public static Span of(SourceText source, Span block, UnmarkedForm.Kind kind, String title) {
    int end = Math.min(LineWalk.end(source.bytes(), block.from()), block.to());
    Span first = new Span(block.from(), end);
    return switch (kind) {
      case SECTION, LINE -> first;
      case ROW -> cell(source, first, title);
      case ITEM -> paragraph(source, first, block.to());
    };
  }

  private static Span cell(SourceText source, Span row, String title) {
    for (Span cell : Table.cells(source, row)) {
      if (source.text(cell).contains(title)) {
        return cell;
      }
    }
    return Span.at(row.from());
  }

  private static Span paragraph(SourceText source, Span first, int to) {
    int end = first.to();
    for (int i = 0; i < MOST_LINES; i++) {
      int next = LineWalk.next(source.bytes(), end);
      if (next <= end || next >= to) {
        break;
      }
      int last = Math.min(LineWalk.end(source.bytes(), next), to);
      if (BEGINS_ANEW.matcher(source.text(new Span(next, last))).find()) {
        break;
      }
      end = last;
    }
    return new Span(first.from(), end);
  }
}
