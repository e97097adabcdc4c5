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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/**
 * A task as it was read by its shape, before its section is considered.
 *
 * @param kind its shape
 * @param range its lines
 * @param boxed whether a box is in front of it
 * @param header its title, id and urgency
 * @param state its status, and where that is written
 * @param openParts whether some of its parts have open boxes of their own
 * @param fields its fields, see {@link Fields#known}
 * @param unclear whether it may be no task
 */
public record FoundTask(
    UnmarkedForm.Kind kind,
    Range range,
    boolean boxed,
    Header header,
    State state,
    boolean openParts,
    List<Field> fields,
    boolean unclear) {

  /**
   * The lines of a task.
   *
   * @param first the index of the first one
   * @param last the index of the last one that is not blank
   * @param frame the lines that frame the task, see {@link UnmarkedForm#frame}
   */
  public record Range(int first, int last, List<Span> frame) {

    /** Whether one of the lines in {@code others} is among them. */
    public boolean holdsAny(NavigableSet<Integer> others) {
      Integer next = others.ceiling(first);
      return next != null && next <= last;
    }
  }

  /**
   * The title, id and urgency of a task.
   *
   * @param caption the title and marks on its first line
   * @param id an id outside of its title, as in a column
   * @param level the urgency in a column or a field
   */
  public record Header(Caption caption, Optional<String> id, Optional<Urgency> level) {

    /** The header of a task without an id and an urgency of its own. */
    public static Header of(Caption caption) {
      return new Header(caption, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The status of a task, as far as its own text gives it.
   *
   * @param clues the clues to it
   * @param slot where it is written
   * @param varying the text that changes with it, and so does not count for the task's hash
   */
  public record State(Clues clues, Optional<StatusSlot> slot, List<Span> varying) {}

  /**
   * The status of a task as parts of its text give it.
   *
   * @param box the status of the box in front of it
   * @param field the status in a field or a column
   * @param mark the status that marks at the ends of its first line give
   * @param unsettled whether something else makes the status doubtful
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

    /** The clues of a task with nothing but a box, or without any, as nearly all tasks have. */
    public static Clues boxed(Optional<Status> box) {
      return box.map(BOXED::get).orElse(NONE);
    }

    /** The same clues, but unsettled. */
    public Clues asUnsettled() {
      return new Clues(box, field, mark, true);
    }

    /** All statuses that these clues give. */
    public Set<Status> statuses() {
      Set<Status> statuses = EnumSet.noneOf(Status.class);
      box.ifPresent(statuses::add);
      field.ifPresent(statuses::add);
      mark.ifPresent(statuses::add);
      return statuses;
    }
  }

  /** The same task, counted as one with a box. */
  public FoundTask asBoxed() {
    return boxed
        ? this
        : new FoundTask(kind, range, true, header, state, openParts, fields, unclear);
  }

  /** The same task with other clues to its status. */
  public FoundTask withClues(Clues other) {
    return with(header.caption, new State(other, state.slot, state.varying));
  }

  /** The same task with a note behind its title that gives its status. */
  public FoundTask withNote(Caption title, StatusSlot noteSlot) {
    List<Span> varying = new ArrayList<>(state.varying);
    varying.add(noteSlot.note());
    return with(title, new State(state.clues, Optional.of(noteSlot), varying));
  }

  /** Whether it has a box that is not open. */
  public boolean isTicked() {
    return boxed && state.clues.box.filter(status -> status != Status.TODO).isPresent();
  }

  /** The same task beside items without boxes: it loses its box when it is open again. */
  public FoundTask besidePlain(SourceText source) {
    Span box = isTicked() ? state.slot.map(StatusSlot::place).orElse(null) : null;
    if (box == null || box.from() == 0 || source.bytes()[box.from() - 1] != '[') {
      return this;
    }
    Box whole = Box.at(source, box.from() - 1, LineWalk.end(source.bytes(), box.to()));
    return whole == null
        ? this
        : with(header.caption, new State(state.clues, Optional.of(boxSlot(whole)), state.varying));
  }

  private StatusSlot boxSlot(Box box) {
    Map<Status, String> words = new EnumMap<>(Box.NEW);
    words.put(Status.TODO, "");
    Span place = new Span(box.inside().from() - 1, box.behind());
    return new StatusSlot(place, words, state.slot.orElseThrow().note());
  }

  /** The same task, of which it is unclear whether it is one. */
  public FoundTask asUnclear() {
    return new FoundTask(kind, range, boxed, header, state, openParts, fields, true);
  }

  private FoundTask with(Caption caption, State newState) {
    Header newHeader = new Header(caption, header.id, header.level);
    return new FoundTask(kind, range, boxed, newHeader, newState, openParts, fields, unclear);
  }

  /** Whether it is an item without a box, and not nested in others. */
  public boolean plain() {
    return kind == UnmarkedForm.Kind.ITEM && range.frame.isEmpty() && !boxed;
  }

  /** Its form, as audit comments name it. */
  public AuditComments.Tasks form() {
    return AuditComments.Tasks.of(kind, plain());
  }

  /** The urgency that the task itself states. */
  public Optional<Urgency> urgency() {
    return header.level.or(header.caption::level);
  }
}
