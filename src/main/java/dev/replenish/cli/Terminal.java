package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.function.IntSupplier;

/** The number of columns of a line; determined once, and only when a line is long. */
final class Terminal implements IntSupplier {
  private static final int USUAL = 80;
  private static final int LEAST = 20;
  private static final int MOST = 1000;

  private final Map<String, String> vars;
  private final boolean terminal;
  private int columns;

  Terminal(Map<String, String> vars, boolean terminal) {
    this.vars = vars;
    this.terminal = terminal;
  }

  /** The value of {@code COLUMNS}, else the width of the terminal, else 80. */
  @Override
  public int getAsInt() {
    if (columns == 0) {
      int variable = number(vars.getOrDefault("COLUMNS", ""));
      int known = variable > 0 || !terminal ? variable : ask();
      columns = known <= 0 ? USUAL : Math.max(LEAST, Math.min(MOST, known));
    }
    return columns;
  }

  /** The width of the terminal, 0 if unknown. Java can't find it out; {@code stty} prints it. */
  private static int ask() {
    File tty = new File("/dev/tty");
    if (!tty.exists()) {
      return 0;
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(tty)
              .redirectError(Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), US_ASCII).strip();
      return number(size.substring(size.indexOf(' ') + 1));
    } catch (IOException noStty) {
      return 0;
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
