package dev.replenish.cli;

import dev.replenish.app.demo.Demo;
import dev.replenish.cli.option.Env;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the usual calls in a temporary repository, without output: the launcher lets Java record
 * the classes that they load (class data sharing), so that later starts are faster.
 */
final class TrainingRun {
  /** The usual mistake: a mistyped command. */
  static final String MISTAKE = "urn";

  /** The usual calls of users and agents, in an order in which each call succeeds. */
  static final List<String> CALLS =
      List.of(
          "--version",
          "--help",
          "help run",
          "-C . plan",
          "run -n --json",
          "run",
          "run --json",
          "status",
          "status --json",
          "list",
          "list --json",
          "next",
          "check",
          "check --json",
          "undo",
          "run --detailed-exitcode",
          "start TASK-20260105-003",
          "block TASK-20260105-003 --reason waiting",
          "reject TASK-20260105-005 --reason unwanted",
          "done TASK-20260105-006 --refill",
          "show TASK-20260105-006",
          "add Train --type dev --priority high",
          "log",
          "forecast",
          "config",
          "__complete r",
          "__complete run --",
          "__complete start TASK",
          "mcp",
          MISTAKE);

  private TrainingRun() {}

  /** Makes all calls; their outcome does not matter. */
  public static void main(String[] args) {
    Logging.begin(false);
    Demo.withRepository(TrainingRun::call);
  }

  private static void call(Path root, Map<String, String> given) {
    Map<String, String> vars = new HashMap<>(System.getenv()); // loads what a real call loads
    vars.clear(); // a GIT_DIR, for example, would lead to a repository of the user
    vars.putAll(given);
    CALLS.forEach(call -> call(call, root, vars));
  }

  /** Makes one of the calls, and returns its exit code. */
  static int call(String call, Path root, Map<String, String> vars) {
    return Main.run(call.split(" "), silent(root, vars));
  }

  private static Env silent(Path root, Map<String, String> vars) {
    return new Env(
        root,
        vars,
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        false,
        false,
        new Terminal(vars, false));
  }
}
