package dev.replenish.cli.command;

import dev.replenish.app.undo.UndoCommit;
import dev.replenish.cli.option.Options;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish undo}: takes a replenishment back. */
final class UndoCommand extends ChangeCommand {
  private final PositionalParamSpec what = Options.operand("[COMMIT|ID]");

  UndoCommand() {
    super(Commands.UNDO);
  }

  @Override
  public String description() {
    return "Moves the tasks of a replenishment back to where they were in BACKLOG.md, in a commit "
        + "of its own; whatever was done elsewhere since stays. Refused where one of them has been "
        + "started or finished. An undo can be taken back in the same way, by its commit.";
  }

  @Override
  public PositionalParamSpec operand() {
    return what;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Take the last batch back", "replenish undo"),
        new Example("The one that moved a task", "replenish undo TASK-20260204-132"));
  }

  @Override
  public int run(Call call) {
    UndoCommit.Request request = new UndoCommit.Request(Options.value(what), commit().read());
    return call.report().tell(view(), UndoCommit.undo(call.context(), request));
  }
}
