package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Compares blocks of two documents byte by byte, for independent checks of proofs. */
public final class SecondComparison {
  private SecondComparison() {}

  /** Whether both lists hold the same blocks in the same order, line endings aside. */
  public static boolean same(
      Document before, List<Task> expected, Document after, List<Task> found) {
    if (expected.size() != found.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!same(before, expected.get(i), after, found.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Document before, Task old, Document after, Task now) {
    byte[] a = before.source().bytes();
    byte[] b = after.source().bytes();
    boolean identical =
        Arrays.equals(
            a, old.block().from(), old.block().to(), b, now.block().from(), now.block().to());
    return identical || unixLines(before, old).equals(unixLines(after, now));
  }

  /** The text of a block with every line ended by LF, also the last one. */
  private static String unixLines(Document document, Task task) {
    byte[] block = document.source().copy(task.block(), LineEnding.LF);
    String text = new String(block, StandardCharsets.UTF_8).replace('\r', '\n');
    return text.endsWith("\n") ? text : text + "\n";
  }

  /**
   * Whether {@code edit} removes one of {@code tasks}, with only separators and blank lines around.
   */
  public static boolean removesTask(SourceText source, List<Task> tasks, Replacement edit) {
    byte[] bytes = source.bytes();
    Span span = edit.span();
    for (Task task : tasks) {
      Span block = task.block();
      if (span.contains(block)
          && isSeparation(bytes, span.from(), block.from())
          && isSeparation(bytes, block.to(), span.to())) {
        return edit.bytes().length == 0;
      }
    }
    return false;
  }

  private static boolean isSeparation(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("-*_ \t\r\n".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }
}
