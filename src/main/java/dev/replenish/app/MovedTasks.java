package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.text.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds the new places of moved tasks. */
final class MovedTasks {
  private MovedTasks() {}

  /**
   * Where each task of {@code batch} begins in {@code TODO.md} after the move; empty if that is
   * ambiguous, for example if another task without an id has the same title.
   *
   * @param before the board that the batch was moved on
   * @param after the board after the move
   */
  static List<Optional<Location>> places(List<Task> batch, Board before, Board after) {
    List<Optional<Location>> places =
        new ArrayList<>(Collections.nCopies(batch.size(), Optional.empty()));
    if (after.todo().isEmpty()) {
      return places;
    }
    List<String> known = before.todo().map(MovedTasks::keys).orElse(List.of());
    List<String> keys = keys(after.todo().get());
    List<Task> tasks = after.todo().get().tasks();
    int end = tasks.size();
    for (int i = batch.size() - 1; i >= 0; i--) { // tasks with the same key keep their order
      String key = key(batch.get(i));
      int at = keys.subList(0, end).lastIndexOf(key);
      if (at >= 0 && !known.contains(key)) {
        places.set(
            i, Optional.of(new Location(after.todo().get().path(), tasks.get(at).line(), 0)));
        end = at;
      }
    }
    return places;
  }

  private static List<String> keys(Document document) {
    return document.tasks().stream().map(MovedTasks::key).toList();
  }

  private static String key(Task task) {
    return task.id().map(id -> id.value() + " ").orElse("") + task.title();
  }
}
