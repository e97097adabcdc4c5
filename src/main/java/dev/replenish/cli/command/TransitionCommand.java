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
  private final PositionalParamSpec ids = operands("ID...");
  private final OptionSpec reason = Options.value("--reason", "TEXT", "the reason, in one line");
  private final OptionSpec as =
      Options.value("--as", "NAME", "who starts them; default: the setting 'assignee'");
  private final OptionSpec refill = Options.flag("--refill", "top up TODO.md in the same commit");

  TransitionCommand(Transition transition) {
    super(Commands.valueOf(transition.word().toUpperCase(Locale.ROOT)));
    this.transition = transition;
    List<OptionSpec> own =
        switch (transition) {
          case START -> List.of(as, reason);
          case BLOCK -> List.of(reason);
          case DONE, REJECT -> List.of(reason, refill);
          case REOPEN -> List.of();
        };
    own.forEach(this::option);
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
            commit.read());
    return call.report().print(view(), SetStatus.set(call.context(), request));
  }
}
