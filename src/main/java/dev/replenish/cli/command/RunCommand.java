package dev.replenish.cli.command;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.ExitCodes;
import dev.replenish.cli.option.Options;
import dev.replenish.report.RunView;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish run}: moves the next batch in a commit. */
final class RunCommand extends CommandModel {
  private final CommitOptions commit = committing();
  private final PositionalParamSpec ids = operands("[ID...]");
  private final BatchOptions batch = new BatchOptions(this);
  private final OptionSpec plan =
      value("--plan", "PLAN", "carry out this plan, or refuse if it has changed");
  private final OptionSpec detailed =
      flag("--detailed-exitcode", "exit with 3 if there is nothing to do");

  RunCommand() {
    option(Options.github());
  }

  @Override
  public RunView view() {
    return RunView.of(commit.isDryRun());
  }

  @Override
  public int run(Call call) {
    Replenish.Request request = batch.request(Options.all(ids), Options.value(plan), commit.read());
    List<BoardResult<RunResult>> outcomes = Replenish.run(call.context(batch.settings()), request);
    RunView view = batch.view(view(), Options.all(ids), commit.carried(), call.globals());
    int code = call.report().print(view, outcomes);
    boolean idle = code == 0 && Options.has(detailed) && nothingToDo(outcomes);
    return idle ? ExitCodes.NOTHING_TO_DO : code;
  }

  private static boolean nothingToDo(List<BoardResult<RunResult>> outcomes) {
    for (BoardResult<RunResult> outcome : outcomes) {
      if (outcome.result().map(RunResult::moves).orElse(true)) {
        return false;
      }
    }
    return true;
  }
}
