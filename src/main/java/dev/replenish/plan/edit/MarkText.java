package dev.replenish.plan.edit;

import dev.replenish.board.Field;
import dev.replenish.board.Task;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Changes what the first line of a task says by a mark: {@code @ina}, {@code due:2026-12-01}. */
record MarkText(SourceText source, Task task) {

  /** The ways to write it; a mark without a value goes as a whole. */
  List<List<Replacement>> ways(Field field, FieldChange change) {
    Span old = field.valueSpan();
    if (change.values().isEmpty()) {
      return gone(old);
    }
    String value = change.values().get(0);
    List<List<Replacement>> ways = new ArrayList<>();
    ways.add(List.of(Replacement.of(old, value)));
    if (old.from() > task.block().from() && source.bytes()[old.from() - 1] == '@') {
      Span name = new Span(old.from() - 1, old.to());
      ways.add(List.of(Replacement.of(name, "[@" + value + "]")));
    }
    return ways;
  }

  /** With the sign in front of it, which may be apart, and one blank. */
  private List<List<Replacement>> gone(Span old) {
    byte[] bytes = source.bytes();
    int line = LineWalk.end(bytes, task.block().from());
    int to = old.to();
    while (to < line && " \t|".indexOf(bytes[to]) < 0) {
      to++;
    }
    List<List<Replacement>> ways = new ArrayList<>();
    int from = old.from();
    for (int words = 0; words < 2; words++) {
      while (from > task.block().from() && " \t".indexOf(bytes[from - 1]) >= 0) {
        from--;
      }
      while (from > task.block().from() && " \t|".indexOf(bytes[from - 1]) < 0) {
        from--;
      }
      boolean blank = from > task.block().from() && bytes[from - 1] == ' ' && bytes[to] != '|';
      ways.add(List.of(Replacement.remove(new Span(blank ? from - 1 : from, to))));
    }
    return ways;
  }
}
