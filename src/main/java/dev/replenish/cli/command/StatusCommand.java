package dev.replenish.cli.command;

import dev.replenish.app.BoardResult;
import dev.replenish.app.forecast.ShowForecast;
import dev.replenish.app.read.Tasks;
import dev.replenish.cli.option.Options;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Pace;
import dev.replenish.report.board.StatusView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish status}: shows the state of a board. */
final class StatusCommand extends CommandModel {
  private static final String BOARD = "--board";
  private static final String COLUMNS = "--columns";

  private final OptionSpec columns =
      flag(COLUMNS, "show the board in columns; --board without a folder is the same");

  /** Reads {@code --board} without a folder as {@code --columns}. */
  @Override
  public List<String> words(List<String> typed) {
    List<String> words = new ArrayList<>(typed);
    for (int i = 0; i < words.size(); i++) {
      boolean bare = i + 1 == words.size() || words.get(i + 1).startsWith("-");
      if (words.get(i).equals(BOARD) && bare) {
        words.set(i, COLUMNS);
      }
    }
    return words;
  }

  @Override
  public StatusView view() {
    return new StatusView(Options.has(columns), Map.of());
  }

  @Override
  public int run(Call call) {
    StatusView view = new StatusView(Options.has(columns), forecasts(call));
    return call.report().print(view, Tasks.datedStatus(call.context()));
  }

  /** The forecasts below the columns; the history is read only if they are shown. */
  private Map<String, Forecast> forecasts(Call call) {
    boolean shown = Options.has(columns) && !Options.has(call.globals().json);
    Map<String, Forecast> forecasts = new HashMap<>();
    if (shown && !Options.has(call.globals().quiet)) {
      Optional<String> none = Optional.empty();
      ShowForecast.Request request = new ShowForecast.Request(Pace.of(none), none, none, none);
      try (Progress progress = Progress.of(call)) {
        for (BoardResult<ShowForecast.Result> each :
            ShowForecast.of(call.context(), request, progress)) {
          each.result().ifPresent(known -> forecasts.put(known.dir(), known.forecast()));
        }
      }
    }
    return forecasts;
  }
}
