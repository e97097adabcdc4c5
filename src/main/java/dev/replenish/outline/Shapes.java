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

  record Read(
      HeadingContext around,
      List<Explanation> explained,
      boolean richer,
      TaskIndex index,
      List<FoundTask> found) {

    void task(FoundTask task) {
      found.add(task);
    }

    /** A table with the rows that would be tasks; it has none of them once all were moved. */
    void table(Table table, List<FoundTask> rows) {
      boolean emptied = table.end() == table.head() + 2;
      boolean holds = rows.isEmpty() ? emptied : !take(table, rows).isEmpty();
      if (around.isBacklog() && holds) {
        index.rowSections().add(table, around.outline());
      }
    }

    private List<FoundTask> take(Table table, List<FoundTask> rows) {
      if (around.isBacklog()) {
        rows.replaceAll(row -> SignStates.of(around.outline(), table, row));
      }
      around
          .pictured()
          .filter(of -> table.column(Column.STATUS) < 0)
          .ifPresent(of -> tell(rows, of));
      Evidence cues = TableCues.of(table, rows, around, richer);
      boolean traces = around.isBacklog() && index.traces(table, around.outline());
      boolean again = around.isBacklog() && index.repeats(rows, around.outline());
      List<FoundTask> own = traces ? List.of() : again ? own(table, rows) : rows;
      List<FoundTask> tasks =
          TableCues.tasks(around.outline(), own, cues.addIf(own.isEmpty(), Cue.ROWS_AGAIN));
      explained.add(Explanation.of(table.head(), table.end() - 1, "table", tasks, cues));
      found.addAll(tasks);
      return tasks;
    }

    /** The rows with states that are nowhere else, in a table that repeats others. */
    private List<FoundTask> own(Table table, List<FoundTask> rows) {
      boolean states = table.column(Column.ID) >= 0 && table.column(Column.STATUS) >= 0;
      return states ? index.alone(rows, around.outline()) : List.of();
    }
  }

  /** Gives rows without a state of their own the one of the heading above them. */
  private static void tell(List<FoundTask> rows, Status status) {
    rows.replaceAll(
        row ->
            row.clues().equals(FoundTask.Clues.NONE)
                ? row.withClues(
                    new FoundTask.Clues(
                        Optional.empty(), Optional.of(status), Optional.empty(), false))
                : row);
  }

  /**
   * The tasks among the lines of a section that are its own, in listed order.
   *
   * @param richer whether several tasks of this document are headings, or have boxes
   * @param index the tasks that rows may name again; those found are added
   */
  static List<FoundTask> find(
      HeadingContext around, List<Explanation> explained, boolean richer, TaskIndex index) {
    Read read = new Read(around, explained, richer, index, new ArrayList<>());
    RICH.forEach(shape -> shape.find(around.outline(), around.section(), read));
    read.found.sort(Comparator.comparingInt(FoundTask::first));
    new RowDetails(around.outline(), around.section(), read.found).leaveOut(read.found);
    return withoutInner(read.found);
  }

  /** What is in another task belongs to it. */
  private static List<FoundTask> withoutInner(List<FoundTask> found) {
    List<FoundTask> outer = new ArrayList<>();
    int reached = -1;
    for (FoundTask task : found) {
      if (task.first() > reached) {
        outer.add(task);
        reached = task.last();
      }
    }
    return outer;
  }

  /** Whether items could be taken for tasks if the richer ones, {@code found}, were gone. */
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

  /** The lines outside of {@code found} that items with words begin on; mostly there are none. */
  private static BitSet others(Outline outline, Section section, List<FoundTask> found) {
    BitSet others = new BitSet();
    int reached = -1;
    int next = 0;
    for (int i = section.from; i < section.ownEnd(); i++) {
      while (next < found.size() && found.get(next).first() <= i) {
        reached = Math.max(reached, found.get(next).last());
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
