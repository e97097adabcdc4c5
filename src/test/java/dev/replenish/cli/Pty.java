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

/** A program on its own terminal, provided by {@code script}: sends keys, records the output. */
final class Pty implements AutoCloseable {
  private static final long TIMEOUT_MILLIS = 120_000;
  private static final long POLL_MILLIS = 20;

  private final Process process;
  private final OutputStream keys;
  private final StringBuilder output = new StringBuilder();
  private int read;

  private Pty(Process process) {
    this.process = process;
    this.keys = process.getOutputStream();
    Thread reader = new Thread(this::read, "pty");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a command line on a terminal of {@code columns} columns. */
  static Pty start(String command, int columns, Path dir, Map<String, String> vars)
      throws IOException {
    String sized = "stty cols " + columns + " rows 40; exec " + command;
    ProcessBuilder builder =
        new ProcessBuilder(List.of("script", "-qfec", sized, "/dev/null"))
            .directory(dir.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(vars);
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh"); // runs the command line
    builder.environment().remove("COLUMNS");
    return new Pty(builder.start());
  }

  private void read() {
    byte[] bytes = new byte[4096];
    try (InputStream in = process.getInputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        synchronized (output) {
          output.append(new String(bytes, 0, count, UTF_8));
        }
      }
    } catch (IOException closed) {
      return; // the terminal is closed
    }
  }

  /** Sends {@code text} as key presses. */
  Pty type(String text) {
    try {
      keys.write(text.getBytes(UTF_8));
      keys.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(all(), e);
    }
  }

  /** Waits for {@code text} in the output after the last match. */
  Pty await(String text) throws InterruptedException {
    long end = System.currentTimeMillis() + TIMEOUT_MILLIS;
    while (System.currentTimeMillis() < end) {
      synchronized (output) {
        int at = output.indexOf(text, read);
        if (at >= 0) {
          read = at + text.length();
          return this;
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
    return fail("no '" + text + "' in: " + all().replace('\u001b', '^'));
  }

  /** The whole output so far. */
  String all() {
    synchronized (output) {
      return output.toString();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
