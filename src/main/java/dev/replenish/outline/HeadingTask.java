package dev.replenish.outline;

import dev.replenish.board.Field;
import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.field.TitleNote;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Items;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.page.TrailingDefinitions;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.Marks;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.StateHints;
import dev.replenish.outline.words.StateMentions;
import dev.replenish.outline.words.StateRemarks;
import dev.replenish.outline.words.StatusWords;
import dev.replenish.outline.words.SupersededTitle;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Urgency;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A heading with a body as a task: where it ends, its state, and where the state is written
 * (docs/reference/unmarked.md, "Headings"). {@link HeadingRoles} decides whether it is one.
 */
final class HeadingTask {
  private final Outline outline;
  private final SourceText source;
  private final Map<Boolean, Map<Status, String>> statusLines = new HashMap<>();

  HeadingTask(Outline outline) {
    this.outline = outline;
    this.source = outline.source();
  }

  /** Whether a heading could be taken for a task once the tasks below it are gone. */
  boolean looksLikeTask(Section section) {
    HeadingFacts facts = section.facts == null ? facts(section) : section.facts;
    return !section.isRoot()
        && !section.isDocumentTitle()
        && (facts.box.isPresent()
            || facts.caption.id().isPresent()
            || facts.caption.mark().isPresent()
            || facts.fields.haveTaskLabel());
  }

  /** The facts in a heading and in its fields; the survey adds what it counts. */
  HeadingFacts facts(Section section) {
    Optional<Box> box = box(section);
    String title = section.title;
    String words = box.isPresent() ? title.substring(title.indexOf(']') + 1) : title;
    return new HeadingFacts(section, box, Caption.of(words), fields(section));
  }

  private Optional<Box> box(Section section) {
    int from = section.heading.from();
    String heading = source.text(section.heading);
    int at = heading.indexOf('[');
    return at < 0 || !heading.substring(0, at).replace("#", "").isBlank()
        ? Optional.empty()
        : Optional.ofNullable(Box.at(source, from + at, section.heading.to()));
  }

  /** The labelled lines before the first sub-heading; nested ones belong to an item. */
  private Fields fields(Section section) {
    return section.isRoot()
        ? Fields.NONE
        : Fields.in(source, lines(section.from, section.ownEnd()))
            .where(
                field -> {
                  Line line = outline.lineAt(field.extent().from());
                  return line.depth() == 0 || isOuter(line);
                })
            .and(rows(section));
  }

  private List<Field> rows(Section section) {
    List<Field> fields = new ArrayList<>();
    for (Table table : section.fieldTables) {
      for (int i = table.head() + 2; i < table.end(); i++) {
        List<Span> cells = table.row(outline, i);
        if (cells.size() == 2) {
          fields.add(Fields.row(source, cells.get(0), cells.get(1)));
        }
      }
    }
    return fields;
  }

  private boolean isOuter(Line line) {
    return line.item() && line.depth() == 1 && outline.column(line) < Items.NESTED;
  }

