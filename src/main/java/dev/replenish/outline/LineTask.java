package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.TitleNote;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.LineUnit;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.LineWords;
import dev.replenish.outline.words.Naming;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of text without a mark, as a task (docs/reference/unmarked.md, "Lines"). */
final class LineTask {
  /** What is written for a status at the end of a line, the only place for it. */
  private static final Map<Status, String> WORDS =
      Map.of(Status.TODO, "", Status.DONE, " " + LineWords.TICK);

  private LineTask() {}

  /**
   * Reads a line as a task.
   *
   * @param unclear whether it may be no task
   */
  static FoundTask of(Outline outline, LineUnit.Entry entry, boolean unclear) {
    SourceText source = outline.source();
    Span words = words(source, outline.line(entry.at()), entry.sign());
    Box box = entry.sign() > 0 ? Box.at(source, words.from(), words.to()) : null;
    int from = box == null ? words.from() : Math.min(box.behind(), words.to());
    String text = source.text(new Span(from, words.to())).strip();
    Caption caption = Caption.of(text);
    StatusSlot slot =
        box == null ? endSlot(source, words, caption) : boxSlot(source, words, box, caption);
    return new FoundTask(
        UnmarkedForm.Kind.LINE,
        new FoundTask.Range(entry.at(), entry.at(), List.of()),
        false,
        FoundTask.Header.of(box == null ? unticked(caption) : caption),
        new FoundTask.State(
            ItemTask.clues(box, caption, text, text, Optional.empty(), false),
            Optional.of(slot),
            List.of(slot.place(), slot.note())),
        false,
        List.of(),
        unclear);
  }

  /** The line without its sign, a comment, or a backslash for a line break. */
  private static Span words(SourceText source, Line line, int sign) {
    Span all = Ascii.strip(source.bytes(), line.content(), line.end());
    String text = source.text(all);
    int from = all.from() + SourceBytes.length(text.substring(0, Math.min(sign, text.length())));
    String bare = Naming.unmarked(text);
    boolean broken = bare.endsWith("\\");
    int to = all.from() + SourceBytes.length(bare) - (broken ? 1 : 0);
    return Ascii.strip(source.bytes(), from, Math.max(from, to));
  }

  /** The caption without the tick in its title that gives the status. */
  private static Caption unticked(Caption caption) {
    String title = caption.title();
    return LineWords.isTicked(title) ? caption.titled(LineWords.unticked(title)) : caption;
  }

  private static StatusSlot boxSlot(SourceText source, Span words, Box box, Caption caption) {
    Span note = TitleNote.at(source, Math.min(box.behind(), words.to()), words.to(), caption);
    return new StatusSlot(box.inside(), Box.TICKS, note);
  }

  /** The slot behind the words of a line: a tick and a note that give its status. */
  private static StatusSlot endSlot(SourceText source, Span words, Caption caption) {
    Span note = TitleNote.at(source, words.from(), words.to(), caption);
    String text = source.text(new Span(words.from(), note.from())).stripTrailing();
    int from = note.from();
    if (LineWords.isTicked(text)) {
      from = words.from() + SourceBytes.length(LineWords.unticked(text));
    }
    Span end = new Span(from, note.to());
    return new StatusSlot(end, WORDS, end);
  }
}
