package dev.replenish.cli.command;

import dev.replenish.app.read.ShowTask;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.ShowView;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish show}: where a task is, and how it got there. */
final class ShowCommand implements Command {
  private final PositionalParamSpec id = Options.operand("ID");

  @Override
  public String description() {
    return "Shows a task, where it is, and its history with dates and commits, even if no file "
        + "holds the task any more.";
  }

  @Override
  public PositionalParamSpec operand() {
    return id;
  }

  @Override
  public List<Example> examples() {
    return List.of(new Example("Where did my task go?", "replenish show TASK-20260204-132"));
  }

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
