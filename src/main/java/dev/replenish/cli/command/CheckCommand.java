package dev.replenish.cli.command;

import dev.replenish.app.CheckBoard;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.report.CheckView;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish check}: everything that is wrong, and the safe repairs. */
final class CheckCommand implements Command {
  private final CommitOptions commit = new CommitOptions();
  private final OptionSpec fix = Options.flag("--fix", "make the safe repairs, and commit them");
  private final OptionSpec scaffold =
      Options.flag("--scaffold", "add missing required fields, left empty, and commit");
  private final OptionSpec github = Options.github();

  @Override
  public String description() {
    return "Reports every problem of the board, one per line: file:line:column: severity code "
        + "message (hint). Exits with 6 if errors are left.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(fix, scaffold, github);
  }

  @Override
  public CommitOptions commit() {
    return commit;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What is wrong", "replenish check"),
        new Example("What --fix would change", "replenish check --fix -n"));
  }

  @Override
  public CheckView view() {
    return new CheckView("check", commit.isDryRun());
  }

  @Override
  public int run(Call call) {
    CheckBoard.Request request =
        new CheckBoard.Request(Options.has(fix), Options.has(scaffold), commit.read());
    return call.report().print(view(), CheckBoard.check(call.context(), request));
  }
}
