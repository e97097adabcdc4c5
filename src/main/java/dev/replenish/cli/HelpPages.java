package dev.replenish.cli;

import dev.replenish.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help of the program and of its commands, laid out by picocli.
 *
 * @param width of a line, where words allow it
 * @param color whether options and commands are coloured
 */
record HelpPages(int width, boolean color) {
  /** What the program is for. */
  static final String ABOUT =
      "Tops TODO.md up with ready tasks of one group of BACKLOG.md, in one Git commit that is "
          + "proven before it is made.";

  static final String VERSION = "show the version";

  static final String OF_COMMIT = "Options about the commit:";
  static final String OF_EVERY_COMMAND = "Options of every command:";

  /** What picocli needs for its columns. */
  private static final int NARROWEST = 55;

  /** Where the words about a command begin. */
  private static final int COLUMN = 14;

  private static final List<String> SECTIONS =
      List.of(
          UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST,
          UsageMessageSpec.SECTION_KEY_FOOTER);

  static HelpPages of(Style style) {
    return new HelpPages(Math.max(NARROWEST, style.width()), style.outColor());
  }

  /** Text as picocli prints it as it is. */
  static String escaped(String text) {
    return text.replace("%", "%%");
  }

  /** The help of the program. */
  String top() {
    Globals globals = new Globals();
    List<OptionSpec> options = new ArrayList<>(globals.all());
    options.add(Options.flag("-V", "--version", VERSION));
    CommandSpec spec = CommandSpec.create().name("replenish");
    options.forEach(spec::addOption);
    return page(
        spec,
        "replenish [-C DIR] COMMAND [OPTION]...",
        ABOUT,
        Map.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            HelpPages::commands,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help -> options(help, OF_EVERY_COMMAND, options)),
        List.of(
            "",
            "Examples:",
            "  replenish plan",
            "      What comes next, and why",
            "  replenish run",
            "      Do it",
            "",
            "'replenish' alone is 'replenish status'. More:",
            "  replenish help COMMAND",
            "      The options of a command",
            "  replenish help " + ExitCodes.TOPIC,
            "      What exit codes mean",
            "  replenish help --man | man -l -",
            "      Everything, as a man page"));
  }

  /** The help of one command. */
  String of(Commands name) {
    Command command = name.create();
    Globals globals = new Globals();
    CommandSpec spec = Line.spec(name, command, globals);
    PositionalParamSpec operand = command.operand();
    CommitOptions commit = command.commit();
    List<String> examples = new ArrayList<>();
    for (Command.Example example : command.examples()) {
      examples.add(examples.isEmpty() ? "\nExamples:" : "");
      examples.remove("");
      examples.add("  " + example.line());
      examples.add("      " + example.text());
    }
    return page(
        spec,
        "replenish "
            + name.word()
            + " [OPTION]..."
            + (operand == null ? "" : " " + operand.paramLabel()),
        command.description(),
        Map.of(
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            help ->
                options(help, "Options:", command.options())
                    + options(help, OF_COMMIT, commit == null ? List.of() : commit.all())
                    + options(help, OF_EVERY_COMMAND, globals.all())),
        examples);
  }

  private String page(
      CommandSpec spec,
      String synopsis,
      String description,
      Map<String, CommandLine.IHelpSectionRenderer> sections,
      List<String> footer) {
    spec.parser().separator(" ");
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(width).customSynopsis(synopsis).descriptionHeading("%n");
    usage.description(escaped(description));
    usage.footer(footer.stream().map(HelpPages::escaped).toArray(String[]::new));
    usage.sectionKeys(SECTIONS);
    usage.sectionMap(sections(usage, sections));
    String page = new CommandLine(spec).getUsageMessage(color ? Ansi.ON : Ansi.OFF);
    return page.replace(System.lineSeparator(), "\n");
  }

  private static Map<String, CommandLine.IHelpSectionRenderer> sections(
      UsageMessageSpec usage, Map<String, CommandLine.IHelpSectionRenderer> ours) {
    Map<String, CommandLine.IHelpSectionRenderer> all = new java.util.HashMap<>(usage.sectionMap());
    all.putAll(ours);
    return all;
  }

  private static String options(Help help, String heading, List<OptionSpec> options) {
    return options.isEmpty()
        ? ""
        : "\n"
            + heading
            + "\n"
            + help.optionListExcludingGroups(
                options, help.createDefaultLayout(), null, help.parameterLabelRenderer());
  }

  private static String commands(Help help) {
    StringBuilder text = new StringBuilder();
    for (Commands.Part part : Commands.Part.values()) {
      int width = help.commandSpec().usageMessage().width();
      TextTable table =
          TextTable.forColumns(
              help.colorScheme(),
              new Column(COLUMN, 2, Overflow.SPAN),
              new Column(width - COLUMN, 0, Overflow.WRAP));
      for (Commands command : Commands.values()) {
        if (command.part() == part) {
          table.addRowValues(
              help.colorScheme().commandText(command.word()),
              help.colorScheme().text(escaped(command.summary())));
        }
      }
      text.append('\n').append(part.heading()).append('\n').append(table);
    }
    return text.toString();
  }

  /** What exit codes mean. */
  String exitCodes() {
    StringBuilder text = new StringBuilder("Exit codes:\n");
    ExitCodes.all().forEach((code, meaning) -> text.append("  " + code + "  " + meaning + "\n"));
    text.append('\n');
    wrap(ExitCodes.ofSeveralBoards(), text);
    return text.toString();
  }

  /** What to do where there is no board. */
  String brief() {
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
    dev.replenish.report.Lines.wrap(words, width).forEach(line -> text.append(line).append('\n'));
  }
}
