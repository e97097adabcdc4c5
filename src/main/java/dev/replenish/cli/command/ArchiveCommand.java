package dev.replenish.cli.command;

import dev.replenish.app.life.ArchiveTasks;

/** {@code replenish archive}: moves finished tasks to the archive. */
final class ArchiveCommand extends ChangeCommand {

  ArchiveCommand() {
    super(Commands.ARCHIVE);
  }

  @Override
  public int run(Call call) {
    return call.report().print(view(), ArchiveTasks.archive(call.context(), commit.read()));
  }
}
