package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts for shells; the one for bash is really loaded. */
class CompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  private static final String PROBE =
      """
      source ./replenish.bash
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _replenish
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir Path tmp;

  private String bash(Shell shell, String script, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(BASH.toString(), "--norc", "-c", script));
    command.add("bash");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(shell.root().toFile());
    builder.environment().putAll(shell.git().env());
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), "UTF-8");
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), out);
    return out.strip();
  }

  private Shell withScript() throws IOException {
    assumeTrue(Files.isExecutable(BASH));
    Shell shell = Shell.create(tmp);
    Files.writeString(shell.root().resolve("replenish.bash"), shell.ok("completion", "bash"));
    return shell;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replenish ru              | run",
        "replenish -C . pl         | plan",
        "replenish --js            | --json",
        "replenish run --ty        | --type",
        "replenish run --t         | --type",
        "replenish run --priority h | high",
        "replenish --color al      | always",
        "replenish run --color = al | always",
        "replenish list --state op | open",
        "replenish completion z    | zsh",
        "replenish help comp       | completion",
        "replenish --ref mai       | main",
        "replenish run --ref mai   | main",
        "replenish -C inn          | inner",
        "replenish --board inn     | inner",
        "replenish list --path BACK | BACKLOG.md",
        "replenish run --key k     | ''",
      })
  void bashCompletes(String line, String reply) throws Exception {
    Shell shell = withScript();
    shell.git().write("inner/x", "").write("BACKLOG.md", "");
    assertEquals(reply, bash(shell, PROBE, line.strip().split(" ")));
  }

  @Test
  void bashOffersAllCommands() throws Exception {
    String reply = bash(withScript(), PROBE, "replenish", "");
    List<String> words = reply.lines().toList();
    assertTrue(words.containsAll(Commands.NAMES), reply);
    assertTrue(words.contains("--version"), reply);
  }

  @Test
  void namesOfBranchesAreNeverCarriedOut() throws Exception {
    Shell shell = withScript();
    shell.git().git("branch", "evil$(touch${IFS}owned)");
    shell.git().git("branch", "evil`touch${IFS}owned`");
    String reply = bash(shell, PROBE, "replenish", "--ref", "ev");
    assertEquals(2, reply.lines().count(), reply);
    assertTrue(reply.contains("evil\\$\\(touch\\$\\{IFS\\}owned\\)"), reply);
    assertFalse(Files.exists(shell.root().resolve("owned")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyScriptKnowsEveryCommandAndOption(String shellName) {
    String script = Shell.create(tmp).ok("completion", shellName);
    TreeSet<String> missing = new TreeSet<>();
    for (Command command : Commands.all()) {
      List<Option> options = new ArrayList<>(Globals.ALL);
      options.addAll(command.options());
      options.add(Help.VERSION);
      for (Option option : options) {
        String name = option.name().startsWith("--") ? option.name().substring(2) : "C";
        if (!script.contains(name)) {
          missing.add(option.name());
        }
      }
      if (!script.contains(command.name())) {
        missing.add(command.name());
      }
    }
    assertEquals(new TreeSet<>(), missing);
    assertTrue(script.endsWith("\n") && !script.contains("\r"), script);
  }
}
