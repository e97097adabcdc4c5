package dev.replenish.cli.command;

import dev.replenish.app.demo.Demo;
import dev.replenish.cli.option.Options;
import dev.replenish.report.DemoView;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish demo}: a demonstration in a temporary repository. */
final class DemoCommand extends CommandModel {
  private final OptionSpec keep = flag("--keep", "keep the repository, to look at it");

  @Override
  public DemoView view() {
    return new DemoView();
  }

  @Override
  public int run(Call call) {
    return call.report().printOne(view(), Demo.run(Options.has(keep)));
  }
}
