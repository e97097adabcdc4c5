package dev.replenish.cli.command;

import dev.replenish.app.forecast.ShowForecast;
import dev.replenish.cli.option.Options;
import dev.replenish.report.forecast.ForecastView;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish forecast}: when tasks will be finished. */
final class ForecastCommand implements Command {
  private final PaceOption perDay = new PaceOption();
  private final OptionSpec date =
      Options.value("--date", "DATE", "the day on which work continues; default: today");
  private final OptionSpec by = Options.value("--by", "ID", "show when this task will be finished");
  private final OptionSpec until =
      Options.value("--until", "DATE", "show what will be finished by the end of this day");

  @Override
  public String description() {
    return "Puts the open tasks on the coming working days by their estimates, in the order in "
        + "which they would be promoted. Once ten tasks are finished, also forecasts from the "
        + "pace of the last weeks.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(perDay.spec(), date, by, until);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("When everything will be finished", "replenish forecast"),
        new Example("At six hours a day", "replenish forecast --per-day 6"),
        new Example("When one task will be", "replenish forecast --by TASK-20260204-132"),
        new Example("What will be by the end of June", "replenish forecast --until 2026-06-30"));
  }

  @Override
  public ForecastView view() {
    return new ForecastView();
  }

  @Override
  public int run(Call call) {
    ShowForecast.Request request =
        new ShowForecast.Request(
            perDay.paces(), Options.value(date), Options.value(by), Options.value(until));
    try (Progress progress = Progress.of(call)) {
      return call.report().print(view(), ShowForecast.of(call.context(), request, progress));
    }
  }
}
