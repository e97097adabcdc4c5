package dev.replenish.outline;

import dev.replenish.board.Field;
import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.field.TitleNote;
import dev.replenish.outline.page.Items.Item;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.Marks;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.StateInFront;
import dev.replenish.outline.words.StateMentions;
import dev.replenish.outline.words.StateRemarks;
import dev.replenish.outline.words.Strikethrough;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An item of a list, with a box or without one, as a task. */
final class ItemTask {
  private static final int LONGEST_PART = 40;
  private static final Pattern BRACKETED = Pattern.compile("\\([^()]*\\)\\.?");
  private static final Pattern PLACEHOLDER = Pattern.compile("[_*]{1,3}[(\\[].*[)\\]][_*]{1,3}");

  private ItemTask() {}

  /** Whether a title has no words, says that there is nothing here, or is a hint in brackets. */
  static boolean isPlaceholder(String title) {
    if (!Terms.NOTHING.mayBe(title)) {
      return false; // a cheap check, enough for nearly all titles
    }
    String words = NormalizedText.words(title);
    return words.isEmpty() || Terms.NOTHING.isPhrase(words) || PLACEHOLDER.matcher(title).matches();
  }

  /** Whether a title is one for a part of a task, such as {@code Acceptance criteria}. */
  static boolean isPart(String title) {
    return title.length() <= LONGEST_PART && Vocabulary.namesPart(title);
  }

  /** Whether the text of an item is only a label for the items nested in it. */
  static boolean isGroupLabel(Item item, String text) {
    Label label = item.children.isEmpty() ? null : Label.of(text);
    return label != null
        && label.isAlone()
        && label.colon()
        && label.words().indexOf('.') < 0
        && label.words().indexOf('[') < 0
        && !Vocabulary.namesAction(text)
        && !Caption.isNamed(text);
  }

  static @Nullable Box box(Outline outline, Item item) {
    Line line = outline.line(item.first);
    return Box.at(outline.source(), line.content(), line.end());
  }

  /**
   * Reads an item as a task.
   *
   * @param unclear whether it may be no task
   */
  static FoundTask task(Outline outline, Item item, List<Span> frame, boolean unclear) {
    SourceText source = outline.source();
    Line line = outline.line(item.first);
    Box box = box(outline, item);
    int from = box == null ? line.content() : box.behind();
    String text =
        box == null
            ? source.text(new Span(Math.min(from, line.end()), line.end()))
            : box.textBehind(source, line.content(), line.end());
    Caption caption = Caption.of(text.isBlank() ? nextLine(outline, item) : text);
    Fields fields = Fields.in(source, outline.span(item.first + 1, item.last()));
    Optional<Status> field = fields.of(Column.STATUS).map(Field::value).flatMap(Vocabulary::status);
    String whole = paragraph(outline, item, text.strip());
    boolean openParts = hasOpenPart(outline, item);
    boolean contradicted =
        box == null ? hasTickedParts(item, outline) : openParts && isFinished(box);
    Span note = TitleNote.at(source, from, line.end(), caption);
    StatusSlot slot =
        box == null
            ? new StatusSlot(Span.at(line.content()), Box.NEW, note)
            : new StatusSlot(box.inside(), Box.TICKS, note);
    return new FoundTask(
        UnmarkedForm.Kind.ITEM,
        new FoundTask.Range(item.first, item.last(), frame),
        box != null,
        new FoundTask.Header(
            caption,
            Optional.empty(),
            fields.of(Column.PRIORITY).map(Field::value).flatMap(Urgencies::priority)),
        new FoundTask.State(
            clues(box, caption, text, whole, field, contradicted),
            Optional.of(slot),
            varying(note, fields, box)),
        openParts,
        fields.known(),
        unclear || BRACKETED.matcher(whole).matches());
  }

