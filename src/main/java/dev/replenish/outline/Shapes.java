package dev.replenish.outline;

import dev.replenish.outline.Items.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All shapes that tasks can have directly under a heading. A new way of writing is a class of its
 * own and a line in this list.
 */
final class Shapes {
  private static final List<Shape> RICH =
      List.of(new Checklist(), new TaskTable(), new HeadlineTask(), new PageTask());
  private static final Shape PLAIN = new PlainList();

  private Shapes() {}

  /**
   * The tasks among the lines of {@code section} that are its own, in listed order. Items of plain
   * lists count only where nothing richer stands, or once stood.
   *
   * @param rich whether headings under it are tasks
   */
  static List<Found> find(Outline outline, Section section, boolean rich) {
    List<Found> found = new ArrayList<>();
    RICH.forEach(shape -> found.addAll(shape.find(outline, section)));
    found.sort(Comparator.comparingInt(Found::first));
    boolean plain = found.isEmpty() && !rich && !Audits.of(outline, section).tellOfForm();
    return plain ? PLAIN.find(outline, section) : withoutInner(found);
  }

  /** What stands in another task belongs to it. */
  private static List<Found> withoutInner(List<Found> found) {
    List<Found> outer = new ArrayList<>();
    int reached = -1;
    for (Found task : found) {
      if (task.first() > reached) {
        outer.add(task);
        reached = task.last();
      }
    }
    return outer;
  }

  /** Whether items would be taken for tasks if the richer ones, {@code found}, were gone. */
  static boolean hidesPlainItems(Outline outline, Section section, List<Found> found) {
    List<Integer> items = new ArrayList<>();
    for (Item item : Items.of(outline, section.from, section.ownEnd())) {
      items.add(item.first);
    }
    if (!hasOthers(items, found)) {
      return false; // without a closer look
    }
    items.clear();
    for (Found item : PLAIN.find(outline, section)) {
      items.add(item.first());
    }
    return hasOthers(items, found);
  }

  /** Whether one of the lines {@code items} is in none of {@code found}. */
  private static boolean hasOthers(List<Integer> items, List<Found> found) {
    int reached = -1;
    int next = 0;
    for (int item : items) {
      while (next < found.size() && found.get(next).first() <= item) {
        reached = Math.max(reached, found.get(next).last());
        next++;
      }
      if (item > reached) {
        return true;
      }
    }
    return false;
  }
}
