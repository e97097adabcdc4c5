package dev.replenish.cli.command;

import dev.replenish.app.life.SetStatus;
import dev.replenish.app.life.StatusRequest;
import dev.replenish.board.Transition;
import dev.replenish.cli.option.Options;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish start}, {@code block}, {@code done}, {@code reject} and {@code reopen}. */
final class TransitionCommand extends ChangeCommand {
  private final Transition transition;
  private final PositionalParamSpec ids = Options.operands("ID...");
  private final OptionSpec reason = Options.value("--reason", "TEXT", "why, in one line");
  private final OptionSpec as =
      Options.value("--as", "NAME", "who starts them, to be written there; 'assignee' else");
  private final OptionSpec refill =
      Options.flag("--refill", "top TODO.md up in the same commit, as run does");

  TransitionCommand(Transition transition) {
    super(Commands.valueOf(transition.word().toUpperCase(Locale.ROOT)));
    this.transition = transition;
  }

  @Override
  public String description() {
    String all = " All that are named, or none, in one commit.";
    return switch (transition) {
      case START ->
          "Sets the status to in-progress and writes down who starts it, where a name is given. "
              + "What somebody else has started is refused. A task of BACKLOG.md is moved to TODO.md "
              + "first, by the rules for a batch."
              + all;
      case BLOCK -> "Sets the status to blocked and writes the reason down beside it." + all;
      case DONE ->
          "Sets the status to done and writes the day down. Where there is an ARCHIVE.md, the "
              + "tasks are moved to its end."
              + all;
      case REJECT ->
          "Sets the status to rejected and writes the reason down. Where there is an ARCHIVE.md, "
              + "the tasks are moved to its end."
              + all;
      case REOPEN ->
          "Sets the status of finished or blocked tasks to todo, and removes what done or reject "
              + "has written beside it. A task of ARCHIVE.md returns to TODO.md, or to its group "
              + "in BACKLOG.md if TODO.md has no room or another type."
              + all;
    };
  }

  @Override
  public PositionalParamSpec operand() {
    return ids;
  }

  @Override
  public List<OptionSpec> options() {
    return switch (transition) {
      case START -> List.of(as, reason);
      case BLOCK -> List.of(reason);
      case DONE, REJECT -> List.of(reason, refill);
      case REOPEN -> List.of();
    };
  }

  @Override
  public List<Example> examples() {
    String id = " TASK-20260204-132";
    return switch (transition) {
      case START ->
          List.of(
              new Example("Begin a task", "replenish start" + id),
              new Example("Claim it", "replenish start" + id + " --as ina"));
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
      case REOPEN -> List.of(new Example("It was the wrong id", "replenish reopen" + id));
    };
  }

  @Override
  public int run(Call call) {
    StatusRequest request =
        new StatusRequest(
            transition,
            Options.all(ids),
            Options.value(reason),
            Options.has(refill),
            Options.value(as),
            commit().read());
    return call.report().tell(view(), SetStatus.set(call.context(), request));
  }
}
