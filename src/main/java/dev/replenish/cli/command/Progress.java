package dev.replenish.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Shows on a terminal how many commits of the history have been read, if that takes longer than a
 * second; erased at the end.
 */
final class Progress implements IntConsumer, AutoCloseable {
  private static final long DELAY_MILLIS = 1000;
  private static final long INTERVAL_MILLIS = 100;
  private static final int MILLI = 1_000_000;

  private final OutputStream out;
  private long next;
  private int width;
  private boolean silent;

  /** Shows nothing in the first {@code delay} milliseconds. */
  Progress(OutputStream out, boolean silent, long delay) {
    this.out = out;
    this.silent = silent;
    this.next = now() + delay;
  }

  /** Silent unless messages go to a terminal and neither JSON nor quiet was asked for. */
  static Progress of(Call call) {
    Globals globals = call.globals();
    boolean silent =
        !call.env().errTerminal() || Options.has(globals.json) || Options.has(globals.quiet);
    return new Progress(call.env().err(), silent, DELAY_MILLIS);
  }

  private static long now() {
    return System.nanoTime() / MILLI;
  }

  @Override
  public void accept(int commits) {
    if (!silent && now() >= next) {
      next = now() + INTERVAL_MILLIS;
      show(String.format(Locale.ROOT, "Reading the history: %,d commits", commits));
    }
  }

  private void show(String text) {
    String blank = " ".repeat(Math.max(0, width - text.length()));
    width = text.length();
    try {
      out.write(("\r" + text + blank + (text.isEmpty() ? "\r" : "")).getBytes(UTF_8));
      out.flush();
    } catch (IOException e) {
      silent = true; // stderr is closed
    }
  }

  @Override
  public void close() {
    if (width > 0 && !silent) {
      show("");
    }
  }
}
