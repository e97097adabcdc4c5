package dev.replenish.convert;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.Map;

/** Decides which tasks of a board keep their ids (docs/reference/converting.md). */
final class ReusableIds {
  private final Map<TaskId, Integer> uses = new HashMap<>();

  ReusableIds(Board board) {
    board.documents().stream()
        .flatMap(document -> document.tasks().stream())
        .flatMap(task -> task.id().stream())
        .forEach(id -> uses.merge(id, 1, Integer::sum));
  }

  /** Whether the id of {@code task} is unique, safe, and written in the task. */
  boolean keeps(Document document, Task task) {
    return task.id()
        .filter(id -> id.isSafe() && !id.isTemplate() && uses.getOrDefault(id, 0) == 1)
        .filter(id -> task.isNamed() || isWritten(document.source(), task, id))
        .isPresent();
  }

  /** Whether the task's first line contains the id; a hash used as id is not written anywhere. */
  private static boolean isWritten(SourceText source, Task task, TaskId id) {
    int from = task.block().from();
    String line = source.text(new Span(from, LineWalk.end(source.bytes(), from)));
    return line.contains(id.value());
  }
}
