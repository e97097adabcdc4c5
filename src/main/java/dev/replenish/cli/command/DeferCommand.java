package dev.replenish.cli.command;

import dev.replenish.app.life.DeferTasks;
import dev.replenish.cli.option.Options;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish defer}: returns tasks to the backlog. */
final class DeferCommand extends ChangeCommand {
  private final PositionalParamSpec ids = Options.operands("ID...");
  private final OptionSpec reason = Options.value("--reason", "TEXT", "the reason, in one line");

  DeferCommand() {
    super(Commands.DEFER);
  }

  @Override
  public String description() {
    return "Moves tasks of TODO.md back to their groups in BACKLOG.md, to their old places "
        + "among the tasks that are still there. Tasks in progress become todo; blocked ones "
        + "stay blocked, with their reasons. All named tasks are deferred in one commit, or "
        + "none is.";
  }

  @Override
  public PositionalParamSpec operand() {
    return ids;
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(reason);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Make room for other work", "replenish defer TASK-20260204-132"),
        new Example(
            "Give a reason", "replenish defer TASK-20260204-132 --reason 'after the release'"));
  }

  @Override
  public int run(Call call) {
    DeferTasks.Request request =
        new DeferTasks.Request(Options.all(ids), Options.value(reason), commit().read());
    return call.report().print(view(), DeferTasks.defer(call.context(), request));
  }
}
