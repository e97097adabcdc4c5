package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.cli.command.Commands;
import dev.replenish.cli.command.Line;
import dev.replenish.cli.option.Globals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers to the completion scripts of shells. */
@Tag("long")
class CompleteTest {
  @TempDir Path tmp;

  private Shell shell;

  @BeforeEach
  void board() {
    shell =
        Shell.withBacklog(
            tmp,
            group("dev", "high", ready("TASK-1", "Boil\twater"), ready("TASK-10", "Pour tea")),
            group("docs", "low", ready("sip-2", "Drink")));
  }

  /** The candidates for the last word of {@code line}, and the line with the colon. */
  private List<String> offered(String line) {
    String[] words =
        Stream.concat(Stream.of(Complete.NAME), Arrays.stream(line.split(" ", -1)))
            .toArray(String[]::new);
    return shell.ok(words).lines().map(each -> each.replaceFirst("\t.*", "")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ru                      | run :",
        "-C . pl                 | plan :",
        "--js                    | --json :",
        "run --ty                | --type :",
        "run --priority h        | high :",
        "--color al              | always :",
        "run --color=al          | --color=always :",
        "list --state op         | open :",
        "completion z            | zsh :",
        "help comp               | completion :",
        "help exit               | exit-codes :",
        "--ref mai               | :branches",
        "run --ref mai           | :branches",
        "run --remote or         | :remotes",
        "-C inn                  | :folders",
        "list --path BACK        | :files",
        "run --key k             | :",
        "run --type d            | dev docs :",
        "run --type=do           | --type=docs :",
        "run --group \"\"        | type:dev,priority:high type:docs,priority:low :",
        "show TASK-10            | TASK-10 :",
        "show task-              | TASK-1 TASK-10 :",
        "show pour               | TASK-10 :",
        "start sip               | sip-2 :",
        "start TASK-1 TASK-10 si | sip-2 :",
        "add Tea --depends sip   | sip-2 :",
        "log --task drink        | sip-2 :",
        "block sip-2 --reason si | :",
        "show -- s               | sip-2 :",
        "--board .               | . :",
        "wibble TASK             | :",
      })
  void completionsOfTheLastWordAreOffered(String line, String words) {
    assertEquals(words, String.join(" ", offered(line.strip().replace("\"\"", ""))));
  }

  @Test
  void commandsAreOfferedFirstAndOptionsAfterADash() {
    List<String> words = offered("");
    assertEquals(Stream.concat(Commands.words().stream().sorted(), Stream.of(":")).toList(), words);
    assertTrue(offered("-").containsAll(List.of("--version", "-V", "--json", "-q", "-C")));
    assertTrue(offered("start ").containsAll(List.of("TASK-1", "TASK-10", "sip-2")));
  }

  @ParameterizedTest
  @EnumSource
  void everyOptionOfEveryCommandIsOffered(Commands command) {
    List<String> words = offered(command.word() + " -");
    Line.spec(command, command.create(), new Globals())
        .optionsMap()
        .keySet()
        .forEach(option -> assertTrue(words.contains(option), option));
  }

  @Test
  void titlesAreShownBesideIds() {
    String answer = shell.ok(Complete.NAME, "show", "TASK-1");
    assertEquals("TASK-1\tBoil water\nTASK-10\tPour tea\n:\n", answer);
  }

  @Test
  void finishedTasksAreNotOfferedToStart() {
    shell.ok("run");
    shell.ok("done", "TASK-1");
    assertEquals(List.of("TASK-10", ":"), offered("start TASK"));
    assertEquals(List.of("TASK-1", "TASK-10", ":"), offered("show TASK"));
  }

  @Test
  void commitsOfReplenishAreOffered() {
    shell.ok("run");
    String commit = shell.json(0, "log").get("entries").get(0).get("commit").asText();
    assertEquals(List.of(commit.substring(0, 7), ":"), offered("undo "));
  }

  @Test
  void currentPlanIdIsOffered() {
    String plan = shell.json(0, "plan").get("planId").asText();
    assertEquals(List.of(plan, ":"), offered("run --plan "));
  }

  @Test
  void everyBoardIsOffered() {
    shell.git().write("teams/a/BACKLOG.md", group("dev", "high", ready("B-1", "x"))).commitAll("b");
    assertEquals(List.of(".", "teams/a", ":"), offered("run --board "));
    assertEquals(List.of("B-1", ":"), offered("show --board teams/a B"));
    assertEquals(List.of("B-1", ":"), offered("-C teams/a show B"));
  }

  @Test
  void errorsAreNotReported() throws Exception {
    shell.in(Files.createDirectory(tmp.resolve("outside")));
    for (String line : List.of("show ", "run --type ", "undo ", "-C nowhere show ", "run -nC")) {
      Shell.Result result =
          shell.run(
              Stream.concat(Stream.of(Complete.NAME), Arrays.stream(line.split(" ", -1)))
                  .toArray(String[]::new));
      assertEquals(0, result.code());
      assertEquals("", result.err());
      assertTrue(result.out().endsWith(":\n"), result.out());
    }
    assertEquals(0, shell.run(Complete.NAME).code());
  }

  @Test
  void controlCharactersInTitlesAreEscaped() {
    shell
        .git()
        .write(
            "BACKLOG.md", group("dev", "high", ready("E-1", "\u001b[2J evil \u202e $(touch x)")));
    String answer = shell.ok(Complete.NAME, "show", "E");
    assertTrue(answer.startsWith("E-1\t\u241b[2J evil <U+202E> $(touch x)\n"), answer);
  }
}
