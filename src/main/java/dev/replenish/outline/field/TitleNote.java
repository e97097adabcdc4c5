package dev.replenish.outline.field;

import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Naming;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** The note about a block or a rejection at the end of a task's first line. */
public final class TitleNote {
  private TitleNote() {}

  /**
   * Where the note is, or would be if there is none: before a comment that makes the line a task.
   *
   * @param from where the text begins
   * @param end where its line ends
   */
  public static Span at(SourceText source, int from, int end, Caption caption) {
    Span text = Ascii.strip(source.bytes(), Math.min(from, end), end);
    boolean commented = text.length() > 0 && source.bytes()[text.to() - 1] == '>';
    if (caption.note() == 0 && !commented) {
      return Span.at(text.to());
    }
    String words = Naming.unmarked(source.text(text));
    int length = Math.min(caption.note(), words.length());
    return SourceBytes.span(text.from(), words, words.length() - length, words.length());
  }
}
