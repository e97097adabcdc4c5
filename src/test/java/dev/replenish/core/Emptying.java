package dev.replenish.core;

import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Task;
import dev.replenish.rules.Policy;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Replenishes a board and completes its tasks, again and again until nothing is left to move. */
final class Emptying {
  private static final int MAX_RUNS = 200;

  private Emptying() {}

  /** Returns the final board; {@code watch} receives each run. */
  static BoardFiles of(BoardFiles start, Policy policy, LocalDate date, Consumer<Run> watch) {
    BoardFiles files = start;
    Map<?, Integer> errors = Run.errors(start, policy);
    for (int i = 0; i < MAX_RUNS; i++) {
      Run run = Run.of(files, policy, date.plusDays(i));
      watch.accept(run);
      run.check();
      if (!run.moves()) {
        checkEnd(start, files, policy, i);
        return files;
      }
      files = withDone(run.after(), run.moved());
      Run.errors(files, policy)
          .forEach((code, count) -> assertTrue(count <= errorsOf(errors, code), "new " + code));
    }
    throw new AssertionError("still something to move after " + MAX_RUNS + " runs");
  }

  private static int errorsOf(Map<?, Integer> errors, Object code) {
    return errors.containsKey(code) ? errors.get(code) : 0;
  }

  private static void checkEnd(BoardFiles start, BoardFiles end, Policy policy, int runs) {
    List<String> audits = Run.audits(end);
    assertEquals(Run.audits(start).size() + (policy.auditComment() ? runs : 0), audits.size());
    List<String> rest = new ArrayList<>(Run.lines(end, BACKLOG));
    rest.removeAll(audits);
    rest.removeIf(String::isBlank);
    List<String> kept = outside(start.board().backlog());
    kept.removeAll(audits);
    kept.removeIf(line -> line.isBlank() || line.strip().matches("[- \t]{3,}"));
    Run.assertSubsequence(kept, rest);
  }

  /** The lines of a backlog that belong to no task. */
  private static List<String> outside(Document backlog) {
    List<Replacement> blocks = new ArrayList<>();
    backlog.tasks().forEach(task -> blocks.add(Replacement.of(task.block(), "\n")));
    byte[] rest = Edits.of(backlog.source(), blocks).apply();
    BoardFiles files = BoardFiles.of(Map.of(BACKLOG, rest));
    return new ArrayList<>(Run.lines(files, BACKLOG));
  }

  private static BoardFiles withDone(BoardFiles files, List<String> ids) {
    Document todo = files.board().todo().orElseThrow();
    List<Replacement> edits = new ArrayList<>();
    for (Task task : todo.tasks()) {
      if (ids.contains(task.name())) {
        Field status = task.details().field(FieldName.STATUS).orElse(null);
        edits.add(
            status == null
                ? Replacement.insert(
                    task.position().headerEnd(), newLine(todo) + "**Status:** done")
                : Replacement.of(status.valueSpan(), " done"));
      }
    }
    return files.with(TODO, Edits.of(todo.source(), edits).apply());
  }

  private static String newLine(Document document) {
    return document.source().lineEnding(LineEnding.LF).text();
  }
}
