package dev.replenish.cli.command;

import dev.replenish.app.CommitRequest;
import dev.replenish.app.Replenish;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.report.RunView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish plan}: shows what {@code run} would do. */
final class PlanCommand extends CommandModel {
  private final PositionalParamSpec ids = operands("[ID...]");
  private final BatchOptions batch = new BatchOptions(this);
  private final OptionSpec date = option(CommitOptions.date());
  private final OptionSpec diff = flag("--diff", "show the changes line by line");

  PlanCommand() {
    option(Options.github());
  }

  @Override
  public RunView view() {
    return new RunView(true, Options.has(diff), "", "");
  }

  @Override
  public int run(Call call) {
    CommitRequest how =
        new CommitRequest(true, Optional.empty(), Options.value(date), Optional.empty(), true);
    RunView view = batch.view(view(), Options.all(ids), List.of(date), call.globals());
    return call.report()
        .print(
            view,
            Replenish.run(
                call.context(batch.settings()),
                batch.request(Options.all(ids), Optional.empty(), how)));
  }
}
