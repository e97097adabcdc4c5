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
 * What {@code done} and {@code reject} have written beside the status of a task: the day, the
 * reason. It goes when the task is reopened (docs/reference/life-cycle.md, "Reopening").
 */
final class FinishedLines {
  private final SourceText source;
  private final Task task;
  private final List<Span> spans = new ArrayList<>();

  private FinishedLines(SourceText source, Task task) {
    this.source = source;
    this.task = task;
  }

  /** The spans that go; none where the task is not finished, or is written without markers. */
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
      } else if (!isHolding(field.get())) {
        spans.add(lines(new Span(field.get().extent().from(), value.to())));
      }
    }
  }

  /** Whether text below its line would become part of the field above, if the line went. */
  private boolean isHolding(Field field) {
    Optional<Field> above =
        task.details().fields().stream()
            .filter(other -> other.extent().to() <= field.extent().from())
            .reduce((one, other) -> other);
    return LineWalk.next(source.bytes(), field.valueSpan().to()) < field.extent().to()
        && above
            .flatMap(other -> FieldName.of(other.label()))
            .filter(name -> name != FieldName.STATUS)
            .isPresent();
  }

  /** The last dated bullet of the notes that tells of the status. */
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

  /** Whole lines; of two blank lines that would meet, one goes, too. */
  private Span lines(Span text) {
    byte[] bytes = source.bytes();
    int from = text.from();
    int to = LineWalk.next(bytes, text.to());
    int above = LineWalk.previous(bytes, task.block().from(), from);
    boolean apart =
        above < from && LineWalk.isBlank(bytes, above) && to < task.bodyEnd() && isBlank(to);
    return new Span(from, apart ? LineWalk.next(bytes, to) : to);
  }

  private boolean isBlank(int at) {
    return LineWalk.isBlank(source.bytes(), at);
  }
}
