package dev.replenish.cli;

import dev.replenish.report.ChangeView;
import java.util.ArrayList;
import java.util.List;

/** What the commands that change tasks have in common. */
interface ChangeCommand extends Command {

  /** The options that are the command's own. */
  default List<Option> ownOptions() {
    return List.of();
  }

  @Override
  default List<Option> options() {
    List<Option> options = new ArrayList<>(ownOptions());
    options.addAll(CommitOptions.ALL);
    return options;
  }

  @Override
  default boolean explainsExitCodes() {
    return true;
  }

  @Override
  default ChangeView view(Args args) {
    return new ChangeView(name(), args.has(CommitOptions.DRY_RUN));
  }
}
