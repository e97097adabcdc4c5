package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ErrorCode;
import dev.replenish.cli.option.Env;
import dev.replenish.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
      boolean closed = isClosedPipe(e); // the reader has read enough
      failure = closed ? "" : "error: can't write to stdout: " + e.getMessage() + "\n";
      failure += committed(report.commits());
      result = closed || code != 0 ? code : ErrorCode.IO.exitCode();
    }
    try {
      put(report.err() + failure, env.err());
    } catch (IOException e) {
      return result; // there is nowhere left to report it
    }
    return result;
  }

  /** The commits that stdout could not report. */
  private static String committed(List<String> commits) {
    if (commits.isEmpty()) {
      return "";
    }
    String ids = String.join(", ", commits);
    return "  kept: The work is committed: "
        + ids
        + ".\n  next: See 'replenish log'; a second call would do more.\n";
  }

  private static void put(String text, OutputStream stream) throws IOException {
    if (!text.isEmpty()) {
      stream.write(text.getBytes(UTF_8));
      stream.flush();
    }
  }

  /** Whether the reader has closed the pipe; only the message of the exception shows it. */
  private static boolean isClosedPipe(IOException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("pipe") || words.contains("connection reset");
  }
}
