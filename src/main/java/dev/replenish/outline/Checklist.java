package dev.replenish.outline;

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
      if (box(outline, item) != null) {
        found.add(task(outline, item, frame, false));
      } else if (!item.children.isEmpty()) {
        List<Span> inner = new ArrayList<>(frame);
        int last = outline.lastWritten(item.first, item.ownEnd());
        inner.add(outline.span(item.first, last));
        find(outline, item.children, inner, found);
      }
    }
  }
}
