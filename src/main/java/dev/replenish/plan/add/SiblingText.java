package dev.replenish.plan.add;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a new task as a task beside it is written that no markers enclose: an item, a row or a
 * heading (docs/reference/adding.md, "Other ways of writing").
 */
final class SiblingText {
  private static final Pattern BULLET =
      Pattern.compile("^[ \t]*(?:[-*+]|\\d{1,9}[.)])[ \t]+(?:\\[[^\\]]?\\][ \t]+)?");
  private static final Pattern NUMBER = Pattern.compile("^([ \t]*)(\\d{1,9})([.)][ \t])");
  private static final Pattern HEADING = Pattern.compile("^[ \t]*#{1,6}[ \t]+");

  /** What may tell at either end of a title how urgent a task is. */
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:\\([A-C]\\)|\\[#?[^\\]]{1,16}\\]|[pP][0-4]|[^\\p{L}\\p{N}\\s\\[(*_`~]{1,6})"
              + "[ \t]*[:–—|-]?[ \t]+");

  private static final Pattern TRAILING =
      Pattern.compile(
          "[ \t]+(?:[\\[(][^\\[\\]()]{1,16}[\\])]|`?[pP][0-4]`?|[!#][\\p{L}\\p{N}]{1,12}|!{1,3}"
              + "|[^\\p{L}\\p{N}\\s\\[(*_`~]{1,6})$");

  private final SourceText source;
  private final Task sibling;
  private final UnmarkedForm form;
  private final String newLine;

  /** The first line of the sibling. */
  private final Span line;

  SiblingText(SourceText source, Task sibling, String newLine) {
    this.source = source;
    this.sibling = sibling;
    this.form = sibling.form().orElseThrow();
    this.newLine = newLine;
    int from = sibling.block().from();
    this.line = new Span(from, LineWalk.end(source.bytes(), from));
  }

  /**
   * The ways in which {@code item} can be written, the plainest first: more of them keep a mark at
   * an end of the sibling's title that may tell its priority.
   */
  List<String> of(UnmarkedDraft item) {
    LinkedHashSet<String> ways = new LinkedHashSet<>();
    Matcher leading = LEADING.matcher(sibling.title());
    Matcher trailing = TRAILING.matcher(sibling.title());
    String before = leading.find() ? leading.group() : "";
    String after = trailing.find() ? trailing.group() : "";
    for (String start : List.of("", before)) {
      for (String end : List.of("", after)) {
        ways.add(lines(item, start + item.title() + end));
      }
    }
    return List.copyOf(ways);
  }

  private String lines(UnmarkedDraft item, String title) {
    return switch (form.kind()) {
      case ROW -> row(item, title) + newLine;
      case ITEM -> item(item, title);
      case SECTION -> section(item, title);
    };
  }

  /** The sibling's id where its line shows it, and not as the number of an item of a list. */
  Optional<TaskId> visibleId() {
    String text = source.text(line);
    Matcher number = NUMBER.matcher(text);
    boolean item = form.kind() == UnmarkedForm.Kind.ITEM && number.find();
    String words = item ? text.substring(number.end()) : text;
    return sibling.id().filter(id -> words.contains(id.value()));
  }

  /** The sibling's first line up to its title, with another id and number, and nothing done. */
  private String prefix(UnmarkedDraft item, Pattern bare) {
    String text = source.text(line);
    int at = text.indexOf(sibling.title());
    Matcher marks = bare.matcher(text);
    String plain = marks.find() ? marks.group() : "";
    String prefix = at < 0 ? plain : text.substring(0, at);
    Optional<StatusSlot> slot = form.mark().filter(mark -> line.contains(mark.place()));
    if (slot.isPresent()) {
      int from = column(slot.get());
      int to = from + source.text(slot.get().place()).length();
      if (to <= prefix.length()) {
        String open = open(slot.get());
        prefix = prefix.substring(0, from) + open + prefix.substring(to);
      }
    }
    return numbered(named(prefix, item));
  }

  /** How tasks like this one tell that nobody has begun them. */
  private String open(StatusSlot slot) {
    boolean open = sibling.details().status().equals(Optional.of(Status.TODO));
    return open ? source.text(slot.place()) : slot.words().getOrDefault(Status.TODO, "");
  }

  private String named(String prefix, UnmarkedDraft item) {
    String old = sibling.id().map(Object::toString).orElse("");
    return item.id().isPresent() && !old.isEmpty()
        ? prefix.replace(old, item.id().get().value())
        : prefix;
  }

