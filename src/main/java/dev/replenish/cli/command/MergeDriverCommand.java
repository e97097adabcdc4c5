package dev.replenish.cli.command;

import dev.replenish.app.merge.DriverSetup;
import dev.replenish.app.merge.MergeCall;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.DriverView;
import dev.replenish.report.MergeView;
import dev.replenish.report.View;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish merge-driver}: merges files of a board for Git, task by task. */
final class MergeDriverCommand extends CommandModel {
  private static final int WORDS = 5;

  private final OptionSpec install =
      flag("--install", "set up the driver in the repository's configuration");
  private final OptionSpec attributes =
      flag("--attributes", "with --install: also list the files of each board in .gitattributes");
  private final OptionSpec uninstall = flag("--uninstall", "remove what --install has written");
  private final PositionalParamSpec words = operands("[BASE OURS THEIRS SIZE PATH]");

  @Override
  public View<?> view() {
    return isCall() ? new MergeView() : new DriverView();
  }

  private boolean isCall() {
    return !Options.has(install) && !Options.has(uninstall);
  }

  @Override
  public int run(Call call) {
    List<String> given = Options.all(words);
    if (Options.has(install) == Options.has(uninstall) && given.size() != WORDS) {
      throw Usage.wrong(
          "merge-driver takes --install or --uninstall, or the five arguments that Git passes",
          "Call 'replenish merge-driver --install --attributes'.");
    }
    if (isCall()) {
      return call.report().printOne(new MergeView(), MergeCall.merge(request(call, given)));
    }
    DriverSetup.Result result =
        Options.has(install)
            ? DriverSetup.install(call.context(), Options.has(attributes))
            : DriverSetup.uninstall(call.context());
    return call.report().printOne(new DriverView(), result);
  }

  private static MergeCall.Request request(Call call, List<String> given) {
    Path dir = call.dir();
    int size;
    try {
      size = Math.max(1, Math.min(1000, Integer.parseInt(given.get(3))));
    } catch (NumberFormatException e) {
      throw Usage.wrong("the size of markers can't be '" + given.get(3) + "'", "Say 7.");
    }
    return new MergeCall.Request(
        dir.resolve(given.get(0)),
        dir.resolve(given.get(1)),
        dir.resolve(given.get(2)),
        size,
        given.get(4));
  }
}
