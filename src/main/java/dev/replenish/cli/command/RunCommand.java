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
      Options.value("--plan", "PLAN", "carry out this plan, or refuse if it has changed");
  private final OptionSpec detailed =
      Options.flag("--detailed-exitcode", "exit with 3 if there is nothing to do");
  private final OptionSpec github = Options.github();

  @Override
  public String description() {
    return "Moves ready tasks from one group of BACKLOG.md to TODO.md, in one commit. Nothing "
        + "is moved if TODO.md is full, or if its type has no ready task. Named tasks are "
        + "moved as the batch if the same rules allow all of them; otherwise none is moved.";
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
        new Example("Move at most two dev tasks", "replenish run --type dev --max 2"),
        new Example("Move these two tasks", "replenish run TASK-20260204-132 TASK-20260204-133"),
        new Example(
            "Top up every board of a repository", "replenish run --board 'agents/**/tasks'"));
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
    int code = call.report().print(view, outcomes);
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
