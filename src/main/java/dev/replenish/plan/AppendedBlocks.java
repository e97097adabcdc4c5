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

/** Builds what is added to {@code TODO.md}: Replenish's own text and blocks from the backlog. */
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

  public void appendText(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends the block unchanged, then a blank line and a separator. */
  public void appendTask(Task task) {
    String newLine = ending.text();
    byte[] block = backlog.copy(task.block(), ending);
    byte last = block[block.length - 1];
    boolean ended = last == '\n' || last == '\r';
    appendText(hasTask ? newLine : "");
    out.writeBytes(block);
    appendText((ended ? "" : newLine) + newLine + SEPARATOR + newLine);
    hasTask = true;
  }

  /**
   * Appends a separator if {@code first} is indented: it would become part of a list right above
   * it. Later blocks follow the separator of the block before them.
   */
  private void separateFromList(Task first) {
    if (backlog.bytes()[first.block().from()] == ' ') {
      appendText(SEPARATOR + ending.text() + ending.text());
    }
  }

  /** Appends {@code tasks} to be inserted at {@code at}, separated from the text above. */
  public void appendAfter(InsertionPoint at, List<Task> tasks) {
    appendText(at.atLineStart() ? "" : ending.text());
    appendText(at.blankBefore() ? "" : ending.text());
    if (at.belowList()) {
      separateFromList(tasks.get(0));
    }
    for (Task task : tasks) {
      appendTask(task);
    }
  }

  /** The edit that adds {@code tasks} to {@code todo}, separated from the text around them. */
  public Replacement insertionInto(Document todo, List<Task> tasks) {
    InsertionPoint at = todo.insertions().afterTasks();
    boolean atEnd = at.offset() == todo.source().length();
    appendAfter(at, tasks);
    appendText(atEnd || at.blankAfter() ? "" : ending.text());
    byte[] added = atEnd && !at.atLineStart() ? bytesWithoutLastBreak() : bytes();
    return new Replacement(Span.at(at.offset()), added);
  }

  /** Everything appended so far. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  /** The same without the last line break, for a file whose last line has none. */
  public byte[] bytesWithoutLastBreak() {
    byte[] all = bytes();
    return Arrays.copyOf(all, all.length - ending.text().length());
  }
}
