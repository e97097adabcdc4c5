package dev.replenish.plan;

import dev.replenish.board.Task;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Compares blocks of two documents byte by byte, for proofs (docs/reference/moving.md, "Proof").
 */
public final class BlockComparison {
  private BlockComparison() {}

  /** Whether two spans hold the same text, except for line endings and the last line break. */
  public static boolean same(SourceText before, Span old, SourceText after, Span now) {
    byte[] a = before.bytes();
    byte[] b = after.bytes();
    return Arrays.equals(a, old.from(), old.to(), b, now.from(), now.to())
        || unixLines(before, old).equals(unixLines(after, now));
  }

  /** The text of a block with each line ended by LF, including the last one. */
  private static String unixLines(SourceText source, Span span) {
    byte[] block = source.copy(span, LineEnding.LF);
    String text = new String(block, StandardCharsets.UTF_8).replace('\r', '\n');
    return LineEnding.LF.end(text);
  }

  /** Whether {@code edit} removes one of {@code tasks} and else only separators and blank lines. */
  static boolean removes(SourceText source, List<Task> tasks, Replacement edit) {
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

  /** Whether {@code text} holds nothing but blank lines and separators. */
  static boolean isSeparation(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return isSeparation(bytes, 0, bytes.length);
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
