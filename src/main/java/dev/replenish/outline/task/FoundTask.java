package dev.replenish.outline.task;

import dev.replenish.board.Field;
import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Urgency;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A task as its shape shows it, before its section is considered.
 *
 * @param kind its shape
 * @param first the index of its first line
 * @param last the index of its last line that is not blank
 * @param frame the lines that frame it, see {@link UnmarkedForm#frame}
 * @param boxed whether a box is in front of it
 * @param caption what its first line says
 * @param id an id that is elsewhere, as in a column
 * @param level how urgent a column or a field says it is
 * @param clues what it says of its status
 * @param openParts whether parts of it have boxes of their own that are open
 * @param mark where its status is written
 * @param varying what changes with its status, and so is no part of what it is known by
 * @param fields its fields, see {@link Fields#known}
 * @param unclear whether it is unclear if it is a task at all
 */
public record FoundTask(
    UnmarkedForm.Kind kind,
    int first,
    int last,
    List<Span> frame,
    boolean boxed,
    Caption caption,
    Optional<String> id,
    Optional<Urgency> level,
    Clues clues,
    boolean openParts,
    Optional<StatusSlot> mark,
    List<Span> varying,
    List<Field> fields,
    boolean unclear) {

  /**
   * What the text of a task says of its status, each in its own way.
   *
   * @param box the box in front of it
   * @param field the field or column that tells
   * @param mark marks at the ends of its first line
   * @param unsettled whether something speaks against all of that
   */
  public record Clues(
      Optional<Status> box, Optional<Status> field, Optional<Status> mark, boolean unsettled) {
    public static final Clues NONE =
        new Clues(Optional.empty(), Optional.empty(), Optional.empty(), false);
    private static final Map<Status, Clues> BOXED = new EnumMap<>(Status.class);

    static {
      for (Status status : Status.values()) {
        Optional<Status> box = Optional.of(status);
        BOXED.put(status, new Clues(box, Optional.empty(), Optional.empty(), false));
      }
    }

    /** The clues of a task that has nothing but a box, or not even that: nearly all are so. */
    public static Clues boxed(Optional<Status> box) {
      return box.map(BOXED::get).orElse(NONE);
    }

    /** The same, against which something speaks. */
    public Clues doubted() {
      return new Clues(box, field, mark, true);
    }

    /** What it says in any of these ways. */
    public Set<Status> told() {
      Set<Status> told = EnumSet.noneOf(Status.class);
      box.ifPresent(told::add);
      field.ifPresent(told::add);
      mark.ifPresent(told::add);
      return told;
    }
  }

  /** The same, which counts as if it had a box. */
  public FoundTask richer() {
    return boxed ? this : with(true, caption, clues, mark, varying, unclear);
  }

  /** The same, which says another thing of its status. */
  public FoundTask saying(Clues said) {
    return with(boxed, caption, said, mark, varying, unclear);
  }

  /** The same with a note behind its title that gives its status. */
  public FoundTask noting(Caption title, StatusSlot slot) {
    List<Span> changing = new ArrayList<>(varying);
    changing.add(slot.note());
    return with(boxed, title, clues, Optional.of(slot), changing, unclear);
  }

  /** Whether it has a box, and that is not an open one. */
  public boolean isTicked() {
    return boxed && clues.box.filter(status -> status != Status.TODO).isPresent();
  }

  /** The same beside items without boxes: an open one of these has none either. */
  public FoundTask besidePlain(SourceText source) {
    Span box = isTicked() ? mark.map(StatusSlot::place).orElse(null) : null;
    if (box == null || box.from() == 0 || source.bytes()[box.from() - 1] != '[') {
      return this;
    }
    Box whole = Box.at(source, box.from() - 1, LineWalk.end(source.bytes(), box.to()));
    return whole == null
        ? this
        : with(boxed, caption, clues, Optional.of(slot(whole)), varying, unclear);
  }

  private StatusSlot slot(Box box) {
    Map<Status, String> words = new EnumMap<>(Box.NEW);
    words.put(Status.TODO, "");
    Span place = new Span(box.inside().from() - 1, box.behind());
    return new StatusSlot(place, words, mark.orElseThrow().note());
  }

  /** The same, of which it is unclear if it is a task. */
  public FoundTask unclearly() {
    return with(boxed, caption, clues, mark, varying, true);
  }

  private FoundTask with(
      boolean box,
      Caption title,
      Clues said,
      Optional<StatusSlot> slot,
      List<Span> changing,
      boolean doubtful) {
    return new FoundTask(
        kind, first, last, frame, box, title, id, level, said, openParts, slot, changing, fields,
        doubtful);
  }

  /** Whether it is an item without a box, and without others around it. */
  public boolean plain() {
    return kind == UnmarkedForm.Kind.ITEM && frame.isEmpty() && !boxed;
  }

  /** Its form, as audit comments name it. */
  public AuditComments.Tasks form() {
    return AuditComments.Tasks.of(kind, plain());
  }

  /** How urgent it says that it is itself. */
  public Optional<Urgency> stated() {
    return level.or(caption::level);
  }
}
