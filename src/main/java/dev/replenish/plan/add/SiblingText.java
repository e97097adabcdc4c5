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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a new task in the style of its sibling, which no markers enclose: an item, a row or a
 * heading (docs/reference/adding.md, "Other ways of writing").
 */
final class SiblingText {
  static final Pattern BULLET =
      Pattern.compile("^[ \t]*(?:[-*+]|\\d{1,9}[.)])[ \t]+(?:\\[[^\\]]?\\][ \t]+)?");
  private static final Pattern NUMBER = Pattern.compile("^([ \t]*)(\\d{1,9})([.)][ \t])");
  private static final Pattern SIGN = Pattern.compile("^[ \t]*[-+*•]?");
  private static final Pattern HEADING = Pattern.compile("^[ \t]*#{1,6}[ \t]+");

  /** What may state the priority at the start of a title; {@link #TRAILING} at its end. */
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
  private final boolean samePriority;
  private final String newLine;

  /** The first line of the sibling. */
  private final Span line;

  SiblingText(AddSite site, String newLine) {
    this.source = site.source();
    this.sibling = site.sibling();
    this.samePriority = site.hasPriorityOfSibling();
    this.form = sibling.form().orElseThrow();
    this.newLine = newLine;
    int from = sibling.block().from();
    this.line = new Span(from, LineWalk.end(source.bytes(), from));
  }

  /**
   * The alternative texts of {@code item}, the plainest first: the others keep a mark at an end of
   * the sibling's title that may state its priority.
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
      case ROW -> new SiblingRow(source, sibling, samePriority, line).with(item, title) + newLine;
      case ITEM -> item(item, title);
      case SECTION -> section(item, title);
      case LINE -> prefix(item, SIGN) + title + newLine;
    };
  }

  /** The sibling's id, if its line shows it other than as the number of a list item. */
  Optional<TaskId> visibleId() {
    String text = source.text(line);
    Matcher number = NUMBER.matcher(text);
    boolean item = form.kind() == UnmarkedForm.Kind.ITEM && number.find();
    String words = item ? text.substring(number.end()) : text;
    return sibling.id().filter(id -> words.contains(id.value()));
  }

  /** The sibling's first line up to its title, with the new id and number and an open status. */
  private String prefix(UnmarkedDraft item, Pattern bare) {
    String text = source.text(line);
    int at = text.indexOf(sibling.title());
    Matcher marks = bare.matcher(text);
    String plain = marks.find() ? marks.group() : "";
    String prefix = at < 0 ? plain : text.substring(0, at);
    Optional<StatusSlot> slot = form.slot().filter(found -> line.contains(found.place()));
    if (slot.isPresent()) {
      int from = column(slot.get());
      int to = from + source.text(slot.get().place()).length();
      if (to <= prefix.length()) {
        String open = open(slot.get());
        prefix = prefix.substring(0, from) + open + prefix.substring(to);
      }
    }
    return withNextNumber(withNewId(prefix.replace("~~", ""), item));
  }

  /** The open status in the notation of the sibling. */
  private String open(StatusSlot slot) {
    return open(source, sibling, slot);
  }

  /** The same for {@code sibling}, a task of {@code source}. */
  static String open(SourceText source, Task sibling, StatusSlot slot) {
    boolean open = sibling.details().status().equals(Optional.of(Status.TODO));
    return open ? source.text(slot.place()) : slot.words().getOrDefault(Status.TODO, "");
  }

  private String withNewId(String prefix, UnmarkedDraft item) {
    String old = sibling.id().map(Object::toString).orElse("");
    return item.id().isPresent() && !old.isEmpty()
        ? prefix.replace(old, item.id().get().value())
        : prefix;
  }

  private static String withNextNumber(String prefix) {
    Matcher number = NUMBER.matcher(prefix);
    return number.find()
        ? number.group(1)
            + (Long.parseLong(number.group(2)) + 1)
            + number.group(3)
            + prefix.substring(number.end())
        : prefix;
  }

  /** The title with the sibling's emphasis, followed by the status. */
  private String emphasised(String prefix, String title) {
    boolean open = (prefix.length() - prefix.replace("**", "").length()) % 4 == 2;
    boolean bold = sibling.title().startsWith("**") && sibling.title().indexOf("**", 2) > 0;
    return (bold ? "**" : "") + title + (open || bold ? "**" : "") + state();
  }

  /** The open status after the title, as in {@code Weigh it To do}; "" if it is not there. */
  private String state() {
    String text = source.text(line);
    int end = text.indexOf(sibling.title()) + sibling.title().length();
    Optional<StatusSlot> slot =
        form.slot().filter(found -> found.place().length() > 0 && line.contains(found.place()));
    int at = slot.map(this::column).orElse(0);
    return at < end || end < sibling.title().length()
        ? ""
        : text.substring(end, at) + open(slot.orElseThrow());
  }

  /** The number of characters in the line before the status. */
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

  /** The lines below an item's first line, without indentation. */
  private List<String> body(UnmarkedDraft item) {
    List<String> lines = new ArrayList<>(item.description().lines().toList());
    item.fields().forEach((name, value) -> lines.add("- **" + label(name) + ":** " + value));
    if (!item.plan().isEmpty()) {
      lines.add("- **" + label(FieldName.PLAN) + ":**");
      item.steps().forEach(step -> lines.add("  " + step));
    }
    return lines;
  }

  /** How far a line must be indented to belong to the item. */
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

  /** The text on the field's line before its value. */
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

  /** The new task's value for a labelled line of the sibling; empty if the line is left out. */
  private Optional<String> value(UnmarkedDraft item, Field field) {
    if (!isLine(field)) {
      return Optional.empty();
    }
    Optional<FieldName> name = FieldName.of(field.label());
    if (name.filter(FieldName.STATUS::equals).isPresent()) {
      return form.slot().map(this::open);
    }
    if (field.label().equalsIgnoreCase("priority")) {
      return Optional.of(field.value()).filter(any -> samePriority);
    }
    return name.flatMap(one -> Optional.ofNullable(item.fields().get(one)));
  }

  /** Whether the field is a label with its value on one line. */
  private boolean isLine(Field field) {
    return !field.value().isEmpty() && labelOf(field).lines().count() == 1;
  }
}
