package dev.replenish.outline;

import dev.replenish.board.ReadingComment;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Items;
import dev.replenish.outline.page.Items.Item;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Label;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items with a box. The outermost ones are tasks, and what is nested in them belongs to them; items
 * without a box around them frame them, unless a picture, a name or a comment makes a task of such
 * an item and steps of its boxes (docs/reference/unmarked.md, "Checklists").
 */
final class Checklist implements Shape {
  private static final int SEVERAL = 3;
  private static final int FEWEST_SIGNS = 3;

  @Override
  public void find(Outline outline, Section section, Shapes.Read into) {
    List<Item> items = Items.of(outline, section.from, section.ownEnd());
    if (!isLegend(outline, items, section.informs)) {
      boolean moved = AuditComments.of(outline, section).tasks(AuditComments.Tasks.BOXES);
      List<FoundTask> found = new ArrayList<>();
      find(outline, items, moved, List.of(), found);
      found.removeIf(task -> ItemTask.isNothing(task.caption().title()));
      found.forEach(into::task);
    }
  }

  /** Whether each item begins with another box in backticks, as where such signs are explained. */
  private static boolean isLegend(Outline outline, List<Item> items, boolean informs) {
    Set<String> signs = new HashSet<>();
    for (Item item : items) {
      Line line = outline.line(item.first);
      Box box = line.content() < line.end() ? ItemTask.box(outline, item) : null;
      if (box == null
          || outline.source().bytes()[line.content()] != '`'
          || !signs.add(outline.source().text(box.inside()))) {
        return false;
      }
    }
    return signs.size() >= FEWEST_SIGNS || (informs && !signs.isEmpty());
  }

  /**
   * Adds the tasks among {@code items}, which are framed by {@code frame}.
   *
   * @param moved whether a comment says that tasks with boxes were moved from here
   */
  private static void find(
      Outline outline, List<Item> items, boolean moved, List<Span> frame, List<FoundTask> found) {
    boolean marked =
        items.stream().allMatch(item -> isMarked(outline, item))
            && (moved || items.stream().anyMatch(item -> holdsBox(outline, item)));
    boolean steps = areSteps(outline, items);
    for (Item item : items) {
      if (ItemTask.box(outline, item) != null
          || isNamed(outline, item)
          || isTask(outline, item, marked)) {
        found.add(ItemTask.task(outline, item, frame, isGroup(outline, item)).asBoxed());
      } else if (!item.children.isEmpty() && !ItemTask.isPart(text(outline, item))) {
        List<Span> inner = new ArrayList<>(frame);
        int last = outline.lastWritten(item.first, item.ownEnd());
        inner.add(outline.span(item.first, last));
        List<FoundTask> nested = new ArrayList<>();
        find(outline, item.children, moved, inner, nested);
        found.addAll(steps ? nested.stream().map(FoundTask::asUnclear).toList() : nested);
      }
    }
  }

  /** Whether few of several items without boxes hold some: they may be the steps of those few. */
  private static boolean areSteps(Outline outline, List<Item> items) {
    return items.size() >= SEVERAL
        && items.stream().noneMatch(item -> ItemTask.box(outline, item) != null)
        && items.stream().filter(item -> holdsBox(outline, item)).count() * SEVERAL < items.size();
  }

  /**
   * Around boxes, and beside such ones where all are, its state or name makes a task of an item.
   */
  private static boolean isTask(Outline outline, Item item, boolean marked) {
    return isMarked(outline, item) && (marked || holdsBox(outline, item));
  }

  private static boolean isMarked(Outline outline, Item item) {
    Caption caption = Caption.of(text(outline, item));
    return ItemTask.box(outline, item) == null && (caption.mark().isPresent() || caption.named());
  }

  private static boolean holdsBox(Outline outline, Item item) {
    for (Item child : item.children) {
      if (ItemTask.box(outline, child) != null || holdsBox(outline, child)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a brief label with a box is around others, which may be the tasks. */
  private static boolean isGroup(Outline outline, Item item) {
    Box box = holdsBox(outline, item) ? ItemTask.box(outline, item) : null;
    Line line = outline.line(item.first);
    String text = box == null ? "" : box.textBehind(outline.source(), line.content(), line.end());
    Label label = Label.of(text);
    return label != null && label.isBrief() && ItemTask.isGroupLabel(item, text);
  }

  private static boolean isNamed(Outline outline, Item item) {
    return outline.says(item.first, ReadingComment.TASK);
  }

  private static String text(Outline outline, Item item) {
    return outline.text(item.first);
  }
}
