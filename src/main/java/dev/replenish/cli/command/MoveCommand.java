package dev.replenish.cli.command;

import dev.replenish.app.edit.MoveTask;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish move}: moves a task within its group. */
final class MoveCommand extends ChangeCommand {
  private final PositionalParamSpec id = operand("ID");
  private final OptionSpec before = value("--before", "ID", "the task to put it before");
  private final OptionSpec after = value("--after", "ID", "the task to put it after");

  MoveCommand() {
    super(Commands.MOVE);
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
            commit.read());
    return call.report().print(view(), MoveTask.move(call.context(), request));
  }
}
