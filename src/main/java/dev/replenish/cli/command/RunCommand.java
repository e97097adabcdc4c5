package dev.replenish.cli.command;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.ExitCodes;
import dev.replenish.cli.option.Options;
import dev.replenish.report.RunView;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish run}: chooses, moves, commits. */
final class RunCommand implements Command {
  private final CommitOptions commit = new CommitOptions();
  private final PositionalParamSpec ids = Options.operands("[ID...]");
  private final BatchOptions batch = BatchOptions.with(commit.date);
  private final OptionSpec plan =
      Options.value("--plan", "PLAN", "carry out this plan; refuse if it has changed since");
  private final OptionSpec detailed =
      Options.flag("--detailed-exitcode", "exit with 3 where there is nothing to do");
  private final OptionSpec github = Options.github();

  @Override
  public String description() {
    return "Tops TODO.md up with ready tasks from one group of BACKLOG.md, in one commit of its "
        + "own. A TODO.md that is full, or whose type has no ready task, stays as it is. Named "
        + "tasks are the batch if the same rules allow it, else nothing is moved.";
  }

  @Override
  public PositionalParamSpec operand() {
    return ids;
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(batch.all());
    options.addAll(List.of(plan, detailed, github));
    return options;
  }

  @Override
  public CommitOptions commit() {
    return commit;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Top TODO.md up", "replenish run"),
        new Example("Show what would be done", "replenish run -n"),
        new Example("At most two dev tasks", "replenish run --type dev --max 2"),
        new Example("These two tasks", "replenish run TASK-20260204-132 TASK-20260204-133"),
        new Example("Every board of a repository", "replenish run --board 'agents/**/tasks'"));
  }

  @Override
  public RunView view() {
    return new RunView(Commands.RUN.word(), commit.isDryRun(), false, "", "");
  }

  @Override
  public int run(Call call) {
    Replenish.Request request = batch.request(Options.all(ids), Options.value(plan), commit.read());
    List<BoardResult<RunResult>> outcomes = Replenish.run(call.context(batch.settings()), request);
    RunView view =
        batch.view(
            Commands.RUN,
            commit.isDryRun(),
            false,
            Options.all(ids),
            commit.carried(),
            call.globals());
    int code = call.report().tell(view, outcomes);
    boolean idle = code == 0 && Options.has(detailed) && nothingToDo(outcomes);
    return idle ? ExitCodes.NOTHING_TO_DO : code;
  }

  private static boolean nothingToDo(List<BoardResult<RunResult>> outcomes) {
    for (BoardResult<RunResult> outcome : outcomes) {
      if (outcome.result().map(RunResult::moves).orElse(true)) {
        return false;
      }
    }
    return true;
  }
}
