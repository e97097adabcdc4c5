package dev.replenish.outline.page;

import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.TickedId;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.CodedTitle;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Infers from the values of a table's columns what those with unknown headers are for. */
final class ColumnValues {
  private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,6}-?\\d{1,4}[a-z]?");
  private static final Pattern LINKED =
      Pattern.compile("(?=.*\\d)\\p{Lu}[\\p{Lu}\\d]*(?:[-_.][\\p{Lu}\\d]+)*[a-z]?");
  private static final Pattern STAGE = Pattern.compile("\\p{Lu}\\d{1,2}\\s+[-–—]\\s+(\\p{L}.*)");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** The texts of the cells, row by row. */
  private final List<List<String>> rows;

  /** The values in the rows from one index up to another. */
  ColumnValues(Outline outline, int from, int to) {
    rows = Table.texts(outline, from, to);
  }

  /** Sets in {@code columns} what their values show. */
  void infer(List<Optional<Column>> columns) {
    boolean titled = columns.contains(Optional.of(Column.TITLE));
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty()) {
        columns.set(i, inferred(i, titled));
      }
    }
    splitTitles(columns);
    inferFromBoxes(columns);
    dropStages(columns);
  }

  /**
   * The only column with nothing but a box in each row holds the state; if no column holds titles,
   * the first unknown one with words then does. Several such columns are a comparison.
   */
  private void inferFromBoxes(List<Optional<Column>> columns) {
    List<Integer> ticked =
        IntStream.range(0, columns.size()).filter(this::isTicked).boxed().toList();
    if (ticked.size() != 1 || columns.get(ticked.get(0)).isPresent()) {
      return;
    }
    columns.set(ticked.get(0), Optional.of(Column.STATUS));
    if (!columns.contains(Optional.of(Column.TITLE))) {
      firstWithWords(columns).ifPresent(column -> columns.set(column, Optional.of(Column.TITLE)));
    }
  }

  /** The first unknown column that holds words. */
  OptionalInt firstWithWords(List<Optional<Column>> columns) {
    return IntStream.range(0, columns.size())
        .filter(column -> columns.get(column).isEmpty() && hasWords(column))
        .findFirst();
  }

  /** A column for the state in which each value is a numbered stage holds no state. */
  private void dropStages(List<Optional<Column>> columns) {
    int state = columns.indexOf(Optional.of(Column.STATUS));
    if (state >= 0
        && !rows.isEmpty()
        && rows.stream().allMatch(row -> isStage(value(row, state)))) {
      columns.set(state, Optional.of(Column.OTHER));
    }
  }

  private static boolean isStage(String value) {
    Matcher stage = STAGE.matcher(value);
    return stage.matches()
        && Vocabulary.status(value).isEmpty()
        && Vocabulary.status(stage.group(1)).isEmpty();
  }

  private boolean isTicked(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> Box.soleStatus(value(row, column)).isPresent());
  }

  private boolean hasWords(int column) {
    return rows.stream().anyMatch(row -> LETTER.matcher(value(row, column)).find());
  }

  private Optional<Column> inferred(int column, boolean titled) {
    Set<Column> candidates = EnumSet.of(Column.ID, Column.PRIORITY, Column.STATUS);
    if (!titled) {
      candidates.add(Column.TITLE);
    }
    int values = 0;
    for (int i = 0; i < rows.size() && !candidates.isEmpty(); i++) {
      String value = value(rows.get(i), column);
      if (!value.isEmpty()) {
        values++;
        candidates.removeIf(candidate -> !fits(value, candidate));
      }
    }
    return values == 0 ? Optional.empty() : candidates.stream().findFirst();
  }

  /**
   * Of two columns for titles, the first one holds components if it is empty in a row, and ids if
   * all its values are codes such as {@code T12}.
   */
  private void splitTitles(List<Optional<Column>> columns) {
    int first = columns.indexOf(Optional.of(Column.TITLE));
    if (first == columns.lastIndexOf(Optional.of(Column.TITLE))) {
      return;
    }
    boolean codes = !rows.isEmpty() && !columns.contains(Optional.of(Column.ID));
    for (List<String> row : rows) {
      if (first < row.size() && row.get(first).isEmpty()) {
        columns.set(first, Optional.of(Column.COMPONENT));
        return;
      }
      codes &= CODE.matcher(value(row, first)).matches();
    }
    if (codes) {
      columns.set(first, Optional.of(Column.ID));
    }
  }

  /** The text of a cell without emphasis; "" if the row has no such cell. */
  private static String value(List<String> row, int column) {
    return Table.plain(Table.text(row, column));
  }

  /** Whether a value is a link whose text is an id: {@code [T1](tasks/T1.md)}. */
  private static boolean isLinkedCode(String value) {
    String text = value.startsWith("[") && value.endsWith(")") ? TickedId.bare(value) : "";
    return LINKED.matcher(text).matches();
  }

  private static boolean fits(String value, Column column) {
    return switch (column) {
      case TITLE -> CodedTitle.is(value);
      case ID -> Caption.of(value + ":").named() || isLinkedCode(value);
      case PRIORITY -> Urgencies.exactLevel(value).isPresent();
      default -> Vocabulary.exactStatus(value).isPresent();
    };
  }
}
