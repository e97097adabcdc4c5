package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the tasks outside of groups: finished ones, and those parked under headings such as
 * "Someday".
 */
final class UngroupedTasks {
  private static final Pattern UNDERLINE = Pattern.compile("(?:=+|-+)\\s*");
  private static final Pattern WORDS = Pattern.compile("[^\\s#>|*+=-].*");
  private static final Pattern HASHES = Pattern.compile("^#+|#+\\s*$");

  private final Document backlog;
  private final NavigableMap<Integer, String> headings;

  UngroupedTasks(Document backlog) {
    this.backlog = backlog;
    this.headings = headingsOf(backlog.source());
  }

  /** The words of each heading, by the offset of the line below it. */
  private static NavigableMap<Integer, String> headingsOf(SourceText source) {
    NavigableMap<Integer, String> headings = new TreeMap<>();
    byte[] bytes = source.bytes();
    String above = "";
    int at = source.start();
    while (at < bytes.length) {
      int next = LineWalk.next(bytes, at);
      String line = source.text(new Span(at, LineWalk.end(bytes, at)));
      if (line.startsWith("#")) {
        headings.put(next, HASHES.matcher(line).replaceAll("").strip());
      } else if (UNDERLINE.matcher(line).matches() && WORDS.matcher(above).matches()) {
        headings.put(next, above.strip());
      }
      above = line;
      at = next;
    }
    return headings;
  }

  /** The last parked task below the heading {@code under}. */
  Optional<Task> parked(String under) {
    String wanted = AddPlace.folded(under);
    return last(task -> isParked(task) && AddPlace.folded(heading(task)).equals(wanted));
  }

  /** The last finished task that fits, below a heading that may hold open tasks as well. */
  Optional<Task> finished(AddPlace place) {
    return last(task -> isFinished(task) && fits(place, heading(task), task));
  }

  private Optional<Task> last(Predicate<Task> wanted) {
    List<Task> tasks = backlog.tasks();
    for (int i = tasks.size() - 1; i >= 0; i--) {
      if (wanted.test(tasks.get(i))) {
        return Optional.of(tasks.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(AddPlace place, String heading, Task task) {
    return mayHoldOpen(heading) && place.fits(Optional.of(heading), task.type(), task.priority());
  }

  private static boolean mayHoldOpen(String heading) {
    return Status.parse(heading).map(Status::isActive).orElse(true);
  }

  /** The headings above these tasks. */
  List<String> headings() {
    return backlog.tasks().stream()
        .filter(task -> isParked(task) || isFinished(task))
        .map(this::heading)
        .distinct()
        .filter(heading -> !heading.isEmpty() && mayHoldOpen(heading))
        .toList();
  }

  private static boolean isParked(Task task) {
    return task.defects().contains(TaskDefect.PARKED);
  }

  private static boolean isFinished(Task task) {
    return !isParked(task) && !task.isUnsettled() && !task.isActive();
  }

  /** The words of the nearest heading above a task; "" if there is none. */
  private String heading(Task task) {
    Map.Entry<Integer, String> nearest = headings.floorEntry(task.block().from());
    return nearest == null ? "" : nearest.getValue();
  }
}
