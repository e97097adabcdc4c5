package dev.replenish.outline.page;

import dev.replenish.board.Task;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cell of a row that is a task, with the name of its column: {@code Effort}, {@code M}.
 *
 * @param header the column's name without emphasis; "" if it has none
 * @param text the text of the cell without the blanks around it
 * @param title whether it holds the task's title
 */
public record TableCell(String header, String text, boolean title) {

  /** The columns of the table of {@code row}, as cells without text. */
  public static List<TableCell> header(SourceText source, Task row) {
    Span head = head(source, row);
    Optional<Integer> title = Table.titles(Table.columns(source, head));
    List<TableCell> columns = new ArrayList<>();
    for (Span cell : Table.cells(source, head)) {
      int column = columns.size();
      boolean titles = title.filter(at -> at == column).isPresent();
      columns.add(new TableCell(Table.plain(source.text(cell)), "", titles));
    }
    return columns;
  }

  private static Span head(SourceText source, Task row) {
    Span frame = row.form().orElseThrow().frame().get(0);
    return new Span(frame.from(), LineWalk.end(source.bytes(), frame.from()));
  }

  /** The cells of {@code row}, a task whose form is a row. */
  public static List<TableCell> of(SourceText source, Task row) {
    List<TableCell> columns = header(source, row);
    Span line = new Span(row.block().from(), LineWalk.end(source.bytes(), row.block().from()));
    List<TableCell> cells = new ArrayList<>();
    for (Span cell : Table.cells(source, line)) {
      TableCell column =
          cells.size() < columns.size() ? columns.get(cells.size()) : new TableCell("", "", false);
      cells.add(new TableCell(column.header(), source.text(cell), column.title()));
    }
    return cells;
  }
}
