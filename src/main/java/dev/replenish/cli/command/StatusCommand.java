package dev.replenish.cli.command;

import dev.replenish.app.Tasks;
import dev.replenish.report.StatusView;

/** {@code replenish status}: where a board stands. */
final class StatusCommand implements Command {

  @Override
  public String description() {
    return "Shows what is active in TODO.md, how much room is left, what 'replenish run' would "
        + "move next, and how many tasks of each group are ready or incomplete.";
  }

  @Override
  public StatusView view() {
    return new StatusView();
  }

  @Override
  public int run(Call call) {
    return call.report().tell(view(), Tasks.status(call.context()));
  }
}
