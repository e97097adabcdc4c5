package dev.replenish.cli;

import dev.replenish.app.Outcome;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunRequest;
import dev.replenish.app.RunResult;
import dev.replenish.report.RunView;
import java.util.ArrayList;
import java.util.List;

/** {@code replenish run}: chooses, moves, commits. */
final class RunCommand implements Command {
  private static final int NOTHING_TO_DO = 3;

  private static final Option PLAN =
      Option.value("--plan", "ID", "carry out this plan; refuse if it has changed since");
  private static final Option DETAILED =
      Option.flag("--detailed-exitcode", "", "exit with 3 where there is nothing to do");

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "move the next batch of tasks to TODO.md and commit it";
  }

  @Override
  public String description() {
    return "Tops TODO.md up with ready tasks from one group of BACKLOG.md, in one commit of its "
        + "own. A TODO.md that is full, or whose type has no ready task, stays as it is.";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>();
    options.add(CommitOptions.DRY_RUN);
    options.add(PLAN);
    options.addAll(BatchOptions.CHOICE);
    options.add(CommitOptions.KEY);
    options.add(CommitOptions.AUTHOR);
    options.add(CommitOptions.NO_SIGN);
    options.addAll(CommitOptions.PUSHING);
    options.add(DETAILED);
    options.add(CommitOptions.GITHUB);
    return options;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Top TODO.md up", "replenish run"),
        new Example("Show what would be done", "replenish run -n"),
        new Example("At most two dev tasks", "replenish run --type dev --max 2"),
        new Example("Every board of a repository", "replenish run --board 'agents/**/tasks'"));
  }

  @Override
  public boolean explainsExitCodes() {
    return true;
  }

  @Override
  public RunView view(Args args) {
    return BatchOptions.view(name(), args.has(CommitOptions.DRY_RUN), args);
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    RunRequest request =
        BatchOptions.request(args, args.has(CommitOptions.DRY_RUN), args.value(PLAN));
    List<Outcome<RunResult>> outcomes =
        Replenish.run(call.context(BatchOptions.settings(args)), request);
    int code = call.report().tell(view(args), outcomes);
    return code == 0 && args.has(DETAILED) && nothingToDo(outcomes) ? NOTHING_TO_DO : code;
  }

  private static boolean nothingToDo(List<Outcome<RunResult>> outcomes) {
    for (Outcome<RunResult> outcome : outcomes) {
      if (outcome.result().map(RunResult::moves).orElse(true)) {
        return false;
      }
    }
    return true;
  }
}
