package dev.replenish.report;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The text output: data for stdout, messages for stderr. */
public final class Text {
  /** The most lines of one list in text; JSON has all. */
  static final int LONGEST_LIST = 20;

  private final Style style;
  private final Lines data;
  private final Lines messages;
  private boolean severalBoards;

  Text(Style style) {
    this.style = style;
    this.data = new Lines(style.outColor(), style.columns());
    this.messages = new Lines(style.errColor(), style.columns());
  }

  /** What goes to stdout. */
  public Lines data() {
    return data;
  }

  /** What goes to stderr. */
  public Lines messages() {
    return messages;
  }

  public Style style() {
    return style;
  }

  /** Begins the output of one of several boards. */
  void board(String dir) {
    severalBoards = true;
    if (!style.quiet()) {
      data.put(TextColor.BOLD, dir + ":").end();
    }
  }

  /** Whether the output is about several boards. */
  boolean hasSeveralBoards() {
    return severalBoards;
  }

  /** Prints notes to stderr, unless only errors were asked for. */
  void notes(List<String> notes) {
    for (String note : style.quiet() ? List.<String>of() : notes) {
      messages.line("note: " + note);
    }
  }

  /** Prints a sentence to stderr, unless only errors were asked for. */
  public void remark(String sentence) {
    if (!style.quiet()) {
      messages.line(sentence);
    }
  }

  /** Prints what happened and where, what was kept, what to do next. */
  public void error(Problem problem) {
    messages.put(TextColor.ERROR, "error:").line(" " + problem.message() + place(problem));
    boolean typed = problem.code() == ErrorCode.USAGE; // a mistyped call is not expected to write
    if (!typed || !problem.kept().equals(Problem.NOTHING_WRITTEN)) {
      messages.line("  kept: " + problem.kept());
    }
    messages.line("  next: " + problem.next()); // not wrapped: the user may copy commands in it
  }

  /**
   * The place to print after a problem's message, such as {@code (TODO.md:3)}; "" if the message
   * names it.
   */
  public static String place(Problem problem) {
    boolean redundant =
        problem.where() == null || problem.message().contains(problem.where().toString());
    return redundant ? "" : " (" + problem.where() + ")";
  }

  /** Prints the stack trace of an error with {@code -v}. */
  void trace(Throwable cause) {
    if (style.verbose()) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace, true));
      trace.toString().lines().forEach(messages::line);
    }
  }

  /** The first {@link #LONGEST_LIST} elements of a list. */
  public <T> List<T> capped(List<T> list) {
    return first(LONGEST_LIST, list);
  }

  /** The first {@code most} of {@code list}, or all of it. */
  public static <T> List<T> first(int most, List<T> list) {
    return list.size() <= most ? list : list.subList(0, most);
  }

  /** Prints how many elements of a list {@link #capped} leaves out. */
  public void rest(List<?> list, String indent) {
    if (list.size() > LONGEST_LIST) {
      data.line(indent + "... and " + (list.size() - LONGEST_LIST) + " more (--json shows all)");
    }
  }

  /** {@code 1 task}, {@code 2 tasks}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** The width of the longest of the tasks' names, in columns. */
  public static int nameWidth(List<Task> tasks) {
    int width = 0;
    for (Task task : tasks) {
      width = Math.max(width, Columns.of(TerminalText.line(task.name())));
    }
    return width;
  }

  /** Prints one line of a list of tasks, cut to the width. */
  public void task(String name, String title, int nameWidth) {
    String clean = TerminalText.title(title);
    data.put("  ").column(name, clean.isEmpty() ? 0 : nameWidth + 2);
    data.line(Columns.cut(clean, Math.max(16, style.width() - nameWidth - 4)));
  }

  /** Prints a unified diff. */
  void diff(String diff) {
    TerminalText.block(diff).lines().forEach(this::diffLine);
  }

  private void diffLine(String line) {
    TextColor tone = TextColor.PLAIN;
    if (line.startsWith("--- a/") || line.equals("--- /dev/null") || line.startsWith("+++ b/")) {
      tone = TextColor.BOLD;
    } else if (line.startsWith("@@")) {
      tone = TextColor.PLACE;
    } else if (line.startsWith("+")) {
      tone = TextColor.ADDED;
    } else if (line.startsWith("-")) {
      tone = TextColor.REMOVED;
    }
    data.verbatim(tone, line);
  }
}
