package dev.replenish.app.report;

import dev.replenish.board.Field;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the reason that {@code block} wrote into a task (docs/reference/life-cycle.md). */
public final class BlockReason {
  private static final String[] NOTES = {"Notes & Summary", "Notes and Summary", "Notes"};
  private static final Pattern NOTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} blocked: ([^\\r\\n]+)");

  private BlockReason() {}

  /** The last reason that the task names, on one line. */
  public static Optional<String> of(Task task) {
    Optional<Field> field = task.details().labelled("Blocked", "Blocked by", "Blocker");
    if (field.isPresent()) {
      return Optional.of(OneLine.line(field.get().value())).filter(text -> !text.isEmpty());
    }
    Matcher note = NOTE.matcher(task.details().labelled(NOTES).map(Field::text).orElse(""));
    Optional<String> last = Optional.empty();
    while (note.find()) {
      last = Optional.of(OneLine.line(note.group(1)));
    }
    return last;
  }
}
