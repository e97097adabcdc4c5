package dev.replenish.convert;

import dev.replenish.board.FieldName;

/** The lines of labels and values that a converted task begins with. */
final class Fields {
  /** What the label of a value is preceded by that another one has taken the place of. */
  static final String OLD = "Old ";

  private final StringBuilder text = new StringBuilder();

  /** A line of its own, where {@code value} says anything. */
  void add(String label, String value) {
    if (!VisibleText.of(value).isEmpty()) {
      text.append(text.isEmpty() ? "" : "  \n");
      text.append("**").append(label).append(":** ").append(value);
    }
  }

  /**
   * The same under the header of a column; the status is known already, and this is its old word.
   */
  void column(String header, String value) {
    String label = header.isEmpty() ? "Also" : header;
    boolean status = FieldName.of(label).filter(FieldName.STATUS::equals).isPresent();
    add(status ? OLD + label : label, value);
  }

  /** Whole lines. */
  String text() {
    return text + "\n";
  }
}
