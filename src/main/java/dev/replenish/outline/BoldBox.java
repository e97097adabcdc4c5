package dev.replenish.outline;

import dev.replenish.board.Field;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.field.TitleNote;
import dev.replenish.outline.page.BoldBoxLine;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Tasks that are lines in bold with a box in front. Each extends to the next such line or a rule
 * (docs/reference/unmarked.md, "Headlines").
 */
final class BoldBox implements Shape {

  @Override
  public void find(Outline outline, Section section, Shapes.Collector into) {
    BoldBoxLine current = null;
    int head = section.from;
    for (int i = section.from; i <= section.ownEnd(); i++) {
      boolean end = i == section.ownEnd();
      BoldBoxLine next = end ? null : BoldBoxLine.at(outline, outline.line(i));
      if (end || next != null || outline.line(i).kind() == Kind.RULE) {
        if (current != null) {
          into.addTask(task(outline, current, head, outline.lastWritten(head, i)));
        }
        current = next;
        head = i;
      }
    }
  }

  private static FoundTask task(Outline outline, BoldBoxLine open, int head, int last) {
    SourceText source = outline.source();
    Line line = outline.line(head);
    Box box = open.box();
    Caption caption = Caption.of(open.title());
    Fields fields = Fields.in(source, outline.span(head + 1, last));
    Span note = TitleNote.at(source, box.behind(), line.end(), caption);
    return new FoundTask(
        UnmarkedForm.Kind.SECTION,
        new FoundTask.Range(head, last, List.of()),
        true,
        new FoundTask.Header(
            caption,
            Optional.empty(),
            fields.of(Column.PRIORITY).map(Field::value).flatMap(Urgencies::priority)),
        new FoundTask.State(
            new Clues(
                box.status(),
                fields.of(Column.STATUS).map(Field::value).flatMap(Vocabulary::status),
                caption.mark(),
                box.status().isEmpty()),
            Optional.of(new StatusSlot(box.inside(), Box.TICKS, note)),
            List.of(note, box.inside())),
        false,
        fields.known(),
        false);
  }
}
