package dev.replenish.cli.option;

import dev.replenish.report.Style;
import java.util.Map;

/** Determines how output is written, from options, environment and terminal. */
public final class Styles {
  private Styles() {}

  public static Style of(Globals globals, Env env) {
    String when = Options.value(globals.color).orElse("auto");
    return new Style(
        Options.has(globals.json),
        Options.has(globals.quiet),
        Options.has(globals.verbose),
        isColored(when, env.vars(), env.outTerminal()),
        isColored(when, env.vars(), env.errTerminal()),
        env.outTerminal(),
        inWorkflow(env),
        env.columns());
  }

  /** The style before the call is parsed. */
  public static Style plain(Env env) {
    boolean colored = isColored("auto", env.vars(), env.errTerminal());
    return new Style(
        false, false, false, false, colored, env.outTerminal(), inWorkflow(env), env.columns());
  }

  /** Whether the call runs in GitHub Actions. */
  public static boolean inWorkflow(Env env) {
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
