package dev.replenish.cli.command;

import dev.replenish.app.read.Tasks;
import dev.replenish.cli.option.Options;
import dev.replenish.report.NextView;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish next}: the first active task, whole. */
final class NextCommand implements Command {

  private final OptionSpec assignee =
      Options.value(
          "--assignee", "NAME", "only tasks of this person; default: the setting 'assignee'");

  @Override
  public String description() {
    return "Prints the task of TODO.md to work on, as the file has it: the first one in "
        + "progress, otherwise the first open one whose dependencies are finished and whose "
        + "start date has come. Its place and the tasks passed over, with reasons, go to "
        + "stderr.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(assignee);
  }

  @Override
  public NextView view() {
    return new NextView();
  }

  @Override
  public int run(Call call) {
    return call.report().print(view(), Tasks.next(call.context(), Options.value(assignee)));
  }
}
