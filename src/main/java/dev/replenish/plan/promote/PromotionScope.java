package dev.replenish.plan.promote;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.TextRule;
import dev.replenish.rules.Selection;
import dev.replenish.text.Span;
import java.util.Optional;

/** What the promotion of a batch may do (docs/reference/moving.md, "Proof"). */
final class PromotionScope {
  private PromotionScope() {}

  static Scope of(Board board, Selection.Batch batch, FileNames files) {
    FileScope backlog =
        FileScope.of(FileRole.BACKLOG).leaving(batch.tasks()).allowing(TextRule.auditComment());
    FileScope todo =
        FileScope.of(FileRole.TODO)
            .arriving(Arrival.of(board.backlog(), batch.tasks(), task -> objection(batch, task)))
            .allowing(TextRule.insertions());
    Optional<Document> existing = board.todo();
    Optional<Span> type = existing.isPresent() ? existing.get().batchType() : Optional.empty();
    if (type.isPresent()) {
      todo = todo.allowing(TextRule.value(type.get()));
    }
    Scope scope = Scope.of(backlog, todo);
    return board.index().isPresent() ? scope.indexing(Promotion.facts(batch, files)) : scope;
  }

  /**
   * What is wrong with a moved task, if anything. It may have no type, if there is no level for a
   * heading above it.
   */
  private static Optional<String> objection(Selection.Batch batch, Task task) {
    if (!task.isActive()) {
      return Optional.of("TODO.md would show the batch as finished");
    }
    boolean other =
        batch.group().section().isPresent()
            && task.type().isPresent()
            && !task.type().equals(batch.group().type());
    return other
        ? Optional.of("TODO.md would not show which group the batch belongs to")
        : Optional.empty();
  }
}
