package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output to a terminal or a build server's log, whatever the files contain. */
class TerminalTest {
  private static final String HOSTILE =
      "\u001b]0;owned\u0007\u001b[2J\u009b31m \u202eevil\u2066 a\u200bb \u2028 ##[error]x ::error::y";

  @TempDir Path tmp;

  private Shell hostile() {
    String body = "::error file=x::owned\n  ::add-mask::secret\n" + HOSTILE + "\n";
    return Shell.withBacklog(
        tmp,
        HOSTILE,
        group(
            "dev",
            "high",
            Shell.task("A-1", "dev", "high", HOSTILE, body),
            Shell.task("::error::A-2", "dev", "high", HOSTILE, body),
            incomplete("::warning::A-3", HOSTILE),
            Shell.task(HOSTILE.replace(' ', '-'), "dev", "high", "x", "")
                .replace("todo", HOSTILE)));
  }

  private static void assertHarmless(String text, boolean colored) {
    String plain = colored ? text.replaceAll("\u001b\\[[0-9;]*m", "") : text;
    for (int i = 0; i < plain.length(); i = plain.offsetByCodePoints(i, 1)) {
      int c = plain.codePointAt(i);
      boolean unseen =
          Character.getType(c) == Character.FORMAT
              || (Character.isISOControl(c) && c != '\n' && c != '\t')
              || c == 0x2028;
      assertFalse(unseen, () -> "U+" + Integer.toHexString(c) + " in " + text);
    }
    for (String line : plain.lines().toList()) {
      assertFalse(line.strip().startsWith("::"), line);
      assertFalse(line.contains("##["), line);
    }
  }

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("plan"),
          List.of("status"),
          List.of("status", "-v"),
          List.of("status", "--board"),
          List.of("list", "--sort", "title"),
          List.of("list", "--query", HOSTILE),
          List.of("plan", "--diff"),
          List.of("list"),
          List.of("check"),
          List.of("check", "--fix", "-n"),
          List.of("config"),
          List.of("next"),
          List.of("run", "--ref", HOSTILE),
          List.of("run", "--board", HOSTILE),
          List.of("run", "--type", HOSTILE),
          List.of("run", "--max", HOSTILE),
          List.of("-C", HOSTILE, "run", "-v"),
          List.of(HOSTILE),
          List.of("run", "--" + HOSTILE),
          List.of("run"),
          List.of("next"),
          List.of("status"),
          List.of("run"));

  @Test
  void outputToTerminalIsHarmless() {
    Shell shell = hostile().onTerminal();
    for (List<String> command : COMMANDS) {
      Shell.Result colored = shell.run(command.toArray(new String[0]));
      assertHarmless(colored.all(), true);
    }
  }

  @Test
  void outputToPipeIsHarmlessExceptTaskOfNext() {
    Shell shell = hostile();
    for (List<String> command : COMMANDS) {
      if (!command.equals(List.of("next"))) {
        assertHarmless(shell.run(command.toArray(new String[0])).all(), false);
      }
    }
    assertTrue(shell.ok("next").contains(HOSTILE)); // unchanged, for programs that read it
  }

  @Test
  void jsonKeepsTextOnOneHarmlessLine() {
    Shell shell = hostile();
    Shell.Result lone = shell.run("--json", "run", "--type", "\ud800x\udc00");
    assertEquals("no-ready-task", Shell.object("run", lone.out()).get("reason").asText());
    String title = shell.json(0, "plan").get("tasks").get(0).get("title").asText();
    assertEquals(HOSTILE, title);
    for (String command : List.of("plan", "list", "status", "check", "run", "next")) {
      Shell.Result json = shell.run(command, "--json");
      assertHarmless(json.all(), false);
      Shell.object(command, json.out());
    }
    assertEquals(2, shell.run("run", "--\ud83d").code());
  }

  @Test
  void colorIsUsedOnTerminalOrOnRequest() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    assertFalse(isColored(shell));
    assertTrue(isColored(shell, "--color", "always"));
    assertTrue(isColored(shell.set("CLICOLOR_FORCE", "1")));
    assertFalse(isColored(shell.set("CLICOLOR_FORCE", "0")));
    shell.set("CLICOLOR_FORCE", "").onTerminal();
    assertTrue(isColored(shell.set("TERM", "xterm-256color")));
    assertFalse(isColored(shell, "--color=never"));
    assertFalse(isColored(shell.set("TERM", "dumb")));
    assertTrue(isColored(shell.set("TERM", "xterm")));
    assertFalse(isColored(shell.set("NO_COLOR", "1")));
    assertFalse(isColored(shell.set("CLICOLOR_FORCE", "1")));
    assertTrue(isColored(shell, "--color", "ALWAYS"));
    assertFalse(shell.run("--json", "plan", "--color=always").out().contains("\\u001b"));
  }

  private static boolean isColored(Shell shell, String... args) {
    String[] words = new String[args.length + 2];
    System.arraycopy(args, 0, words, 0, args.length);
    words[args.length] = "plan";
    words[args.length + 1] = "--diff";
    return shell.ok(words).contains("\u001b[32m+### # [id:A-1]");
  }

  @Test
  void commitOfBatchIsColored() {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil"))).onTerminal();
    String out = shell.set("TERM", "xterm").ok("run");
    String commit = shell.git().git("rev-parse", "--short=7", "HEAD").strip();
    assertTrue(out.contains(" in \u001b[32m" + commit + "\u001b[m:"), out);
  }

  @Test
  void outputFitsTheTerminal() {
    String wide = "\u4fee\u7406\u8336\u58f6".repeat(20);
    String backlog =
        group(
            "dev",
            "high",
            ready("A-1", wide),
            ready("TASK-20261129-001", "Brew " + "tea ".repeat(40)),
            incomplete("A-2", "Pour " + "tea ".repeat(40)));
    for (int columns : List.of(40, 60, 80, 120)) {
      Shell shell = Shell.withBacklog(folder(columns), backlog).wide(columns).onTerminal();
      shell.set("NO_COLOR", "1");
      for (String command : List.of("list", "status", "status --board", "run", "log", "status")) {
        for (String line : shell.ok(command.split(" ")).lines().toList()) {
          int width = line.codePoints().map(c -> c > 0x2e80 ? 2 : 1).sum();
          assertTrue(width <= columns, () -> command + " at " + columns + ": " + line);
        }
      }
    }
  }

  private Path folder(int name) {
    try {
      return Files.createDirectory(tmp.resolve("" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void zeroWidthJoinersInTitlesAreKept() {
    String title =
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \ud83d\udc69\u200d\ud83d\udcbb";
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", title)));
    assertTrue(shell.ok("list").contains(title));
    shell.ok("run");
    assertTrue(shell.git().git("log", "-1", "--format=%B").contains("- A-1 " + title));
  }

  @Test
  void errorsAreColoredOnTerminalToo() {
    Shell shell = Shell.create(tmp).onTerminal();
    assertTrue(
        shell.run("plan").err().startsWith("\u001b[1;31merror:\u001b[m there is no BACKLOG"));
  }

  @Test
  void diffOfCrLfFilesShowsNoCarriageReturns() {
    Shell shell = Shell.create(tmp);
    String backlog = group("dev", "high", ready("A-1", "Boil\tit")).replace("\n", "\r\n");
    shell.git().write("BACKLOG.md", backlog).commitAll("x");
    String out = shell.ok("plan", "--diff");
    assertTrue(out.contains("\n-### # [id:A-1][type:dev][priority:high] Boil\tit\n"), out);
    assertTrue(out.contains("\n  A-1  Boil it\n"), out);
  }
}
