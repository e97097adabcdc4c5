package dev.replenish.report.board;

import dev.replenish.forecast.Forecast;
import dev.replenish.report.Columns;
import dev.replenish.report.Text;
import dev.replenish.report.TextColor;
import dev.replenish.report.forecast.ForecastWords;
import dev.replenish.rules.Progress;
import dev.replenish.rules.Summary;
import java.util.Optional;

/** How far a board is, and when it will be finished, below its columns. */
final class BoardProgress {
  /** In fewer columns a bar is a short one. */
  private static final int WIDE = 70;

  private static final int LONG = 20;
  private static final int SHORT = 10;

  private BoardProgress() {}

  static void print(Progress progress, Optional<Forecast> forecast, Text text) {
    if (progress.rows().isEmpty()) {
      return;
    }
    int width = text.style().width();
    text.data().end();
    for (String line : Summary.lines(progress, width < WIDE ? SHORT : LONG)) {
      text.data().line(Columns.cut(line, width));
    }
    forecast.filter(of -> !of.items().isEmpty()).ifPresent(of -> forecast(of, text));
  }

  private static void forecast(Forecast forecast, Text text) {
    String pace = ForecastWords.knownPace(forecast).map(words -> "; by pace: " + words).orElse("");
    text.data().wrapped(TextColor.BOLD, "Forecast: ", ForecastWords.total(forecast) + pace);
  }
}
