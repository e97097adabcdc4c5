package dev.replenish.convert;

import dev.replenish.board.Document;
import dev.replenish.board.Priority;
import dev.replenish.board.Status;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.TaskId;
import dev.replenish.outline.page.TableCell;
import dev.replenish.plan.add.HeaderTitle;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A task in its future form between markers (docs/reference/converting.md).
 *
 * @param document the file that holds it
 * @param task the task in its present form
 * @param id its future id: its present id, or a new one
 * @param type its type; empty if it is in a TODO or an archive where no heading names one
 */
record Converted(Document document, Task task, TaskId id, Optional<String> type) {
  private static final String PARKED = "set aside by its heading";
  private static final String UNDECIDED = "its text does not make clear whether it is open";
  private static final Pattern NOTE =
      Pattern.compile("\\((blocked|rejected): *([^()]*)\\)", Pattern.DOTALL);
  private static final Pattern MARKS = Pattern.compile("[-*+#|>\\s]+");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N})]+$");

  /** Its priority; medium if none is stated. */
  Priority priority() {
    return task.priority().orElse(Priority.MEDIUM);
  }

  /** Its future status; blocked if it must not become ready by the conversion. */
  Status status() {
    return blockReason().isPresent() ? Status.BLOCKED : task.details().status().orElseThrow();
  }

  /** Why the conversion sets it to blocked, if it does. */
  Optional<String> blockReason() {
    if (task.defects().contains(TaskDefect.PARKED)) {
      return Optional.of(PARKED);
    }
    boolean undecided = task.isUnsettled() || task.details().status().isEmpty();
    return undecided ? Optional.of(UNDECIDED) : Optional.empty();
  }

  /** Its title as it will be in its header. */
  String title() {
    return HeaderTitle.fit(titleLine().title());
  }

  /** Whether it keeps its present id. */
  private boolean keepsId() {
    return task.id().filter(id::equals).isPresent();
  }

  SourceText source() {
    return document.source();
  }

  boolean isRow() {
    return task.form().orElseThrow().isRow();
  }

  /** Its first lines, split at its title. */
  TitleLine titleLine() {
    return isRow()
        ? TableCell.of(source(), task).stream()
            .filter(TableCell::title)
            .map(cell -> TitleLine.of(cell.text(), task.title(), task.block().to()))
            .findFirst()
            .orElseThrow()
        : TitleLine.of(source(), task);
  }

  /** The whole block, with {@code newLine} as line ending. */
  String block(String newLine) {
    Fields fields = new Fields();
    fields.add("Status", status().word());
    blockReason().ifPresent(reason -> fields.add("Blocked", reason));
    TitleLine titleLine = titleLine();
    before(titleLine, fields);
    after(titleLine, fields);
    if (isRow()) {
      cells(fields);
    } else {
      frame().ifPresent(text -> fields.add("Part of", text));
    }
    Body body = new Body(source(), task, titleLine.end());
    String header = ("### # " + tags() + " " + title()).stripTrailing();
    String text = "## task_begin\n" + header + "\n" + body.below(fields.text()) + "## task_end\n";
    return text.replace("\n", newLine);
  }

  private String tags() {
    Optional<String> component = task.tag("component").filter(TaskId::isSafeWord);
    return Tag.text("id", id.value())
        + type.map(word -> Tag.text("type", word)).orElse("")
        + Tag.text("priority", priority().word())
        + component.map(word -> Tag.text("component", word)).orElse("");
  }

  /** Adds the text before the title as fields: an id, a number, a priority. */
  private void before(TitleLine titleLine, Fields fields) {
    String words = titleLine.before();
    String old = task.id().map(TaskId::value).orElse("");
    int at = old.isEmpty() ? -1 : words.indexOf(old);
    if (at >= 0) {
      if (!keepsId()) {
        fields.add(Fields.OLD + "Id", old);
      }
      words = words.substring(0, at) + " " + words.substring(at + old.length());
    }
    String rest = words(words);
    boolean number = rest.chars().noneMatch(Character::isLetter);
    fields.add(Fields.OLD + (number ? "Number" : "Priority"), rest);
  }

  /** Adds the text after the title as a field: why it is blocked or rejected, or its old status. */
  private static void after(TitleLine titleLine, Fields fields) {
    Matcher note = NOTE.matcher(titleLine.after().strip());
    if (note.matches()) {
      fields.add(note.group(1).equals("blocked") ? "Blocked" : "Rejected", note.group(2));
    } else {
      fields.add(Fields.OLD + "Status", words(titleLine.after()));
    }
  }

  /** The text without boxes and the marks of lists and headings. */
  private static String words(String text) {
    String plain = MARKS.matcher(VisibleText.withoutBoxes(text)).replaceAll(" ").strip();
    return EDGES.matcher(plain).replaceAll("");
  }

  private void cells(Fields fields) {
    Predicate<TableCell> omitted =
        cell ->
            cell.title() || isOwnId(cell.text()) || VisibleText.withoutBoxes(cell.text()).isBlank();
    TableCell.of(source(), task).stream()
        .filter(omitted.negate())
        .forEach(cell -> fields.column(cell.header(), cell.text()));
  }

  /** Whether its cell below {@code header} contains only the id that it keeps. */
  boolean hasOnlyIdBelow(String header) {
    return TableCell.of(source(), task).stream()
        .filter(cell -> cell.header().equals(header))
        .allMatch(cell -> isOwnId(cell.text()));
  }

  private boolean isOwnId(String cell) {
    return keepsId() && isItsId(cell);
  }

  /** Whether {@code cell} contains only its future id. */
  boolean isItsId(String cell) {
    return VisibleText.words(cell).equals(VisibleText.words(id.value()))
        && cell.contains(id.value());
  }

  /** The list items that contain it, the outermost first. */
  private Optional<String> frame() {
    List<String> items =
        task.form().orElseThrow().frame().stream()
            .map(source()::text)
            .map(text -> String.join(" ", text.lines().map(String::strip).toList()))
            .map(
                text ->
                    MARKS.matcher(text).lookingAt() ? MARKS.matcher(text).replaceFirst("") : text)
            .toList();
    return items.isEmpty() ? Optional.empty() : Optional.of(String.join(" / ", items));
  }
}
