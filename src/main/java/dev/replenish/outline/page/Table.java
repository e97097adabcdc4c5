package dev.replenish.outline.page;

import dev.replenish.board.ReadingComment;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A table: a header, a line of dashes, and rows.
 *
 * @param head the index of the header's line
 * @param end one past the index of the last row
 * @param columns what each column is for
 */
public record Table(int head, int end, List<Optional<Column>> columns) {
  /** The most rows that are read to see what a column is for. */
  private static final int MOST_ROWS = 50;

  /** The table whose header is the line of index {@code at}; empty if there is none. */
  public static Optional<Table> at(Outline outline, int at, int to) {
    if (at + 1 >= to || !outline.line(at).isText() || !begins(outline, at, to)) {
      return Optional.empty();
    }
    int end = at + 2;
    while (end < to && outline.line(end).isText() && !outline.line(end).opens()) {
      end++;
    }
    List<Optional<Column>> columns = columns(outline.source(), text(outline, at));
    values(outline, at, end).infer(columns);
    return Optional.of(new Table(at, end, columns).titledByRemedy(outline));
  }

  /** Whether the line of index {@code at} is the header of a table, even within an item. */
  public static boolean begins(Outline outline, int at, int to) {
    if (at + 1 >= to || !isRow(outline, at) || outline.line(at + 1).kind() != Kind.TEXT) {
      return false;
    }
    Line dashes = outline.line(at + 1);
    return outline.text(dashes).indexOf('|') >= 0
        && !dashes.opens()
        && dashes.depth() == outline.line(at).depth()
        && isDashes(outline, at + 1);
  }

  /**
   * The same under a heading: below one that says that something is to be done or planned, a table
   * with a column for plans has its titles in the first column.
   */
  public static Optional<Table> at(Outline outline, Section section, int at) {
    return at(outline, at, section.ownEnd())
        .map(table -> isPlanned(section) ? table.titledByPlan(outline) : table)
        .map(table -> table.titles().isEmpty() ? table.titledByComment(outline, section) : table);
  }

  /** With titles in the first unknown column with words, if a comment says that rows are tasks. */
  private Table titledByComment(Outline outline, Section section) {
    if (section.listsTasks()
        || rows().anyMatch(at -> outline.hasComment(at, ReadingComment.TASK))) {
      OptionalInt column = values(outline, head, end).firstWithWords(columns);
      return column.isPresent() ? titled(column.getAsInt()) : this;
    }
    return this;
  }

  /** The values in the first rows of the table from {@code head} to {@code end}. */
  private static ColumnValues values(Outline outline, int head, int end) {
    return new ColumnValues(outline, head + 2, Math.min(end, head + 2 + MOST_ROWS));
  }

  private IntStream rows() {
    return IntStream.range(head + 2, end);
  }

  private static boolean isPlanned(Section section) {
    return !section.isDocumentTitle() && section.is(Topic.OPEN);
  }

  private Table titledByPlan(Outline outline) {
    List<String> headers = headers(outline);
    boolean plans = headers.stream().skip(1).anyMatch(Terms.PLANS::is);
    boolean named = columns.get(0).isEmpty() && !namesGroups(headers.get(0));
    return plans && named && titles().isEmpty() ? titled(0) : this;
  }

  static boolean namesGroups(String header) {
    return Terms.PLANS.is(header) || Vocabulary.namesGroup(header);
  }

