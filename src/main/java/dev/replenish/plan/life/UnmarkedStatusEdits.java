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
    return task.form().flatMap(UnmarkedForm::mark).isPresent();
  }

  /**
   * The edits of {@code source} that {@code transition} requires; the task has a place for the
   * status.
   *
   * @param reason the reason, on one line
   */
  static List<Replacement> of(
      SourceText source, Task task, Transition transition, Optional<String> reason) {
    StatusSlot mark = task.form().flatMap(UnmarkedForm::mark).orElseThrow();
    Status now = transition.target();
    String note = note(mark, task, now, reason);
    String word = mark.words().getOrDefault(now, now.isActive() ? todo(mark) : "");
    List<Replacement> edits = new ArrayList<>();
    if (mark.note().equals(mark.place())) {
      int end = word.stripTrailing().length();
      edits.add(Replacement.of(mark.place(), word.substring(0, end) + note + word.substring(end)));
      return edits;
    }
    boolean hasWord = mark.words().containsKey(now) || mark.words().containsKey(Status.TODO);
    if (hasWord && !source.text(mark.place()).equals(word)) {
      edits.add(Replacement.of(mark.place(), word));
    }
    boolean noted = !source.text(mark.note()).equals(note);
    if (noted) {
      edits.add(Replacement.of(mark.note(), note));
    }
    return edits;
  }

  /** The note: it gives the reason, and the status if no word of {@code mark} gives it. */
  private static String note(StatusSlot mark, Task task, Status now, Optional<String> reason) {
    boolean word = mark.words().containsKey(now) || now == Status.DONE || now == Status.TODO;
    String status = now.word().replace('-', ' ');
    return reason
        .map(why -> " (" + status + ": " + note(task, why) + ")")
        .orElse(word ? "" : " (" + status + ")");
  }

  /** The word for an open task, which may be next to a note; "" if there is none. */
  private static String todo(StatusSlot mark) {
    return mark.words().getOrDefault(Status.TODO, "");
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
        .flatMap(UnmarkedForm::mark)
        .map(mark -> List.of(mark.place(), mark.note()))
        .orElse(List.of());
  }
}
