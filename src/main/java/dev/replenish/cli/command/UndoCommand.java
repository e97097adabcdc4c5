package dev.replenish.cli.command;

import dev.replenish.app.undo.UndoCommit;
import dev.replenish.cli.option.Options;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish undo}: takes a command back. */
final class UndoCommand extends ChangeCommand {
  private final PositionalParamSpec what = Options.operand("[COMMIT|ID]");

  UndoCommand() {
    super(Commands.UNDO);
  }

  @Override
  public String description() {
    return "Takes back the last command that changed the board, or the one named by its commit "
        + "or a task, in a new commit. Other changes since then are kept. Refuses if one of "
        + "its tasks has changed since. To take back an undo, name its commit.";
  }

  @Override
  public PositionalParamSpec operand() {
    return what;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Take back the last command", "replenish undo"),
        new Example("Take back the last one about a task", "replenish undo TASK-20260204-132"));
  }

  @Override
  public int run(Call call) {
    UndoCommit.Request request = new UndoCommit.Request(Options.value(what), commit().read());
    return call.report().print(view(), UndoCommit.undo(call.context(), request));
  }
}
