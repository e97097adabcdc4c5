package dev.replenish.outline;

import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.field.PaceTable;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Headline;
import dev.replenish.outline.words.StatusWords;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Text copied from a page: a line with a title and a status, then numbered paragraphs
 * (docs/reference/unmarked.md, "Headlines").
 */
final class HeadlineTask implements Shape {

  @Override
  public void find(Outline outline, Section section, Shapes.Collector into) {
    for (int i = section.from; i < section.ownEnd(); i++) {
      Optional<Headline> headline = headline(outline, i, section.ownEnd());
      if (headline.isPresent()) {
        into.addTask(task(outline, i, last(outline, i, section.ownEnd()), headline.get()));
      }
    }
  }

  /**
   * The headline at a line: a one-line paragraph that ends in a status, with an urgency in front or
   * a numbered paragraph below.
   */
  static Optional<Headline> headline(Outline outline, int at, int to) {
    Line line = outline.line(at);
    boolean alone =
        line.isText() && line.opens() && (at + 1 == to || !outline.line(at + 1).isText());
    if (!alone) {
      return Optional.empty();
    }
    return Headline.of(outline.text(line))
        .filter(headline -> headline.level().isPresent() || firstStep(outline, at + 1, to));
  }

  private static boolean firstStep(Outline outline, int from, int to) {
    int at = outline.firstWritten(from, to);
    return at < to && outline.line(at).numbered() && outline.text(at).length() > 0;
  }

  /** The last line of the task, before the first paragraph that is neither a list nor indented. */
  private static int last(Outline outline, int head, int to) {
    int last = head;
    for (int i = head + 1; i < to; i++) {
      Line line = outline.line(i);
      boolean begins = outline.line(i - 1).isBlank() && line.depth() == 0;
      if (!line.isBlank() && begins && !line.item()) {
        return last;
      }
      last = line.isBlank() ? last : i;
    }
    return last;
  }

  private static FoundTask task(Outline outline, int head, int last, Headline headline) {
    SourceText source = outline.source();
    Line line = outline.line(head);
    String text = outline.text(line);
    int[] at = headline.word();
    Span word = SourceBytes.span(line.content(), text, at[0], at[1]);
    Span note = SourceBytes.span(line.content(), text, at[1], text.length());
    Span body = outline.span(head + 1, last);
    Fields fields = Fields.in(source, body);
    return new FoundTask(
        UnmarkedForm.Kind.SECTION,
        new FoundTask.Range(head, last, List.of()),
        false,
        new FoundTask.Header(Caption.of(headline.title()), Optional.empty(), headline.level()),
        new FoundTask.State(
            new Clues(Optional.empty(), Optional.of(headline.status()), Optional.empty(), false),
            Optional.of(new StatusSlot(word, StatusWords.like(source.text(word)), note)),
            List.of(word, note)),
        false,
        PaceTable.with(fields.known(), source, body),
        false);
  }
}
