package dev.replenish.plan.edit;

import dev.replenish.board.Field;
import dev.replenish.board.Task;
import dev.replenish.plan.Values;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a labelled field that a task has, wherever it is (docs/reference/editing.md). */
final class FieldText {
  private static final Pattern BULLET =
      Pattern.compile("^[ \t]*(?:[-*+]|\\d{1,9}[.)])[ \t]+(?:\\[[ xX]\\][ \t]+)?");

  /** A heading that is a step of a plan. */
  private static final Pattern STEP = Pattern.compile("(?i)^[ \t]*#+[ \t]+(?:step )?\\d");

  private final SourceText source;
  private final Task task;
  private final String newLine;
  private final byte[] bytes;

  FieldText(SourceText source, Task task) {
    this.source = source;
    this.task = task;
    this.newLine = source.lineEnding(LineEnding.LF).text();
    this.bytes = source.bytes();
  }

  /** The alternative edits that write the field, the usual one first. */
  List<List<Replacement>> ways(FieldChange change) {
    Optional<Field> has = change.field().in(task.details());
    if (has.isEmpty()) {
      return new NewFieldText(source, task).ways(change);
    }
    if (!task.details().fields().contains(has.get())) {
      return new MarkText(source, task).ways(has.get(), change);
    }
    return change.values().isEmpty() ? removed(has.get(), change) : replaced(has.get(), change);
  }

  private List<List<Replacement>> replaced(Field field, FieldChange change) {
    List<List<Replacement>> ways = new ArrayList<>();
    Span value = value(field);
    if (value.length() == 0 && field.isHeading(source)) {
      String text = newLine + newLine + change.text(newLine);
      ways.add(List.of(Replacement.insert(LineWalk.end(bytes, value.to()), text)));
    } else if (change.field() == EditField.PLAN) {
      ways.add(List.of(plan(field, change)));
    } else if (value.length() == 0) {
      ways.add(List.of(Values.replace(source, value, String.join(", ", change.values()))));
    } else if (isBelow(field)) {
      ways.add(List.of(lines(field, change)));
    }
    if (value.length() > 0 && change.field() != EditField.PLAN) {
      String text = String.join(", ", change.values());
      Span whole = new Span(value.from(), end(field, change.field()));
      ways.add(List.of(Replacement.of(whole, text)));
      ways.add(List.of(Replacement.of(value, text)));
    }
    return ways;
  }

  /** Replaces the steps of the plan, or writes them below the label. */
  private Replacement plan(Field field, FieldChange change) {
    int label = LineWalk.end(bytes, field.extent().from());
    boolean below = isBelow(field);
    int first = below ? LineWalk.start(bytes, value(field).from()) : 0;
    String indent = below ? indent(first) : indent(LineWalk.start(bytes, field.extent().from()));
    boolean nested = !below && BULLET.matcher(line(field.extent().from())).find();
    String apart = newLine + indent + (nested ? "  " : "");
    String steps = String.join(apart, change.values());
    if (below) {
      return Replacement.of(new Span(first, end(field, change.field())), indent + steps);
    }
    int from = Math.min(value(field).from(), label);
    while (from > field.extent().from() && Ascii.isSpaceOrTab(bytes[from - 1])) {
      from--;
    }
    return Replacement.of(new Span(from, end(field, change.field())), apart + steps);
  }

  /** Replaces lines in their style: a list stays a list. */
  private Replacement lines(Field field, FieldChange change) {
    int first = LineWalk.start(bytes, value(field).from());
    String line = line(first);
    Matcher bullet = BULLET.matcher(line);
    boolean list = bullet.find();
    String prefix = list ? bullet.group() : indent(first);
    String text =
        list
            ? prefix + String.join(newLine + prefix, change.values())
            : prefix + String.join(", ", change.values());
    return Replacement.of(new Span(first, end(field, change.field())), text);
  }

