package dev.replenish.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.cli.Shell;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import dev.replenish.report.FailureSeverity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.OptionSpec;

/** The help and the man page. */
class HelpTest {
  @TempDir Path tmp;

  @ParameterizedTest
  @EnumSource
  void helpOfACommandIsCompleteAndFitsATerminal(Commands name) {
    Commands.Description words = name.description();
    Shell shell = Shell.create(tmp);
    String word = name.word();
    String help = shell.ok("help", word);
    assertTrue(help.startsWith("Usage: replenish " + word), help);
    assertTrue(help.contains(words.text().substring(0, 30)), help);
    for (OptionSpec option : all(name)) {
      assertTrue(
          help.matches("(?s).*\n  " + usage(option) + "[ \n].*"), () -> option + " in " + help);
      assertFalse(Options.text(option).isEmpty(), option::toString);
    }
    words.examples().forEach(e -> assertTrue(help.contains("  " + e.line() + "\n"), help));
    assertNarrow(help);
    assertEquals(help, shell.ok(word, "--help"));
    assertEquals(help, shell.ok("-h", word));
    assertEquals(help, shell.ok(word, "--wibble", "-h"));
  }

  private static String usage(OptionSpec option) {
    String value = Options.takesValue(option) ? " +" + Pattern.quote(option.paramLabel()) : "";
    return "(-\\w, |    )?" + Options.name(option) + value;
  }

  private static List<OptionSpec> all(Commands name) {
    return Line.spec(name, name.create(), new Globals()).options();
  }

  private static void assertNarrow(String help) {
    help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void helpOfTheProgramListsEveryCommand() {
    Shell shell = Shell.create(tmp);
    String help = shell.ok("--help");
    int at = 0;
    for (Commands command : Commands.values()) {
      int next = help.indexOf("\n  " + command.word() + " ");
      assertTrue(next > at, () -> command + " in its part of " + help);
      assertTrue(next > help.indexOf("\n" + command.part().heading() + "\n"), help);
      assertTrue(help.contains(command.summary()), () -> command.summary() + " in one line");
      at = next;
    }
    assertNarrow(help);
    assertEquals(help, shell.ok("help"));
    assertEquals(help, shell.ok("-h"));
  }

  @Test
  void optionsAboutTheCommitHaveAHeading() {
    Shell shell = Shell.create(tmp);
    String run = shell.ok("help", "run");
    int heading = run.indexOf("\n" + HelpPages.OF_COMMIT + "\n");
    for (OptionSpec option : new CommitOptions().all()) {
      assertTrue(run.indexOf(Options.name(option) + " ") > heading, run);
    }
    assertTrue(run.indexOf("--type ") < heading, run);
    assertFalse(shell.ok("help", "plan").contains(HelpPages.OF_COMMIT));
  }

  @Test
  void exitCodesHaveTheirOwnPage() {
    Shell shell = Shell.create(tmp);
    String codes = shell.ok("help", "exit-codes");
    for (ErrorCode code : ErrorCode.values()) {
      assertTrue(codes.contains("\n  " + code.exitCode() + "  " + code.meaning() + "\n"), codes);
    }
    assertTrue(codes.contains("\n  0  ") && codes.contains("\n  3  "), codes);
    int at = codes.indexOf("With several");
    for (ErrorCode code : FailureSeverity.ORDER) {
      int next = codes.indexOf(" " + code.exitCode(), at);
      assertTrue(next >= at, codes);
      at = next;
    }
    assertFalse(shell.ok("help", "run").contains(ErrorCode.LOCKED.meaning()));
  }

  @Test
  void helpFitsTheTerminal() {
    Shell shell = Shell.create(tmp).wide(60);
    shell.ok("help", "run").lines().forEach(line -> assertTrue(line.length() <= 60, line));
    assertTrue(shell.wide(120).ok("help").lines().anyMatch(line -> line.length() > 80));
    assertTrue(shell.onTerminal().ok("help", "run").contains("\u001b["));
  }

  @Test
  void manPageHoldsAllSectionsCommandsAndExitCodes() {
    String page = ManPage.text();
    for (String section :
        List.of("NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "ENVIRONMENT", "FILES")) {
      assertTrue(page.contains("\n.SH " + section + "\n"), section);
    }
    for (Commands command : Commands.values()) {
      assertTrue(
          page.contains(".SS replenish " + command.word().replace("-", "\\-")), command.word());
      for (OptionSpec option : all(command)) {
        String name = Options.name(option);
        assertTrue(page.contains("\\fB" + name.replace("-", "\\-")), name);
      }
    }
    for (ErrorCode code : ErrorCode.values()) {
      assertTrue(page.contains("\\fB" + code.exitCode() + "\\fR\n"), code.word());
    }
    assertEquals(page, Shell.create(tmp).ok("help", "--man"));
    assertTrue(page.contains("REPLENISH_BATCH_SIZE"), page);
  }

  @Test
  void manPageIsValidRoff() throws Exception {
    Path file = tmp.resolve("man/replenish.1");
    ManPage.main(new String[] {file.toString()});
    if (!Files.isExecutable(Path.of("/usr/bin/groff"))) {
      return;
    }
    Process groff =
        new ProcessBuilder("groff", "-man", "-ww", "-Tutf8", file.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(groff.getInputStream().readAllBytes(), "UTF-8");
    assertTrue(groff.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, groff.exitValue());
    assertFalse(out.contains("warning"), out);
    assertFalse(out.contains(file.toString()), out);
    assertTrue(out.replaceAll(".\b", "").contains("'Name <mail>'"), out);
  }
}
