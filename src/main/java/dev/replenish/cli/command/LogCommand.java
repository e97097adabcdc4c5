package dev.replenish.cli.command;

import dev.replenish.app.read.ReadLog;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.LogView;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish log}: what was done to the board, newest first. */
final class LogCommand extends CommandModel {
  private final OptionSpec since =
      value("--since", "DATE", "only commits since this date, such as '2 weeks ago'");
  private final OptionSpec task = value("--task", "ID", "only commits about this task");
  private final OptionSpec most = value("--limit", "N", "at most N commits");

  @Override
  public LogView view() {
    return new LogView(Options.has(since) || Options.has(task));
  }

  @Override
  public int run(Call call) {
    int limit = Options.value(most).map(LogCommand::limit).orElse(Integer.MAX_VALUE);
    ReadLog.Request request = new ReadLog.Request(Options.value(since), Options.value(task), limit);
    try (Progress progress = Progress.of(call)) {
      return call.report().print(view(), ReadLog.of(call.context(), request, progress));
    }
  }

  private static int limit(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Usage.wrong("--limit can't be '" + text + "'", "Give it a number of 1 or more.");
    }
  }
}
