package dev.replenish.report.page;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under headings; all cells but numbers are untrusted text. */
final class Table {
  private final List<String> headings;
  private final List<List<Cell>> rows = new ArrayList<>();

  /** What kind of text a cell holds. */
  enum Kind {
    /** Words. */
    TEXT,
    /** An id, a path or a commit. */
    CODE,
    /** A number or a date that Replenish formats, so it needs no escaping. */
    NUMBER,
    /** Text that needs attention. */
    WARNING
  }

  /** One cell. */
  record Cell(Kind kind, String text) {
    /** The text on one line. */
    String line() {
      return PageText.line(text);
    }

    boolean code() {
      return kind == Kind.CODE && !text.isEmpty();
    }

    boolean number() {
      return kind == Kind.NUMBER;
    }

    boolean warning() {
      return kind == Kind.WARNING;
    }
  }

  Table(String... headings) {
    this.headings = List.of(headings);
  }

  static Cell text(String text) {
    return new Cell(Kind.TEXT, text);
  }

  static Cell title(String title) {
    return text(PageText.title(title));
  }

  static Cell code(String text) {
    return new Cell(Kind.CODE, text);
  }

  static Cell number(Object number) {
    return new Cell(Kind.NUMBER, String.valueOf(number));
  }

  static Cell warning(String text) {
    return new Cell(Kind.WARNING, text);
  }

  Table row(Cell... cells) {
    return row(List.of(cells));
  }

  Table row(List<Cell> cells) {
    if (cells.size() != headings.size()) {
      throw new IllegalArgumentException("a row has " + cells.size() + " cells");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  List<String> headings() {
    return headings;
  }

  List<List<Cell>> rows() {
    return rows;
  }
}
