package dev.replenish.cli.command;

import dev.replenish.app.edit.MoveTask;
import java.util.List;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish move}: another place in the group. */
final class MoveCommand extends ChangeCommand {
  private final PositionalParamSpec id = Options.operand("ID");
  private final OptionSpec before = Options.value("--before", "ID", "right before this task");
  private final OptionSpec after = Options.value("--after", "ID", "right behind this task");

  MoveCommand() {
    super(Commands.MOVE);
  }

  @Override
  public String description() {
    return "Moves a task to another place in its group, where the order decides what comes first.";
  }

  @Override
  public PositionalParamSpec operand() {
    return id;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(before, after);
  }

  @Override
  public List<Example> examples() {
    String move = "replenish move TASK-20260204-132 ";
    return List.of(new Example("Take it first", move + "--before TASK-20260204-131"));
  }

  @Override
  public int run(Call call) {
    if (!Options.has(id) || Options.has(before) == Options.has(after)) {
      throw Usage.wrong(
          "a task and one place are needed", "Call 'replenish move ID --before ID', or --after.");
    }
    MoveTask.Request request =
        new MoveTask.Request(
            Options.value(id).orElseThrow(),
            Options.value(before).or(() -> Options.value(after)).orElseThrow(),
            Options.has(before),
            commit().read());
    return call.report().tell(view(), MoveTask.move(call.context(), request));
  }
}
