package dev.replenish.cli.command;

import dev.replenish.app.Tasks;
import dev.replenish.report.NextView;

/** {@code replenish next}: the first active task, whole. */
final class NextCommand implements Command {

  @Override
  public String description() {
    return "Prints the first active task of TODO.md as it stands there, for somebody to start "
        + "on; where it stands is said on stderr.";
  }

  @Override
  public NextView view() {
    return new NextView();
  }

  @Override
  public int run(Call call) {
    return call.report().tell(view(), Tasks.next(call.context()));
  }
}