  /** The alternatives: remove the lines of the field, or only its value if they hold other text. */
  private List<List<Replacement>> removed(Field field, FieldChange change) {
    List<List<Replacement>> ways = new ArrayList<>();
    int from = LineWalk.start(bytes, field.extent().from());
    if (from > task.block().from()) {
      int to = end(field, change.field());
      boolean rest = source.text(new Span(to, LineWalk.end(bytes, to))).isBlank();
      to = rest ? LineWalk.end(bytes, to) : to;
      int above = from - 1;
      if (bytes[above] == '\n' && bytes[above - 1] == '\r') {
        above--;
      }
      boolean blankAbove = LineWalk.isBlank(bytes, LineWalk.previous(bytes, 0, from));
      int next = LineWalk.next(bytes, to);
      boolean blankBelow = next < task.block().to() && LineWalk.isBlank(bytes, next);
      ways.add(List.of(Replacement.remove(new Span(above, to))));
      if (blankAbove && blankBelow) {
        ways.add(0, List.of(Replacement.remove(new Span(above, LineWalk.end(bytes, next)))));
      }
    }
    ways.add(List.of(Replacement.remove(value(field))));
    ways.add(
        List.of(Replacement.remove(new Span(value(field).from(), end(field, change.field())))));
    return ways;
  }

  /** The lines of a field that follow its value. */
  List<String> rest(EditField name) {
    Optional<Field> has = name.in(task.details());
    if (has.isEmpty() || !task.details().fields().contains(has.get())) {
      return List.of();
    }
    List<String> lines = has.get().lines();
    Span value = new Span(value(has.get()).from(), end(has.get(), name));
    int own = (int) source.text(value).lines().filter(line -> !line.isBlank()).count();
    return lines.subList(Math.min(own, lines.size()), lines.size());
  }

  /** The end of the value; prose that follows it does not belong to it, except in notes. */
  private int end(Field field, EditField name) {
    Span extent = field.extent();
    int to = Math.max(value(field).to(), LineWalk.end(bytes, extent.from()));
    if (value(field).length() > 0) {
      to = isBelow(field) ? LineWalk.end(bytes, to) : value(field).to();
    }
    if (name.isOneLine()) {
      return Math.min(to, Math.max(extent.to(), value(field).to()));
    }
    if (field.isHeading(source) || name == EditField.NOTES) {
      return Math.max(extent.to(), to);
    }
    boolean blank = false;
    boolean inStep = STEP.matcher(line(value(field).from())).find();
    boolean below = isBelow(field);
    boolean ofItems = below && BULLET.matcher(line(value(field).from())).find();
    for (int at = LineWalk.next(bytes, to); at < extent.to(); at = LineWalk.next(bytes, at)) {
      if (LineWalk.isBlank(bytes, at)) {
        blank = true;
        continue;
      }
      String line = line(at);
      boolean heading = line.stripLeading().startsWith("#");
      inStep |= heading;
      boolean list = inStep || BULLET.matcher(line).find();
      boolean deeper = Ascii.isSpaceOrTab(bytes[at]);
      boolean continues = list || deeper || (below && !blank);
      boolean ends = name != EditField.PLAN && (heading || (blank && !ofItems));
      if (!continues || ends || (heading && !STEP.matcher(line).find())) {
        break;
      }
      to = LineWalk.end(bytes, at);
      blank = false;
    }
    return Math.min(to, Math.max(extent.to(), value(field).to()));
  }

  /** The place of the value; a heading of something else is not taken for one. */
  private Span value(Field field) {
    Span value = field.valueSpan();
    String line = line(value.from());
    boolean other = line.stripLeading().startsWith("#") && !STEP.matcher(line).find();
    int label = LineWalk.end(bytes, field.extent().from());
    return other && value.from() > label ? Span.at(label) : value;
  }

  /** Whether the value begins on a line below the label. */
  private boolean isBelow(Field field) {
    return value(field).from() > LineWalk.end(bytes, field.extent().from());
  }

  private String indent(int line) {
    return source.text(
        new Span(line, Ascii.skipSpacesAndTabs(bytes, line, LineWalk.end(bytes, line))));
  }

  private String line(int at) {
    int from = LineWalk.start(bytes, at);
    return source.text(new Span(from, LineWalk.end(bytes, from)));
  }
}
