package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.IndexUpdate;
import dev.replenish.rules.IndexFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps the index true when a command has done its work (TASKS.md, "The index"). */
final class IndexSync {
  private IndexSync() {}

  /** Makes the entries of these tasks tell what {@code draft} has come to. */
  static void of(Base base, Draft draft, Collection<Task> tasks) {
    Board board = draft.board();
    if (board.index().isPresent() && !tasks.isEmpty()) {
      FileNames files = base.settings().files();
      List<TaskId> ids = tasks.stream().flatMap(task -> task.id().stream()).toList();
      List<IndexFact> facts = new ArrayList<>();
      board.todo().ifPresent(todo -> facts(todo, files.todo(), ids, facts));
      for (Group group : board.backlog().groups()) {
        for (Task task : named(group.tasks(), ids)) {
          IndexFact fact = IndexFact.of(task, files.backlog());
          facts.add(fact.orElse(group.type(), group.priority()));
        }
      }
      board.archive().ifPresent(archive -> facts(archive, files.archive(), ids, facts));
      Base.take(draft, new IndexUpdate(board, files, facts));
    }
  }

  private static void facts(
      Document document, String fileName, List<TaskId> ids, List<IndexFact> facts) {
    named(document.tasks(), ids).forEach(task -> facts.add(IndexFact.of(task, fileName)));
  }

  private static List<Task> named(List<Task> tasks, List<TaskId> ids) {
    return tasks.stream().filter(task -> task.id().filter(ids::contains).isPresent()).toList();
  }
}