  private static String numbered(String prefix) {
    Matcher number = NUMBER.matcher(prefix);
    return number.find()
        ? number.group(1)
            + (Long.parseLong(number.group(2)) + 1)
            + number.group(3)
            + prefix.substring(number.end())
        : prefix;
  }

  /** The title in the emphasis of the sibling's. */
  private String emphasised(String prefix, String title) {
    boolean open = (prefix.length() - prefix.replace("**", "").length()) % 4 == 2;
    boolean bold = sibling.title().startsWith("**") && sibling.title().indexOf("**", 2) > 0;
    return (bold ? "**" : "") + title + (open || bold ? "**" : "") + state();
  }

  /** What stands behind the title and says that nobody has begun: {@code Weigh it To do}. */
  private String state() {
    String text = source.text(line);
    int end = text.indexOf(sibling.title()) + sibling.title().length();
    Optional<StatusSlot> slot =
        form.mark().filter(mark -> mark.place().length() > 0 && line.contains(mark.place()));
    int at = slot.map(this::column).orElse(0);
    return at < end || end < sibling.title().length()
        ? ""
        : text.substring(end, at) + open(slot.orElseThrow());
  }

  /** How many characters stand in the line in front of the place of its status. */
  private int column(StatusSlot slot) {
    return source.text(new Span(line.from(), slot.place().from())).length();
  }

  private String item(UnmarkedDraft item, String title) {
    String prefix = prefix(item, BULLET);
    StringBuilder text = new StringBuilder(prefix).append(emphasised(prefix, title));
    text.append(newLine);
    String indent = " ".repeat(textColumn(prefix));
    body(item).forEach(each -> text.append(each.isEmpty() ? "" : indent + each).append(newLine));
    return text.toString();
  }

  /** What stands below an item's first line, without its indentation. */
  private List<String> body(UnmarkedDraft item) {
    List<String> lines = new ArrayList<>(item.description().lines().toList());
    item.fields().forEach((name, value) -> lines.add("- **" + label(name) + ":** " + value));
    if (!item.plan().isEmpty()) {
      lines.add("- **" + label(FieldName.PLAN) + ":**");
      item.steps().forEach(step -> lines.add("  " + step));
    }
    return lines;
  }

  /** How far a line has to be indented to belong to the item. */
  private static int textColumn(String prefix) {
    int at = 0;
    while (at < prefix.length() && Character.isWhitespace(prefix.charAt(at))) {
      at++;
    }
    while (at < prefix.length() && !Character.isWhitespace(prefix.charAt(at))) {
      at++;
    }
    return at + 1;
  }

  /** The label that the sibling uses for a field, or the usual one. */
  private String label(FieldName name) {
    return sibling
        .details()
        .field(name)
        .map(
            field ->
                labelOf(field).replaceAll("[*_:`\\-+\\s]+$", "").replaceAll("^[*_`\\-+\\s]+", ""))
        .filter(label -> !label.isEmpty() && form.kind() != UnmarkedForm.Kind.ROW)
        .orElse(name.label());
  }

  /** What stands on the field's line in front of its value. */
  private String labelOf(Field field) {
    int from = field.extent().from();
    return field.valueSpan().from() <= from
        ? ""
        : source.text(new Span(from, field.valueSpan().from()));
  }

  private String section(UnmarkedDraft item, String title) {
    String prefix = prefix(item, HEADING);
    StringBuilder text = new StringBuilder(prefix).append(emphasised(prefix, title));
    text.append(newLine);
    StringBuilder lines = new StringBuilder();
    for (Field field : sibling.details().fields()) {
      value(item, field)
          .ifPresent(value -> lines.append(labelOf(field)).append(value).append(newLine));
    }
    for (Map.Entry<FieldName, String> field : item.fields().entrySet()) {
      if (sibling.details().field(field.getKey()).filter(this::isLine).isEmpty()) {
        String style = lines.isEmpty() || lines.charAt(0) == '-' ? "- " : "";
        lines.append(style).append("**").append(field.getKey().label()).append(":** ");
        lines.append(field.getValue()).append(style.isEmpty() ? "  " : "").append(newLine);
      }
    }
    if (!lines.isEmpty()) {
      text.append(newLine).append(lines);
    }
    if (!item.description().isEmpty()) {
      text.append(newLine).append(item.description().replace("\n", newLine));
    }
    if (!item.plan().isEmpty()) {
      text.append(newLine).append("**").append(FieldName.PLAN.label()).append(":**");
      text.append(newLine);
      item.steps().forEach(step -> text.append(step).append(newLine));
    }
    return text.toString();
  }

