package dev.replenish.cli.command;

import dev.replenish.app.InitBoard;
import dev.replenish.cli.option.Options;
import dev.replenish.report.InitView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish init}: the files of a new board. */
final class InitCommand implements Command {
  private final OptionSpec workflow =
      Options.flag("--workflow", "also create a GitHub workflow that runs every week");

  @Override
  public String description() {
    return "Creates BACKLOG.md, TODO.md and TASKS.md, a guide to the format, in the current "
        + "folder or the one that --board names. Existing files are not changed.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(workflow);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("A board at the root, topped up every week", "replenish init --workflow"),
        new Example("A board of its own for a team", "replenish init --board teams/search"));
  }

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
