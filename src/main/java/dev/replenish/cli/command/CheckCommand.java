package dev.replenish.cli.command;

import dev.replenish.app.CheckBoard;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.report.CheckView;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish check}: reports all problems, and makes safe repairs. */
final class CheckCommand extends CommandModel {
  private final CommitOptions commit = committing();
  private final OptionSpec fix = flag("--fix", "make the safe repairs, and commit them");
  private final OptionSpec scaffold =
      flag("--scaffold", "add missing required fields, left empty, and commit");

  CheckCommand() {
    option(Options.github());
  }

  @Override
  public CheckView view() {
    return new CheckView("check", commit.isDryRun());
  }

  @Override
  public int run(Call call) {
    CheckBoard.Request request =
        new CheckBoard.Request(Options.has(fix), Options.has(scaffold), commit.read());
    return call.report().print(view(), CheckBoard.check(call.context(), request));
  }
}