  /** What a labelled line of the sibling says for the new task; nothing where it is left out. */
  private Optional<String> value(UnmarkedDraft item, Field field) {
    if (!isLine(field)) {
      return Optional.empty();
    }
    Optional<FieldName> name = FieldName.of(field.label());
    if (name.filter(FieldName.STATUS::equals).isPresent()) {
      return form.mark().map(this::open);
    }
    if (field.label().equalsIgnoreCase("priority")) {
      return Optional.of(field.value());
    }
    return name.flatMap(one -> Optional.ofNullable(item.fields().get(one)));
  }

  /** Whether it is a label with its value on one line. */
  private boolean isLine(Field field) {
    return !field.value().isEmpty() && !labelOf(field).isEmpty() && !labelOf(field).contains("\n");
  }

  /** The sibling's row with other words in its cells. */
  private String row(UnmarkedDraft item, String title) {
    List<Span> cells = cells();
    Span titles = titleCell(cells);
    boolean aligned = isAligned();
    StringBuilder row = new StringBuilder();
    int at = line.from();
    for (Span cell : cells) {
      row.append(source.text(new Span(at, cell.from())));
      String old = source.text(cell);
      String value = cell.equals(titles) ? cellTitle(old, title) : cell(item, cell, old);
      row.append(value);
      row.append(" ".repeat(aligned ? Math.max(0, width(old) - width(value)) : 0));
      at = cell.to();
    }
    return row.append(source.text(new Span(at, line.to()))).toString();
  }

  /** Whether the bars of the row stand below those of the header. */
  private boolean isAligned() {
    String header = source.text(form.frame().get(0)).lines().findFirst().orElse("");
    return width(header) == width(source.text(line));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** What stands between the bars, blanks at the beginning aside. */
  private List<Span> cells() {
    List<Span> cells = new ArrayList<>();
    byte[] bytes = source.bytes();
    int from = line.from();
    for (int i = line.from(); i <= line.to(); i++) {
      boolean bar =
          i == line.to() || bytes[i] == '|' && bytes[Math.max(line.from(), i - 1)] != '\\';
      if (bar) {
        int start = from;
        while (start < i && (bytes[start] == ' ' || bytes[start] == '\t')) {
          start++;
        }
        int end = i > start && bytes[i - 1] == ' ' ? i - 1 : i;
        if (start < i || i < line.to() && from > line.from()) {
          cells.add(new Span(start, Math.max(start, end)));
        }
        from = i + 1;
      }
    }
    return cells;
  }

  private Span titleCell(List<Span> cells) {
    return cells.stream()
        .filter(cell -> source.text(cell).contains(sibling.title()))
        .max(Comparator.comparing(Span::length))
        .orElseThrow(() -> new IllegalStateException("a row without its title"));
  }

  private String cellTitle(String old, String title) {
    String escaped = title.replace("|", "\\|");
    int at = old.indexOf(sibling.title());
    String before = old.substring(0, at);
    boolean bold =
        before.endsWith("**") || sibling.title().startsWith("**") && old.strip().endsWith("**");
    String box = BULLET.matcher(before).find() || before.contains("[") ? "[ ] " : "";
    return box + (bold ? "**" + escaped + "**" : escaped);
  }

  /** A cell that is none of the title: an id, a state, a field; others stay empty. */
  private String cell(UnmarkedDraft item, Span cell, String old) {
    String id = sibling.id().map(Object::toString).orElse("");
    boolean itsId = old.replaceAll("[*_~`\\[\\]]|\\(.*\\)", "").strip().equals(id);
    if (itsId && item.id().isPresent()) {
      return old.replace(id, item.id().get().value()).stripTrailing();
    }
    Optional<StatusSlot> slot = form.mark().filter(mark -> cell.contains(mark.place()));
    if (slot.isPresent()) {
      return open(slot.get());
    }
    for (Field field : sibling.details().fields()) {
      if (cell.contains(field.valueSpan())) {
        boolean same = field.label().equalsIgnoreCase("priority");
        Optional<FieldName> name = FieldName.of(field.label());
        String given = name.map(one -> item.fields().getOrDefault(one, "")).orElse("");
        return same ? old.stripTrailing() : given.replace("|", "\\|");
      }
    }
    return "";
  }
}
