package dev.replenish.cli;

import dev.replenish.app.Undo;
import dev.replenish.app.UndoRequest;
import java.util.List;

/** {@code replenish undo}: takes a replenishment back. */
final class UndoCommand implements ChangeCommand {

  @Override
  public String name() {
    return "undo";
  }

  @Override
  public String summary() {
    return "take the last replenishment back, or the one that is named";
  }

  @Override
  public String description() {
    return "Moves the tasks of a replenishment back to where they were in BACKLOG.md, in a commit "
        + "of its own; whatever was done elsewhere since stays. Refused where one of them has been "
        + "started or finished. An undo can be taken back in the same way, by its commit.";
  }

  @Override
  public String operands() {
    return "[COMMIT|ID]";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Take the last batch back", "replenish undo"),
        new Example("The one that moved a task", "replenish undo TASK-20260204-132"));
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    UndoRequest request =
        new UndoRequest(args.operands().stream().findFirst(), CommitOptions.read(args));
    return call.report().tell(view(args), Undo.undo(call.context(), request));
  }
}
