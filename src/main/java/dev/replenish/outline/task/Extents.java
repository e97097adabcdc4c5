package dev.replenish.outline.task;

import dev.replenish.board.UnmarkedForm;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.text.Span;
import java.util.BitSet;
import java.util.List;

/** The text that is moved out with a task: blank lines, and a separator that would be doubled. */
public final class Extents {
  private final Outline outline;
  private final BitSet firsts = new BitSet();

  /** The extents of the tasks {@code found} in one section. */
  public Extents(Outline outline, List<FoundTask> found) {
    this.outline = outline;
    for (FoundTask task : found) {
      firsts.set(task.range().first());
    }
  }

  /**
   * The task's own bytes, without the ending of the last line if a blank line must remain: the rule
   * below would otherwise underline the text above, or the item below would continue it, since a
   * number other than one begins no list right below a line of text.
   */
  public Span block(FoundTask task) {
    Span lines = outline.span(task.range().first(), task.range().last());
    return wouldUnderline(task) || wouldContinue(task)
        ? new Span(lines.from(), outline.line(task.range().last()).end())
        : lines;
  }

  private boolean wouldUnderline(FoundTask task) {
    int below = task.range().last() + 1;
    boolean item = task.kind() == UnmarkedForm.Kind.ITEM;
    return (item || task.kind() == UnmarkedForm.Kind.LINE)
        && task.range().first() > 0
        && below < size()
        && outline.line(task.range().first() - 1).isText()
        && outline.line(below).kind() == Kind.RULE;
  }

  private boolean wouldContinue(FoundTask task) {
    int below = task.range().last() + 1;
    if (task.kind() != UnmarkedForm.Kind.ITEM || task.range().first() == 0 || below >= size()) {
      return false;
    }
    Line above = outline.line(task.range().first() - 1);
    int depth = outline.line(task.range().first()).depth();
    return above.kind() == Kind.TEXT
        && above.depth() < depth
        && outline.line(below).numbered()
        && outline.line(below).depth() == depth;
  }

  /** The {@code block} of a task with the text that is moved out with it. */
  public Span extent(FoundTask task, Span block) {
    int above = task.range().first() - 1;
    int below = task.range().last() + 1;
    boolean apart = (above < 0 || outline.line(above).isBlank()) && below < size() && isGap(below);
    if (task.kind() == UnmarkedForm.Kind.ROW || !apart) {
      return block;
    }
    int next = skipBlank(below);
    if (task.kind() == UnmarkedForm.Kind.SECTION && isSeparator(next) && wouldDouble(above, next)) {
      next = skipBlank(next + 1);
    }
    return new Span(block.from(), outline.start(next));
  }

  /**
   * Whether a separator is between this task and the next one, or follows another one once the task
   * is gone.
   */
  private boolean wouldDouble(int above, int separator) {
    return isSeparator(outline.lastWritten(0, above + 1)) || firsts.get(skipBlank(separator + 1));
  }

  private boolean isSeparator(int at) {
    return at >= 0
        && at < size()
        && outline.line(at).kind() == Kind.RULE
        && outline.line(at).depth() == 0;
  }

  /** Whether a line is blank; an item without words counts as blank elsewhere, but is kept. */
  private boolean isGap(int at) {
    return outline.line(at).isBlank() && !outline.line(at).item();
  }

  private int skipBlank(int from) {
    int at = from;
    while (at < size() && isGap(at)) {
      at++;
    }
    return at;
  }

  private int size() {
    return outline.lines().size();
  }
}