  /**
   * Whether a state was not read: it is right below a list, where Markdown adds it to the last
   * item, or in unknown words on the first line.
   */
  private boolean hasUnreadState(Section section) {
    boolean first = true;
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      boolean lazy = line.depth() > 0 && outline.column(line) == 0;
      if (line.kind() == Kind.TEXT && (lazy || first) && isState(outline.text(line), lazy)) {
        return true;
      }
      first &= line.isBlank();
    }
    return false;
  }

  /** Whether something in a title that gives no state suggests that the task is not open. */
  private boolean mayNotBeOpen(Section section) {
    return StateMentions.standOut(section.title)
        || SupersededTitle.is(section.title)
        || StateMentions.hasCross(section.title)
        || StateRemarks.areDated(section.title)
        || (Marks.hasUnknownState(section.title) && !namesFile(section));
  }

  /** Whether the last word of its title is the name of a file that the lines below mention. */
  private boolean namesFile(Section section) {
    String name = section.title.substring(section.title.lastIndexOf(' ') + 1);
    Pattern file = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "\\.\\p{Ll}");
    for (int i = section.from; i < section.ownEnd(); i++) {
      if (file.matcher(outline.text(i)).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isState(String text, boolean lazy) {
    Label label = Label.of(text);
    return label != null
        && (lazy || !label.isAlone())
        && Vocabulary.names(label.words(), Column.STATUS);
  }

  private Span lines(int from, int to) {
    return from < to ? outline.span(from, to - 1) : Span.at(source.length());
  }

  /**
   * Reads a heading as a task.
   *
   * @param unclear whether it may be no task
   */
  FoundTask task(HeadingFacts facts, boolean unclear) {
    Section section = facts.section;
    int last =
        TrailingDefinitions.above(
            outline, section.head, outline.lastWritten(section.head, section.end()));
    while (last > section.head && outline.line(last).kind() == Kind.RULE) {
      last = outline.lastWritten(section.head, last);
    }
    Caption caption = facts.caption;
    Optional<Box> box = facts.box;
    Fields fields = facts.fields;
    Optional<Field> status = fields.of(Column.STATUS);
    boolean stateless = caption.mark().isEmpty() && status.isEmpty() && box.isEmpty();
    Clues clues =
        new Clues(
            box.flatMap(Box::status),
            status.map(Field::value).flatMap(HeadingTask::status),
            caption.mark().or(fields::over),
            isUnclear(box, status, caption)
                || (status.isEmpty() && hasUnreadState(section))
                || (stateless && (facts.isTicked() || mayNotBeOpen(section))));
    StatusSlot slot = statusSlot(section, caption, box, status);
    return new FoundTask(
        UnmarkedForm.Kind.SECTION,
        new FoundTask.Range(section.head, last, List.of()),
        box.isPresent(),
        new FoundTask.Header(
            caption,
            Optional.empty(),
            fields
                .of(Column.PRIORITY)
                .map(Field::value)
                .flatMap(Urgencies::priority)
                .or(() -> urgencyBelow(section))),
        new FoundTask.State(clues, Optional.of(slot), varying(status, box, slot.note())),
        false,
        Fields.in(source, lines(section.from, last + 1)).and(rows(section)).known(),
        unclear);
  }

  private static List<Span> varying(Optional<Field> status, Optional<Box> box, Span note) {
    return Stream.of(status.map(Field::extent), box.map(Box::inside), box.map(inside -> note))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The urgency on the first line below a sub-heading for the priority. */
  private Optional<Urgency> urgencyBelow(Section section) {
    for (Section part : section.children) {
      if (Vocabulary.names(part.title, Column.PRIORITY)) {
        int at = outline.firstWritten(part.from, part.ownEnd());
        String text = at < part.ownEnd() ? outline.text(at) : "";
        return Urgencies.priority(text.split("[.!]", 2)[0]);
      }
    }
    return Optional.empty();
  }

  /** The status that a value gives in words, or as a box with or without words behind it. */
  private static Optional<Status> status(String value) {
    return Vocabulary.status(value)
        .or(() -> Box.leadingStatus(value))
        .or(() -> StateHints.raw(value));
  }

  /**
   * Whether the box or the words of the status field are unknown; a title marked as finished
   * outweighs unknown words.
   */
  private static boolean isUnclear(Optional<Box> box, Optional<Field> status, Caption caption) {
    boolean finished = caption.mark().filter(mark -> !mark.isActive()).isPresent();
    boolean unknown =
        status.isPresent()
            && !finished
            && !status.get().value().isEmpty()
            && status(status.get().value()).isEmpty();
    return unknown || (box.isPresent() && box.get().status().isEmpty());
  }

  /**
   * The place of the status: in its field, in the box, or on a line of its own below the heading.
   */
  private StatusSlot statusSlot(
      Section section, Caption caption, Optional<Box> box, Optional<Field> status) {
    int from = section.heading.from();
    if (status.isPresent()) {
      Field field = status.get();
      Span note =
          TitleNote.at(
              source, field.valueSpan().from(), field.valueSpan().to(), Caption.of(field.value()));
      Span word = new Span(field.valueSpan().from(), note.from());
      return new StatusSlot(word, StatusWords.like(source.text(word)), note);
    }
    String heading = Naming.uncommented(source.text(section.heading));
    Span note = TitleNote.at(source, from, from + SourceBytes.length(heading), caption);
    if (box.isPresent()) {
      return new StatusSlot(box.get().inside(), Box.TICKS, note);
    }
    int below = section.heading.to();
    boolean blank = section.from >= outline.lines().size() || outline.line(section.from).isBlank();
    Map<Status, String> words = statusLines.computeIfAbsent(blank, this::statusLines);
    return new StatusSlot(Span.at(below), words, Span.at(below));
  }

  private Map<Status, String> statusLines(boolean blankBelow) {
    String newLine = source.lineEnding(LineEnding.LF).text();
    Map<Status, String> words = new EnumMap<>(Status.class);
    for (Status word : Status.values()) {
      String line = newLine + newLine + "**Status:** " + word.word() + (blankBelow ? "" : newLine);
      words.put(word, line);
    }
    return Map.copyOf(words);
  }
}
