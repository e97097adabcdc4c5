package dev.replenish.cli;

import dev.replenish.report.Style;
import java.util.Map;

/** How the user wants to be told: by options, by the environment, by what stdout is. */
final class Styles {
  private Styles() {}

  static Style of(Args args, Env env) {
    String when = args.value(Globals.COLOR).orElse("auto");
    return new Style(
        args.has(Globals.JSON),
        args.has(Globals.QUIET),
        args.has(Globals.VERBOSE),
        isColored(when, env.vars(), env.outTerminal()),
        isColored(when, env.vars(), env.errTerminal()),
        env.outTerminal(),
        inWorkflow(env));
  }

  /** Whether GitHub Actions reads along. */
  static boolean inWorkflow(Env env) {
    return "true".equals(env.vars().get("GITHUB_ACTIONS"));
  }

  /** The option counts first, then NO_COLOR, then CLICOLOR_FORCE, then the terminal. */
  private static boolean isColored(String when, Map<String, String> vars, boolean terminal) {
    if (!when.equals("auto")) {
      return when.equals("always");
    }
    if (!vars.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String force = vars.getOrDefault("CLICOLOR_FORCE", "");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return terminal && !vars.getOrDefault("TERM", "").equals("dumb");
  }
}
