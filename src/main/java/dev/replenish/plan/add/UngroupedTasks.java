package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the tasks outside of groups: finished ones, and those parked under headings such as
 * "Someday".
 */
final class UngroupedTasks {
  private static final Pattern UNDERLINE = Pattern.compile("(?:=+|-+)\\s*");
  private static final Pattern WORDS = Pattern.compile("[^\\s#>|*+=-].*");

  private UngroupedTasks() {}

  /** The last parked task below a heading that {@code place} names. */
  static Optional<Task> parked(Document backlog, AddPlace place) {
    String wanted = AddPlace.folded(place.under().orElse(""));
    return backlog.tasks().stream()
        .filter(UngroupedTasks::isParked)
        .filter(task -> AddPlace.folded(heading(backlog.source(), task)).equals(wanted))
        .reduce((first, second) -> second);
  }

  /** The last finished task that fits, below a heading that may hold open tasks as well. */
  static Optional<Task> finished(Document backlog, AddPlace place) {
    return backlog.tasks().stream()
        .filter(UngroupedTasks::isFinished)
        .filter(task -> fits(place, heading(backlog.source(), task), task))
        .reduce((first, second) -> second);
  }

  private static boolean fits(AddPlace place, String heading, Task task) {
    return mayHoldOpen(heading) && place.fits(Optional.of(heading), task.type(), task.priority());
  }

  private static boolean mayHoldOpen(String heading) {
    return Status.parse(heading).map(Status::isActive).orElse(true);
  }

  /** The headings above these tasks. */
  static List<String> headings(Document backlog) {
    return backlog.tasks().stream()
        .filter(task -> isParked(task) || isFinished(task))
        .map(task -> heading(backlog.source(), task))
        .filter(heading -> !heading.isEmpty() && mayHoldOpen(heading))
        .distinct()
        .toList();
  }

  private static boolean isParked(Task task) {
    return task.defects().contains(TaskDefect.PARKED);
  }

  private static boolean isFinished(Task task) {
    return !isParked(task) && !task.isUnsettled() && !task.isActive();
  }

  /** The words of the nearest heading above a task. */
  private static String heading(SourceText source, Task task) {
    byte[] bytes = source.bytes();
    int at = LineWalk.start(bytes, task.block().from());
    while (at > source.start()) {
      int above = LineWalk.previous(bytes, source.start(), at);
      if (bytes[above] == '#') {
        return line(source, above).replaceAll("^#+|#+\\s*$", "").strip();
      }
      at = above;
      above = LineWalk.previous(bytes, source.start(), at);
      if (UNDERLINE.matcher(line(source, at)).matches()
          && WORDS.matcher(line(source, above)).matches()) {
        return line(source, above).strip();
      }
    }
    return "";
  }

  private static String line(SourceText source, int at) {
    return source.text(new Span(at, LineWalk.end(source.bytes(), at)));
  }
}
