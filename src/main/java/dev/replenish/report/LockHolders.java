package dev.replenish.report;

import dev.replenish.app.board.BlockReason;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The active tasks that lock the type of {@code TODO.md}, and how to unlock it. */
final class LockHolders {
  private final List<String> held = new ArrayList<>();
  private final List<String> blocked = new ArrayList<>();

  LockHolders(Board board) {
    board.todo().ifPresent(todo -> todo.activeTasks().forEach(task -> add(todo, task)));
  }

  private void add(Document todo, Task task) {
    Optional<Status> status = task.details().status();
    String why = BlockReason.of(todo, task).map(reason -> ": " + OneLine.clean(reason)).orElse("");
    held.add(task.name() + status.map(known -> " (" + words(known) + why + ")").orElse(""));
    if (status.filter(Status.BLOCKED::equals).isPresent()) {
      blocked.add(task.name());
    }
  }

  private static String words(Status status) {
    return status.state().word().replace('-', ' ');
  }

  /** {@code It is held by A-1 (blocked: no key) and A-2 (open).} */
  String holders() {
    int last = held.size() - 1;
    return last < 1
        ? "It is held by " + String.join("", held) + "."
        : "It is held by "
            + String.join(", ", held.subList(0, last))
            + " and "
            + held.get(last)
            + ".";
  }

  /** How to unlock the type; further advice may follow. */
  String advice() {
    return blocked.isEmpty()
        ? "Finish the active tasks first"
        : "Move blocked tasks back with 'replenish defer "
            + String.join(" ", blocked)
            + "', or finish the active tasks first";
  }
}
