package dev.replenish.outline.page;

import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table: a header, a line of dashes, rows.
 *
 * @param head the index of the header's line
 * @param end one past the index of the last row
 * @param columns what each column is for
 */
public record Table(int head, int end, List<Optional<Column>> columns) {
  /** So many rows show what a column is. */
  private static final int MOST_ROWS = 50;

  private static final int FEW_ROWS = 4;
  private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,6}-?\\d{1,4}[a-z]?");

  /** The table whose header is the line of index {@code at}; empty where none is. */
  public static Optional<Table> at(Outline outline, int at, int to) {
    if (at + 1 >= to || !isRow(outline, at) || !outline.line(at + 1).isText()) {
      return Optional.empty();
    }
    String dashes = outline.text(outline.line(at + 1));
    if (dashes.indexOf('|') < 0 || outline.line(at + 1).opens() || !isDashes(outline, at + 1)) {
      return Optional.empty();
    }
    int end = at + 2;
    while (end < to && outline.line(end).isText() && !outline.line(end).opens()) {
      end++;
    }
    Line head = outline.line(at);
    Span header = new Span(head.content(), head.end());
    List<Optional<Column>> columns = columns(outline.source(), header);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty()) {
        columns.set(i, told(outline, at + 2, end, i));
      }
    }
    parted(outline, at + 2, end, columns);
    return Optional.of(new Table(at, end, columns));
  }

  /** Dashes in each cell, with a colon at either end where the column is aligned. */
  private static boolean isDashes(Outline outline, int at) {
    SourceText source = outline.source();
    List<Span> cells = cells(source, outline.line(at));
    return !cells.isEmpty()
        && cells.stream()
            .allMatch(
                cell -> {
                  byte[] bytes = source.bytes();
                  int from = cell.from() + (isColon(bytes, cell.from(), cell.to()) ? 1 : 0);
                  int to = cell.to() - (isColon(bytes, cell.to() - 1, cell.to()) ? 1 : 0);
                  return from < to && Ascii.skip(bytes, from, to, '-') == to;
                });
  }

  private static boolean isColon(byte[] bytes, int at, int to) {
    return at < to && bytes[at] == ':';
  }

  /** What the values of a column show it to be, whose header nobody knows. */
  private static Optional<Column> told(Outline outline, int from, int to, int column) {
    Set<Column> may = EnumSet.of(Column.ID, Column.PRIORITY, Column.STATUS);
    int values = 0;
    for (int i = from; i < Math.min(to, from + MOST_ROWS) && !may.isEmpty(); i++) {
      List<Span> cells = cells(outline.source(), outline.line(i));
      String value = column < cells.size() ? outline.source().text(cells.get(column)) : "";
      if (!value.isEmpty()) {
        values++;
        may.removeIf(what -> !is(value, what));
      }
    }
    return values == 0 ? Optional.empty() : may.stream().findFirst();
  }

  /**
   * Of two columns for titles the first only parts the rows where it is empty in some, and names
   * them where all of it are codes such as {@code T12}.
   */
  private static void parted(Outline outline, int from, int to, List<Optional<Column>> columns) {
    int first = columns.indexOf(Optional.of(Column.TITLE));
    if (first == columns.lastIndexOf(Optional.of(Column.TITLE))) {
      return;
    }
    boolean codes = from < to && !columns.contains(Optional.of(Column.ID));
    for (int i = from; i < Math.min(to, from + MOST_ROWS); i++) {
      List<Span> cells = cells(outline.source(), outline.line(i));
      if (first < cells.size() && cells.get(first).length() == 0) {
        columns.set(first, Optional.of(Column.COMPONENT));
        return;
      }
      codes &=
          first < cells.size()
              && CODE.matcher(plain(outline.source().text(cells.get(first)))).matches();
    }
    if (codes) {
      columns.set(first, Optional.of(Column.ID));
    }
  }

  /**
   * Whether one brief value is in half of the rows of a column, and others beside it, of which no
   * two are sorts of tasks such as {@code bug}.
   */
  public boolean repeats(Outline outline, int column) {
    Map<String, Integer> values = new HashMap<>();
    int rows = Math.min(end, head + 2 + MOST_ROWS) - head - 2;
    for (int i = head + 2; i < head + 2 + rows; i++) {
      List<Span> cells = cells(outline.source(), outline.line(i));
      String value = column < cells.size() ? outline.source().text(cells.get(column)) : "";
      if (NormalizedText.count(value) <= 2) {
        values.merge(NormalizedText.words(value), 1, Integer::sum);
      }
    }
    values.remove("");
    return rows >= FEW_ROWS
        && values.keySet().stream().filter(Table::isSort).count() < 2
        && values.values().stream().anyMatch(count -> count * 2 >= rows && count < rows);
  }

  private static boolean isSort(String value) {
    return Vocabulary.namesGroup(value)
        || Vocabulary.column(value).filter(Column.TITLE::equals).isPresent();
  }

  private static boolean is(String value, Column what) {
    return switch (what) {
      case ID -> Caption.of(plain(value) + ":").named();
      case PRIORITY -> Urgencies.exactLevel(plain(value)).isPresent();
      default -> Vocabulary.exactStatus(plain(value)).isPresent();
    };
  }

  /** What each column of the table is for whose header is at {@code header}. */
  static List<Optional<Column>> columns(SourceText source, Span header) {
    List<Optional<Column>> columns = new ArrayList<>();
    for (Span cell : cells(source, header)) {
      columns.add(Vocabulary.column(plain(source.text(cell))));
    }
    return columns;
  }

  /** A header without emphasis. */
  static String plain(String header) {
    return header.replace("*", "").replace("`", "").strip();
  }

  private static boolean isRow(Outline outline, int at) {
    Line line = outline.line(at);
    return line.isText()
        && Ascii.find(outline.source().bytes(), line.content(), line.end(), '|') >= 0;
  }

  /** Which column holds the titles; empty where this is no table of tasks. */
  public Optional<Integer> titles() {
    return titles(columns);
  }

  /** Whether the header of the titles says that they are tasks, and not features or items. */
  public boolean namesTasks(Outline outline) {
    List<Span> cells = cells(outline.source(), outline.line(head));
    return titles()
        .filter(at -> at < cells.size())
        .filter(at -> Vocabulary.namesTasks(plain(outline.source().text(cells.get(at)))))
        .isPresent();
  }

  /** The same among these columns. */
  static Optional<Integer> titles(List<Optional<Column>> columns) {
    int title = columns.indexOf(Optional.of(Column.TITLE));
    int described = columns.indexOf(Optional.of(Column.DESCRIPTION));
    int found = title >= 0 ? title : described >= 0 ? described : strange(columns);
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  /** Where two columns or more are for tasks, the first that nobody knows can only say what. */
  private static int strange(List<Optional<Column>> columns) {
    long telling =
        columns.stream().flatMap(Optional::stream).filter(Column.OF_TASKS::contains).count();
    return telling < 2 ? -1 : columns.indexOf(Optional.<Column>empty());
  }

  /** The first column for {@code what}, or -1. */
  public int column(Column what) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).orElse(null) == what) {
        return i;
      }
    }
    return -1;
  }

  /** The cells of a row without the blanks around them; a pipe behind a backslash is text. */
  public static List<Span> cells(SourceText source, Line line) {
    return cells(source, new Span(line.content(), line.end()));
  }

  /**
   * The cells of a row of this table: one that has too many where pipes part them in code, and as
   * many as the header where they don't, is read as it was meant.
   */
  public List<Span> row(SourceText source, Line line) {
    List<Span> cells = cells(source, line);
    if (cells.size() <= columns.size()) {
      return cells;
    }
    List<Span> meant = cells(source, new Span(line.content(), line.end()), true);
    return meant.size() == columns.size() ? meant : cells;
  }

  /** The same of the text of a row. */
  public static List<Span> cells(SourceText source, Span text) {
    return cells(source, text, false);
  }

  private static List<Span> cells(SourceText source, Span text, boolean whole) {
    boolean code = false;
    byte[] bytes = source.bytes();
    Span row = Ascii.strip(bytes, text.from(), text.to());
    int from = row.length() > 0 && bytes[row.from()] == '|' ? row.from() + 1 : row.from();
    List<Span> cells = new ArrayList<>();
    for (int at = from; at < row.to(); at++) {
      if (bytes[at] == '\\') {
        at++;
      } else if (bytes[at] == '`') {
        code = whole && !code;
      } else if (bytes[at] == '|' && !code) {
        cells.add(Ascii.strip(bytes, from, at));
        from = at + 1;
      }
    }
    if (from < row.to()) {
      cells.add(Ascii.strip(bytes, from, row.to()));
    }
    return cells;
  }
}
