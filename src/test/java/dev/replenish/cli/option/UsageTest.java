package dev.replenish.cli.option;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid command lines, and the errors of invalid ones. */
@Tag("long")
class UsageTest {
  @TempDir Path tmp;

  private Shell shell;

  @BeforeEach
  void board() {
    shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu                            | Did you mean 'run'?",
        "wibble                         | See 'replenish --help'.",
        "run --tpye dev                 | Did you mean '--type'?",
        "run --wibble                   | See 'replenish help run'.",
        "run --max                      | See 'replenish help run'.",
        "run --type --detailed-exitcode | See 'replenish help run'.",
        "run --max 0                    | Give it a number from 1 to 5.",
        "run --max 6                    | Give it a number from 1 to 5.",
        "run --max two                  | Give it a number from 1 to 5.",
        "run --max 12                   | Give it a number from 1 to 5.",
        "run --priority hgih            | Did you mean 'high'?",
        "run --select lsited            | Did you mean 'listed'?",
        "run --group dev                | Give it the form type:dev,priority:high.",
        "run --group type:dev,          | Give it the form type:dev,priority:high.",
        "run --group type:              | Give it a word such as dev.",
        "run --group priority:hgih      | Did you mean 'high'?",
        "run --group type:dev --type qa | Leave one of them out.",
        "run --group type:a,type:b      | Leave one of them out.",
        "run --group priority:P1 --priority low | Leave one of them out.",
        "run --key a\u00e4              | Give it 1 to 200 visible ASCII characters without spaces.",
        "run --plan abc                 | Give it the 16 digits that 'replenish plan' shows.",
        "run --date noon                | *",
        "run --ref a..b                 | *",
        "run extra                      | '''replenish list'' shows all tasks; ''replenish show ID'' shows where a task went.'",
        "run --json=true                | See 'replenish help run'.",
        "plan --key x                   | See 'replenish help plan'.",
        "plan --plan 0123456789abcdef   | See 'replenish help plan'.",
        "list --state opn               | Did you mean 'open'?",
        "status --color alwys           | Did you mean 'always'?",
        "--type dev run                 | Put it behind the command; see 'replenish --help'.",
        "--jsno run                     | Did you mean '--json'?",
        "-C nowhere run                 | Name one that exists with -C.",
        "completion                     | Call 'replenish completion bash', zsh or fish.",
        "completion bsh                 | Did you mean 'bash'?",
        "help rnu                       | Did you mean 'run'?",
        "status --board ../x            | Name it by its path inside the repository, with '/'.",
        "block A-1 --reason -h          | See 'replenish help block'.",
        "add                            | Give at least a title; see 'replenish help add'.",
        "add Tea --due soon             | See 'replenish help add'.",
        "done -- --json                 | *",
        "run -- --github                | '''replenish list'' shows all tasks; ''replenish show ID'' shows where a task went.'",
        "finish                         | Did you mean 'done'?",
        "ls                             | Did you mean 'list'?",
        "rm                             | Did you mean 'reject'?",
        "move                           | Call 'replenish move ID --before ID', or --after.",
        "promote                        | Did you mean 'run'?",
        "-                              | See 'replenish --help'.",
        "run -nx                        | See 'replenish help run'.",
        "run -nC                        | See 'replenish help run'.",
        "run --type -n                  | See 'replenish help run'.",
        "run -- --max                   | '''replenish list'' shows all tasks; ''replenish show ID'' shows where a task went.'",
        "completion bash zsh            | See 'replenish help completion'.",
      })
  void usageErrorExitsWith2AndSaysWhatToDo(String line, String next) {
    Shell.Result result = shell.run(line.strip().split(" "));
    assertEquals(2, result.code(), result.all());
    assertEquals("", result.out());
    List<String> lines = result.err().lines().toList();
    assertTrue(lines.get(0).startsWith("error: "), result.err());
    assertTrue(lines.get(1).startsWith("  next: "), result.err());
    assertTrue(next.equals("*") || lines.get(1).equals("  next: " + next), result.err());
    assertEquals(2, lines.size(), result.err());
  }

  @Test
  void wordAfterTwoDashesIsPartOfTitle() {
    shell.ok("add", "-q", "Tea", "--", "-h");
    assertTrue(shell.git().read("BACKLOG.md").contains("[priority:high] Tea -h\n"));
  }

  @Test
  void callWithoutArgumentsShowsStatusOfBoard() {
    assertEquals(shell.ok("status"), shell.ok());
    assertEquals(shell.ok("status", "--json"), shell.ok("--json"));
    assertEquals("", shell.ok("-q"));
  }

  @Test
  void callWithoutArgumentsOutsideBoardShowsShortHelp() throws IOException {
    Shell empty = Shell.create(Files.createDirectory(tmp.resolve("empty")));
    String help = empty.ok();
    assertTrue(help.contains("replenish init") && help.lines().count() < 12, help);
    assertEquals(help, shell.in(tmp.getRoot()).ok());
    assertEquals(4, shell.run("--json").code());
    shell.in(shell.root()).set("REPLENISH_BATCH_SIZE", "many");
    assertEquals(shell.run("status").err(), shell.run().err());
  }

  @Test
  void valuesAndOperandsAreNotOptions() {
    shell.ok("run");
    shell.ok("block", "A-1", "--reason=-h");
    assertTrue(shell.git().read("TODO.md").contains("-h"));
    shell.ok("add", "--type", "dev", "--priority", "high", "--", "Tea", "-h", "--json");
    assertTrue(shell.git().read("BACKLOG.md").contains("Tea -h --json"));
  }

  @Test
  void usageErrorIsOneJsonObjectToo() {
    JsonNode run = shell.json(2, "run", "--tpye", "dev");
    assertEquals("usage", run.get("error").get("code").asText());
    for (String line :
        List.of("--json rnu", "rnu --json", "--jsno run --json", "--json help rnu")) {
      Shell.Result result = shell.run(line.split(" "));
      assertEquals(2, result.code());
      assertEquals("", result.err());
      Shell.object("error", result.out());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--json plan",
        "plan --json",
        "-C . --json plan",
        "plan -C . --json",
        "-C. plan --json",
        "-qv --json plan",
        "-qC . plan --json",
        "-C=. plan --json",
        "plan -qC. --json",
        "plan --json --",
        "--board . plan --json",
        "--board=. --json plan",
        "--color always plan --json",
        "--ref main --json plan",
        "plan --json --json",
        "plan --type qa --type dev --json",
      })
  void commonOptionsMayPrecedeOrFollowCommand(String line) {
    Shell.Result result = shell.run(line.split(" "));
    assertEquals(0, result.code(), result.all());
    assertEquals(1, Shell.object("plan", result.out()).get("tasks").size());
  }

  @Test
  void wordsAfterTwoDashesAreNotOptions() {
    assertTrue(shell.run("done", "--", "-n").err().contains("'-n'"));
    assertEquals(
        "A-1", shell.json(0, "show", "--json", "--", "A-1").get("task").get("id").asText());
  }

  @Test
  void eachFolderIsRelativeToPreviousOne() {
    shell.git().write("a/b/BACKLOG.md", group("dev", "high", ready("B-1", "x"))).commitAll("b");
    assertEquals("a/b", shell.json(0, "plan", "-C", "a", "-C", "b").get("board").asText());
    assertEquals(2, shell.run("plan", "-C", "b").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "-q --version", "-V run"})
  void versionIsShown(String line) {
    assertTrue(shell.ok(line.split(" ")).matches("replenish \\d+\\.\\d+\\.\\d+\n"));
  }
}
