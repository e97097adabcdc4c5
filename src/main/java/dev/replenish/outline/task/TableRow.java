package dev.replenish.outline.task;

import dev.replenish.board.Field;
import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.field.CellWords;
import dev.replenish.outline.field.Fields;
import dev.replenish.outline.field.TickedId;
import dev.replenish.outline.field.TitleNote;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.StateHints;
import dev.replenish.outline.words.StateInFront;
import dev.replenish.outline.words.StateMentions;
import dev.replenish.outline.words.StatusWords;
import dev.replenish.outline.words.Strikethrough;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, read by its columns.
 *
 * @param names the headers of the columns
 * @param finished the columns whose headers say that something is done
 * @param doubtful whether the table leaves it unclear if its rows are open
 */
public record TableRow(
    SourceText source,
    Table table,
    List<Span> names,
    Set<Integer> finished,
    boolean doubtful,
    List<Span> cells) {

  private static final Status TODO = Status.TODO;
  private static final Set<Column> TASK_COLUMNS =
      EnumSet.of(Column.ID, Column.PRIORITY, Column.STATUS, Column.EFFORT);

  /** Whether its cell in the column {@code title} has words that are no mere placeholder. */
  public boolean isTask(int title) {
    return title < cells.size()
        && !NormalizedText.words(text(cells.get(title))).isEmpty()
        && !isPlaceholder(title);
  }

  /** Whether it is a row of a template, with the same words in brackets in all cells. */
  private boolean isPlaceholder(int title) {
    String words = text(cells.get(title));
    return cells.size() > 1
        && words.startsWith("[")
        && words.endsWith("]")
        && cells.stream().allMatch(cell -> text(cell).equals(words));
  }

  /**
   * Whether it continues the row above: only that one has an id, and this one has no box, priority,
   * state or estimate.
   */
  public boolean continues(TableRow above) {
    for (Column column : TASK_COLUMNS) {
      if (value(column).isPresent()) {
        return false;
      }
    }
    return box() == null && above.value(Column.ID).isPresent();
  }

  /** The first box that a cell begins with. */
  private @Nullable Box box() {
    for (Span cell : cells) {
      Box box = box(cell);
      if (box != null) {
        return box;
      }
    }
    return null;
  }

  /** The box that a cell begins with, perhaps behind the mark of a list, or set as code. */
  private @Nullable Box box(Span cell) {
    byte[] bytes = source.bytes();
    int code = cell.from() + (cell.length() > 0 && bytes[cell.from()] == '`' ? 1 : 0);
    boolean item = code + 1 < cell.to() && (bytes[code] == '-' || bytes[code] == '*');
    boolean marked = item && bytes[code + 1] == ' ';
    int from = marked ? Ascii.skip(bytes, code + 1, cell.to(), ' ') : code;
    return Box.at(source, from, cell.to());
  }

  /** The box in the column for the state. */
  private @Nullable Box stateBox() {
    Span status = cell(Column.STATUS);
    return status == null ? null : box(status);
  }

  private String text(Span cell) {
    return source.text(cell);
  }

  private @Nullable Span cell(Column what) {
    int column = table.column(what);
    return column >= 0 && column < cells.size() ? cells.get(column) : null;
  }

  private Optional<String> value(Column what) {
    Span cell = cell(what);
    return cell == null || cell.length() == 0 ? Optional.empty() : Optional.of(text(cell));
  }

  /**
   * The row as a task.
   *
   * @param line the index of its line
   * @param last the index of the last line that belongs to it
   * @param title the column of its title
   * @param frame the header of its table
   */
  public FoundTask task(int line, int last, int title, List<Span> frame) {
    Span words = cells.get(title);
    Box box = Box.at(source, words.from(), words.to());
    Span caption = box == null ? words : new Span(Math.min(box.behind(), words.to()), words.to());
    Caption read = Caption.of(text(caption));
    Span note = TitleNote.at(source, caption.from(), caption.to(), read);
    return new FoundTask(
        UnmarkedForm.Kind.ROW,
        new FoundTask.Range(line, last, frame),
        box != null,
        new FoundTask.Header(
            read,
            value(Column.ID).map(TickedId::bare).filter(id -> !id.isEmpty()),
            value(Column.PRIORITY).flatMap(Urgencies::priority)),
        new FoundTask.State(
            clues(box, caption, read),
            Optional.of(statusSlot(box, caption.from(), note)),
            varying(box, note)),
        false,
        fields(),
        false);
  }

  /** The clues to its state in its cells. */
  private Clues clues(@Nullable Box box, Span caption, Caption read) {
    Optional<Status> boxed = box == null ? boxElsewhere() : box.status();
    Optional<Status> given = value(Column.STATUS).flatMap(CellWords::status);
    Optional<Status> status = given.or(this::stateForPriority);
    Optional<Status> mark =
        read.mark().or(this::struck).or(() -> StateInFront.labelled(read.title()));
    boolean open = Stream.of(status, mark, boxed).flatMap(Optional::stream).allMatch(TODO::equals);
    boolean hasState = status.or(() -> mark).isPresent() || !open;
    boolean doubted = (!hasState && (doubtful || mentionsState())) || (open && isDelayed());
    return new Clues(boxed, status, mark, doubted || isUnclear(box, caption, given.isEmpty()));
  }

  /** Whether a later part of a cell says that it is put off. */
  private boolean isDelayed() {
    return IntStream.range(0, cells.size())
        .filter(i -> i != table.column(Column.DEPENDENCIES) && i != table.column(Column.STATUS))
        .anyMatch(i -> StateHints.endsPutOff(text(cells.get(i))));
  }

  /**
   * Whether a cell leaves the state unclear: an unknown box or status, an amended id or title, or a
   * state in a column for something else.
   *
   * @param noStatus whether the column for the state gives no known status
   */
  private boolean isUnclear(@Nullable Box box, Span caption, boolean noStatus) {
    Box state = stateBox();
    return (noStatus
            && state == null
            && !NormalizedText.words(value(Column.STATUS).orElse("")).isEmpty())
        || value(Column.PRIORITY).filter(CellWords::isSentence).isPresent()
        || value(Column.PRIORITY).filter(StateHints::bracketed).isPresent()
        || value(Column.ID).filter(CellWords::isAmended).isPresent()
        || isFinished()
        || (box != null && box.status().isEmpty())
        || (state != null && state.status().isEmpty())
        || Strikethrough.leads(text(caption))
        || StateInFront.doubtsInBrackets(text(caption));
  }

  /** A state in the column for the priority. */
  private Optional<Status> stateForPriority() {
    return value(Column.PRIORITY)
        .flatMap(Vocabulary::exactStatus)
        .filter(status -> status != Status.TODO);
  }

  /** Whether words in a cell may give a state or put the row off. */
  private boolean mentionsState() {
    for (int i = 0; i < cells.size(); i++) {
      String cell = text(cells.get(i));
      boolean other = i == table.column(Column.DEPENDENCIES) || i == table.column(Column.STATUS);
      if (StateMentions.standOut(cell) || (!other && CellWords.saysNotOpen(cell))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell in a column for finished work says that the row is done. */
  private boolean isFinished() {
    return finished.stream()
        .anyMatch(at -> at < cells.size() && CellWords.isFinished(text(cells.get(at))));
  }

  /** The status done, if the id is struck through. */
  private Optional<Status> struck() {
    return value(Column.ID)
        .map(id -> id.replace("*", "").replace("`", ""))
        .filter(id -> id.startsWith(Strikethrough.MARK) && id.indexOf(Strikethrough.MARK, 2) > 2)
        .map(id -> Status.DONE);
  }

  /**
   * The status of a box in any column, such as one without a name, or of an id that is ticked off.
   */
  private Optional<Status> boxElsewhere() {
    Box box = box();
    return box == null
        ? value(Column.ID).filter(TickedId::is).map(id -> Status.DONE)
        : box.status();
  }

  private List<Span> varying(@Nullable Box box, Span note) {
    List<Span> varying = new ArrayList<>();
    varying.add(note);
    Span status = cell(Column.STATUS);
    if (box != null) {
      varying.add(box.inside());
    }
    if (status != null) {
      varying.add(status);
    }
    return varying;
  }

  /**
   * The slot of the status: its box or cell, or else the title, which is struck through once
   * finished.
   */
  private StatusSlot statusSlot(@Nullable Box box, int from, Span note) {
    Span status = cell(Column.STATUS);
    if (box != null) {
      return new StatusSlot(box.inside(), Box.TICKS, note);
    }
    Box state = stateBox();
    if (state != null) {
      return new StatusSlot(state.inside(), Box.TICKS, note);
    }
    if (status != null) {
      return new StatusSlot(status, StatusWords.like(text(status)), note);
    }
    Span title = new Span(from, note.from());
    String words = text(title);
    boolean struck = words.length() > 4 && words.startsWith("~~") && words.endsWith("~~");
    Map<Status, String> newTitles =
        struck
            ? Map.of(Status.TODO, words.substring(2, words.length() - 2))
            : Map.of(Status.DONE, "~~" + words + "~~");
    return new StatusSlot(title, newTitles, note);
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < Math.min(cells.size(), table.columns().size()); i++) {
      Column column = table.columns().get(i).orElse(Column.OTHER);
      boolean shown = cells.get(i).length() > 0 || column == Column.ASSIGNEE;
      if (column != Column.TITLE && column != Column.ID && shown) {
        boolean notes = NormalizedText.words(text(names.get(i))).startsWith("notes");
        fields.add(Fields.single(column, source, cells.get(i), notes ? "Notes" : "Text"));
      }
    }
    return fields;
  }
}
