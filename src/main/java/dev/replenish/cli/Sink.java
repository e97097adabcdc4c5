package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ErrorCode;
import dev.replenish.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Writes a report to the streams, always in UTF-8. */
final class Sink {
  private Sink() {}

  /** Writes {@code report} and returns the exit code: {@code code}, unless stdout fails. */
  static int write(Report report, Env env, int code) {
    int result = code;
    String failure = "";
    try {
      put(report.out(), env.out());
    } catch (IOException e) {
      if (!isClosedPipe(e)) { // whoever read has read enough
        failure = "error: can't write to stdout: " + e.getMessage() + "\n";
        result = code == 0 ? ErrorCode.IO.exitCode() : code;
      }
    }
    try {
      put(report.err() + failure, env.err());
    } catch (IOException e) {
      return result; // there is nowhere left to say it
    }
    return result;
  }

  private static void put(String text, OutputStream stream) throws IOException {
    if (!text.isEmpty()) {
      stream.write(text.getBytes(UTF_8));
      stream.flush();
    }
  }

  /** Operating systems have no other way of saying so than words. */
  private static boolean isClosedPipe(IOException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("pipe") || words.contains("connection reset");
  }
}
