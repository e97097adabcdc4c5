package dev.replenish.cli.command;

import dev.replenish.app.InitBoard;
import dev.replenish.cli.option.Options;
import dev.replenish.report.InitView;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish init}: writes the files of a new board. */
final class InitCommand extends CommandModel {
  private final OptionSpec workflow =
      flag("--workflow", "also create a GitHub workflow that runs every week");

  @Override
  public InitView view() {
    return new InitView();
  }

  @Override
  public int run(Call call) {
    InitBoard.Request request = new InitBoard.Request(Optional.empty(), Options.has(workflow));
    return call.report().printOne(view(), InitBoard.init(call.context(), request));
  }
}
