package dev.replenish.outline;

import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.page.TableFacts;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.TableRow;
import dev.replenish.outline.words.Topic;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rows of a table whose header names a task, an item, a title or the like
 * (docs/reference/unmarked.md, "Tables").
 */
final class TaskTable implements Shape {

  @Override
  public void find(Outline outline, Section section, Shapes.Collector into) {
    int at = section.from;
    while (at < section.ownEnd()) {
      Optional<Table> table = Table.at(outline, section, at);
      if (table.isPresent()) {
        List<FoundTask> rows = new ArrayList<>();
        rows(outline, section, table.get(), rows);
        into.addTable(table.get(), rows);
      }
      at = table.map(Table::end).orElse(at + 1);
    }
  }

  private static void rows(Outline outline, Section section, Table table, List<FoundTask> found) {
    if (table.titles().isEmpty() || section.holdsFields(table)) {
      return;
    }
    int title = table.titles().get();
    List<Span> frame = List.of(outline.span(table.head(), table.head() + 1));
    List<Span> names = table.row(outline, table.head());
    TableFacts facts = new TableFacts(table, outline);
    boolean done = section.topicOfAll.filter(Topic.DONE::equals).isPresent();
    Set<Integer> finished = done ? Set.of() : facts.finished();
    boolean doubtful = facts.areDoubtful();
    TableRow above = null;
    int first = 0;
    for (int i : lines(outline, section, table)) {
      List<Span> cells = table.row(outline, i);
      TableRow row = new TableRow(outline.source(), table, names, finished, doubtful, cells);
      if (above != null && row.continues(above)) {
        found.set(found.size() - 1, above.task(first, i, title, frame));
      } else if (row.isTask(title)) {
        found.add(row.task(i, i, title, frame));
        above = row;
        first = i;
      } else {
        above = null;
      }
    }
  }

  /**
   * The indices of the lines with its rows, and of further rows below that paragraphs separate from
   * it.
   */
  private static List<Integer> lines(Outline outline, Section section, Table table) {
    List<Integer> lines =
        new ArrayList<>(IntStream.range(table.head() + 2, table.end()).boxed().toList());
    for (int i = table.end(); i < section.ownEnd() && !endsSearch(outline, section, i); i++) {
      if (isSeparateRow(outline, table, i)) {
        lines.add(i);
      }
    }
    return lines;
  }

  private static boolean endsSearch(Outline outline, Section section, int at) {
    return Table.begins(outline, at, section.ownEnd()) || outline.line(at).item();
  }

  /** Whether a line is written as a row of {@code table}, with bars around all cells. */
  private static boolean isSeparateRow(Outline outline, Table table, int at) {
    Line line = outline.line(at);
    String text = line.isText() ? outline.text(line) : "";
    return text.startsWith("|")
        && text.endsWith("|")
        && line.depth() == outline.line(table.head()).depth()
        && Table.cells(outline, at).size() == table.columns().size();
  }
}
