package dev.replenish.cli.command;

import dev.replenish.app.read.ShowConfig;
import dev.replenish.report.ConfigView;

/** {@code replenish config}: shows every setting and where its value comes from. */
final class ConfigCommand extends CommandModel {

  @Override
  public ConfigView view() {
    return new ConfigView();
  }

  @Override
  public int run(Call call) {
    return call.report().printOne(view(), ShowConfig.show(call.context()));
  }
}
