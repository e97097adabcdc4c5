package dev.replenish.cli;

import dev.replenish.app.SetStatus;
import dev.replenish.app.StatusRequest;
import dev.replenish.board.Transition;
import java.util.ArrayList;
import java.util.List;

/** {@code replenish start}, {@code block}, {@code done} and {@code reject}. */
record TransitionCommand(Transition transition) implements ChangeCommand {
  private static final Option REASON = Option.value("--reason", "TEXT", "why, in one line");
  private static final Option REFILL =
      Option.flag("--refill", "", "top TODO.md up in the same commit, as run does");

  @Override
  public String name() {
    return transition.word();
  }

  @Override
  public String summary() {
    return switch (transition) {
      case START -> "begin tasks of TODO.md, or go on with blocked ones";
      case BLOCK -> "mark tasks of TODO.md as blocked, and say why";
      case DONE -> "finish tasks of TODO.md; --refill brings the next ones";
      case REJECT -> "give tasks of TODO.md up, and say why";
    };
  }

  @Override
  public String description() {
    String all = " All that are named, or none, in one commit.";
    return switch (transition) {
      case START -> "Sets the status to in-progress." + all;
      case BLOCK -> "Sets the status to blocked and writes the reason down beside it." + all;
      case DONE ->
          "Sets the status to done and writes the day down. Where there is an ARCHIVE.md, the "
              + "tasks are moved to its end."
              + all;
      case REJECT ->
          "Sets the status to rejected and writes the reason down. Where there is an ARCHIVE.md, "
              + "the tasks are moved to its end."
              + all;
    };
  }

  @Override
  public String operands() {
    return "ID...";
  }

  @Override
  public List<Option> ownOptions() {
    List<Option> options = new ArrayList<>(List.of(REASON));
    if (!transition.target().isActive()) {
      options.add(REFILL);
    }
    return options;
  }

  @Override
  public List<Example> examples() {
    String id = " TASK-20260204-132";
    return switch (transition) {
      case START -> List.of(new Example("Begin a task", "replenish start" + id));
      case BLOCK ->
          List.of(
              new Example(
                  "Wait for somebody", "replenish block" + id + " --reason 'needs the API key'"));
      case DONE ->
          List.of(
              new Example("Finish a task", "replenish done" + id),
              new Example("Finish it and get the next", "replenish done" + id + " --refill"));
      case REJECT ->
          List.of(
              new Example(
                  "Give a task up", "replenish reject" + id + " --reason 'nobody needs it'"));
    };
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    StatusRequest request =
        new StatusRequest(
            transition,
            args.operands(),
            args.value(REASON),
            args.has(REFILL),
            CommitOptions.read(args));
    return call.report().tell(view(args), SetStatus.set(call.context(), request));
  }
}
