package dev.replenish.plan.life;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.Ascii;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the assignee of a task that no markers enclose: into its column or field, else as
 * {@code @name} (docs/reference/life-cycle.md, "Claiming a task").
 */
final class UnmarkedAssigneeEdits {
  /** A name that can follow an {@code @} without brackets. */
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}_])?");

  private final SourceText source;
  private final Task task;
  private final UnmarkedForm form;
  private final String name;
  private final List<List<Replacement>> ways = new ArrayList<>();

  private UnmarkedAssigneeEdits(SourceText source, Task task, String name) {
    this.source = source;
    this.task = task;
    this.form = task.form().orElseThrow();
    this.name = name;
  }

  /** The alternative edits, the best one first. */
  static List<List<Replacement>> of(SourceText source, Task task, String name) {
    UnmarkedAssigneeEdits edits = new UnmarkedAssigneeEdits(source, task, name);
    edits.find();
    return edits.ways;
  }

  private void find() {
    Optional<Field> has = task.details().field(FieldName.ASSIGNEE);
    if (has.isPresent() && task.details().fields().contains(has.get())) {
      field(has.get());
    } else if (has.isPresent()) {
      mark(has.get().valueSpan());
    } else {
      if (form.kind() == UnmarkedForm.Kind.SECTION
          && task.details().field(FieldName.STATUS).isPresent()) {
        StatusEdits.line(source, task, FieldName.ASSIGNEE.label(), name).ifPresent(ways::add);
      }
      newMark();
    }
  }

  /** Writes into a field or a cell; an empty one gets missing blanks around the name. */
  private void field(Field has) {
    Span span = has.valueSpan();
    String at = has.value().startsWith("@") && WORD.matcher(name).matches() ? "@" : "";
    boolean glued = span.length() == 0 && source.bytes()[span.from() - 1] != ' ';
    boolean tight =
        span.length() == 0 && span.to() < source.length() && source.bytes()[span.to()] == '|';
    ways.add(List.of(Replacement.of(span, (glued ? " " : "") + at + name + (tight ? " " : ""))));
  }

  /** Replaces the name after an {@code @}; a new name with blanks gets brackets. */
  private void mark(Span old) {
    boolean bracketed = source.bytes()[old.from() - 2] == '[';
    if (bracketed || WORD.matcher(name).matches()) {
      ways.add(List.of(Replacement.of(old, name)));
    } else {
      ways.add(List.of(Replacement.of(new Span(old.from() - 1, old.to()), written())));
    }
  }

  private String written() {
    return WORD.matcher(name).matches() ? "@" + name : "[@" + name + "]";
  }

  /** Adds a mark after the text of the first line, or before it. */
  private void newMark() {
    Optional<StatusSlot> slot = form.slot();
    Span line = new Span(task.block().from(), task.position().headerEnd());
    slot.map(StatusSlot::note)
        .filter(note -> line.contains(note) && note.from() > line.from())
        .ifPresent(note -> insert(note.from(), " " + written()));
    if (form.kind() != UnmarkedForm.Kind.ROW) {
      Span text = Ascii.strip(source.bytes(), line.from(), line.to());
      insert(text.to(), " " + written());
      slot.map(StatusSlot::place)
          .filter(place -> line.contains(place) && isBox(place))
          .ifPresent(place -> insert(place.to() + 1, " " + written()));
    }
  }

  private boolean isBox(Span place) {
    byte[] bytes = source.bytes();
    return place.from() > 0
        && bytes[place.from() - 1] == '['
        && place.to() < bytes.length
        && bytes[place.to()] == ']';
  }

  private void insert(int at, String text) {
    ways.add(List.of(Replacement.insert(at, text)));
  }
}
