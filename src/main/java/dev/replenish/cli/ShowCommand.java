package dev.replenish.cli;

import dev.replenish.app.ShowTask;
import dev.replenish.report.ShowView;
import java.util.List;

/** {@code replenish show}: where a task is, and how it got there. */
final class ShowCommand implements Command {

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "show a task, where it is, and how it got there";
  }

  @Override
  public String description() {
    return "Shows a task as it stands, where it is, and its journey with dates and commits, "
        + "also that of a task which is in no file any more.";
  }

  @Override
  public String operands() {
    return "ID";
  }

  @Override
  public List<Example> examples() {
    return List.of(new Example("Where did my task go?", "replenish show TASK-20260204-132"));
  }

  @Override
  public ShowView view(Args args) {
    return new ShowView();
  }

  @Override
  public int run(Call call) {
    if (call.args().operands().isEmpty()) {
      throw Usage.wrong("no task is named", "Name one, as in 'replenish show TASK-20260204-132'.");
    }
    String id = call.args().operands().get(0);
    try (Progress progress = Progress.of(call)) {
      return call.report().tell(view(call.args()), ShowTask.show(call.context(), id, progress));
    }
  }
}
