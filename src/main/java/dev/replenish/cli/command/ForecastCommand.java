package dev.replenish.cli.command;

import dev.replenish.app.forecast.ShowForecast;
import dev.replenish.cli.option.Options;
import dev.replenish.forecast.Pace;
import dev.replenish.report.forecast.ForecastView;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish forecast}: shows when tasks will be finished. */
final class ForecastCommand extends CommandModel {
  private final OptionSpec perDay = option(Options.perDay());
  private final OptionSpec date =
      value("--date", "DATE", "the day on which work continues; default: today");
  private final OptionSpec by = value("--by", "ID", "show when this task will be finished");
  private final OptionSpec until =
      value("--until", "DATE", "show what will be finished by the end of this day");

  @Override
  public ForecastView view() {
    return new ForecastView();
  }

  @Override
  public int run(Call call) {
    ShowForecast.Request request =
        new ShowForecast.Request(
            Pace.of(Options.value(perDay)),
            Options.value(date),
            Options.value(by),
            Options.value(until));
    try (Progress progress = Progress.of(call)) {
      return call.report().print(view(), ShowForecast.of(call.context(), request, progress));
    }
  }
}
