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
  private final OptionSpec reason = Options.value("--reason", "TEXT", "the reason, in one line");
  private final OptionSpec as =
      Options.value("--as", "NAME", "who starts them; default: the setting 'assignee'");
  private final OptionSpec refill = Options.flag("--refill", "top up TODO.md in the same commit");

  TransitionCommand(Transition transition) {
    super(Commands.valueOf(transition.word().toUpperCase(Locale.ROOT)));
    this.transition = transition;
  }

  @Override
  public String description() {
    String all = " All named tasks are changed in one commit, or none is.";
    return switch (transition) {
      case START ->
          "Sets tasks to in-progress and records who starts them if a name is given. Refuses a "
              + "task that someone else has started. Tasks of BACKLOG.md are promoted to TODO.md "
              + "first, by the rules for a batch."
              + all;
      case BLOCK -> "Sets tasks to blocked and records the reason beside the status." + all;
      case DONE ->
          "Sets tasks to done and records the date. If there is an ARCHIVE.md, moves them to "
              + "its end."
              + all;
      case REJECT ->
          "Sets tasks to rejected and records the reason. If there is an ARCHIVE.md, moves "
              + "them to its end."
              + all;
      case REOPEN ->
          "Sets finished, rejected or blocked tasks to todo, and removes what done, reject or "
              + "block has recorded. Tasks of ARCHIVE.md return to TODO.md, or to their groups in "
              + "BACKLOG.md if TODO.md has no room or another type."
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
              new Example("Start a task", "replenish start" + id),
              new Example("Claim it", "replenish start" + id + " --as ina"));
      case BLOCK ->
          List.of(
              new Example(
                  "Block a task", "replenish block" + id + " --reason 'needs the API key'"));
      case DONE ->
          List.of(
              new Example("Finish a task", "replenish done" + id),
              new Example(
                  "Finish it and move the next one in", "replenish done" + id + " --refill"));
      case REJECT ->
          List.of(
              new Example(
                  "Give up a task", "replenish reject" + id + " --reason 'nobody needs it'"));
      case REOPEN -> List.of(new Example("Take back a wrong done", "replenish reopen" + id));
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
    return call.report().print(view(), SetStatus.set(call.context(), request));
  }
}
