package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.outline.Items.Item;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Items with a box. The outermost ones are tasks, and what is nested in them belongs to them; items
 * without a box around them frame them (TASKS.md, "Checklists").
 */
final class Checklist extends ListShape {

  @Override
  void find(Outline outline, List<Item> items, List<Span> frame, List<Found> found) {
    for (Item item : items) {
      Box box = box(outline, item);
      if (box != null) {
        boolean early = isOver(box) && hasOpenChild(outline, item);
        found.add(task(outline, item, frame, early));
      } else if (!item.children.isEmpty()) {
        List<Span> inner = new ArrayList<>(frame);
        int last = outline.lastWritten(item.first, item.ownEnd());
        inner.add(outline.span(item.first, last));
        find(outline, item.children, inner, found);
      }
    }
  }

  private static boolean isOver(Box box) {
    return box.status().map(status -> !status.isActive()).orElse(false);
  }

  /** A finished task with open parts in it is neither. */
  private static boolean hasOpenChild(Outline outline, Item item) {
    for (Item child : item.children) {
      Box box = box(outline, child);
      boolean open = box != null && box.status().map(Status::isActive).orElse(true);
      if (open || hasOpenChild(outline, child)) {
        return true;
      }
    }
    return false;
  }
}
