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
import java.util.regex.Pattern;

/**
 * Writes a field that a task lacks, in the style of its other fields (docs/reference/editing.md).
 */
final class NewFieldText {
  /** A line that begins a list, a fence or another block. */
  private static final Pattern BLOCK =
      Pattern.compile("^[ \t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \t]|```|~~~|[>#<|])");

  /** The text before a value: marks, a label, more marks. */
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

  /** The alternative edits that write the field, the usual one first; none if it has no values. */
  List<List<Replacement>> ways(FieldChange change) {
    if (change.values().isEmpty()) {
      return List.of();
    }
    List<Field> anchors = anchors();
    anchors.forEach(field -> beside(field, change));
    if (!anchors.isEmpty()) {
      above(anchors.get(anchors.size() - 1), change);
    }
    Optional<Field> heading =
        task.details().fields().stream().filter(field -> field.isHeading(source)).findFirst();
    if (heading.isPresent() && ways.isEmpty()) {
      section(heading.get(), change);
    }
    belowHeader(change);
    if (task.form().isEmpty()) {
      String text = newLine + newLine + label("**", change) + newLine;
      insert(task.position().bodyEnd(), text.substring(newLine.length()));
    }
    return ways;
  }

  /** The first one-line fields below the header, the last of them first. */
  private List<Field> anchors() {
    List<Field> anchors = new ArrayList<>();
    for (Field field : task.details().fields()) {
      Span extent = field.extent();
      boolean line =
          !field.isHeading(source)
              && extent.from() > task.position().headerEnd()
              && field.valueSpan().from() <= LineWalk.end(bytes, extent.from())
              && endsOnItsLine(extent)
              && LABEL.matcher(prefix(field)).matches();
      if (line) {
        anchors.add(0, field);
      } else if (!anchors.isEmpty()) {
        break;
      }
    }
    return anchors;
  }

  /** Whether the value ends on its line; prose may follow after a blank line. */
  private boolean endsOnItsLine(Span extent) {
    int end = LineWalk.end(bytes, extent.from());
    return extent.to() <= end || LineWalk.isBlank(bytes, LineWalk.next(bytes, end));
  }

  /** The text from the start of the field's line to its value. */
  private String prefix(Field field) {
    return source.text(
        new Span(LineWalk.start(bytes, field.extent().from()), field.valueSpan().from()));
  }

  private void beside(Field anchor, FieldChange change) {
    insert(LineWalk.end(bytes, anchor.extent().from()), newLine + inStyleOf(anchor, change));
  }

  private void above(Field anchor, FieldChange change) {
    insert(LineWalk.start(bytes, anchor.extent().from()), inStyleOf(anchor, change) + newLine);
  }

  private String inStyleOf(Field anchor, FieldChange change) {
    String prefix = prefix(anchor);
    String label = LABEL.matcher(prefix).replaceFirst("$1" + change.field().label() + "$3");
    int end = LineWalk.end(bytes, anchor.extent().from());
    if (change.field() == EditField.PLAN) {
      String indent = prefix.substring(0, prefix.length() - prefix.stripLeading().length());
      boolean nested = prefix.stripLeading().matches("^[-*+] .*");
      String apart = newLine + indent + (nested ? "  " : "");
      String text = label.stripTrailing() + apart + change.text(apart);
      return text + (!nested && isOpen(end) ? newLine : "");
    }
    boolean apart = label.endsWith(" ") || label.endsWith("\t");
    String tail = source.text(new Span(anchor.valueSpan().to(), end));
    return label + (apart ? "" : " ") + change.text(newLine) + (tail.isBlank() ? tail : "");
  }

  /** Whether text of the body follows right below the line that ends at {@code end}. */
  private boolean isOpen(int end) {
    int next = LineWalk.next(bytes, end);
    return next < task.position().bodyEnd() && !LineWalk.isBlank(bytes, next);
  }

  private void section(Field heading, FieldChange change) {
    String before = prefix(heading).stripLeading();
    int hashes = Ascii.skip(before.getBytes(StandardCharsets.US_ASCII), 0, 6, '#');
    String text =
        "#".repeat(hashes)
            + " "
            + change.field().label()
            + newLine
            + newLine
            + change.text(newLine);
    int end = LineWalk.end(bytes, Math.max(heading.extent().to(), heading.valueSpan().to()));
    insert(end, newLine + newLine + text);
  }

  private String label(String mark, FieldChange change) {
    String gap = change.field() == EditField.PLAN ? newLine : " ";
    return mark + change.field().label() + ":" + mark + gap + change.text(newLine);
  }

  private void belowHeader(FieldChange change) {
    int end = LineWalk.end(bytes, task.position().headerEnd());
    Optional<UnmarkedForm> form = task.form();
    if (form.isPresent() && form.get().isItem()) {
      String indent = " ".repeat(textColumn());
      String text = newLine + indent + "- **" + change.field().label() + ":**";
      String steps = newLine + indent + "  ";
      text += (change.field() == EditField.PLAN ? steps : " ") + change.text(steps);
      insert(endOfProse(end), text);
      insert(end, text);
      return;
    }
    boolean open = isOpen(end);
    String above = form.isPresent() ? newLine + newLine : newLine;
    insert(end, above + label("**", change) + (open ? newLine : ""));
  }

  /** The end of the first paragraph of an item whose first line ends at {@code end}. */
  private int endOfProse(int end) {
    int at = end;
    while (isOpen(at) && !BLOCK.matcher(line(LineWalk.next(bytes, at))).find()) {
      at = LineWalk.end(bytes, LineWalk.next(bytes, at));
    }
    return at;
  }

  private String line(int at) {
    return source.text(new Span(at, LineWalk.end(bytes, at)));
  }

  /** The column in which the text of an item begins, after its bullet. */
  private int textColumn() {
    int from = task.block().from();
    int end = LineWalk.end(bytes, from);
    int bullet = Ascii.skipSpacesAndTabs(bytes, from, end);
    while (bullet < end && !Ascii.isSpaceOrTab(bytes[bullet])) {
      bullet++;
    }
    int column = column(from, bullet, 0);
    return column(bullet, Ascii.skipSpacesAndTabs(bytes, bullet, end), column);
  }

  /**
   * The column after bytes that begin in {@code column}; a tab goes to the next multiple of four.
   */
  private int column(int from, int to, int column) {
    int at = column;
    for (int i = from; i < to; i++) {
      at += bytes[i] == '\t' ? 4 - at % 4 : 1;
    }
    return at;
  }

  private void insert(int at, String text) {
    ways.add(List.of(Replacement.insert(at, text)));
  }
}
