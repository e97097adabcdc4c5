package dev.replenish.board;

import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;

/**
 * A labelled part of a task's body.
 *
 * @param label the label as written, without emphasis and colon
 * @param value the text on the label's own line, or else the first line below it; trimmed, with its
 *     emphasis
 * @param valueSpan where {@code value} is; without a value, an empty span at the end of the label's
 *     line
 * @param extent from the start of the label's line to the end of the last line that is not blank
 * @param lines every line of text or code in the field, trimmed; the label's own line without the
 *     label
 * @param steps the titles of its numbered steps, without nested steps
 */
public record Field(
    String label,
    String value,
    Span valueSpan,
    Span extent,
    List<String> lines,
    List<String> steps) {

  /** A field with a single value, which is at {@code place}. */
  public static Field of(String label, String value, Span place) {
    return new Field(label, value, place, place, List.of(value), List.of());
  }

  /** Whether its label is a heading. {@code source} is the file that holds the field. */
  public boolean isHeading(SourceText source) {
    return source.bytes()[Ascii.skipSpacesAndTabs(source.bytes(), extent.from(), extent.to())]
        == '#';
  }

  /** The whole value as one text. */
  public String text() {
    return String.join("\n", lines).strip();
  }
}
