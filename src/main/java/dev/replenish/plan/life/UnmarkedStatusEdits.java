package dev.replenish.plan.life;

import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.Task;
import dev.replenish.board.Transition;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the status of a task that no markers enclose: ticks its box, replaces its status word, or
 * adds a note (docs/reference/life-cycle.md).
 */
final class UnmarkedStatusEdits {
  private UnmarkedStatusEdits() {}

  /** Whether {@code task} has a place where a status can be written. */
  static boolean canWrite(Task task) {
    return task.form().flatMap(UnmarkedForm::slot).isPresent();
  }

  /**
   * The edits of {@code source} that {@code transition} requires; the task has a place for the
   * status.
   *
   * @param reason the reason, on one line
   */
  static List<Replacement> of(
      SourceText source, Task task, Transition transition, Optional<String> reason) {
    StatusSlot slot = task.form().flatMap(UnmarkedForm::slot).orElseThrow();
    Status now = transition.target();
    String note = note(slot, task, now, reason);
    String word = slot.words().getOrDefault(now, now.isActive() ? todo(slot) : "");
    List<Replacement> edits = new ArrayList<>();
    if (slot.note().equals(slot.place())) {
      int end = word.stripTrailing().length();
      edits.add(Replacement.of(slot.place(), word.substring(0, end) + note + word.substring(end)));
      return edits;
    }
    boolean hasWord = slot.words().containsKey(now) || slot.words().containsKey(Status.TODO);
    if (hasWord && !source.text(slot.place()).equals(word)) {
      edits.add(Replacement.of(slot.place(), word));
    }
    boolean noted = !source.text(slot.note()).equals(note);
    if (noted) {
      edits.add(Replacement.of(slot.note(), note));
    }
    return edits;
  }

  /** The note: it gives the reason, and the status if no word of {@code slot} gives it. */
  private static String note(StatusSlot slot, Task task, Status now, Optional<String> reason) {
    boolean word = slot.words().containsKey(now) || now == Status.DONE || now == Status.TODO;
    String status = now.word().replace('-', ' ');
    return reason
        .map(why -> " (" + status + ": " + note(task, why) + ")")
        .orElse(word ? "" : " (" + status + ")");
  }

  /** The word for an open task, which may be next to a note; "" if there is none. */
  private static String todo(StatusSlot slot) {
    return slot.words().getOrDefault(Status.TODO, "");
  }

  /** The reason escaped for a note: it ends neither the note nor its cell. */
  static String note(Task task, String reason) {
    String plain = StatusEdits.plain(reason).replace('(', '[').replace(')', ']');
    boolean cell = task.form().filter(UnmarkedForm::isRow).isPresent();
    return cell ? plain.replace("|", "\\|") : plain;
  }

  /** The places where {@code task} states its status. */
  static List<Span> places(Task task) {
    return task.form()
        .flatMap(UnmarkedForm::slot)
        .map(slot -> List.of(slot.place(), slot.note()))
        .orElse(List.of());
  }
}
