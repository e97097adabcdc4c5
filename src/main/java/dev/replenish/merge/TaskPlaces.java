package dev.replenish.merge;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.merge.Parents.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks of a board, and every place with an id, from the backlog to the archive. */
public final class TaskPlaces {
  private final Board board;
  private final List<Held> all = new ArrayList<>();
  private final Map<TaskId, List<Held>> byId = new HashMap<>();

  /** The tasks of {@code board}. */
  public TaskPlaces(Board board) {
    this.board = board;
    for (FileRole file : FileRole.values()) {
      Optional<Document> document = file.in(board);
      for (Task task : document.map(Document::tasks).orElse(List.of())) {
        Held held = new Held(document.orElseThrow(), task, file);
        all.add(held);
        task.id().ifPresent(id -> byId.computeIfAbsent(id, any -> new ArrayList<>()).add(held));
      }
    }
  }

  /** The board. */
  public Board board() {
    return board;
  }

  /** All tasks, with and without an id. */
  List<Held> all() {
    return all;
  }

  /** The tasks with an id. */
  List<Held> identified() {
    return all.stream().filter(held -> held.task().id().isPresent()).toList();
  }

  /** Every place with {@code id}. */
  List<Held> of(TaskId id) {
    return byId.getOrDefault(id, List.of());
  }
}
