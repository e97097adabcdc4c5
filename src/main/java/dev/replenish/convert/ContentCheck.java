package dev.replenish.convert;

import dev.replenish.outline.page.TableCell;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that a task's new block has the content of its old text: the title and all further lines
 * in order, character by character except for white space, and every other word of the first line.
 */
record ContentCheck(Converted task) {

  /** Whether {@code block} has all of the content. */
  boolean isComplete(String block) {
    String[] parts = block.split("\\r\\n|\\n|\\r", 3);
    boolean titled =
        parts.length == 3
            && VisibleText.of(parts[1]).endsWith(VisibleText.of(task.title()))
            && VisibleText.of(task.title()).equals(VisibleText.of(task.task().title()));
    return titled && hasWords(firstLine(), block) && holds(lines(), parts[2]);
  }

  /** The first line, or the cell that holds the title. */
  private String firstLine() {
    TitleLine titleLine = task.titleLine();
    int from = task.task().block().from();
    return task.isRow()
        ? titleLine.before() + titleLine.title() + titleLine.after()
        : task.source().text(new Span(from, titleLine.end()));
  }

  private static boolean hasWords(String text, String block) {
    Map<String, Integer> unmatched = new HashMap<>();
    VisibleText.words(block).forEach(word -> unmatched.merge(word, 1, Integer::sum));
    return VisibleText.words(VisibleText.withoutBoxes(text)).stream()
        .allMatch(word -> unmatched.merge(word, -1, Integer::sum) >= 0);
  }

  /** The text that must be unchanged: the lines below the first, or the other cells. */
  private List<String> lines() {
    if (task.isRow()) {
      return TableCell.of(task.source(), task.task()).stream()
          .filter(cell -> !cell.title())
          .map(cell -> VisibleText.withoutBoxes(cell.text()))
          .filter(text -> !task.isItsId(text))
          .toList();
    }
    Span body =
        new Span(
            Math.min(task.titleLine().end(), task.task().block().to()), task.task().block().to());
    return task.source().text(body).lines().toList();
  }

  /** The visible text, in which the label of an old status equals that of a status. */
  private static String visible(String text) {
    return VisibleText.of(text.replaceAll("(?i)" + Fields.OLD + "(?=Status)", ""));
  }

  private static boolean holds(List<String> lines, String text) {
    String visible = visible(text);
    int at = 0;
    for (String line : lines) {
      String wanted = visible(line);
      int found = visible.indexOf(wanted, at);
      if (found < 0) {
        return false;
      }
      at = found + wanted.length();
    }
    return true;
  }
}
