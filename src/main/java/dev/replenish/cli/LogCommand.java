package dev.replenish.cli;

import dev.replenish.app.LogRequest;
import dev.replenish.app.ReadLog;
import dev.replenish.report.LogView;
import java.util.List;

/** {@code replenish log}: what was done to the board, newest first. */
final class LogCommand implements Command {
  private static final Option SINCE =
      Option.value("--since", "DATE", "only commits since then: a date, or '2 weeks ago'");
  private static final Option TASK =
      Option.value("--task", "ID", "only commits that say something of this task");
  private static final Option LIMIT = Option.value("--limit", "N", "at most N commits");

  @Override
  public String name() {
    return "log";
  }

  @Override
  public String summary() {
    return "read the audit trail: what was done, when, by whom and why";
  }

  @Override
  public String description() {
    return "Reads back what was done to the board, newest first, from the trailers of its "
        + "commits: when, who, what, which group, which tasks and why.";
  }

  @Override
  public List<Option> options() {
    return List.of(SINCE, TASK, LIMIT);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("The last two weeks", "replenish log --since '2 weeks ago'"),
        new Example("All about one task", "replenish log --task TASK-20260204-132"));
  }

  @Override
  public LogView view(Args args) {
    return new LogView();
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    int limit = args.value(LIMIT).map(LogCommand::limit).orElse(Integer.MAX_VALUE);
    LogRequest request = new LogRequest(args.value(SINCE), args.value(TASK), limit);
    try (Progress progress = Progress.of(call)) {
      return call.report().tell(view(args), ReadLog.of(call.context(), request, progress));
    }
  }

  private static int limit(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Usage.wrong("--limit can't be '" + text + "'", "Give it a number from 1 up.");
    }
  }
}
