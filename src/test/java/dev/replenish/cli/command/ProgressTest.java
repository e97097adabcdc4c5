package dev.replenish.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** The line that shows how many commits have been read. */
class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String shown() {
    return out.toString(UTF_8);
  }

  @Test
  void progressLineIsOverwrittenAndErased() {
    try (Progress progress = new Progress(out, false, 0)) {
      progress.accept(12_000);
      assertEquals("\rReading the history: 12,000 commits", shown());
    }
    String line = "Reading the history: 12,000 commits";
    assertEquals("\r" + line + "\r" + " ".repeat(line.length()) + "\r", shown());
  }

  @Test
  void nothingIsShownBeforeDelay() {
    try (Progress progress = new Progress(out, false, 3_600_000)) {
      progress.accept(1);
    }
    assertEquals("", shown());
  }

  @Test
  void nothingIsShownIfSilent() {
    try (Progress progress = new Progress(out, true, 0)) {
      progress.accept(1);
    }
    assertEquals("", shown());
  }

  @Test
  void closedTerminalIsIgnored() {
    OutputStream broken =
        new OutputStream() {
          private int writes;

          @Override
          public void write(int b) throws IOException {
            writes++;
            assertEquals(1, writes, "it is tried once");
            throw new IOException("gone");
          }
        };
    try (Progress progress = new Progress(broken, false, 0)) {
      progress.accept(1);
      progress.accept(2);
    }
  }
}
