package dev.replenish.cli;

import dev.replenish.app.Tasks;
import dev.replenish.report.StatusView;

/** {@code replenish status}: where a board stands. */
final class StatusCommand implements Command {

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String summary() {
    return "show active tasks, room, the next batch and every group";
  }

  @Override
  public String description() {
    return "Shows what is active in TODO.md, how much room is left, what 'replenish run' would "
        + "move next, and how many tasks of each group are ready or incomplete.";
  }

  @Override
  public StatusView view(Args args) {
    return new StatusView();
  }

  @Override
  public int run(Call call) {
    return call.report().tell(view(call.args()), Tasks.status(call.context()));
  }
}
