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
 * Items with a box. The outermost ones are tasks, which include what is nested in them. An item
 * without a box around them is their frame, unless a picture of a state, an id or a comment makes
 * that item the task and its boxes steps (docs/reference/unmarked.md, "Checklists").
 */
final class Checklist implements Shape {
  private static final int SEVERAL = 3;
  private static final int FEWEST_SIGNS = 3;

  @Override
  public void find(Outline outline, Section section, Shapes.Collector into) {
    List<Item> items = Items.of(outline, section.from, section.ownEnd());
    if (!isLegend(outline, items, section.informs)) {
      boolean moved = AuditComments.of(outline, section).hasMoved(AuditComments.Tasks.BOXES);
      List<FoundTask> found = new ArrayList<>();
      find(outline, items, moved, List.of(), found);
      found.removeIf(task -> ItemTask.isPlaceholder(task.header().caption().title()));
      found.forEach(into::addTask);
    }
  }

  /** Whether the items are a legend: each begins with a different box in backticks. */
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
   * Adds the tasks among {@code items}, framed by {@code frame}, to {@code found}.
   *
   * @param moved whether a comment says that tasks with boxes were moved from here
   */
  private static void find(
      Outline outline, List<Item> items, boolean moved, List<Span> frame, List<FoundTask> found) {
    boolean allMarked =
        items.stream().allMatch(item -> hasStateOrId(outline, item))
            && (moved || items.stream().anyMatch(item -> holdsBox(outline, item)));
    boolean steps = areSteps(outline, items);
    for (Item item : items) {
      if (ItemTask.box(outline, item) != null
          || hasTaskComment(outline, item)
          || isTask(outline, item, allMarked)) {
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

  /**
   * Whether fewer than a third of several items without a box hold boxes, which may be their steps.
   */
  private static boolean areSteps(Outline outline, List<Item> items) {
    return items.size() >= SEVERAL
        && items.stream().noneMatch(item -> ItemTask.box(outline, item) != null)
        && items.stream().filter(item -> holdsBox(outline, item)).count() * SEVERAL < items.size();
  }

  /**
   * Whether an item with a state or an id of its own, but no box, is a task: it holds boxes, or all
   * items of its list have a state or an id.
   */
  private static boolean isTask(Outline outline, Item item, boolean allMarked) {
    return hasStateOrId(outline, item) && (allMarked || holdsBox(outline, item));
  }

  private static boolean hasStateOrId(Outline outline, Item item) {
    if (ItemTask.box(outline, item) != null) {
      return false;
    }
    Caption caption = Caption.of(text(outline, item));
    return caption.mark().isPresent() || caption.named();
  }

  private static boolean holdsBox(Outline outline, Item item) {
    for (Item child : item.children) {
      if (ItemTask.box(outline, child) != null || holdsBox(outline, child)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an item is a brief label with a box around other boxes, which may be the tasks. */
  private static boolean isGroup(Outline outline, Item item) {
    Box box = holdsBox(outline, item) ? ItemTask.box(outline, item) : null;
    Line line = outline.line(item.first);
    String text = box == null ? "" : box.textBehind(outline.source(), line.content(), line.end());
    Label label = Label.of(text);
    return label != null && label.isBrief() && ItemTask.isGroupLabel(item, text);
  }

  private static boolean hasTaskComment(Outline outline, Item item) {
    return outline.hasComment(item.first, ReadingComment.TASK);
  }

  private static String text(Outline outline, Item item) {
    return outline.text(item.first);
  }
}
