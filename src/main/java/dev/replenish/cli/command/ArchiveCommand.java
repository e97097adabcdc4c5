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
    return "Moves every finished or rejected task of TODO.md to the end of ARCHIVE.md, "
        + "unchanged and in order of completion, in one commit. Earlier entries of the archive "
        + "are never changed. The file is created if it is missing.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Put away what is finished", "replenish archive"),
        new Example("Show what would be moved", "replenish archive -n"));
  }

  @Override
  public int run(Call call) {
    return call.report().print(view(), ArchiveTasks.archive(call.context(), commit().read()));
  }
}