  /**
   * The clues to a status in a text, which may have a box in front.
   *
   * @param text its first line
   * @param whole its first paragraph
   * @param field the status that a field of its own gives
   * @param contradicted whether the boxes of its parts contradict it
   */
  static Clues clues(
      @Nullable Box box,
      Caption caption,
      String text,
      String whole,
      Optional<Status> field,
      boolean contradicted) {
    boolean remarks = StateRemarks.mayBeIn(whole);
    Optional<Status> mark = remarks ? markStatus(box, caption, text, whole) : caption.mark();
    String words = text.strip();
    boolean finished = box != null && isFinished(box);
    boolean doubted =
        remarks
            && (Strikethrough.leads(whole)
                || (mark.isEmpty()
                    && (Marks.putsOff(words)
                        || (!finished
                            && mayNotBeOpen(box, caption.title(), words, whole, field)))));
    Optional<Status> boxed = box == null ? Optional.empty() : box.status();
    boolean unknown = box != null && boxed.isEmpty();
    boolean unsettled = contradicted || unknown || doubted;
    return unsettled || field.isPresent() || mark.isPresent()
        ? new Clues(boxed, field, mark, unsettled)
        : Clues.boxed(boxed);
  }

  /** The status that marks around its words give. */
  private static Optional<Status> markStatus(
      @Nullable Box box, Caption caption, String text, String paragraph) {
    Optional<Status> status =
        (Strikethrough.isWhole(paragraph) ? Optional.of(Status.DONE) : caption.mark())
            .or(() -> Strikethrough.status(paragraph));
    return box != null
        ? status
        : status.or(() -> Marks.remark(text)).or(() -> StateInFront.labelled(caption.title()));
  }

  /** Whether something suggests that the task is not open; without a box, more things do. */
  private static boolean mayNotBeOpen(
      @Nullable Box box, String title, String text, String paragraph, Optional<Status> field) {
    return (field.isEmpty() && StateMentions.standOut(paragraph))
        || StateInFront.doubtsInBrackets(title)
        || StateRemarks.holdState(paragraph)
        || Marks.hasUnknownState(text)
        || StateRemarks.mentionDelay(paragraph)
        || (box == null
            && (Marks.endsWithRemark(text)
                || StateInFront.doubtsInLabel(title)
                || StateRemarks.areDated(paragraph)
                || StateRemarks.holdDone(paragraph)));
  }

  private static boolean isFinished(Box box) {
    return box.status().map(status -> !status.isActive()).orElse(false);
  }

  /** Whether an item nested in it has an open box: then a ticked task is neither done nor open. */
  private static boolean hasOpenPart(Outline outline, Item item) {
    for (Item child : item.children) {
      Box box = box(outline, child);
      boolean open = box != null && box.status().map(Status::isActive).orElse(true);
      if (open || hasOpenPart(outline, child)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has nested items, each with a box for done or rejected. */
  private static boolean hasTickedParts(Item item, Outline outline) {
    boolean any = false;
    for (Item child : item.children) {
      Box box = box(outline, child);
      if (box == null || !isFinished(box)) {
        return false;
      }
      any = true;
    }
    return any;
  }

  private static List<Span> varying(Span note, Fields fields, @Nullable Box box) {
    Span status = fields.of(Column.STATUS).map(Field::extent).orElse(null);
    List<Span> title = box == null ? List.of(note) : List.of(note, box.inside());
    if (status == null) {
      return title;
    }
    List<Span> varying = new ArrayList<>(title);
    varying.add(status);
    return varying;
  }

  /** The next line of an item; a box may be on a line of its own above its text. */
  private static String nextLine(Outline outline, Item item) {
    int next = item.first + 1;
    return next < item.ownEnd() ? outline.text(next) : "";
  }

  /** The text of the item's first paragraph, its lines joined. */
  private static String paragraph(Outline outline, Item item, String first) {
    if (item.ownEnd() == item.first + 1) {
      return first;
    }
    StringBuilder text = new StringBuilder(first);
    for (int i = item.first + 1; i < item.ownEnd() && !outline.line(i).isBlank(); i++) {
      text.append(' ').append(outline.text(i));
    }
    return text.toString();
  }
}
