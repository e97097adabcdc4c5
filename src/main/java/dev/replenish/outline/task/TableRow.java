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

/** One row, its cells by what their columns tell. */
public record TableRow(
    SourceText source,
    Table table,
    List<Span> names,
    Set<Integer> finished,
    boolean doubtful,
    List<Span> cells) {

  private static final Status TODO = Status.TODO;
  private static final Set<Column> TELLING =
      EnumSet.of(Column.ID, Column.PRIORITY, Column.STATUS, Column.EFFORT);

  /** Whether its cell in the column {@code title} has words, and no mere placeholder. */
  public boolean isTask(int title) {
    return title < cells.size()
        && !NormalizedText.words(text(cells.get(title))).isEmpty()
        && !isPlaceholder(title);
  }

  /** A row of a template, in which all cells have the same words in brackets. */
  private boolean isPlaceholder(int title) {
    String words = text(cells.get(title));
    return cells.size() > 1
        && words.startsWith("[")
        && words.endsWith("]")
        && cells.stream().allMatch(cell -> text(cell).equals(words));
  }

  /** A row that has no number, while the one above has one, and has nothing of its own. */
  public boolean goesOn(TableRow above) {
    for (Column column : TELLING) {
      if (value(column).isPresent()) {
        return false;
      }
    }
    return box() == null && above.value(Column.ID).isPresent();
  }

  /** The first box in a cell. */
  private @Nullable Box box() {
    for (Span cell : cells) {
      Box box = box(cell);
      if (box != null) {
        return box;
      }
    }
    return null;
  }

  /** The box that a cell begins with, be it behind the mark of a list, or set as code. */
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
        line,
        last,
        frame,
        box != null,
        read,
        value(Column.ID).map(TickedId::bare).filter(id -> !id.isEmpty()),
        value(Column.PRIORITY).flatMap(Urgencies::priority),
        clues(box, caption, read),
        false,
        Optional.of(mark(box, caption.from(), note)),
        varying(box, note),
        fields(),
        false);
  }

  /** What its cells say of its state. */
  private Clues clues(@Nullable Box box, Span caption, Caption read) {
    Optional<Status> boxed = box == null ? boxElsewhere() : box.status();
    Optional<Status> given = value(Column.STATUS).flatMap(CellWords::status);
    Optional<Status> status = given.or(this::stateForPriority);
    Optional<Status> mark =
        read.mark().or(this::struck).or(() -> StateInFront.labelled(read.title()));
    boolean open = Stream.of(status, mark, boxed).flatMap(Optional::stream).allMatch(TODO::equals);
    boolean told = status.or(() -> mark).isPresent() || !open;
    boolean doubted = (!told && (doubtful || mentionsState())) || (open && isDelayed());
    return new Clues(boxed, status, mark, doubted || isUnclear(box, caption, given.isEmpty()));
  }

  /** Whether a later part of a cell puts it off. */
  private boolean isDelayed() {
    return IntStream.range(0, cells.size())
        .filter(i -> i != table.column(Column.DEPENDENCIES) && i != table.column(Column.STATUS))
        .anyMatch(i -> StateHints.endsPutOff(text(cells.get(i))));
  }

  /** A box or a status of unknown meaning, which {@code untold} tells, or an amended title. */
  private boolean isUnclear(@Nullable Box box, Span caption, boolean untold) {
    Box state = stateBox();
    return (untold
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

  /** A state that stands where the urgency was. */
  private Optional<Status> stateForPriority() {
    return value(Column.PRIORITY).flatMap(Vocabulary::exactStatus).filter(of -> of != Status.TODO);
  }

  /** Whether a state stands out in a cell, or words there put it off, and no column gives one. */
  private boolean mentionsState() {
    for (int i = 0; i < cells.size(); i++) {
      String cell = text(cells.get(i));
      boolean other = i == table.column(Column.DEPENDENCIES) || i == table.column(Column.STATUS);
      if (StateMentions.standOut(cell) || (!other && CellWords.saysOver(cell))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell in a column for what is done says that it is. */
  private boolean isFinished() {
    return finished.stream()
        .anyMatch(at -> at < cells.size() && CellWords.isFinished(text(cells.get(at))));
  }

  /** A row whose id is struck through is over. */
  private Optional<Status> struck() {
    return value(Column.ID)
        .map(id -> id.replace("*", "").replace("`", ""))
        .filter(id -> id.startsWith(Strikethrough.MARK) && id.indexOf(Strikethrough.MARK, 2) > 2)
        .map(id -> Status.DONE);
  }

  /** A column without a name, or one called done, may hold boxes; an id may be ticked off. */
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

  /** A status cell is written anew; without one, what is finished is struck through. */
  private StatusSlot mark(@Nullable Box box, int from, Span note) {
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
    Map<Status, String> told =
        struck
            ? Map.of(Status.TODO, words.substring(2, words.length() - 2))
            : Map.of(Status.DONE, "~~" + words + "~~");
    return new StatusSlot(title, told, note);
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < Math.min(cells.size(), table.columns().size()); i++) {
      Column column = table.columns().get(i).orElse(Column.OTHER);
      boolean told = cells.get(i).length() > 0 || column == Column.ASSIGNEE;
      if (column != Column.TITLE && column != Column.ID && told) {
        boolean notes = NormalizedText.words(text(names.get(i))).startsWith("notes");
        fields.add(Fields.single(column, source, cells.get(i), notes ? "Notes" : "Text"));
      }
    }
    return fields;
  }
}
