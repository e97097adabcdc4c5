package dev.replenish.cli;

import dev.replenish.report.Lines;
import java.util.List;

/** The help of the program and of its commands, at most 80 columns wide. */
final class Help {
  /** What the program is for. */
  static final String ABOUT =
      "Tops TODO.md up with ready tasks of one group of BACKLOG.md, in one Git commit that is "
          + "proven before it is made.";

  /** What scripts may rely on. */
  static final List<String> EXIT_CODES =
      List.of(
          "0  done, or nothing to do",
          "1  a bug in Replenish",
          "2  wrong usage or settings",
          "3  nothing to do, only with --detailed-exitcode",
          "4  the repository's state forbids it: dirty file, merge in progress...",
          "5  the input moved: lost the race after all retries, or stale plan",
          "6  the documents forbid it: invalid file or path; 'check' found errors",
          "7  input or output failed: disk full, read-only...",
          "8  a lock is held by someone else");

  /** Which of several boards' codes counts. */
  static final String SEVERAL_BOARDS =
      "With several boards the gravest counts: 1, 2, 7, 4, 6, 8, 5 in this order; 3 only if "
          + "there is nothing to do on any of them.";

  static final Option VERSION = Option.flag("--version", "-V", "show the version");

  private static final int WIDTH = 80;
  private static final int COLUMN = 28;

  private final StringBuilder text = new StringBuilder();

  private Help() {}

  /** The help of the program. */
  static String top() {
    Help help = new Help();
    help.text.append("Usage: replenish [-C DIR] COMMAND [OPTION]...\n\n");
    help.paragraph(ABOUT);
    help.heading("Commands:");
    for (Command command : Commands.all()) {
      help.row("  " + command.name(), command.summary(), 14);
    }
    help.options("Options of every command:", Globals.ALL);
    help.row("  " + VERSION.usage(), VERSION.text(), COLUMN);
    help.heading("Examples:");
    help.example(new Command.Example("What comes next, and why", "replenish plan"));
    help.example(new Command.Example("Do it", "replenish run"));
    help.text.append("\nSee 'replenish help COMMAND' for the options of a command.\n");
    return help.text.toString();
  }

  /** The help of one command. */
  static String of(Command command) {
    Help help = new Help();
    String operands = command.operands().isEmpty() ? "" : " " + command.operands();
    help.text.append("Usage: replenish ").append(command.name()).append(" [OPTION]...");
    help.text.append(operands).append("\n\n");
    help.paragraph(command.description());
    help.options("Options:", command.options());
    help.options("Options of every command:", Globals.ALL);
    if (!command.examples().isEmpty()) {
      help.heading("Examples:");
      command.examples().forEach(help::example);
    }
    if (command.explainsExitCodes()) {
      help.heading("Exit codes:");
      EXIT_CODES.forEach(line -> help.text.append("  ").append(line).append('\n'));
      Lines.wrap(SEVERAL_BOARDS, WIDTH - 2).forEach(l -> help.text.append("  " + l + "\n"));
    }
    return help.text.toString();
  }

  private void options(String heading, List<Option> options) {
    if (options.isEmpty()) {
      return;
    }
    heading(heading);
    for (Option option : options) {
      boolean aligned = option.alias().isEmpty() && option.name().startsWith("--");
      row((aligned ? "      " : "  ") + option.usage(), option.text(), COLUMN);
    }
  }

  private void heading(String heading) {
    text.append('\n').append(heading).append('\n');
  }

  private void paragraph(String words) {
    Lines.wrap(words, WIDTH).forEach(line -> text.append(line).append('\n'));
  }

  private void example(Command.Example example) {
    text.append("  ").append(example.line()).append('\n');
    text.append("      ").append(example.text()).append('\n');
  }

  private void row(String left, String right, int column) {
    String indent = " ".repeat(column);
    boolean fits = left.length() + 2 <= column;
    text.append(left).append(fits ? indent.substring(left.length()) : "\n" + indent);
    List<String> lines = Lines.wrap(right, WIDTH - column);
    text.append(String.join("\n" + indent, lines)).append('\n');
  }
}
