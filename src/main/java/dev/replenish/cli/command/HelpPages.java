package dev.replenish.cli.command;

import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.ExitCodes;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import dev.replenish.report.Lines;
import dev.replenish.report.Style;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of the program and of its commands, laid out by picocli. Texts are wrapped before, since
 * the JDK's search for line breaks takes a third of the start-up time.
 *
 * @param width of a line, where words allow it
 * @param color whether options and commands are coloured
 */
public record HelpPages(int width, boolean color) {
  /** What the program is for. */
  static final String ABOUT =
      "Tops up TODO.md with ready tasks from one group of BACKLOG.md, in a Git commit that is "
          + "verified before it is made.";

  public static final String VERSION = "show the version; with -v, also how it was installed";

  static final String OF_COMMIT = "Options for the commit:";
  static final String OF_EVERY_COMMAND = "Options of all commands:";

  /** The least width that picocli's columns need. */
  private static final int NARROWEST = 55;

  /** The columns in which the descriptions of commands and of options begin. */
  private static final int COMMAND_TEXT = 16;

  private static final int OPTION_TEXT = 28;

  /** Pages with the width and the colours of {@code style}. */
  public static HelpPages of(Style style) {
    return new HelpPages(Math.max(NARROWEST, style.width()), style.outColor());
  }

  /** The help of the program. */
  public String top() {
    Help help = help(CommandSpec.create().name("replenish"));
    StringBuilder text = new StringBuilder("Usage: replenish [-C DIR] COMMAND [OPTION]...\n\n");
    wrap(ABOUT, text);
    for (Commands.Part part : Commands.Part.values()) {
      text.append('\n').append(part.heading()).append('\n');
      for (Commands command : Commands.values()) {
        if (command.part() == part) {
          command(command, help, text);
        }
      }
    }
    List<OptionSpec> options = new ArrayList<>(new Globals().all());
    options.add(Options.flag("-V", "--version", VERSION));
    options(OF_EVERY_COMMAND, options, help, text);
    text.append(
        """

        Examples:
          replenish plan
              What comes next, and why
          replenish run
              Do it

        'replenish' alone is 'replenish status'. More:
          replenish help COMMAND
              The options of a command
          replenish help exit-codes
              What exit codes mean
          replenish help --man | man -l -
              Everything, as a man page
        """);
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private void command(Commands command, Help help, StringBuilder text) {
    String word = command.word();
    text.append("  ").append(help.colorScheme().commandText(word));
    text.append(" ".repeat(COMMAND_TEXT - 2 - word.length()));
    String indent = "\n" + " ".repeat(COMMAND_TEXT);
    text.append(String.join(indent, Lines.wrap(command.summary(), width - COMMAND_TEXT)))
        .append('\n');
  }

  /** The help of one command. */
  public String of(Commands name) {
    Command command = name.create();
    CommandSpec spec = Line.spec(name, command, new Globals());
    Help help = help(spec);
    PositionalParamSpec operand = command.operand();
    StringBuilder text = new StringBuilder("Usage: replenish ").append(name.word());
    text.append(" [OPTION]...").append(operand == null ? "" : " " + operand.paramLabel());
    text.append("\n\n");
    Commands.Description words = name.description();
    wrap(words.text(), text);
    options("Options:", command.options(), help, text);
    CommitOptions commit = command.commit();
    options(OF_COMMIT, commit == null ? List.of() : commit.all(), help, text);
    options(OF_EVERY_COMMAND, new Globals().all(), help, text);
    String heading = "\nExamples:\n";
    for (Commands.Description.Example example : words.examples()) {
      text.append(heading).append("  ").append(example.line());
      text.append("\n      ").append(example.text()).append('\n');
      heading = "";
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private Help help(CommandSpec spec) {
    spec.parser().separator(" "); // between an option and the label of its value
    return new Help(spec, Help.defaultColorScheme(color ? Ansi.ON : Ansi.OFF));
  }

  private void options(String heading, List<OptionSpec> options, Help help, StringBuilder text) {
    if (options.isEmpty()) {
      return;
    }
    text.append('\n').append(heading).append('\n');
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(2, 0, Overflow.TRUNCATE),
            new Column(2, 0, Overflow.TRUNCATE),
            new Column(1, 0, Overflow.TRUNCATE),
            new Column(OPTION_TEXT - 5, 1, Overflow.SPAN),
            new Column(width - OPTION_TEXT, 0, Overflow.TRUNCATE));
    IOptionRenderer usual = help.createDefaultOptionRenderer();
    IOptionRenderer wrapping =
        (option, labels, scheme) -> usual.render(wrapped(option), labels, scheme);
    Layout layout =
        new Layout(help.colorScheme(), table, wrapping, help.createDefaultParameterRenderer());
    layout.addAllOptions(options, help.parameterLabelRenderer());
    text.append(layout);
  }

  private OptionSpec wrapped(OptionSpec option) {
    List<String> lines = new ArrayList<>(Lines.wrap(Options.text(option), width - OPTION_TEXT));
    lines.replaceAll(Options::escaped);
    return option.toBuilder().description(lines.toArray(new String[0])).build();
  }

  /** What exit codes mean. */
  String exitCodes() {
    StringBuilder text = new StringBuilder("Exit codes:\n");
    ExitCodes.all().forEach((code, meaning) -> text.append("  " + code + "  " + meaning + "\n"));
    text.append('\n');
    wrap(ExitCodes.ofSeveralBoards(), text);
    return text.toString();
  }

  /** What to do if there is no board. */
  public String brief() {
    StringBuilder text = new StringBuilder();
    wrap(ABOUT, text);
    return text.append(
            """

            There is no board here: no BACKLOG.md in a Git repository. To begin:
              replenish init       write the files of a new one
              replenish list       list the tasks of a backlog that you have, in any Markdown
              replenish demo       see it at work in a throw-away repository
              replenish --help     all commands
            """)
        .toString();
  }

  private void wrap(String words, StringBuilder text) {
    Lines.wrap(words, width).forEach(line -> text.append(line).append('\n'));
  }
}
