package dev.replenish.plan.life;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.Task;
import dev.replenish.board.Transition;
import dev.replenish.board.UnmarkedForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a blocked task waits, as {@code block} writes it (docs/reference/life-cycle.md). */
public final class BlockReason {
  private static final Pattern NOTE = Pattern.compile("\\((?:blocked: )?(.*)\\)");
  private static final Pattern ENTRY =
      Pattern.compile("[-*+] (?:\\d{4}-\\d{2}-\\d{2}) blocked: (.*)");

  private BlockReason() {}

  /** The reason; empty where the task is not blocked, or nobody has written why. */
  public static Optional<String> of(Document document, Task task) {
    if (!task.details().status().equals(Optional.of(Status.BLOCKED))) {
      return Optional.empty();
    }
    Optional<StatusSlot> slot = task.form().flatMap(UnmarkedForm::mark);
    if (task.form().isPresent()) {
      return slot.map(mark -> NOTE.matcher(document.source().text(mark.note()).strip()))
          .filter(Matcher::matches)
          .map(note -> note.group(1));
    }
    return task.details()
        .labelled(StatusEdits.NOTES)
        .flatMap(BlockReason::lastEntry)
        .or(() -> task.details().labelled(StatusEdits.label(Transition.BLOCK)).map(Field::value))
        .filter(reason -> !reason.isEmpty());
  }

  private static Optional<String> lastEntry(Field notes) {
    List<String> lines = notes.lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher entry = ENTRY.matcher(lines.get(i));
      if (entry.matches()) {
        return Optional.of(entry.group(1));
      }
    }
    return Optional.empty();
  }
}
