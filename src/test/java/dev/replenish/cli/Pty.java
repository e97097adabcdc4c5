package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program on a terminal of its own, which {@code script} lends: keys in, what is drawn out. */
final class Pty implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 120_000;
  private static final long PAUSE_MILLIS = 20;

  private final Process process;
  private final OutputStream keys;
  private final StringBuilder drawn = new StringBuilder();
  private int read;

  private Pty(Process process) {
    this.process = process;
    this.keys = process.getOutputStream();
    Thread reader = new Thread(this::read, "pty");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a command line on a terminal of that width. */
  static Pty start(String line, int columns, Path dir, Map<String, String> vars)
      throws IOException {
    String sized = "stty cols " + columns + " rows 40; exec " + line;
    ProcessBuilder builder =
        new ProcessBuilder(List.of("script", "-qfec", sized, "/dev/null"))
            .directory(dir.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(vars);
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh"); // runs the line
    builder.environment().remove("COLUMNS");
    return new Pty(builder.start());
  }

  private void read() {
    byte[] bytes = new byte[4096];
    try (InputStream in = process.getInputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        synchronized (drawn) {
          drawn.append(new String(bytes, 0, count, UTF_8));
        }
      }
    } catch (IOException closed) {
      return; // so is the terminal
    }
  }

  /** Presses keys. */
  Pty type(String text) {
    try {
      keys.write(text.getBytes(UTF_8));
      keys.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(all(), e);
    }
  }

  /** Waits for {@code text}; what has been waited for does not count again. */
  Pty await(String text) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      synchronized (drawn) {
        int at = drawn.indexOf(text, read);
        if (at >= 0) {
          read = at + text.length();
          return this;
        }
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return fail("no '" + text + "' in: " + all().replace('\u001b', '^'));
  }

  /** All that has been drawn. */
  String all() {
    synchronized (drawn) {
      return drawn.toString();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
