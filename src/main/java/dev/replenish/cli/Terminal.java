package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.function.IntSupplier;

/** How many columns there are for a line; asked for once, and only where a line is long. */
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

  /** What {@code COLUMNS} says, else the terminal, else 80. */
  @Override
  public int getAsInt() {
    if (columns == 0) {
      int said = number(vars.getOrDefault("COLUMNS", ""));
      int asked = said > 0 || !terminal ? said : ask();
      columns = asked <= 0 ? USUAL : Math.max(LEAST, Math.min(MOST, asked));
    }
    return columns;
  }

  /** Java has no way to ask; {@code stty} prints rows and columns. */
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
