package dev.replenish.cli.command;

import dev.replenish.app.merge.RepairMerge;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.report.CheckView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish verify} and {@code replenish repair}: what a merge has made of a board. */
final class RepairCommand implements Command {
  private final boolean writes;
  private final CommitOptions commit = new CommitOptions();
  private final OptionSpec github = Options.github();

  /** Whether it fixes what it finds. */
  RepairCommand(boolean writes) {
    this.writes = writes;
  }

  @Override
  public String description() {
    String what = "tasks that are duplicated, dropped or fused, and repeated lines";
    return writes
        ? "Repairs what a merge has broken as far as that can be proven: "
            + what
            + ". Commits the repair at the tip; in an unfinished merge, stages the files."
        : "Finds what a merge has broken: " + what + ". Exits with 6 if it finds anything.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(github);
  }

  @Override
  public @Nullable CommitOptions commit() {
    return writes ? commit : null;
  }

  @Override
  public List<Example> examples() {
    return writes
        ? List.of(
            new Example("Show what would be repaired", "replenish repair -n"),
            new Example("Repair it", "replenish repair"))
        : List.of(new Example("Has the merge kept every task?", "replenish verify"));
  }

  @Override
  public CheckView view() {
    return new CheckView(writes ? "repair" : "verify", writes && commit.isDryRun());
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
