package dev.replenish.app.forecast;

import dev.replenish.app.board.TextFile;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.forecast.Holidays;
import dev.replenish.forecast.WorkCalendar;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import dev.replenish.text.Location;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.Optional;

/** Reads the days off from the file that the setting {@code holidays} names. */
public final class WorkCalendars {
  private WorkCalendars() {}

  /**
   * The calendar of the repository.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} if the file is missing or
   *     can't be read
   */
  public static WorkCalendar of(Tree tree, Settings settings) {
    Optional<String> path = settings.holidays();
    if (path.isEmpty()) {
      return WorkCalendar.PLAIN;
    }
    SourceText source = TextFile.read(tree, path.get()).orElseThrow(() -> missing(path.get()));
    String text = source.text(new Span(source.start(), source.length()));
    return new WorkCalendar(Holidays.parse(path.get(), text));
  }

  private static ProblemException missing(String path) {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        Location.of(path),
        "the setting 'holidays' names this file, and it does not exist",
        "Create it with one day per line, such as 2026-12-25, or unset the setting.");
  }
}
