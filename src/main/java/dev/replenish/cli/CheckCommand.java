package dev.replenish.cli;

import dev.replenish.app.CheckBoard;
import dev.replenish.app.CheckRequest;
import dev.replenish.report.CheckView;
import java.util.ArrayList;
import java.util.List;

/** {@code replenish check}: everything that is wrong, and the safe repairs. */
final class CheckCommand implements Command {
  private static final Option FIX =
      Option.flag("--fix", "", "make the safe repairs and commit them");
  private static final Option SCAFFOLD =
      Option.flag("--scaffold", "", "add required fields that are missing, empty, and commit");

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "find everything that is wrong on a board; --fix mends what is safe";
  }

  @Override
  public String description() {
    return "Finds everything that is wrong, one line each: file:line:column: severity code "
        + "message (hint). Exits with 6 if errors are left.";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(List.of(FIX, SCAFFOLD));
    options.addAll(CommitOptions.ALL);
    options.add(CommitOptions.GITHUB);
    return options;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What is wrong", "replenish check"),
        new Example("What --fix would change", "replenish check --fix -n"));
  }

  @Override
  public CheckView view(Args args) {
    return new CheckView(args.has(CommitOptions.DRY_RUN));
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    CheckRequest request =
        new CheckRequest(args.has(FIX), args.has(SCAFFOLD), CommitOptions.read(args));
    return call.report().tell(view(args), CheckBoard.check(call.context(), request));
  }
}
