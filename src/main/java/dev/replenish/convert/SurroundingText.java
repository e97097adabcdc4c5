package dev.replenish.convert;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is in a file outside of its tasks: line by line, those that say nothing left out. */
final class SurroundingText {
  private SurroundingText() {}

  /** Whether {@code now} has the lines of {@code sheet} around its tasks, in order. */
  static boolean same(ConvertedFile sheet, Document now) {
    List<Span> left = new ArrayList<>();
    sheet.runs().forEach(run -> left.addAll(run.removed()));
    List<Span> ours = new ArrayList<>(now.tasks().stream().map(Task::block).toList());
    byte[] bytes = now.source().bytes();
    for (Group group : now.groups()) {
      ours.add(group.marker());
      ours.add(new Span(group.end(), LineWalk.end(bytes, group.end())));
    }
    return lines(sheet.document().source(), left).equals(lines(now.source(), ours));
  }

  private static List<String> lines(SourceText source, List<Span> without) {
    List<Span> spans = new ArrayList<>(without);
    spans.sort(Comparator.comparingInt(Span::from));
    List<String> lines = new ArrayList<>();
    int at = source.start();
    for (Span span : spans) {
      add(source.text(new Span(at, Math.max(at, span.from()))), lines);
      at = span.to();
    }
    add(source.text(new Span(at, source.length())), lines);
    return lines;
  }

  private static void add(String text, List<String> lines) {
    text.lines().filter(line -> !VisibleText.isInsignificant(line)).forEach(lines::add);
  }
}
