package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.replenish.QuickStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Completion as users see it: each shell on a terminal, with the tab key pressed. */
class ShellsIT {
  @TempDir Path tmp;

  /** The shells, each with its command line and its setup. */
  enum Program {
    BASH("bash --norc --noprofile -i", "source <(replenish completion bash)"),
    ZSH("zsh -f -i", "autoload -Uz compinit; compinit -u -D; source <(replenish completion zsh)"),
    FISH("fish --no-config -i", "replenish completion fish | source");

    private final String command;
    private final String setup;

    Program(String command, String setup) {
      this.command = command;
      this.setup = setup;
    }

    String executable() {
      return command.substring(0, command.indexOf(' '));
    }
  }

  /** Runs completion calls; prints any other call instead of running it. */
  private static final String LAUNCHER =
      """
      #!/bin/sh
      case $1 in
        __complete | completion) exec '%s' "$@" ;;
      esac
      printf 'called:'
      printf ' <%%s>' "$@"
      echo
      """;

  private Pty start(Program program, Shell shell, int columns) throws Exception {
    assumeTrue(hasProgram("script"), "script is not installed");
    assumeTrue(hasProgram(program.executable()), program.executable() + " is not installed");
    Path bin = Files.createDirectories(tmp.resolve("bin"));
    Path launcher = bin.resolve("replenish");
    Files.writeString(launcher, LAUNCHER.formatted(String.join("' '", QuickStart.program())));
    launcher.toFile().setExecutable(true);
    Map<String, String> vars = new TreeMap<>(shell.git().env());
    vars.put("PATH", bin + ":" + System.getenv("PATH"));
    vars.put("HOME", Files.createDirectories(tmp.resolve("home")).toString());
    Pty pty = Pty.start(program.command, columns, shell.root(), vars);
    pty.type(program.setup + "; echo be''gun\n").await("begun");
    return pty;
  }

  private static boolean hasProgram(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  @ParameterizedTest
  @EnumSource
  void completionOffersTasksGroupsFilesAndOptions(Program program) throws Exception {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group("dev", "high", ready("TASK-1", "Boil water"), ready("TASK-2", "Pour tea")),
            group("docs", "low", ready("sip-3", "Drink it")));
    try (Pty pty = start(program, shell, 100)) {
      pty.type("replenish sho\tsi\t\n").await("called: <show> <sip-3>");
      pty.type("replenish start pour\t\n").await("called: <start> <TASK-2>");
      pty.type("replenish run --type do\t\n").await("called: <run> <--type> <docs>");
      pty.type("replenish run --type=do\t\n").await("called: <run> <--type=docs>");
      pty.type("replenish run --group type:do\t\n")
          .await("called: <run> <--group> <type:docs,priority:low>");
      pty.type("replenish run --detai\t\n").await("called: <run> <--detailed-exitcode>");
      pty.type("replenish list --path BACK\t\n").await("called: <list> <--path> <BACKLOG.md>");
      pty.type("replenish show TASK-\t\t").await("TASK-1");
      if (program != Program.BASH) {
        pty.await("Pour tea");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void completedNamesAreNeverExecuted(Program program) throws Exception {
    String evil = "evil$(touch${IFS}owned)`touch${IFS}owned`";
    String task = "odd;touch$IFS'owned'$(touch${IFS}owned)";
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready(task, "$(touch owned)")));
    shell.git().git("branch", evil);
    try (Pty pty = start(program, shell, 200)) {
      pty.type("replenish run --ref ev\t\n").await("called: <run> <--ref> <" + evil + ">");
      pty.type("replenish show od\t\n").await("called: <show> <" + task + ">");
    }
    assertFalse(Files.exists(shell.root().resolve("owned")));
  }
}
