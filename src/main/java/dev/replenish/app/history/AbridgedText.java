package dev.replenish.app.history;

import dev.replenish.audit.history.TaskState;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A version of a file without the bodies of the tasks that it shares with the version read before.
 * After a header at the top level no block is open, so the body of a whole task has no effect
 * outside of the task. The remaining text is therefore read in the same way, if each of these tasks
 * is whole in it.
 *
 * @param bytes the remaining text
 * @param cuts the tasks without bodies, in listed order
 */
record AbridgedText(byte[] bytes, List<Cut> cuts) {

  /**
   * A task whose body can be left out.
   *
   * @param block the task in the whole text
   * @param body the part of the block that can be left out
   * @param lines how many lines the body has
   * @param state the state of the task
   */
  record Known(Span block, Span body, int lines, TaskState state) {
    private Known at(int delta) {
      return new Known(shifted(block, delta), shifted(body, delta), lines, state);
    }

    private static Span shifted(Span span, int delta) {
      return new Span(span.from() + delta, span.to() + delta);
    }

    /** The length of the block without the body. */
    int length() {
      return block.length() - body.length();
    }
  }

  /** A known task, and where it begins in the abridged text. */
  record Cut(Known task, int from) {}

  /**
   * Abridges {@code text}: leaves out the bodies of tasks in the common beginning and end of {@code
   * before} and {@code text}.
   *
   * @param known the tasks of {@code before}
   */
  static AbridgedText of(byte[] text, byte[] before, List<Known> known) {
    int mismatch = Arrays.mismatch(before, text);
    int first = 0;
    while (first < known.size() && (mismatch < 0 || known.get(first).block.to() <= mismatch)) {
      first++;
    }
    int delta = text.length - before.length;
    int last = known.size();
    while (last > first && isSame(known.get(last - 1).block, before, text, delta)) {
      last--;
    }
    List<Cut> cuts = new ArrayList<>(known.size());
    byte[] bytes = new byte[text.length];
    int at = 0;
    int to = 0;
    for (int i = 0; i < known.size(); i++) {
      if (i < first || i >= last) {
        Known task = known.get(i).at(i < first ? 0 : delta);
        cuts.add(new Cut(task, to + task.block.from() - at));
        System.arraycopy(text, at, bytes, to, task.body.from() - at);
        to += task.body.from() - at;
        at = task.body.to();
      }
    }
    System.arraycopy(text, at, bytes, to, text.length - at);
    return new AbridgedText(Arrays.copyOf(bytes, to + text.length - at), cuts);
  }

  private static boolean isSame(Span block, byte[] before, byte[] text, int delta) {
    int from = block.from() + delta;
    return from >= 0
        && Arrays.equals(before, block.from(), block.to(), text, from, block.to() + delta);
  }
}
