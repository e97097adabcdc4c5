package dev.replenish.app.board;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.OneLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads why a task is blocked, as written by {@code block --reason} or by hand. */
public final class BlockReason {
  private static final Pattern NOTE = Pattern.compile("\\(blocked: (.*)\\)\\s*$");
  private static final Pattern DATED = Pattern.compile("blocked: (.*)");

  private BlockReason() {}

  /** The reason on one line; empty if the task is not blocked or gives none. */
  public static Optional<String> of(Document document, Task task) {
    if (!task.details().status().equals(Optional.of(Status.BLOCKED))) {
      return Optional.empty();
    }
    return labelled(task)
        .or(() -> noted(document, task))
        .or(() -> dated(task))
        .map(OneLine::line)
        .filter(reason -> !reason.isBlank());
  }

  private static Optional<String> labelled(Task task) {
    return task.details()
        .labelled("Blocked", "Blocked by", "Block reason", "Blocker")
        .map(Field::value)
        .filter(value -> !value.isBlank());
  }

  /** The note behind a task that no markers enclose: {@code (blocked: waits for the bank)}. */
  private static Optional<String> noted(Document document, Task task) {
    return task.form()
        .flatMap(UnmarkedForm::slot)
        .map(StatusSlot::note)
        .map(span -> NOTE.matcher(document.source().text(span)))
        .filter(Matcher::find)
        .map(note -> note.group(1));
  }

  /** The last dated note with a reason: {@code - 2026-02-04 blocked: no spare part}. */
  private static Optional<String> dated(Task task) {
    return task.details()
        .notes()
        .flatMap(
            notes ->
                notes.lines().stream()
                    .map(DATED::matcher)
                    .filter(Matcher::find)
                    .map(note -> note.group(1))
                    .reduce((earlier, later) -> later));
  }
}
