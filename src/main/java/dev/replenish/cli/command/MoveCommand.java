package dev.replenish.cli.command;

import dev.replenish.app.edit.MoveTask;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish move}: another place in the group. */
final class MoveCommand extends ChangeCommand {
  private final PositionalParamSpec id = Options.operand("ID");
  private final OptionSpec before = Options.value("--before", "ID", "the task to put it before");
  private final OptionSpec after = Options.value("--after", "ID", "the task to put it after");

  MoveCommand() {
    super(Commands.MOVE);
  }

  @Override
  public String description() {
    return "Moves a task within its group, where the order decides which task comes first.";
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
    return List.of(new Example("Do it before another task", move + "--before TASK-20260204-131"));
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
    return call.report().print(view(), MoveTask.move(call.context(), request));
  }
}
