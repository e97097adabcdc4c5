package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.Key;
import dev.replenish.app.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the man page from what the commands say of themselves; the build calls it. */
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
    man.section("DESCRIPTION").text(Help.ABOUT);
    man.section("COMMANDS");
    Commands.all().forEach(man::command);
    man.section("OPTIONS OF EVERY COMMAND");
    Globals.ALL.forEach(man::option);
    man.option(Help.VERSION);
    man.section("EXIT STATUS");
    for (String line : Help.EXIT_CODES) {
      man.item("\\fB" + line.charAt(0) + "\\fR", line.substring(1).strip());
    }
    man.page.append(".PP\n");
    man.text(Help.SEVERAL_BOARDS);
    man.environment();
    man.files();
    man.section("SEE ALSO").page.append(".BR git (1)\n");
    return man.page.toString();
  }

  private void command(Command command) {
    page.append(".SS ").append(roff("replenish " + command.name()));
    page.append(roff(command.operands().isEmpty() ? "" : " " + command.operands())).append('\n');
    text(command.description());
    command.options().forEach(this::option);
    for (Command.Example example : command.examples()) {
      page.append(".PP\n");
      text(example.text() + ":");
      page.append(".PP\n.RS 4\n.nf\n").append(roff(example.line())).append("\n.fi\n.RE\n");
    }
  }

  private void option(Option option) {
    String names = "\\fB" + roff(option.name()) + "\\fR";
    if (!option.alias().isEmpty()) {
      names = "\\fB" + roff(option.alias()) + "\\fR, " + names;
    }
    item(
        option.takesValue() ? names + " \\fI" + roff(option.value()) + "\\fR" : names,
        option.text()
            + (option.words().isEmpty() ? "" : "; one of " + String.join(", ", option.words())));
  }

  private void environment() {
    section("ENVIRONMENT");
    for (Key key : Key.values()) {
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

  /** Text that roff prints as it is. */
  private static String roff(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}
