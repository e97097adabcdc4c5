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

/** Compares the lines of files outside of their tasks, except blank lines and separators. */
final class SurroundingText {
  private SurroundingText() {}

  /** Whether the lines around the tasks are the same in {@code now} as before the conversion. */
  static boolean same(ConvertedFile before, Document now) {
    List<Span> replaced = new ArrayList<>();
    before.runs().forEach(run -> replaced.addAll(run.removed()));
    List<Span> added = new ArrayList<>(now.tasks().stream().map(Task::block).toList());
    byte[] bytes = now.source().bytes();
    for (Group group : now.groups()) {
      added.add(group.marker());
      added.add(new Span(group.position().end(), LineWalk.end(bytes, group.position().end())));
    }
    return lines(before.document().source(), replaced).equals(lines(now.source(), added));
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
