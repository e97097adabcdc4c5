package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.Items;
import dev.replenish.outline.page.Items.Item;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.RowDetails;
import dev.replenish.outline.task.SignStates;
import dev.replenish.outline.words.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All shapes that tasks can have directly under a heading, besides items of plain lists. A new way
 * of writing is a class of its own and a line in this list.
 */
final class Shapes {
  private static final List<Shape> RICH =
      List.of(new Checklist(), new TaskTable(), new HeadlineTask(), new BoldBox(), new PageTask());

  private Shapes() {}

  /** Collects the tasks of one section, and how its tables were read. */
  record Collector(
      HeadingContext context,
      List<Explanation> explained,
      boolean richer,
      TaskIndex index,
      List<FoundTask> found) {

    /** Adds a task. */
    void addTask(FoundTask task) {
      found.add(task);
    }

    /**
     * Adds the tasks of a table, given the rows that may be tasks; it has none once all were moved.
     */
    void addTable(Table table, List<FoundTask> rows) {
      boolean emptied = table.end() == table.head() + 2;
      boolean holds = rows.isEmpty() ? emptied : !addRows(table, rows).isEmpty();
      if (context.isBacklog() && holds) {
        index.rowSections().add(table, context.outline());
      }
    }

    private List<FoundTask> addRows(Table table, List<FoundTask> rows) {
      if (context.isBacklog()) {
        rows.replaceAll(row -> SignStates.of(context.outline(), table, row));
      }
      context
          .pictureStatus()
          .filter(status -> table.column(Column.STATUS) < 0)
          .ifPresent(status -> setStatus(rows, status));
      Evidence cues = TableCues.of(table, rows, context, richer);
      boolean traces = context.isBacklog() && index.traces(table, context.outline());
      boolean again = context.isBacklog() && index.repeats(rows, context.outline());
      List<FoundTask> kept = traces ? List.of() : again ? uniqueRows(table, rows) : rows;
      List<FoundTask> tasks =
          TableCues.tasks(context.outline(), kept, cues.addIf(kept.isEmpty(), Cue.ROWS_AGAIN));
      explained.add(Explanation.of(table.head(), table.end() - 1, "table", tasks, cues));
      found.addAll(tasks);
      return tasks;
    }

    /**
     * The rows to keep of a table that repeats others: those whose ids are nowhere else, if it has
     * states.
     */
    private List<FoundTask> uniqueRows(Table table, List<FoundTask> rows) {
      boolean states = table.column(Column.ID) >= 0 && table.column(Column.STATUS) >= 0;
      return states ? index.uniqueRows(rows, context.outline()) : List.of();
    }
  }

  /** Sets the status of rows that give none themselves. */
  private static void setStatus(List<FoundTask> rows, Status status) {
    rows.replaceAll(
        row ->
            row.state().clues().equals(FoundTask.Clues.NONE)
                ? row.withClues(
                    new FoundTask.Clues(
                        Optional.empty(), Optional.of(status), Optional.empty(), false))
                : row);
  }

  /**
   * The tasks among the own lines of a section, in listed order.
   *
   * @param richer whether tasks of this document are headings, or have boxes
   * @param index the tasks that rows may repeat; those found are added
   */
  static List<FoundTask> find(
      HeadingContext context, List<Explanation> explained, boolean richer, TaskIndex index) {
    Collector collector = new Collector(context, explained, richer, index, new ArrayList<>());
    RICH.forEach(shape -> shape.find(context.outline(), context.section(), collector));
    collector.found.sort(Comparator.comparingInt(task -> task.range().first()));
    new RowDetails(context.outline(), context.section(), collector.found).leaveOut(collector.found);
    return withoutInner(collector.found);
  }

  /** The outermost tasks; those inside of another task belong to it. */
  private static List<FoundTask> withoutInner(List<FoundTask> found) {
    List<FoundTask> outer = new ArrayList<>();
    int reached = -1;
    for (FoundTask task : found) {
      if (task.range().first() > reached) {
        outer.add(task);
        reached = task.range().last();
      }
    }
    return outer;
  }

  /** Whether items could be taken for tasks once the richer ones, {@code found}, are gone. */
  static boolean hidesPlainItems(Outline outline, Section section, List<FoundTask> found) {
    BitSet others = others(outline, section, found);
    if (!others.isEmpty()) {
      for (Item item : Items.of(outline, section.from, section.ownEnd())) {
        if (others.get(item.first)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The lines outside of {@code found} on which items with words begin; mostly there are none. */
  private static BitSet others(Outline outline, Section section, List<FoundTask> found) {
    BitSet others = new BitSet();
    int reached = -1;
    int next = 0;
    for (int i = section.from; i < section.ownEnd(); i++) {
      while (next < found.size() && found.get(next).range().first() <= i) {
        reached = Math.max(reached, found.get(next).range().last());
        next++;
      }
      Line line = outline.line(i);
      if (i > reached && line.item() && !outline.text(line).isEmpty()) {
        others.set(i);
      }
    }
    return others;
  }
}
