package dev.replenish.app.undo;

import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.BlockComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a commit did to one task.
 *
 * @param id the task's id
 * @param before the task's place before the commit; empty if the commit added it
 * @param after the task's place after the commit
 */
record Effect(TaskId id, Optional<Place> before, Place after) {

  /** A task in a file of the board. */
  record Place(FileRole file, Document document, Task task) {

    boolean sameText(Place other) {
      return BlockComparison.same(
          document.source(), task.block(), other.document.source(), other.task.block());
    }
  }

  /**
   * The place of {@code id} on {@code board}; empty if there is none or several tasks have the id.
   */
  static Optional<Place> place(Board board, TaskId id) {
    List<TaskFinder.Found> found = TaskFinder.all(board, id.value());
    if (found.isEmpty() || (found.size() > 1 && found.get(0).task().isNamed())) {
      return Optional.empty();
    }
    TaskFinder.Found one = TaskFinder.one(board, id.value());
    return one.role(board).map(file -> new Place(file, one.document(), one.task()));
  }

  boolean moves() {
    return before.isPresent() && before.get().file() != after.file();
  }

  boolean rewrites() {
    return before.isPresent() && !before.get().sameText(after);
  }

  /** The events that happen to the task when the effect is undone. */
  List<Event> undoEvents() {
    List<Event> events = new ArrayList<>();
    if (before.isEmpty()) {
      return List.of(Event.REMOVED);
    }
    if (moves()) {
      events.add(
          switch (before.get().file()) {
            case BACKLOG -> Event.RETURNED;
            case TODO -> after.file() == FileRole.BACKLOG ? Event.PROMOTED : Event.RESTORED;
            case ARCHIVE -> Event.ARCHIVED;
          });
    }
    Status oldStatus = status(before.get());
    if (oldStatus != status(after)) {
      events.add(Event.of(oldStatus));
    } else if (rewrites()) {
      events.add(Event.EDITED);
    } else if (!moves()) {
      events.add(Event.REORDERED);
    }
    return events;
  }

  /** The verb for {@code event} in a commit message. */
  static String verb(Event event) {
    return switch (event) {
      case ADDED -> "add";
      case PROMOTED -> "replenish";
      case RETURNED -> "return";
      case STARTED -> "start";
      case BLOCKED -> "block";
      case FINISHED -> "finish";
      case REJECTED -> "reject";
      case ARCHIVED -> "archive";
      case REOPENED -> "reopen";
      case RESTORED -> "restore";
      case REMOVED -> "remove";
      case EDITED, CONVERTED, REORDERED -> "change";
    };
  }

  private static Status status(Place place) {
    return place.task().details().status().orElse(Status.TODO);
  }
}
