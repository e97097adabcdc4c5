package dev.replenish.cli.command;

import dev.replenish.app.audit.AcceptLoss;
import dev.replenish.app.audit.AuditHistory;
import dev.replenish.app.audit.RestoreTasks;
import dev.replenish.cli.option.CommitOptions;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.AuditView;
import dev.replenish.report.ChangeView;
import dev.replenish.report.View;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish audit}: finds lost tasks in the history, and restores them. */
final class AuditCommand extends CommandModel {
  private final CommitOptions commit = committing();
  private final PositionalParamSpec ids = operands("[ID]...");
  private final OptionSpec since =
      value("--since", "REV|DATE", "only commits since this commit or date");
  private final OptionSpec all = flag("--all", "read the history of all branches and tags");
  private final OptionSpec strict =
      flag("--strict", "exit with 6 even if all losses were restored since");

  private final OptionSpec restore =
      flag("--restore", "restore the named tasks, or all missing ones");
  private final OptionSpec accept =
      value("--accept", "COMMIT[:ID]", "record in .replenish that a loss was intended");
  private final OptionSpec reason = value("--reason", "TEXT", "the reason for --accept");

  @Override
  public View<?> view() {
    return Options.has(restore) ? restored() : audit();
  }

  private AuditView audit() {
    return new AuditView(Options.has(strict));
  }

  private ChangeView restored() {
    return new ChangeView(Commands.AUDIT.word(), commit.isDryRun());
  }

  @Override
  public int run(Call call) {
    requireOneThing();
    try (Progress progress = Progress.of(call)) {
      if (Options.has(restore)) {
        List<String> wanted = Options.all(ids);
        return call.report()
            .print(
                restored(), RestoreTasks.restore(call.context(), wanted, commit.read(), progress));
      }
      if (Options.has(accept)) {
        AcceptLoss.Request request =
            new AcceptLoss.Request(
                Options.value(accept).orElseThrow(),
                Options.value(reason).orElse(""),
                commit.read());
        return call.report()
            .printOne(audit(), AcceptLoss.accept(call.context(), request, progress));
      }
      AuditHistory.Request request =
          new AuditHistory.Request(Options.value(since), Options.has(all));
      return call.report().printOne(audit(), AuditHistory.audit(call.context(), request, progress));
    }
  }

  private void requireOneThing() {
    boolean writes = Options.has(restore) || Options.has(accept);
    boolean looks = Options.has(since) || Options.has(all) || Options.has(strict);
    if ((writes && looks) || (Options.has(restore) && Options.has(accept))) {
      throw Usage.wrong(
          "--restore and --accept go with none of --since, --all and --strict, nor with each other",
          "Give one at a time.");
    }
    if (!Options.has(restore) && Options.has(ids)) {
      throw Usage.wrong(
          "ids go with --restore only", "See what became of one with 'replenish show ID'.");
    }
    if (Options.has(reason) && !Options.has(accept)) {
      throw Usage.wrong("--reason goes with --accept", "Name the commit with --accept.");
    }
    if (Options.has(accept) && Options.has(commit.push)) {
      throw Usage.wrong("--accept can't be pushed", "Push the commit with `git push`.");
    }
  }
}
