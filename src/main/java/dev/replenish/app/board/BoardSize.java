package dev.replenish.app.board;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Ascii;
import dev.replenish.text.Location;
import dev.replenish.text.SourceText;

/** The limits for the files of a board together, so that 512 MB of memory are enough. */
final class BoardSize {
  static final long MOST_BYTES = 120L << 20;
  static final long MOST_UNMARKED_BYTES = 100L << 20;
  static final int MOST_UNMARKED_LINES = 1_000_000;
  static final int MOST_UNMARKED_TASKS = 201_000;
  static final int MOST_TASKS = 101_000;

  private static final byte[] MARKER = "task_begin".getBytes(US_ASCII);
  private static final byte[] LINE_BREAK = {'\n'};
  private static final String BEGINNINGS = "-*+|#0123456789";
  private static final String WITHOUT = " without task_begin";

  private long bytes;
  private long unmarkedBytes;
  private int unmarkedLines;
  private int unmarkedTasks;
  private int tasks;

  /** Adds a file before it is read; refuses it if it makes the board too big. */
  void add(SourceText text) {
    byte[] content = text.bytes();
    int found = count(content, MARKER);
    bytes += text.length();
    tasks += found;
    if (found == 0) {
      unmarkedBytes += text.length();
      unmarkedLines += count(content, LINE_BREAK);
      unmarkedTasks += beginnings(content);
    }
    require(text, mebi(bytes), bytes <= MOST_BYTES, mebi(MOST_BYTES));
    require(text, tasks + " tasks", tasks <= MOST_TASKS, MOST_TASKS + "");
    require(
        text,
        mebi(unmarkedBytes) + WITHOUT,
        unmarkedBytes <= MOST_UNMARKED_BYTES,
        mebi(MOST_UNMARKED_BYTES));
    require(
        text,
        unmarkedLines + " lines" + WITHOUT,
        unmarkedLines <= MOST_UNMARKED_LINES,
        MOST_UNMARKED_LINES + "");
    require(
        text,
        unmarkedTasks + " items, rows and headings" + WITHOUT,
        unmarkedTasks <= MOST_UNMARKED_TASKS,
        MOST_UNMARKED_TASKS + "");
  }

  private static void require(SourceText text, String size, boolean fits, String limit) {
    if (!fits) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          Location.of(text.path()),
          "with this file, the board has " + size + "; at most " + limit + " are read",
          "Move finished tasks to a file that is not the board's, or split the board into"
              + " several folders.");
    }
  }

  private static String mebi(long bytes) {
    long tenths = (bytes * 10 + (1 << 20) - 1) >> 20;
    return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " MiB";
  }

  /** Counts the lines that may begin a task: items, table rows and headings. */
  private static int beginnings(byte[] bytes) {
    int count = 0;
    boolean begins = true;
    for (byte b : bytes) {
      if (begins && BEGINNINGS.indexOf(b) >= 0) {
        count++;
      }
      begins = Ascii.isBreak(b) || begins && Ascii.isSpaceOrTab(b);
    }
    return count;
  }

  private static int count(byte[] bytes, byte[] word) {
    int count = 0;
    for (int at = Ascii.find(bytes, 0, word); at >= 0; at = Ascii.find(bytes, at + 1, word)) {
      count++;
    }
    return count;
  }
}
