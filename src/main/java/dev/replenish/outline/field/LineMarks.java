package dev.replenish.outline.field;

import dev.replenish.board.CalendarDate;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and names in the line of a task: {@code due:2026-12-01}, {@code 📅 2026-12-01}, {@code
 * @ina} (docs/reference/unmarked.md, "Dates and assignees").
 */
public final class LineMarks {
  private static final int LONGEST = 2000;
  private static final int FIRST_PICTURE = 0x2300;

  private static final String APART = "(?<![\\p{L}\\p{N}/:_-])";
  private static final String DAY = "\\s*(\\d{4}[-/.]\\d[^\\s)\\]},;|]*)";
  private static final String WORD = "([^\\s:)\\]},;|][^\\s)\\]},;|]*)";
  private static final Pattern DUE =
      Pattern.compile(
          "[\\x{1F4C5}\\x{1F4C6}\\x{1F5D3}]\\x{FE0F}?"
              + DAY
              + "|"
              + APART
              + "(?i:due)(?:::?"
              + DAY
              + "|:"
              + WORD
              + ")");
  private static final Pattern NOT_BEFORE =
      Pattern.compile(
          "[\\x{1F6EB}\\x{23F3}\\x{231B}]\\x{FE0F}?"
              + DAY
              + "|"
              + APART
              + "(?i:t|start|scheduled|not-before)::?"
              + DAY
              + "|"
              + APART
              + "(?i:not-before):"
              + WORD);

  private final Span span;
  private final String text;
  private final List<Field> fields = new ArrayList<>();

  private LineMarks(SourceText source, Span span) {
    this.span = span;
    this.text = source.text(span);
  }

  /** Whether the bytes of {@code span} may hold such marks: most lines have none of the signs. */
  public static boolean mayBeIn(SourceText source, Span span) {
    byte[] bytes = source.bytes();
    for (int i = span.from(); i < span.to(); i++) {
      if (bytes[i] == ':' || bytes[i] == '@' || bytes[i] < 0) {
        return true;
      }
    }
    return false;
  }

  /** The fields that the text at {@code span} holds. */
  public static List<Field> in(SourceText source, Span span) {
    LineMarks marks = new LineMarks(source, span);
    if (span.length() <= LONGEST && marks.mayHaveMarks()) {
      marks.due();
      marks.notBefore();
      marks.assignee();
    }
    return marks.fields;
  }

  /** Whether the text has a sign that a mark needs; most lines have none. */
  private boolean mayHaveMarks() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '@' || c >= FIRST_PICTURE) {
        return true;
      }
    }
    return false;
  }

  private void due() {
    Matcher due = DUE.matcher(text);
    while (due.find()) {
      if (!InlineCode.holds(text, due.start())) {
        fields.add(field(FieldName.DUE, due));
        return;
      }
    }
  }

  /** Adds the latest of several days. */
  private void notBefore() {
    Optional<LocalDate> last = Optional.empty();
    Field latest = null;
    Matcher day = NOT_BEFORE.matcher(text);
    while (day.find()) {
      if (InlineCode.holds(text, day.start())) {
        continue;
      }
      Field field = field(FieldName.NOT_BEFORE, day);
      Optional<LocalDate> date = CalendarDate.parse(field.value());
      boolean later = date.isPresent() && (last.isEmpty() || date.get().isAfter(last.get()));
      if (latest == null || later) {
        latest = field;
        last = date.isPresent() ? date : last;
      }
    }
    if (latest != null) {
      fields.add(latest);
    }
  }

  private void assignee() {
    Optional<AtName> name = AtName.in(text);
    if (name.isPresent()) {
      fields.add(field(FieldName.ASSIGNEE, name.get().from(), name.get().to()));
    }
  }

  private Field field(FieldName name, Matcher found) {
    for (int group = 1; group < found.groupCount(); group++) {
      if (found.group(group) != null) {
        return field(name, found.start(group), found.end(group));
      }
    }
    return field(name, found.start(found.groupCount()), found.end(found.groupCount()));
  }

  private Field field(FieldName name, int from, int to) {
    Span place = SourceBytes.span(span.from(), text, from, to);
    return Field.of(name.label(), text.substring(from, to), place);
  }
}
