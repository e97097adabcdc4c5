package dev.replenish.outline.field;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An estimate in days at several paces: {@code 2 h/day ~6 days}, {@code 1 h/day ~12 days}. */
public final class PaceTable {
  private static final Pattern PACE =
      Pattern.compile(
          "(?<![\\d.,])(\\d{1,2}(?:\\.\\d)?) ?h(?:ours?)?/day(?:<[^<>]*>|[\\s:|~≈–-])*"
              + "\\d{1,4}(?:[-–]\\d{1,4})? (?:calendar |working )?days?\\b");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  private PaceTable() {}

  /** {@code fields}, with the estimate in {@code body} if none of them is an estimate. */
  public static List<Field> with(List<Field> fields, SourceText source, Span body) {
    boolean known = fields.stream().anyMatch(field -> isEffort(field.label()));
    Optional<Field> pace = known ? Optional.empty() : in(source, body);
    List<Field> all = new ArrayList<>(fields);
    pace.ifPresent(all::add);
    return all;
  }

  private static boolean isEffort(String label) {
    return FieldName.of(label).filter(FieldName.EFFORT::equals).isPresent();
  }

  /** The estimate at the slowest pace, which is the most exact one. */
  private static Optional<Field> in(SourceText source, Span body) {
    String text = source.text(body);
    Matcher pace = PACE.matcher(text);
    Optional<Field> slowest = Optional.empty();
    double least = Double.MAX_VALUE;
    while (pace.find()) {
      double hours = Double.parseDouble(pace.group(1));
      if (hours < least) {
        Span place = SourceBytes.span(body.from(), text, pace.start(), pace.end());
        String value = TAG.matcher(pace.group()).replaceAll(" ").replaceAll("\\s+", " ");
        slowest = Optional.of(Field.of(FieldName.EFFORT.label(), value, place));
        least = hours;
      }
    }
    return slowest;
  }
}
