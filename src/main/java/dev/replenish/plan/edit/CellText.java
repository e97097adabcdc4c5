package dev.replenish.plan.edit;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.add.TableColumns;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes a value into its cell of a row (docs/reference/editing.md, "Rows"). */
final class CellText {
  private CellText() {}

  /**
   * The alternative edits that write the value.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if there is no column for it
   */
  static List<List<Replacement>> ways(Document document, Task task, FieldChange change) {
    SourceText source = document.source();
    Optional<Field> field = change.field().in(task.details());
    if (field.isEmpty()) {
      Span cell =
          emptyCell(document, task, change.field()::hasColumn)
              .orElseThrow(() -> TableColumns.missing(source, task, change.field().label()));
      return ways(source, cell, value(change));
    }
    if (!task.details().fields().contains(field.get())) {
      return new MarkText(source, task).ways(field.get(), change);
    }
    return ways(source, field.get().valueSpan(), value(change));
  }

  private static String value(FieldChange change) {
    return change.text("").replace("|", "\\|");
  }

  /** The place in the row's empty cell below a header that {@code accepted} accepts, if any. */
  static Optional<Span> emptyCell(Document document, Task task, Predicate<String> accepted) {
    SourceText source = document.source();
    List<Span> frame = task.form().orElseThrow().frame();
    if (!frame.isEmpty()) {
      List<Span> names = cells(source, frame.get(0).from());
      List<Span> cells = cells(source, task.block().from());
      for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
        String name = source.text(names.get(i)).replaceAll("[*_`|]", "").strip();
        if (accepted.test(name) && source.text(cells.get(i)).isBlank()) {
          return Optional.of(Span.at(cells.get(i).from()));
        }
      }
    }
    return Optional.empty();
  }

  /** The cells between the bars of a line. */
  private static List<Span> cells(SourceText source, int line) {
    byte[] bytes = source.bytes();
    int end = LineWalk.end(bytes, line);
    List<Span> cells = new ArrayList<>();
    int from = Ascii.skipSpacesAndTabs(bytes, line, end);
    from += from < end && bytes[from] == '|' ? 1 : 0;
    for (int i = from; i <= end; i++) {
      if (i == end || (bytes[i] == '|' && bytes[i - 1] != '\\')) {
        cells.add(new Span(from, i));
        from = i + 1;
      }
    }
    return cells;
  }

  /**
   * The alternative edits that write {@code now} into the cell at {@code value}; the first keeps
   * the bars aligned.
   */
  static List<List<Replacement>> ways(SourceText source, Span value, String now) {
    byte[] bytes = source.bytes();
    Span old = value.length() > 0 ? value : Span.at(afterBar(bytes, value.from()));
    int end = old.to();
    while (end < bytes.length && bytes[end] == ' ') {
      end++;
    }
    int blanks = end - old.to();
    String before = old.length() == 0 && bytes[old.from() - 1] == '|' ? " " : "";
    String text = before + now;
    int wider = TableColumns.width(text) - TableColumns.width(source.text(old));
    boolean closed = end < bytes.length && bytes[end] == '|';
    String after = closed ? " ".repeat(Math.max(now.isEmpty() ? 0 : 1, blanks - wider)) : "";
    List<List<Replacement>> ways = new ArrayList<>();
    ways.add(List.of(Replacement.of(new Span(old.from(), closed ? end : old.to()), text + after)));
    ways.add(List.of(Replacement.of(old, text)));
    return ways;
  }

  private static int afterBar(byte[] bytes, int at) {
    int from = at;
    while (Ascii.isSpaceOrTab(bytes[from - 1])) {
      from--;
    }
    return from;
  }
}
