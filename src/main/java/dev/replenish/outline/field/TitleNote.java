package dev.replenish.outline.field;

import dev.replenish.outline.words.Caption;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/** The note about a block or a rejection at the end of a task's first line. */
public final class TitleNote {
  private TitleNote() {}

  /**
   * Where the note is, or would be if there is none.
   *
   * @param from where the text begins
   * @param end where its line ends
   */
  public static Span at(SourceText source, int from, int end, Caption caption) {
    Span text = Ascii.strip(source.bytes(), Math.min(from, end), end);
    if (caption.note() == 0) {
      return Span.at(text.to());
    }
    String words = source.text(text);
    int length = Math.min(caption.note(), words.length());
    String note = words.substring(words.length() - length);
    return new Span(text.to() - SourceBytes.length(note), text.to());
  }
}
