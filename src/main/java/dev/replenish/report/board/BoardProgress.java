package dev.replenish.report.board;

import dev.replenish.forecast.Forecast;
import dev.replenish.report.Columns;
import dev.replenish.report.Text;
import dev.replenish.report.TextColor;
import dev.replenish.report.forecast.ForecastWords;
import dev.replenish.rules.Progress;
import dev.replenish.rules.Summary;
import java.util.Optional;

/** Prints the progress and the forecast of a board below its columns. */
final class BoardProgress {
  /** In a narrower terminal, the progress bars are short. */
  private static final int WIDE = 70;

  private static final int LONG_BAR = 20;
  private static final int SHORT_BAR = 10;

  private BoardProgress() {}

  static void print(Progress progress, Optional<Forecast> forecast, Text text) {
    if (progress.rows().isEmpty()) {
      return;
    }
    int width = text.style().width();
    text.data().end();
    for (String line : Summary.lines(progress, width < WIDE ? SHORT_BAR : LONG_BAR)) {
      text.data().line(Columns.cut(line, width));
    }
    forecast.filter(known -> !known.items().isEmpty()).ifPresent(known -> forecast(known, text));
  }

  private static void forecast(Forecast forecast, Text text) {
    String pace = ForecastWords.knownPace(forecast).map(words -> "; by pace: " + words).orElse("");
    text.data().wrapped(TextColor.BOLD, "Forecast: ", ForecastWords.total(forecast) + pace);
  }
}
