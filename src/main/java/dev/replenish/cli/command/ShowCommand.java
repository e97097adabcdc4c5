package dev.replenish.cli.command;

import dev.replenish.app.read.ShowTask;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.ShowView;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish show}: shows where a task is, and how it got there. */
final class ShowCommand extends CommandModel {
  private final PositionalParamSpec id = operand("ID");

  @Override
  public ShowView view() {
    return new ShowView();
  }

  @Override
  public int run(Call call) {
    String next = "Name one, as in 'replenish show TASK-20260204-132'.";
    String task = Options.value(id).orElseThrow(() -> Usage.wrong("no task is given", next));
    try (Progress progress = Progress.of(call)) {
      return call.report().print(view(), ShowTask.show(call.context(), task, progress));
    }
  }
}
