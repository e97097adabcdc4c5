package dev.replenish.plan.life;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the lines that {@code done} and {@code reject} have written next to the status of a task:
 * the day, the reason. They are removed when the task is reopened (docs/reference/life-cycle.md,
 * "Reopening").
 */
final class FinishedLines {
  private final SourceText source;
  private final Task task;
  private final List<Span> spans = new ArrayList<>();

  private FinishedLines(SourceText source, Task task) {
    this.source = source;
    this.task = task;
  }

  /** The spans to remove; none if the task is not finished, or has no markers. */
  static List<Span> of(SourceText source, Task task) {
    Optional<Status> status = task.details().status().filter(any -> !any.isActive());
    if (status.isEmpty() || task.form().isPresent()) {
      return List.of();
    }
    FinishedLines lines = new FinishedLines(source, task);
    String word = status.get().word();
    lines.field(StatusEdits.COMPLETED);
    lines.field(word);
    lines.note(word);
    return lines.spans;
  }

  private void field(String label) {
    Optional<Field> field = task.details().labelled(label).filter(any -> !any.value().isEmpty());
    if (field.isPresent()) {
      Span value = field.get().valueSpan();
      if (field.get().isHeading(source)) {
        spans.add(lines(value));
      } else if (!isNeededAsBoundary(field.get())) {
        spans.add(lines(new Span(field.get().extent().from(), value.to())));
      }
    }
  }

  /** Whether text below the field's line would join the field above if the line were removed. */
  private boolean isNeededAsBoundary(Field field) {
    Optional<Field> above =
        task.details().fields().stream()
            .filter(other -> other.extent().to() <= field.extent().from())
            .reduce((first, second) -> second);
    return LineWalk.next(source.bytes(), field.valueSpan().to()) < field.extent().to()
        && above
            .flatMap(other -> FieldName.of(other.label()))
            .filter(name -> name != FieldName.STATUS)
            .isPresent();
  }

  /** Adds the last dated bullet of the notes that gives the status. */
  private void note(String word) {
    Pattern dated = Pattern.compile("\\s*[-*+] \\d{4}-\\d{2}-\\d{2} " + word + ": .*\\s*");
    Optional<Field> notes = task.details().notes();
    Span last = null;
    if (notes.isPresent()) {
      Span extent = notes.get().extent();
      int at = LineWalk.next(source.bytes(), extent.from());
      while (at < extent.to()) {
        Span line = new Span(at, LineWalk.next(source.bytes(), at));
        last = dated.matcher(source.text(line)).matches() ? line : last;
        at = line.to();
      }
    }
    if (last != null) {
      spans.add(last);
    }
  }

  /** The whole lines of {@code text}, and one of two blank lines that would become adjacent. */
  private Span lines(Span text) {
    byte[] bytes = source.bytes();
    int from = text.from();
    int to = LineWalk.next(bytes, text.to());
    int above = LineWalk.previous(bytes, task.block().from(), from);
    boolean apart =
        above < from
            && LineWalk.isBlank(bytes, above)
            && to < task.position().bodyEnd()
            && isBlank(to);
    return new Span(from, apart ? LineWalk.next(bytes, to) : to);
  }

  private boolean isBlank(int at) {
    return LineWalk.isBlank(source.bytes(), at);
  }
}
