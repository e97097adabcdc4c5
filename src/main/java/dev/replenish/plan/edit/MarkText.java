package dev.replenish.plan.edit;

import dev.replenish.board.Field;
import dev.replenish.board.Task;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Changes a mark in the first line of a task: {@code @ina}, {@code due:2026-12-01}. */
record MarkText(SourceText source, Task task) {

  /** The alternative edits; a mark that gets no value is removed as a whole. */
  List<List<Replacement>> ways(Field field, FieldChange change) {
    Span old = field.valueSpan();
    if (change.values().isEmpty()) {
      return removed(old);
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

  /** Removes the value, the sign before it, which may be a word of its own, and one blank. */
  private List<List<Replacement>> removed(Span old) {
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