  /** With titles in the first unknown column, if another one says what should be done. */
  private Table titledByRemedy(Outline outline) {
    if (titles().isPresent() || !hasRemedy(outline)) {
      return this;
    }
    List<String> headers = headers(outline);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isEmpty() && !Terms.REMEDIES.is(headers.get(i))) {
        return titled(i);
      }
    }
    return this;
  }

  private Table titled(int column) {
    List<Optional<Column>> changed = new ArrayList<>(columns);
    changed.set(column, Optional.of(Column.TITLE));
    return new Table(head, end, changed);
  }

  /** Whether a column says what should be done about each row: {@code Suggested next step}. */
  public boolean hasRemedy(Outline outline) {
    return headers(outline).stream().anyMatch(Terms.REMEDIES::is);
  }

  List<String> headers(Outline outline) {
    return cells(outline, head).stream().map(cell -> plain(outline.source().text(cell))).toList();
  }

  /** Whether each cell holds dashes, with a colon at either end where the column is aligned. */
  private static boolean isDashes(Outline outline, int at) {
    SourceText source = outline.source();
    List<Span> cells = cells(outline, at);
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
    return line.kind() == Kind.TEXT
        && Ascii.find(outline.source().bytes(), line.content(), line.end(), '|') >= 0;
  }

  /** The column that holds the titles; empty if this is no table of tasks. */
  public Optional<Integer> titles() {
    return titles(columns);
  }

  /** Whether the header of the titles names tasks, and not features or items. */
  public boolean namesTasks(Outline outline) {
    return titles().map(headers(outline)::get).filter(Terms.TASKS::is).isPresent();
  }

  /** The column among {@code columns} that holds the titles; empty if there is none. */
  static Optional<Integer> titles(List<Optional<Column>> columns) {
    int title = columns.indexOf(Optional.of(Column.TITLE));
    int described = columns.indexOf(Optional.of(Column.DESCRIPTION));
    int found = title >= 0 ? title : described >= 0 ? described : unknownTitle(columns);
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  /** The first unknown column, which holds the titles if two columns are for tasks; else -1. */
  private static int unknownTitle(List<Optional<Column>> columns) {
    long forTasks =
        columns.stream().flatMap(Optional::stream).filter(Column.OF_TASKS::contains).count();
    return forTasks < 2 ? -1 : columns.indexOf(Optional.<Column>empty());
  }

  /** Whether it has a column that tables of tasks have and other tables hardly ever have. */
  public boolean hasTaskColumn(Outline outline) {
    return namesTasks(outline)
        || columns.stream().flatMap(Optional::stream).anyMatch(Column.OF_TASKS::contains);
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

  /** The texts of the cells in the rows from one index up to another. */
  static List<List<String>> texts(Outline outline, int from, int to) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = from; i < to; i++) {
      rows.add(cells(outline, i).stream().map(outline.source()::text).toList());
    }
    return rows;
  }

  /** The text of a cell in a row of {@link #texts}; "" if there is none. */
  static String text(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  /** The cells of a row without the blanks around them; a pipe after a backslash is text. */
  public static List<Span> cells(Outline outline, int at) {
    return cells(outline.source(), text(outline, at));
  }

  private static Span text(Outline outline, int at) {
    Line line = outline.line(at);
    return new Span(line.content(), line.end());
  }

  /**
   * The cells of a row of this table. If it has too many, pipes in code count as text, provided
   * that it then has as many cells as the header.
   */
  public List<Span> row(Outline outline, int at) {
    List<Span> cells = cells(outline, at);
    if (cells.size() <= columns.size()) {
      return cells;
    }
    List<Span> meant = cells(outline.source(), text(outline, at), true);
    return meant.size() == columns.size() ? meant : cells;
  }

  /** The text of one cell of the row on the line of index {@code at}; "" if there is none. */
  public String text(Outline outline, int at, int column) {
    List<Span> cells = row(outline, at);
    return column < cells.size() ? outline.source().text(cells.get(column)) : "";
  }

  /** The cells of the row at {@code text}, as in {@link #cells(Outline, int)}. */
  public static List<Span> cells(SourceText source, Span text) {
    return cells(source, text, false);
  }

  private static List<Span> cells(SourceText source, Span text, boolean codeIsText) {
    boolean code = false;
    byte[] bytes = source.bytes();
    Span row = Ascii.strip(bytes, text.from(), text.to());
    int from = row.length() > 0 && bytes[row.from()] == '|' ? row.from() + 1 : row.from();
    List<Span> cells = new ArrayList<>();
    for (int at = from; at < row.to(); at++) {
      if (bytes[at] == '\\') {
        at++;
      } else if (bytes[at] == '`') {
        code = codeIsText && !code;
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
