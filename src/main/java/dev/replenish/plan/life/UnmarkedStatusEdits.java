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
 * Writes what becomes of a task that no markers enclose: its box is ticked, its word gives way to
 * another, a note tells of a block (docs/reference/life-cycle.md).
 */
final class UnmarkedStatusEdits {
  private UnmarkedStatusEdits() {}

  /** Whether {@code task} has a place where a status can be told. */
  static boolean canWrite(Task task) {
    return task.form().flatMap(UnmarkedForm::mark).isPresent();
  }

  /**
   * The edits of {@code source} that {@code transition} asks for; the task can tell its target.
   *
   * @param reason why, on one line
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
    boolean told = mark.words().containsKey(now) || mark.words().containsKey(Status.TODO);
    if (told && !source.text(mark.place()).equals(word)) {
      edits.add(Replacement.of(mark.place(), word));
    }
    boolean noted = !source.text(mark.note()).equals(note);
    if (noted) {
      edits.add(Replacement.of(mark.note(), note));
    }
    return edits;
  }

  /** What no word tells is told by the note, and so is the reason. */
  private static String note(StatusSlot mark, Task task, Status now, Optional<String> reason) {
    boolean word = mark.words().containsKey(now) || now == Status.DONE || now == Status.TODO;
    String status = now.word().replace('-', ' ');
    return reason
        .map(why -> " (" + status + ": " + note(task, why) + ")")
        .orElse(word ? "" : " (" + status + ")");
  }

  /** An open box may stand beside a note; where nothing is written yet, nothing has to be. */
  private static String todo(StatusSlot mark) {
    return mark.words().getOrDefault(Status.TODO, "");
  }

  /** A reason as it stands in a note: it ends neither the note nor its cell. */
  static String note(Task task, String reason) {
    String plain = StatusEdits.plain(reason).replace('(', '[').replace(')', ']');
    boolean cell = task.form().filter(UnmarkedForm::isRow).isPresent();
    return cell ? plain.replace("|", "\\|") : plain;
  }

  /** The places at which {@code task} says its status. */
  static List<Span> places(Task task) {
    return task.form()
        .flatMap(UnmarkedForm::mark)
        .map(mark -> List.of(mark.place(), mark.note()))
        .orElse(List.of());
  }
}
