package dev.replenish.cli.command;

import dev.replenish.app.undo.UndoCommit;
import dev.replenish.cli.option.Options;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish undo}: takes back a command. */
final class UndoCommand extends ChangeCommand {
  private final PositionalParamSpec what = operand("[COMMIT|ID]");

  UndoCommand() {
    super(Commands.UNDO);
  }

  @Override
  public int run(Call call) {
    UndoCommit.Request request = new UndoCommit.Request(Options.value(what), commit.read());
    return call.report().print(view(), UndoCommit.undo(call.context(), request));
  }
}
