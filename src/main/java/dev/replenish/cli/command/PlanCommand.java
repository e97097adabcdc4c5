package dev.replenish.cli.command;

import dev.replenish.app.CommitRequest;
import dev.replenish.app.Replenish;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.report.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish plan}: what {@code run} would do. */
final class PlanCommand implements Command {
  private final PositionalParamSpec ids = Options.operands("[ID...]");
  private final BatchOptions batch = BatchOptions.with(CommitOptions.date());
  private final OptionSpec diff = Options.flag("--diff", "show the changes line by line");
  private final OptionSpec github = Options.github();

  @Override
  public String description() {
    return "Shows exactly what 'replenish run' would do: the tasks, the reason for them, how "
        + "many lines change, and an id of the plan. 'replenish run --plan PLAN' carries it "
        + "out, or refuses if the plan has changed. Named tasks are planned as the batch.";
  }

  @Override
  public PositionalParamSpec operand() {
    return ids;
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(batch.all());
    options.add(batch.date());
    options.add(diff);
    options.add(github);
    return options;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What comes next", "replenish plan"),
        new Example("What would change, line by line", "replenish plan --diff"),
        new Example("The plan as one JSON object", "replenish plan --json"));
  }

  @Override
  public RunView view() {
    return new RunView(Commands.PLAN.word(), true, false, "", "");
  }

  @Override
  public int run(Call call) {
    CommitRequest how =
        new CommitRequest(
            true, Optional.empty(), Options.value(batch.date()), Optional.empty(), true);
    RunView view =
        batch.view(
            Commands.PLAN, true, Options.has(diff), Options.all(ids), List.of(), call.globals());
    return call.report()
        .print(
            view,
            Replenish.run(
                call.context(batch.settings()),
                batch.request(Options.all(ids), Optional.empty(), how)));
  }
}
