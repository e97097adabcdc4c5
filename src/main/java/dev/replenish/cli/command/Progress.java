package dev.replenish.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Says on a terminal how far the reading of the history is, once it takes long enough for someone
 * to wonder; wiped out at the end.
 */
final class Progress implements IntConsumer, AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final long PACE_MILLIS = 100;
  private static final int MILLI = 1_000_000;

  private final OutputStream out;
  private long next;
  private int width;
  private boolean silent;

  /** Says nothing in the first {@code patience} milliseconds. */
  Progress(OutputStream out, boolean silent, long patience) {
    this.out = out;
    this.silent = silent;
    this.next = now() + patience;
  }

  /** For a call whose messages go to a terminal and are wanted; else silent. */
  static Progress of(Call call) {
    Globals globals = call.globals();
    boolean silent =
        !call.env().errTerminal() || Options.has(globals.json) || Options.has(globals.quiet);
    return new Progress(call.env().err(), silent, PATIENCE_MILLIS);
  }

  private static long now() {
    return System.nanoTime() / MILLI;
  }

  @Override
  public void accept(int commits) {
    if (!silent && now() >= next) {
      next = now() + PACE_MILLIS;
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
      silent = true; // nobody is there to be told
    }
  }

  @Override
  public void close() {
    if (width > 0 && !silent) {
      show("");
    }
  }
}
