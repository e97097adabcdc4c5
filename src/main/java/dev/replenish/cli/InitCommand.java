package dev.replenish.cli;

import dev.replenish.app.InitBoard;
import dev.replenish.app.InitRequest;
import dev.replenish.report.InitView;
import java.util.List;
import java.util.Optional;

/** {@code replenish init}: the files of a new board. */
final class InitCommand implements Command {
  private static final Option WORKFLOW =
      Option.flag("--workflow", "", "write a GitHub workflow too, that runs every week");

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String summary() {
    return "write the files of a new board; never over others";
  }

  @Override
  public String description() {
    return "Writes BACKLOG.md, TODO.md and TASKS.md, the guide to the format, into the folder or "
        + "the one that --board names. What is there already stays as it is.";
  }

  @Override
  public List<Option> options() {
    return List.of(WORKFLOW);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("A board at the root, topped up every week", "replenish init --workflow"),
        new Example("A board of its own for a team", "replenish init --board teams/search"));
  }

  @Override
  public InitView view(Args args) {
    return new InitView();
  }

  @Override
  public int run(Call call) {
    InitRequest request = new InitRequest(Optional.empty(), call.args().has(WORKFLOW));
    return call.report().tellOne(view(call.args()), InitBoard.init(call.context(), request));
  }
}
