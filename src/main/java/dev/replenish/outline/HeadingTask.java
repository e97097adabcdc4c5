package dev.replenish.outline;

import dev.replenish.board.Field;
import dev.replenish.board.Form;
import dev.replenish.board.Mark;
import dev.replenish.board.Status;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.Found.Clues;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A heading with a body that is a task, and not the name of a group: it has an id, a box, a status
 * or labelled lines, or a number and a text (TASKS.md, "Headings").
 */
final class HeadingTask {
  private final Outline outline;
  private final SourceText source;
  private final Map<Section, Boolean> known = new HashMap<>();

  HeadingTask(Outline outline) {
    this.outline = outline;
    this.source = outline.source();
  }

  /** The task that {@code section} is; empty where it is a section. */
  Optional<Found> find(Section section) {
    if (section.isRoot() || section.isDocumentTitle() || !isTask(section)) {
      return Optional.empty();
    }
    return Optional.of(task(section));
  }

  private boolean isTask(Section section) {
    Boolean before = known.get(section);
    if (before == null) {
      before = decide(section);
      known.put(section, before);
    }
    return before;
  }

  private boolean decide(Section section) {
    if (section.named
        || Vocabulary.topic(section.title).isPresent()
        || Audits.of(outline, section).follows()) {
      return false;
    }
    if (isSure(section)) {
      return section.children.stream().noneMatch(this::holdsSure);
    }
    boolean described = isNumbered(section) || ownFields(section).tellOfTask();
    return (described || isMarked(section))
        && hasBody(section)
        && section.children.stream().noneMatch(this::holdsTask)
        && !holdsRows(section)
        && !isAllItems(section, described);
  }

  /** A box, a name or a status of its own: such a heading is a task whatever stands below it. */
  private boolean isSure(Section section) {
    return box(section).isPresent()
        || caption(section).named()
        || ownFields(section).of(Column.STATUS).isPresent();
  }

  private boolean isNumbered(Section section) {
    return caption(section).id().isPresent();
  }

  private boolean isMarked(Section section) {
    return caption(section).mark().isPresent();
  }

  /** Whether it could be taken for a task if the tasks below it were gone. */
  boolean looksLikeTask(Section section) {
    return !section.isRoot()
        && !section.isDocumentTitle()
        && (isSure(section)
            || isNumbered(section)
            || isMarked(section)
            || ownFields(section).tellOfTask());
  }

  private boolean holdsTask(Section section) {
    return isTask(section) || section.children.stream().anyMatch(this::holdsTask);
  }

  private boolean holdsSure(Section section) {
    return isSure(section) && isTask(section)
        || section.children.stream().anyMatch(this::holdsSure);
  }

  private Optional<Box> box(Section section) {
    int from = section.heading.from();
    int at = source.text(section.heading).indexOf('[');
    return at < 0 || !source.text(section.heading).substring(0, at).replace("#", "").isBlank()
        ? Optional.empty()
        : Optional.ofNullable(Box.at(source, from + at, section.heading.to()));
  }

  private Caption caption(Section section) {
    String title = section.title;
    return Caption.of(box(section).isPresent() ? title.substring(title.indexOf(']') + 1) : title);
  }

  /** The labelled lines in front of the first sub-heading; what is nested is told of an item. */
  private Fields ownFields(Section section) {
    return Fields.in(source, lines(section.from, section.ownEnd()))
        .where(
            field -> {
              Line line = outline.lineAt(field.extent().from());
              return line.depth() == 0 || isOuter(line);
            });
  }

  private boolean isOuter(Line line) {
    return line.item() && line.depth() == 1 && outline.column(line) < Items.NESTED;
  }

  private Span lines(int from, int to) {
    return from < to ? outline.span(from, to - 1) : Span.at(source.length());
  }

  /** Something besides comments, separators and blank lines. */
  private boolean hasBody(Section section) {
    for (int i = section.from; i < section.end(); i++) {
      Kind kind = outline.line(i).kind();
      if (kind != Kind.BLANK && kind != Kind.HTML && kind != Kind.RULE) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsRows(Section section) {
    return !new TaskTable().find(outline, section).isEmpty();
  }

  /**
   * A list alone, with nothing said about it: then its items are the tasks. Below a heading that
   * nothing but a picture makes a task any list is enough, else it has to be one of boxes.
   */
  private boolean isAllItems(Section section, boolean boxes) {
    boolean items = false;
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      boolean outer = isOuter(line);
      boolean box = line.item() && Box.at(source, line.content(), line.end()) != null;
      if (line.isText() || (outer && boxes && !box)) {
        return false;
      }
      items |= boxes ? box : outer;
    }
    return items;
  }

  private Found task(Section section) {
    int last = outline.lastWritten(section.head, section.end());
    while (last > section.head && outline.line(last).kind() == Kind.RULE) {
      last = outline.lastWritten(section.head, last);
    }
    Caption caption = caption(section);
    Optional<Box> box = box(section);
    Fields fields = ownFields(section);
    Optional<Field> status = fields.of(Column.STATUS);
    Clues clues =
        new Clues(
            box.flatMap(Box::status),
            status.map(Field::value).flatMap(Vocabulary::status),
            caption.mark(),
            isUnclear(box, status));
    return new Found(
        Form.Kind.SECTION,
        section.head,
        last,
        List.of(),
        box.isPresent(),
        caption,
        Optional.empty(),
        fields.of(Column.PRIORITY).map(Field::value).flatMap(Vocabulary::priority),
        clues,
        false,
        Optional.of(mark(section, caption, box, status)),
        Stream.concat(status.map(Field::extent).stream(), box.map(Box::inside).stream()).toList(),
        Fields.in(source, lines(section.from, last + 1)).known());
  }

  private static boolean isUnclear(Optional<Box> box, Optional<Field> status) {
    boolean unknown =
        status.isPresent()
            && !status.get().value().isEmpty()
            && Vocabulary.status(status.get().value()).isEmpty();
    return unknown || (box.isPresent() && box.get().status().isEmpty());
  }

  /** In the field that tells the status, in the box, or on a line of its own below the heading. */
  private Mark mark(Section section, Caption caption, Optional<Box> box, Optional<Field> status) {
    int from = section.heading.from();
    if (status.isPresent()) {
      Field field = status.get();
      Span note =
          Notes.at(
              source, field.valueSpan().from(), field.valueSpan().to(), Caption.of(field.value()));
      Span word = new Span(field.valueSpan().from(), note.from());
      return new Mark(word, StatusWords.like(source.text(word)), note);
    }
    Span note = Notes.at(source, from, section.heading.to(), caption);
    if (box.isPresent()) {
      return new Mark(box.get().inside(), Box.TICKS, note);
    }
    int below = section.heading.to();
    String newLine = source.lineEnding(LineEnding.LF).text();
    boolean blank = section.from >= outline.lines().size() || outline.line(section.from).isBlank();
    Map<Status, String> words = new EnumMap<>(Status.class);
    for (Status word : Status.values()) {
      String line = newLine + newLine + "**Status:** " + word.word() + (blank ? "" : newLine);
      words.put(word, line);
    }
    return new Mark(Span.at(below), words, Span.at(below));
  }
}
