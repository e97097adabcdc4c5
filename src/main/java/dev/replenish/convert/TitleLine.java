package dev.replenish.convert;

import dev.replenish.board.Task;
import dev.replenish.markdown.BlockScan;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;

/**
 * Where a task's title is and what else its first lines say, as in {@code 1. [ ] Weigh it}.
 *
 * @param before what is in front of the title
 * @param title the title on one line
 * @param after what is behind the title
 * @param end where its body begins
 */
record TitleLine(String before, String title, String after, int end) {

  /** The lead of {@code task}, which is no row. */
  static TitleLine of(SourceText source, Task task) {
    int end = end(source, task.block());
    Span lines = new Span(task.block().from(), end);
    return of(source.text(lines), task.title(), end);
  }

  /** The same of the cell {@code text} that holds the title of a row. */
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

  /** Behind the first line, or behind the underline that makes a heading of the first ones. */
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
