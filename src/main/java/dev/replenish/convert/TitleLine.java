package dev.replenish.convert;

import dev.replenish.board.Task;
import dev.replenish.markdown.BlockScan;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/**
 * The first lines of a task, split at its title, as in {@code 1. [ ] Weigh it}.
 *
 * @param before the text before the title
 * @param title the title on one line
 * @param after the text after the title
 * @param end where the task's body begins
 */
record TitleLine(String before, String title, String after, int end) {

  /** The first lines of {@code task}, which must not be a table row. */
  static TitleLine of(SourceText source, Task task) {
    int end = end(source, task.block());
    Span lines = new Span(task.block().from(), end);
    return of(source.text(lines), task.title(), end);
  }

  /** The same for the cell {@code text} that holds the title of a row. */
  static TitleLine of(String text, String title, int end) {
    String stripped = text.stripTrailing();
    int at =
        stripped.endsWith(title) ? stripped.length() - title.length() : stripped.indexOf(title);
    if (at < 0) {
      return new TitleLine(text, title.strip(), "", end);
    }
    String before = text.substring(0, at);
    return new TitleLine(before, oneLine(title), text.substring(at + title.length()), end);
  }

  private static String oneLine(String title) {
    return title.replaceAll("[ \\t]*(?:\\r\\n|\\n|\\r)[ \\t]*", " ");
  }

  /** The offset after the first line, or after the underline of a setext heading. */
  private static int end(SourceText source, Span block) {
    BlockScan scan = new BlockScan(source.bytes(), block.from(), block.to());
    while (scan.next()) {
      if (scan.kind() == Kind.SETEXT && scan.blockStart() == block.from() && scan.depth() == 0) {
        return scan.nextLine();
      }
      if (scan.kind() != Kind.TEXT || scan.depth() > 0) {
        break;
      }
    }
    return Math.min(block.to(), LineWalk.next(source.bytes(), block.from()));
  }
}
