package dev.replenish.cli.command;

import dev.replenish.app.life.DeferTasks;
import java.util.List;
import dev.replenish.cli.option.Options;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish defer}: returns tasks to the backlog. */
final class DeferCommand extends ChangeCommand {
  private final PositionalParamSpec ids = Options.operands("ID...");
  private final OptionSpec reason = Options.value("--reason", "TEXT", "why, in one line");

  DeferCommand() {
    super(Commands.DEFER);
  }

  @Override
  public String description() {
    return "Returns tasks of TODO.md to their groups in BACKLOG.md, in their old places among the "
        + "tasks that are still there. What is in progress becomes todo; what is blocked stays so, "
        + "with its reason. All that are named, or none, in one commit.";
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
            "And say why", "replenish defer TASK-20260204-132 --reason 'after the release'"));
  }

  @Override
  public int run(Call call) {
    DeferTasks.Request request =
        new DeferTasks.Request(Options.all(ids), Options.value(reason), commit().read());
    return call.report().tell(view(), DeferTasks.defer(call.context(), request));
  }
}
