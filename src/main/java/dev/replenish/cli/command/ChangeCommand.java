package dev.replenish.cli.command;

import dev.replenish.cli.option.CommitOptions;
import dev.replenish.report.ChangeView;

/** What the commands that change tasks have in common. */
abstract class ChangeCommand implements Command {
  private final Commands command;
  private final CommitOptions commit = new CommitOptions();

  ChangeCommand(Commands command) {
    this.command = command;
  }

  @Override
  public CommitOptions commit() {
    return commit;
  }

  @Override
  public ChangeView view() {
    return new ChangeView(command.word(), commit.isDryRun());
  }
}
