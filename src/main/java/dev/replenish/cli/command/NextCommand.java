package dev.replenish.cli.command;

import dev.replenish.app.read.Tasks;
import dev.replenish.cli.option.Options;
import dev.replenish.report.NextView;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish next}: prints the task to work on, with its whole text. */
final class NextCommand extends CommandModel {

  private final OptionSpec assignee =
      value("--assignee", "NAME", "only tasks of this person; default: the setting 'assignee'");

  @Override
  public NextView view() {
    return new NextView();
  }

  @Override
  public int run(Call call) {
    return call.report().print(view(), Tasks.next(call.context(), Options.value(assignee)));
  }
}
