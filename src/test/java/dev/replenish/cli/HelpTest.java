package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help and the man page. */
class HelpTest {
  @TempDir Path tmp;

  static List<String> commands() {
    return Commands.NAMES;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfACommandIsCompleteAndFitsATerminal(String name) {
    Command command = Commands.named(name);
    Shell shell = Shell.create(tmp);
    String help = shell.ok("help", name);
    assertEquals(name, command.name());
    assertTrue(help.startsWith("Usage: replenish " + name), help);
    assertTrue(help.contains(command.description().substring(0, 30)), help);
    for (Option option : all(command)) {
      assertTrue(help.contains("  " + option.usage()), () -> option + " in " + help);
      assertFalse(option.text().isEmpty(), option::toString);
    }
    command.examples().forEach(e -> assertTrue(help.contains("  " + e.line() + "\n"), help));
    assertNarrow(help);
    assertEquals(help, shell.ok(name, "--help"));
    assertEquals(help, shell.ok("-h", name));
    assertEquals(help, shell.ok(name, "--wibble", "-h"));
  }

  private static List<Option> all(Command command) {
    List<Option> options = new ArrayList<>(command.options());
    options.addAll(Globals.ALL);
    return options;
  }

  private static void assertNarrow(String help) {
    help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void namesOfOptionsAreUnambiguous(String name) {
    Set<String> names = new HashSet<>();
    for (Option option : all(Commands.named(name))) {
      assertTrue(names.add(option.name()), option.name());
      assertTrue(option.alias().isEmpty() || names.add(option.alias()), option.alias());
    }
  }

  @Test
  void helpOfTheProgramListsEveryCommand() {
    Shell shell = Shell.create(tmp);
    String help = shell.ok("--help");
    for (Command command : Commands.all()) {
      assertTrue(help.contains("\n  " + command.name() + " "), help);
      assertTrue(help.contains(command.summary()), () -> command.summary() + " in one line");
    }
    assertNarrow(help);
    assertEquals(help, shell.ok("help"));
    assertEquals(help, shell.ok("-h"));
  }

  @Test
  void helpOfRunListsTheExitCodes() {
    String help = Help.of(Commands.named("run"));
    for (ErrorCode code : ErrorCode.values()) {
      boolean exists = code != ErrorCode.PUSH_REJECTED; // there is no push yet
      assertEquals(exists, help.contains("\n  " + code.exitCode() + "  "), help);
    }
    assertTrue(help.contains("\n  0  ") && help.contains("\n  3  "), help);
  }

  @Test
  void manPageHoldsTheSame() {
    String page = ManPage.text();
    for (String section :
        List.of("NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "ENVIRONMENT", "FILES")) {
      assertTrue(page.contains("\n.SH " + section + "\n"), section);
    }
    for (Command command : Commands.all()) {
      assertTrue(page.contains(".SS replenish " + command.name()), command.name());
      for (Option option : all(command)) {
        assertTrue(page.contains("\\fB" + option.name().replace("-", "\\-")), option.name());
      }
    }
    assertTrue(page.contains("REPLENISH_BATCH_SIZE"), page);
  }

  @Test
  void manPageIsSoundRoff() throws Exception {
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
