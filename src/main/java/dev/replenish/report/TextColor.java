package dev.replenish.report;

/** How a piece of text is coloured. */
public enum TextColor {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  ERROR("1;31"),
  WARNING("33"),
  GOOD("32"),
  REMOVED("31"),
  ADDED("32"),
  PLACE("36");

  private final String code;

  TextColor(String code) {
    this.code = code;
  }

  /** The numbers of the terminal's "select graphic rendition" sequence; empty for none. */
  String code() {
    return code;
  }
}
