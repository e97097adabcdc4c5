package dev.replenish.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.Version;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.ExitCodes;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import dev.replenish.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the man page from the descriptions of the commands; the build calls it. */
public final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  /** Writes the page to the file that {@code args} names. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).toAbsolutePath();
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text(), UTF_8);
  }

  static String text() {
    ManPage man = new ManPage();
    man.page.append(".TH REPLENISH 1 \"\" \"replenish ").append(Version.current()).append("\"\n");
    man.section("NAME").text("replenish - top TODO.md up from BACKLOG.md in one Git commit");
    man.section("SYNOPSIS");
    man.page.append(
        ".B replenish\n[\\fB\\-C\\fR \\fIDIR\\fR] \\fICOMMAND\\fR [\\fIOPTION\\fR]...\n");
    man.section("DESCRIPTION").text(HelpPages.ABOUT);
    man.section("COMMANDS");
    man.text("Without a command, replenish shows the status of the board around the folder.");
    for (Commands command : Commands.values()) {
      man.command(command);
    }
    man.section("OPTIONS ABOUT THE COMMIT");
    new CommitOptions().all().forEach(man::option);
    man.section("OPTIONS OF EVERY COMMAND");
    new Globals().all().forEach(man::option);
    man.option(Options.flag("-V", "--version", HelpPages.VERSION));
    man.section("EXIT STATUS");
    ExitCodes.all().forEach((code, meaning) -> man.item("\\fB" + code + "\\fR", meaning));
    man.page.append(".PP\n");
    man.text(ExitCodes.ofSeveralBoards());
    man.environment();
    man.files();
    man.section("SEE ALSO").page.append(".BR git (1)\n");
    return man.page.toString();
  }

  private void command(Commands name) {
    Command command = name.create();
    PositionalParamSpec operand = command.operand();
    page.append(".SS ").append(roff("replenish " + name.word()));
    page.append(roff(operand == null ? "" : " " + operand.paramLabel())).append('\n');
    Commands.Description words = name.description();
    text(words.text());
    command.options().forEach(this::option);
    if (command.commit() != null) {
      page.append(".PP\n");
      text("It commits: see OPTIONS ABOUT THE COMMIT.");
    }
    for (Commands.Description.Example example : words.examples()) {
      page.append(".PP\n");
      text(example.text() + ":");
      page.append(".PP\n.RS 4\n.nf\n").append(roff(example.line())).append("\n.fi\n.RE\n");
    }
  }

  private void option(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add("\\fB" + roff(name) + "\\fR");
    }
    String term = String.join(", ", names);
    List<String> words = Options.acceptedWords(option);
    item(
        Options.takesValue(option) ? term + " \\fI" + roff(option.paramLabel()) + "\\fR" : term,
        Options.text(option) + (words.isEmpty() ? "" : "; one of " + String.join(", ", words)));
  }

  private void environment() {
    section("ENVIRONMENT");
    for (SettingKey key : SettingKey.values()) {
      item("\\fB" + key.variable() + "\\fR", key.meaning());
    }
    item("\\fBNO_COLOR\\fR, \\fBCLICOLOR_FORCE\\fR", "no colour, or colour even in a pipe");
    item(
        "\\fBGIT_*\\fR",
        "author, committer, dates, configuration and the place of the repository, as Git reads them");
  }

  private void files() {
    section("FILES");
    item("\\fIBACKLOG.md\\fR", "the tasks, in groups of one type and priority");
    item("\\fITODO.md\\fR", "the tasks of the current batch");
    item("\\fIARCHIVE.md\\fR, \\fITASK_INDEX.md\\fR", "done tasks and an index, if they exist");
    item("\\fI.replenish\\fR", "settings of the repository, in the syntax of git-config(1)");
    item("\\fI.git/config\\fR", "the section [replenish] overrides them");
  }

  private ManPage section(String title) {
    page.append(".SH ").append(title).append('\n');
    return this;
  }

  private void item(String term, String text) {
    page.append(".TP\n").append(term).append('\n');
    text(text);
  }

  private void text(String text) {
    page.append(roff(text)).append('\n');
  }

  /** Text escaped for roff. */
  private static String roff(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}
