package dev.replenish.convert;

import dev.replenish.outline.page.TableCell;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a task's old text says, to be found in its new block: every line of it in order, character
 * by character, white space aside; of its first line the title so, and every other word.
 */
record ContentCheck(Converted task) {

  /** Whether {@code block} says all of it. */
  boolean isSettledBy(String block) {
    String[] parts = block.split("\\r\\n|\\n|\\r", 3);
    boolean titled =
        parts.length == 3
            && VisibleText.of(parts[1]).endsWith(VisibleText.of(task.title()))
            && VisibleText.of(task.title()).equals(VisibleText.of(task.task().title()));
    return titled && hasWords(first(), block) && holds(lines(), parts[2]);
  }

  /** The first line, or the cell that holds the title. */
  private String first() {
    TitleLine lead = task.lead();
    int from = task.task().block().from();
    return task.isRow()
        ? lead.before() + lead.title() + lead.after()
        : task.source().text(new Span(from, lead.end()));
  }

  private static boolean hasWords(String text, String block) {
    Map<String, Integer> left = new HashMap<>();
    VisibleText.words(block).forEach(word -> left.merge(word, 1, Integer::sum));
    return VisibleText.words(VisibleText.withoutBoxes(text)).stream()
        .allMatch(word -> left.merge(word, -1, Integer::sum) >= 0);
  }

  /** What has to be there as it is: the lines below, or the other cells. */
  private List<String> lines() {
    if (task.isRow()) {
      return TableCell.of(task.source(), task.task()).stream()
          .filter(cell -> !cell.title())
          .map(cell -> VisibleText.withoutBoxes(cell.text()))
          .filter(text -> !task.isItsId(text))
          .toList();
    }
    Span body =
        new Span(Math.min(task.lead().end(), task.task().block().to()), task.task().block().to());
    return task.source().text(body).lines().toList();
  }

  /** A status keeps its line, under another label. */
  private static String ink(String text) {
    return VisibleText.of(text.replaceAll("(?i)" + Fields.OLD + "(?=Status)", ""));
  }

  private static boolean holds(List<String> lines, String text) {
    String ink = ink(text);
    int at = 0;
    for (String line : lines) {
      String wanted = ink(line);
      int found = ink.indexOf(wanted, at);
      if (found < 0) {
        return false;
      }
      at = found + wanted.length();
    }
    return true;
  }
}
