package dev.replenish.outline.field;

import dev.replenish.board.Field;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several labelled values on one line: {@code **Priority:** low · **Status:** open}. */
final class InlineFields {
  private static final int LONGEST = 2000;
  private static final Pattern NEXT =
      Pattern.compile("\\s+[·|•,;—–-]?\\s*\\*\\*([\\p{L}][^*:]{0,40})(?::\\*\\*|\\*\\*:)\\s*");

  private InlineFields() {}

  /** The fields on the line of {@code field}; the field itself if it is the only one. */
  static List<Field> of(SourceText source, Field field) {
    String value = field.value();
    boolean single = value.length() > LONGEST || value.indexOf("**") < 0;
    Matcher next = NEXT.matcher(single ? "" : value);
    if (single || !source.text(field.valueSpan()).equals(value) || !next.find()) {
      return List.of(field);
    }
    List<Field> fields = new ArrayList<>();
    String label = field.label();
    int from = 0;
    do {
      fields.add(part(field, label, from, next.start()));
      label = next.group(1).strip();
      from = next.end();
    } while (next.find());
    fields.add(part(field, label, from, value.length()));
    return fields;
  }

  private static Field part(Field whole, String label, int from, int to) {
    String text = whole.value().substring(from, Math.max(from, to)).strip();
    int start = whole.valueSpan().from() + SourceBytes.length(whole.value().substring(0, from));
    Span value = new Span(start, start + SourceBytes.length(text));
    return Field.of(label, text, value);
  }
}
