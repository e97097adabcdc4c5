package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.Task;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What is added to {@code TODO.md}: text of ours and blocks out of the backlog. */
public final class AppendedBlocks {
  private static final String SEPARATOR = "---";

  private final SourceText backlog;
  private final LineEnding ending;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean hasTask;

  public AppendedBlocks(SourceText backlog, LineEnding ending) {
    this.backlog = backlog;
    this.ending = ending;
  }

  public void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The block as it is, then a blank line and a separator. */
  public void task(Task task) {
    String newLine = ending.text();
    byte[] block = backlog.copy(task.block(), ending);
    byte last = block[block.length - 1];
    boolean ended = last == '\n' || last == '\r';
    text(hasTask ? newLine : "");
    out.writeBytes(block);
    text((ended ? "" : newLine) + newLine + SEPARATOR + newLine);
    hasTask = true;
  }

  /**
   * An indented block would become a part of a list right above it; a separator ends every list.
   * Behind another block there is none.
   */
  private void shelter(Task first) {
    if (backlog.bytes()[first.block().from()] == ' ') {
      text(SEPARATOR + ending.text() + ending.text());
    }
  }

  /** Blocks behind {@code at}, with what keeps them apart from what is above. */
  public void behind(InsertionPoint at, List<Task> tasks) {
    text(at.atLineStart() ? "" : ending.text());
    text(at.blankBefore() ? "" : ending.text());
    if (at.belowList()) {
      shelter(tasks.get(0));
    }
    for (Task task : tasks) {
      task(task);
    }
  }

  /** Blocks where further tasks of {@code todo} belong, apart from what is around them. */
  public Replacement at(Document todo, List<Task> tasks) {
    InsertionPoint at = todo.end();
    boolean atEnd = at.offset() == todo.source().length();
    behind(at, tasks);
    text(atEnd || at.blankAfter() ? "" : ending.text());
    byte[] added = atEnd && !at.atLineStart() ? bytesWithoutLastBreak() : bytes();
    return new Replacement(Span.at(at.offset()), added);
  }

  /** All of it as bytes. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  /** For a file that does not end its last line: it goes on not doing so. */
  public byte[] bytesWithoutLastBreak() {
    byte[] all = bytes();
    return Arrays.copyOf(all, all.length - ending.text().length());
  }
}
