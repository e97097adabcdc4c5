package dev.replenish.plan.edit;

import dev.replenish.board.Field;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a field that a task lacks, as those beside it are written (docs/reference/editing.md). */
final class NewFieldText {
  private static final Pattern MARKS =
      Pattern.compile("^[ \t]*(?:[-*+]|\\d{1,9}[.)])?[ \t]*(?:\\[[^\\]]?\\][ \t]+)?");

  /** What is in front of a value: marks, a label, more marks. */
  private static final Pattern LABEL =
      Pattern.compile("([ \t]*(?:[-*+][ \t]+)?[*_`]*)([^:*_`]+)([*_`]*:[*_`: \t]*)");

  private final SourceText source;
  private final Task task;
  private final String newLine;
  private final byte[] bytes;
  private final List<List<Replacement>> ways = new ArrayList<>();

  NewFieldText(SourceText source, Task task) {
    this.source = source;
    this.task = task;
    this.newLine = source.lineEnding(LineEnding.LF).text();
    this.bytes = source.bytes();
  }

  /** The ways to write it, the usual one first; none where nothing is to be written. */
  List<List<Replacement>> ways(FieldChange change) {
    if (change.values().isEmpty()) {
      return List.of();
    }
    anchor().ifPresent(field -> beside(field, change));
    Optional<Field> heading =
        task.details().fields().stream().filter(field -> field.isHeading(source)).findFirst();
    if (heading.isPresent() && ways.isEmpty()) {
      section(heading.get(), change);
    }
    belowHeader(change);
    if (task.form().isEmpty()) {
      String text = newLine + newLine + label("**", change) + newLine;
      insert(task.bodyEnd(), text.substring(newLine.length()));
    }
    return ways;
  }

  /** The last of the first fields that are one line each, below the header. */
  private Optional<Field> anchor() {
    Optional<Field> anchor = Optional.empty();
    for (Field field : task.details().fields()) {
      Span extent = field.extent();
      boolean line =
          !field.isHeading(source)
              && extent.from() > task.headerEnd()
              && field.valueSpan().from() <= LineWalk.end(bytes, extent.from())
              && endsOnItsLine(extent)
              && LABEL.matcher(prefix(field)).matches();
      if (!line && anchor.isPresent()) {
        break;
      }
      anchor = line ? Optional.of(field) : anchor;
    }
    return anchor;
  }

  /** Whether nothing goes on with its value below it, be it prose behind a blank line. */
  private boolean endsOnItsLine(Span extent) {
    int end = LineWalk.end(bytes, extent.from());
    return extent.to() <= end || LineWalk.isBlank(bytes, LineWalk.next(bytes, end));
  }

  /** From the start of the field's line to its value. */
  private String prefix(Field field) {
    return source.text(
        new Span(LineWalk.start(bytes, field.extent().from()), field.valueSpan().from()));
  }

  private void beside(Field anchor, FieldChange change) {
    String prefix = prefix(anchor);
    String label = LABEL.matcher(prefix).replaceFirst("$1" + change.field().label() + "$3");
    int end = LineWalk.end(bytes, anchor.extent().from());
    String tail = source.text(new Span(anchor.valueSpan().to(), end));
    String text;
    if (change.field() == EditField.PLAN) {
      String indent = prefix.substring(0, prefix.length() - prefix.stripLeading().length());
      boolean nested = prefix.stripLeading().matches("^[-*+] .*");
      String apart = newLine + indent + (nested ? "  " : "");
      text = newLine + label.stripTrailing() + apart + String.join(apart, change.values());
      boolean open = !nested && !LineWalk.isBlank(bytes, LineWalk.next(bytes, end));
      text += open ? newLine : "";
    } else {
      boolean apart = label.endsWith(" ") || label.endsWith("\t");
      text = newLine + label + (apart ? "" : " ") + String.join(", ", change.values());
      text += tail.isBlank() ? tail : "";
    }
    insert(end, text);
  }

  private void section(Field heading, FieldChange change) {
    String before = prefix(heading).stripLeading();
    int hashes = Ascii.skip(before.getBytes(StandardCharsets.US_ASCII), 0, 6, '#');
    String text =
        "#".repeat(hashes) + " " + change.field().label() + newLine + newLine + body(change);
    int end = LineWalk.end(bytes, Math.max(heading.extent().to(), heading.valueSpan().to()));
    insert(end, newLine + newLine + text);
  }

  private static String one(FieldChange change) {
    return String.join(", ", change.values());
  }

  private String body(FieldChange change) {
    return change.field() == EditField.PLAN ? String.join(newLine, change.values()) : one(change);
  }

  private String label(String mark, FieldChange change) {
    String gap = change.field() == EditField.PLAN ? newLine : " ";
    return mark + change.field().label() + ":" + mark + gap + body(change);
  }

  private void belowHeader(FieldChange change) {
    int end = LineWalk.end(bytes, task.headerEnd());
    Optional<UnmarkedForm> form = task.form();
    if (form.isPresent() && form.get().isItem()) {
      String indent = " ".repeat(textColumn());
      String text = newLine + indent + "- **" + change.field().label() + ":**";
      String steps = newLine + indent + "  ";
      text +=
          change.field() == EditField.PLAN
              ? steps + String.join(steps, change.values())
              : " " + one(change);
      insert(end, text);
      return;
    }
    int next = LineWalk.next(bytes, end);
    boolean open = next < task.block().to() && !LineWalk.isBlank(bytes, next);
    String above = form.isPresent() ? newLine + newLine : newLine;
    insert(end, above + label("**", change) + (open ? newLine : ""));
    if (form.isEmpty()) {
      insert(end, above + label("**", change));
    }
  }

  /** Where the words of an item begin, behind its bullet. */
  private int textColumn() {
    int from = task.block().from();
    String line = source.text(new Span(from, LineWalk.end(bytes, from)));
    Matcher bullet = Pattern.compile("^[ \t]*(?:[-*+]|\\d{1,9}[.)])[ \t]").matcher(line);
    Matcher marks = MARKS.matcher(line);
    return bullet.find() ? bullet.end() : marks.find() ? marks.end() : 2;
  }

  private void insert(int at, String text) {
    ways.add(List.of(Replacement.insert(at, text)));
  }
}
