package dev.replenish.cli.command;

import dev.replenish.app.life.ArchiveTasks;
import java.util.List;

/** {@code replenish archive}: moves what is finished to the archive. */
final class ArchiveCommand extends ChangeCommand {

  ArchiveCommand() {
    super(Commands.ARCHIVE);
  }

  @Override
  public String description() {
    return "Moves every task of TODO.md that is done or rejected to the end of ARCHIVE.md, whole "
        + "and in the order of completion, in one commit. What the archive holds already is never "
        + "changed; where there is none, it is created.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Put away what is finished", "replenish archive"),
        new Example("Show what would be moved", "replenish archive -n"));
  }

  @Override
  public int run(Call call) {
    return call.report().tell(view(), ArchiveTasks.archive(call.context(), commit().read()));
  }
}
