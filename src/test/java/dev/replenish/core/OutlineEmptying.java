package dev.replenish.core;

import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Document;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.rules.Policy;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Replenishes a board without markers and marks the moved tasks in {@code TODO.md} as done, until
 * nothing is left to move. Finished and remaining tasks must then be all tasks of the start.
 */
final class OutlineEmptying {
  private static final int MAX_RUNS = 400;

  private final Policy policy;
  private final Map<String, Integer> finished = new TreeMap<>();
  private BoardFiles files;

  private OutlineEmptying(BoardFiles start, Policy policy) {
    this.files = start;
    this.policy = policy;
  }

  /** Returns the final board; {@code watch} receives each run that moves something. */
  static BoardFiles of(
      BoardFiles start, Policy policy, LocalDate date, Consumer<OutlineRun> watch) {
    OutlineEmptying emptying = new OutlineEmptying(start, policy);
    for (int i = 0; i < MAX_RUNS; i++) {
      OutlineRun run = OutlineRun.of(emptying.files, policy, date.plusDays(i));
      run.check();
      if (!run.moves()) {
        emptying.checkEnd(start);
        return emptying.files;
      }
      watch.accept(run);
      emptying.finish(run);
    }
    throw new AssertionError("still something to move after " + MAX_RUNS + " runs");
  }

  /**
   * Records each active task and marks it as done in its own notation. A task that stays active,
   * for example one with open boxes in it, is removed.
   */
  private void finish(OutlineRun run) {
    files = run.after();
    active().forEach(task -> finished.merge(OutlineRun.block(todo(), task), 1, Integer::sum));
    edit(active().stream().flatMap(task -> done(task).stream()).toList());
    edit(active().stream().map(task -> Replacement.remove(task.extent())).toList());
  }

  private Document todo() {
    return files.board().todo().orElseThrow();
  }

  private List<Task> active() {
    return todo().activeTasks();
  }

  private void edit(List<Replacement> edits) {
    files = files.with(TODO, Edits.of(todo().source(), edits).apply());
  }

  private static Optional<Replacement> done(Task task) {
    return task.form()
        .flatMap(UnmarkedForm::slot)
        .filter(mark -> mark.words().containsKey(Status.DONE))
        .map(mark -> Replacement.of(mark.place(), mark.words().get(Status.DONE)));
  }

  private void checkEnd(BoardFiles start) {
    Map<String, Integer> all = new TreeMap<>(finished);
    Document rest = files.board().backlog();
    OutlineRun.clear(rest.tasks())
        .forEach(task -> all.merge(OutlineRun.block(rest, task), 1, Integer::sum));
    Map<String, Integer> expected = new TreeMap<>();
    Document backlog = start.board().backlog();
    OutlineRun.clear(backlog.tasks())
        .forEach(task -> expected.merge(OutlineRun.block(backlog, task), 1, Integer::sum));
    start
        .board()
        .todo()
        .filter(todo -> !finished.isEmpty())
        .ifPresent(
            todo ->
                todo.activeTasks()
                    .forEach(
                        task -> expected.merge(OutlineRun.block(todo, task), 1, Integer::sum)));
    assertEquals(expected, all, "every block is accounted for");
    assertEquals(List.of(), files.plan(policy).changes(), "nothing is left that could be moved");
  }
}
