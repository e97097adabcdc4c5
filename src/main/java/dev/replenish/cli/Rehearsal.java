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
 * The usual calls, one after another in a throw-away repository and without a word: the launcher
 * lets Java write down which classes they load, so that later starts find them ready.
 */
final class Rehearsal {
  /** What goes wrong day by day: a name that is mistyped. */
  static final String MISTAKE = "urn";

  /** What people and agents call day by day, in an order in which each of it succeeds. */
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
          "add Rehearse --type dev --priority high",
          "log",
          "forecast",
          "config",
          "__complete r",
          "__complete run --",
          "__complete start TASK",
          "mcp",
          MISTAKE);

  private Rehearsal() {}

  /** Makes all calls; what they come to doesn't matter. */
  public static void main(String[] args) {
    Logging.begin(false);
    Demo.lend(Rehearsal::call);
  }

  private static void call(Path root, Map<String, String> given) {
    Map<String, String> vars = new HashMap<>(System.getenv()); // loads what a real call loads
    vars.clear(); // a GIT_DIR, say, would lead to a repository of somebody's
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
