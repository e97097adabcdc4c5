package dev.replenish.cli.command;

import dev.replenish.app.life.DeferTasks;
import dev.replenish.cli.option.Options;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish defer}: returns tasks to the backlog. */
final class DeferCommand extends ChangeCommand {
  private final PositionalParamSpec ids = operands("ID...");
  private final OptionSpec reason = value("--reason", "TEXT", "the reason, in one line");

  DeferCommand() {
    super(Commands.DEFER);
  }

  @Override
  public int run(Call call) {
    DeferTasks.Request request =
        new DeferTasks.Request(Options.all(ids), Options.value(reason), commit.read());
    return call.report().print(view(), DeferTasks.defer(call.context(), request));
  }
}
