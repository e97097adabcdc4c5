package dev.replenish.outline;

import dev.replenish.board.Field;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.FoundTask.Clues;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.field.TitleNote;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line in bold that begins with a box, with all that is below it up to the next one or a rule
 * (docs/reference/unmarked.md, "Headlines").
 */
final class BoldBox implements Shape {
  /** What is in bold behind the box, and a note behind that. */
  private static final Pattern LINE =
      Pattern.compile("\\*\\*\\[.{0,3}\\]([^*]{1,300})\\*\\*(\\s*\\([^()]*\\))?");

  @Override
  public void find(Outline outline, Section section, Shapes.Read into) {
    int open = -1;
    for (int i = section.from; i < section.ownEnd(); i++) {
      boolean begins = begins(outline, i);
      if (begins || outline.line(i).kind() == Kind.RULE) {
        add(outline, open, i, into);
        open = begins ? i : -1;
      }
    }
    add(outline, open, section.ownEnd(), into);
  }

  private static void add(Outline outline, int head, int end, Shapes.Read into) {
    if (head >= 0) {
      into.task(task(outline, head, outline.lastWritten(head, end)));
    }
  }

  /** Whether a paragraph begins on a line that is nothing but a box and words in bold. */
  private static boolean begins(Outline outline, int at) {
    Line line = outline.line(at);
    return line.isText() && line.opens() && box(outline, line) != null;
  }

  /** The box that such a line begins with; null where it is none. */
  static @Nullable Box box(Outline outline, Line line) {
    return LINE.matcher(outline.text(line)).matches()
        ? Box.at(outline.source(), line.content(), line.end())
        : null;
  }

  private static FoundTask task(Outline outline, int head, int last) {
    SourceText source = outline.source();
    Line line = outline.line(head);
    Box box = box(outline, line);
    if (box == null) {
      throw new IllegalStateException("no box on line " + line.number());
    }
    Matcher text = LINE.matcher(outline.text(line));
    Caption caption =
        Caption.of(text.matches() ? text.group(1) + Objects.toString(text.group(2), "") : "");
    Fields fields = Fields.in(source, new Span(line.next(), outline.line(last).next()));
    Span note = TitleNote.at(source, box.behind(), line.end(), caption);
    return new FoundTask(
        UnmarkedForm.Kind.SECTION,
        head,
        last,
        List.of(),
        true,
        caption,
        Optional.empty(),
        fields.of(Column.PRIORITY).map(Field::value).flatMap(Urgencies::priority),
        Clues.of(
            box.status(),
            fields.of(Column.STATUS).map(Field::value).flatMap(Vocabulary::status),
            caption.mark(),
            box.status().isEmpty()),
        false,
        Optional.of(new StatusSlot(box.inside(), Box.TICKS, note)),
        List.of(note, box.inside()),
        fields.known(),
        false);
  }
}
