package dev.replenish.plan.life;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.Transition;
import dev.replenish.plan.Values;
import dev.replenish.text.LineEnding;
import dev.replenish.text.LineWalk;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a change of status into a task's block: the status in its place, and Replenish's own lines
 * next to it in the style of the status line (docs/reference/life-cycle.md).
 */
final class StatusEdits {
  /** The field that gives the day on which a task was finished. */
  static final String COMPLETED = "Completed";

  /** A heading, a label or a list item. */
  private static final Pattern BEGINS_ANEW =
      Pattern.compile("#|\\*\\*|__|(?:[-*+]|\\d+[.)])[ \t]+[^-*=\\s]");

  private static final Pattern BLANK_LINE = Pattern.compile("(?>\\R)[ \\t]*\\R");

  private static final String STATUS = FieldName.STATUS.label();

  private final SourceText source;
  private final Task task;
  private final Optional<Field> field;
  private final String newLine;
  private final List<Replacement> edits = new ArrayList<>();
  private final StringBuilder below = new StringBuilder();

  private StatusEdits(SourceText source, Task task) {
    this.source = source;
    this.task = task;
    this.field = task.details().field(FieldName.STATUS);
    this.newLine = source.lineEnding(LineEnding.LF).text();
  }

  /**
   * The edits of {@code source} that {@code transition} requires.
   *
   * @param reason the reason, on one line
   * @param today the day of completion
   */
  static List<Replacement> of(
      SourceText source,
      Task task,
      Transition transition,
      Optional<String> reason,
      LocalDate today) {
    StatusEdits lines = new StatusEdits(source, task);
    lines.status(transition.target());
    if (transition == Transition.DONE) {
      lines.completed(today);
    }
    if (transition == Transition.REOPEN) {
      FinishedLines.of(source, task).forEach(span -> lines.edits.add(Replacement.remove(span)));
    }
    reason.ifPresent(text -> lines.reason(transition, text, today));
    lines.below();
    return lines.edits;
  }

  /** The edits that assign {@code task} to {@code name}. */
  static List<Replacement> assignment(SourceText source, Task task, String name) {
    StatusEdits lines = new StatusEdits(source, task);
    String label = FieldName.ASSIGNEE.label();
    lines.value(label, task.details().field(FieldName.ASSIGNEE), name, true);
    lines.below();
    return lines.edits;
  }

  /**
   * The edits that add a line with {@code label} below the status of a task that no markers
   * enclose; empty if its status has no line of its own.
   */
  static Optional<List<Replacement>> line(
      SourceText source, Task task, String label, String value) {
    StatusEdits lines = new StatusEdits(source, task);
    Field status = lines.field.orElseThrow();
    Span before = new Span(status.extent().from(), status.valueSpan().from());
    if (!source.text(before).contains(STATUS)) {
      return Optional.empty();
    }
    lines.line(label, value);
    lines.below();
    return Optional.of(lines.edits);
  }

  private void status(Status now) {
    if (field.isEmpty()) {
      below.append(newLine).append("**").append(STATUS).append(":** ").append(now.word());
      return;
    }
    Span span = field.get().valueSpan();
    String value = field.get().value();
    if (value.isEmpty() && isSection()) {
      below.append(newLine).append(newLine).append(now.word());
    } else if (value.isEmpty()) {
      edits.add(Values.replace(source, span, now.word()));
    } else {
      Optional<Status> old = task.details().status();
      String word = task.details().statusWord().orElseGet(() -> word(value));
      int at = value.indexOf(word);
      Span place = SourceBytes.span(span.from(), value, at, at + word.length());
      if (!old.equals(Optional.of(now))) {
        edits.add(Replacement.of(place, now.word()));
      }
    }
  }

  private static String word(String value) {
    int[] word = Status.parse(value).orElseThrow().wordIn(value);
    return value.substring(word[0], word[1]);
  }

  /** Writes the day of completion; one that is already there stays. */
  private void completed(LocalDate today) {
    value(COMPLETED, task.details().labelled(COMPLETED), today.toString(), false);
  }

  /** Writes a field with a value; an existing value stays, unless {@code overwrite} is set. */
  private void value(String label, Optional<Field> before, String value, boolean overwrite) {
    if (before.isEmpty()) {
      line(label, value);
    } else if (before.get().value().isEmpty() && before.get().isHeading(source)) {
      int at = before.get().valueSpan().to();
      edits.add(Replacement.insert(lineEnd(at), newLine + newLine + value));
    } else if (before.get().value().isEmpty() || overwrite) {
      edits.add(Values.replace(source, before.get().valueSpan(), value));
    }
  }

  /** The label of a reason in a task without notes, such as {@code Blocked}. */
  static String label(Transition transition) {
    String word = transition.target().word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private void reason(Transition transition, String text, LocalDate today) {
    String plain = plain(text);
    Optional<Field> notes = task.details().notes();
    String kind = transition.target().word();
    if (notes.isEmpty()) {
      line(label(transition), plain);
      return;
    }
    String bullet = BulletStyle.prefix(source, notes.get()) + today + " " + kind + ": " + plain;
    String gap = BulletStyle.endsInHtml(source, notes.get()) ? newLine : "";
    edits.add(Replacement.insert(notes.get().extent().to(), gap + newLine + bullet));
  }

  /**
   * The text escaped: it can't open an HTML tag or comment, however many backslashes precede it.
   */
  static String plain(String text) {
    return OneLine.line(text).replaceAll("\\\\*<(?=[A-Za-z/!?])", "\\\\<");
  }

  /**
   * Adds a line below the status in its style: with the same indentation, bullet and line break.
   */
  private void line(String label, String value) {
    if (field.isEmpty() || isSection()) {
      boolean first = isSection() && below.indexOf("**") < 0;
      below.append(first ? newLine : "").append(newLine);
      below.append("**").append(label).append(":** ").append(value);
      return;
    }
    Span status = field.get().valueSpan();
    String before = source.text(new Span(field.get().extent().from(), status.from()));
    String after = source.text(new Span(status.to(), lineEnd(status.to())));
    int at = before.toLowerCase(Locale.ROOT).indexOf(field.get().label().toLowerCase(Locale.ROOT));
    String labelled =
        before.substring(0, at) + label + before.substring(at + field.get().label().length());
    String space = Character.isWhitespace(labelled.charAt(labelled.length() - 1)) ? "" : " ";
    boolean apart = BLANK_LINE.matcher(labelled).find();
    below.append(apart ? newLine : "").append(newLine);
    below.append(labelled).append(space).append(value);
    below.append(after.isBlank() ? after : "");
  }

  /** Inserts the added lines at one place, after the line or the section of the status. */
  private void below() {
    if (below.length() > 0) {
      int at =
          field
              .map(f -> isSection() ? f.extent().to() : lineEnd(f.valueSpan().to()))
              .orElse(task.position().headerEnd());
      boolean apart = field.isEmpty() && wouldJoin(LineWalk.next(source.bytes(), at));
      edits.add(Replacement.insert(at, below + (apart ? newLine : "")));
    }
  }

  /**
   * Whether the line at {@code at} would merge with a line inserted above it: as more of its text,
   * or as the underline of a heading.
   */
  private boolean wouldJoin(int at) {
    String next = source.text(new Span(at, lineEnd(at))).strip();
    return !next.isEmpty() && !BEGINS_ANEW.matcher(next).lookingAt();
  }

  private int lineEnd(int at) {
    return LineWalk.end(source.bytes(), at);
  }

  private boolean isSection() {
    return field.isPresent() && field.get().isHeading(source);
  }
}
