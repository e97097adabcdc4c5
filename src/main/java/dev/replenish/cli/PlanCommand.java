package dev.replenish.cli;

import dev.replenish.app.Replenish;
import dev.replenish.report.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code replenish plan}: what {@code run} would do. */
final class PlanCommand implements Command {

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String summary() {
    return "show what run would do, with a diff and a plan id; write nothing";
  }

  @Override
  public String description() {
    return "Shows exactly what 'replenish run' would do: the tasks, why these, the diff, and the "
        + "plan's id. 'replenish run --plan ID' carries it out, or refuses if it has changed.";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(BatchOptions.CHOICE);
    options.add(CommitOptions.GITHUB);
    return options;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What comes next", "replenish plan"),
        new Example("The plan as one JSON object", "replenish plan --json"));
  }

  @Override
  public RunView view(Args args) {
    return BatchOptions.view(name(), true, args);
  }

  @Override
  public int run(Call call) {
    var request = BatchOptions.request(call.args(), true, Optional.empty());
    var context = call.context(BatchOptions.settings(call.args()));
    return call.report().tell(view(call.args()), Replenish.run(context, request));
  }
}
