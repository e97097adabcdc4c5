package dev.replenish.plan.add;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes a new task as a row like that of its sibling, with other text in the cells. */
final class SiblingRow {
  private final SourceText source;
  private final Task sibling;
  private final UnmarkedForm form;

  /** Whether the new task has the priority of the sibling. */
  private final boolean samePriority;

  /** The row of the sibling. */
  private final Span line;

  SiblingRow(SourceText source, Task sibling, boolean samePriority, Span line) {
    this.source = source;
    this.sibling = sibling;
    this.samePriority = samePriority;
    this.form = sibling.form().orElseThrow();
    this.line = line;
  }

  /** The sibling's row with the text of {@code item} in its cells. */
  String with(UnmarkedDraft item, String title) {
    List<Span> cells = cells();
    Span titles = titleCell(cells);
    boolean aligned = isAligned();
    List<String> names = TableColumns.names(source, sibling);
    StringBuilder row = new StringBuilder();
    int at = line.from();
    for (Span cell : cells) {
      String name = names.size() == cells.size() ? names.get(cells.indexOf(cell)) : "";
      row.append(source.text(new Span(at, cell.from())));
      String old = source.text(cell);
      String value = cell.equals(titles) ? cellTitle(old, title) : cell(item, cell, old, name);
      int room = TableColumns.width(old) - TableColumns.width(value);
      row.append(value);
      row.append(" ".repeat(aligned ? Math.max(0, room) : 0));
      at = cell.to();
    }
    return row.append(source.text(new Span(at, line.to()))).toString();
  }

  /** Whether the bars of the row are aligned with those of the header. */
  private boolean isAligned() {
    String header = source.text(form.frame().get(0)).lines().findFirst().orElse("");
    return TableColumns.width(header) == TableColumns.width(source.text(line));
  }

  /** The text between the bars, without leading blanks. */
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
        boolean written = start < i;
        int begin = written ? start : Math.min(from + 1, i);
        int end = i > begin && bytes[i - 1] == ' ' ? i - 1 : i;
        if (written || i < line.to() && from > line.from()) {
          cells.add(new Span(begin, end));
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
    String box = SiblingText.BULLET.matcher(before).find() || before.contains("[") ? "[ ] " : "";
    return box + (bold ? "**" + escaped + "**" : escaped);
  }

  /** The text of a cell other than the title: an id, a status or a field; others stay empty. */
  private String cell(UnmarkedDraft item, Span cell, String old, String name) {
    String id = sibling.id().map(Object::toString).orElse("");
    boolean itsId = old.replaceAll("[*_~`\\[\\]]|\\(.*\\)", "").strip().equals(id);
    if (itsId && !id.isEmpty() && item.id().isPresent()) {
      return old.replace(id, item.id().get().value()).stripTrailing();
    }
    Optional<StatusSlot> slot = form.slot().filter(found -> cell.contains(found.place()));
    if (slot.isPresent()) {
      Span place = slot.get().place();
      String before = source.text(new Span(cell.from(), place.from()));
      String after = source.text(new Span(place.to(), cell.to()));
      return before + SiblingText.open(source, sibling, slot.get()) + after.stripTrailing();
    }
    if (name.equalsIgnoreCase(TableColumns.DESCRIPTION)) {
      return TableColumns.cell(item.description());
    }
    Optional<Field> field =
        sibling.details().fields().stream()
            .filter(one -> cell.contains(one.valueSpan()))
            .findFirst();
    if (samePriority && field.filter(one -> one.label().equalsIgnoreCase("priority")).isPresent()) {
      return old.stripTrailing();
    }
    return FieldName.of(field.map(Field::label).orElse(name))
        .map(one -> TableColumns.cell(item.fields().getOrDefault(one, "")))
        .orElse("");
  }
}
