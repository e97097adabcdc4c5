package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks that are below headings which set them aside, such as "Someday". */
final class ParkedTasks {
  private ParkedTasks() {}

  /** The last one below a heading that {@code place} names. */
  static Optional<Task> last(Document backlog, AddPlace place) {
    String wanted = AddPlace.folded(place.under().orElse(""));
    return parked(backlog).stream()
        .filter(task -> AddPlace.folded(heading(backlog.source(), task)).equals(wanted))
        .reduce((one, other) -> other);
  }

  /** What the headings are called. */
  static List<String> headings(Document backlog) {
    List<String> headings = new ArrayList<>();
    for (Task task : parked(backlog)) {
      String heading = heading(backlog.source(), task);
      if (!heading.isEmpty() && !headings.contains(heading)) {
        headings.add(heading);
      }
    }
    return headings;
  }

  private static List<Task> parked(Document backlog) {
    return backlog.tasks().stream()
        .filter(task -> task.flaws().contains(TaskDefect.PARKED))
        .toList();
  }

  /** The words of the nearest heading above a task. */
  private static String heading(SourceText source, Task task) {
    byte[] bytes = source.bytes();
    int at = LineWalk.start(bytes, task.block().from());
    while (at > source.start()) {
      at = LineWalk.previous(bytes, source.start(), at);
      if (bytes[at] == '#') {
        return source
            .text(new Span(at, LineWalk.end(bytes, at)))
            .replaceAll("^#+|#+\\s*$", "")
            .strip();
      }
    }
    return "";
  }
}
