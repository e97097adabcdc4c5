package dev.replenish.cli.command;

import dev.replenish.app.demo.Demo;
import dev.replenish.cli.option.Options;
import dev.replenish.report.DemoView;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish demo}: the whole thing in a repository made for it. */
final class DemoCommand implements Command {
  private final OptionSpec keep = Options.flag("--keep", "keep the repository, to look at it");

  @Override
  public String description() {
    return "Creates a temporary repository from an example, replenishes it twice and shows what "
        + "happened. Your own files are not touched.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(keep);
  }

  @Override
  public DemoView view() {
    return new DemoView();
  }

  @Override
  public int run(Call call) {
    return call.report().printOne(view(), Demo.run(Options.has(keep)));
  }
}
