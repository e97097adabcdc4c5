package dev.replenish.cli;

import dev.replenish.app.Demo;
import dev.replenish.report.DemoView;
import java.util.List;

/** {@code replenish demo}: the whole thing in a repository made for it. */
final class DemoCommand implements Command {
  private static final Option KEEP =
      Option.flag("--keep", "", "leave the repository for a closer look");

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "replenish a throw-away repository and show what happened";
  }

  @Override
  public String description() {
    return "Builds a throw-away repository from an example, replenishes it twice and shows what "
        + "happened. Nothing of yours is touched.";
  }

  @Override
  public List<Option> options() {
    return List.of(KEEP);
  }

  @Override
  public DemoView view(Args args) {
    return new DemoView();
  }

  @Override
  public int run(Call call) {
    return call.report().tellOne(view(call.args()), Demo.run(call.args().has(KEEP)));
  }
}
