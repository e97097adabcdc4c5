package dev.replenish.convert;

import dev.replenish.board.FieldName;

/** The lines of labels and values that a converted task begins with. */
final class Fields {
  /** The prefix for the label of a value that a new value replaces. */
  static final String OLD = "Old ";

  private final StringBuilder text = new StringBuilder();

  /** Adds a line, unless {@code value} has no visible text. */
  void add(String label, String value) {
    if (!VisibleText.of(value).isEmpty()) {
      text.append(text.isEmpty() ? "" : "  \n");
      text.append("**").append(label).append(":** ").append(value);
    }
  }

  /** Adds a table cell under its column's header; a status column is labelled as old. */
  void column(String header, String value) {
    String label = header.isEmpty() ? "Also" : header;
    boolean status = FieldName.of(label).filter(FieldName.STATUS::equals).isPresent();
    add(status ? OLD + label : label, value);
  }

  /** The lines, with a line break at the end. */
  String text() {
    return text + "\n";
  }
}
