package dev.replenish.outline;

import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table: a header, a line of dashes, rows.
 *
 * @param head the index of the header's line
 * @param end one past the index of the last row
 * @param columns what each column tells
 */
record Table(int head, int end, List<Optional<Column>> columns) {
  /** The table whose header is the line of index {@code at}; empty where none is. */
  static Optional<Table> at(Outline outline, int at, int to) {
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
    return Optional.of(new Table(at, end, columns(outline.source(), header)));
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

  /** What each column of the table tells whose header stands at {@code header}. */
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
  Optional<Integer> titles() {
    return titles(columns);
  }

  /** The same among these columns. */
  static Optional<Integer> titles(List<Optional<Column>> columns) {
    int title = columns.indexOf(Optional.of(Column.TITLE));
    int described = columns.indexOf(Optional.of(Column.DESCRIPTION));
    int found = title >= 0 ? title : described;
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  /** The first column that tells {@code what}, or -1. */
  int column(Column what) {
    return columns.indexOf(Optional.of(what));
  }

  /** The cells of a row without the blanks around them; a pipe behind a backslash is text. */
  static List<Span> cells(SourceText source, Line line) {
    return cells(source, new Span(line.content(), line.end()));
  }

  /** The same of the text of a row. */
  static List<Span> cells(SourceText source, Span text) {
    byte[] bytes = source.bytes();
    Span row = Ascii.strip(bytes, text.from(), text.to());
    int from = row.length() > 0 && bytes[row.from()] == '|' ? row.from() + 1 : row.from();
    List<Span> cells = new ArrayList<>();
    for (int at = from; at < row.to(); at++) {
      if (bytes[at] == '\\') {
        at++;
      } else if (bytes[at] == '|') {
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
