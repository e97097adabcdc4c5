package dev.replenish.cli.command;

import dev.replenish.cli.option.CommitOptions;
import dev.replenish.report.ChangeView;

/** The base class of commands that change tasks. */
abstract class ChangeCommand extends CommandModel {
  final CommitOptions commit = committing();
  private final Commands command;

  ChangeCommand(Commands command) {
    this.command = command;
  }

  @Override
  public ChangeView view() {
    return new ChangeView(command.word(), commit.isDryRun());
  }
}
