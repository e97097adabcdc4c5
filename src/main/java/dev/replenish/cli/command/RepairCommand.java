package dev.replenish.cli.command;

import dev.replenish.app.merge.RepairMerge;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.report.CheckView;

/** {@code replenish verify} and {@code replenish repair}: find or repair the damage of a merge. */
final class RepairCommand extends CommandModel {
  private final boolean writes;
  private final CommitOptions commit;

  /** {@code repair} if {@code writes}, else {@code verify}. */
  RepairCommand(boolean writes) {
    this.writes = writes;
    this.commit = writes ? committing() : new CommitOptions();
    option(Options.github());
  }

  @Override
  public CheckView view() {
    return new CheckView(writes ? "repair" : "verify", commit.isDryRun());
  }

  @Override
  public int run(Call call) {
    return call.report()
        .print(
            view(),
            writes
                ? RepairMerge.repair(call.context(), commit.read())
                : RepairMerge.verify(call.context()));
  }
}
