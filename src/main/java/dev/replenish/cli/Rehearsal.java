package dev.replenish.cli;

import dev.replenish.app.Demo;
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
  /** What people and agents call day by day, and what goes wrong for them. */
  private static final List<String> CALLS =
      List.of(
          "--version",
          "--help",
          "help run",
          "plan",
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
          "add Rehearse --type dev --priority high",
          "undo",
          "log",
          "config",
          "mcp",
          "urn");

  private static final int WIDTH = 80;

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
    for (String call : CALLS) {
      Main.run(call.split(" "), silent(root, vars));
    }
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
        () -> WIDTH);
  }
}
