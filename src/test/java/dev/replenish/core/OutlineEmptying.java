package dev.replenish.core;

import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.rules.Policy;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Replenishes a board without markers, takes out of {@code TODO.md} what was moved, and does it
 * again until there is nothing left to move. What was taken out and what is left make up all that
 * was there.
 */
final class OutlineEmptying {
  private static final int MOST_RUNS = 400;

  private final Policy policy;
  private final Map<String, Integer> finished = new TreeMap<>();
  private BoardFiles files;

  private OutlineEmptying(BoardFiles start, Policy policy) {
    this.files = start;
    this.policy = policy;
  }

  /** The board at the end; {@code watch} sees every run that moves something. */
  static BoardFiles of(
      BoardFiles start, Policy policy, LocalDate date, Consumer<OutlineRun> watch) {
    OutlineEmptying emptying = new OutlineEmptying(start, policy);
    for (int i = 0; i < MOST_RUNS; i++) {
      OutlineRun run = OutlineRun.of(emptying.files, policy, date.plusDays(i));
      run.check();
      if (!run.moves()) {
        emptying.checkEnd(start);
        return emptying.files;
      }
      watch.accept(run);
      emptying.finish(run);
    }
    throw new AssertionError("still something to move after " + MOST_RUNS + " runs");
  }

  private void finish(OutlineRun run) {
    Document todo = run.after().board().todo().orElseThrow();
    List<Replacement> edits = new ArrayList<>();
    for (Task task : todo.activeTasks()) {
      finished.merge(OutlineRun.block(todo, task), 1, Integer::sum);
      edits.add(Replacement.remove(task.extent()));
    }
    files = run.after().with(TODO, Edits.of(todo.source(), edits).apply());
  }

  private void checkEnd(BoardFiles start) {
    Map<String, Integer> all = new TreeMap<>(finished);
    OutlineRun.blocks(files).forEach((block, count) -> all.merge(block, count, Integer::sum));
    assertEquals(OutlineRun.blocks(start), all, "every block is accounted for");
    assertEquals(List.of(), files.plan(policy).changes(), "nothing is left that could be moved");
  }
}
