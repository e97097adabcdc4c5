package dev.replenish.outline.page;

import dev.replenish.outline.words.Label;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list items among some lines, as a tree. */
public final class Items {
  /** How many more columns than the item above make an item nested in it. */
  public static final int NESTED = 2;

  /** Items nested deeper than this are text of the item around them. */
  private static final int DEEPEST = 512;

  /** An item with the items nested in it. */
  public static final class Item {
    final @Nullable Item parent;
    public final int first;
    final int depth;
    final int column;
    final boolean numbered;
    public List<Item> children = List.of(); // most have none
    private int last;

    Item(@Nullable Item parent, int first, Line line, int column) {
      this.parent = parent;
      this.numbered = line.numbered();
      this.first = first;
      this.depth = line.depth();
      this.column = column;
      this.last = first;
    }

    private List<Item> children() {
      if (children.isEmpty()) {
        children = new ArrayList<>();
      }
      return children;
    }

    /**
     * Whether the item on {@code line} is meant to be nested in this one although Markdown reads it
     * as a sibling: it is indented a little, or is a labelled bullet right below an item with a
     * number.
     */
    boolean holds(Outline outline, Line line, int index) {
      int at = outline.column(line);
      return depth == line.depth()
          && (at >= column + NESTED || (at == column && isPart(outline, line, index)));
    }

    private boolean isPart(Outline outline, Line line, int index) {
      if (!numbered || line.numbered() || last != index - 1) {
        return false;
      }
      Label label = Label.of(outline.text(line));
      return !children.isEmpty() || (label != null && label.colon() && label.isBrief());
    }

    /** The index of its last line that is not blank. */
    public int last() {
      return last;
    }

    /** One past the index of the last line before its first child. */
    public int ownEnd() {
      return children.isEmpty() ? last + 1 : children.get(0).first;
    }
  }

  private Items() {}

  /**
   * The outermost items on the lines from {@code from} to {@code to}; quoted items are left out.
   */
  public static List<Item> of(Outline outline, int from, int to) {
    List<Item> roots = new ArrayList<>();
    Deque<Item> open = new ArrayDeque<>();
    for (int i = from; i < to; i++) {
      Line line = outline.line(i);
      if (line.isBlank()) {
        continue;
      }
      boolean begins = line.item() && !line.quoted();
      int keptDepth = begins ? line.depth() - 1 : line.depth();
      while (!open.isEmpty()
          && open.element().depth > keptDepth
          && !(begins && open.element().holds(outline, line, i))) {
        open.remove();
      }
      if (begins && open.size() < DEEPEST) {
        Item parent = open.peek();
        Item item = new Item(parent, i, line, outline.column(line));
        (parent == null ? roots : parent.children()).add(item);
        open.push(item);
      }
      for (Item item : open) {
        item.last = i;
      }
    }
    return roots;
  }
}
