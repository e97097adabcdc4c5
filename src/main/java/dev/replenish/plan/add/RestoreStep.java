package dev.replenish.plan.add;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.TextRule;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings lost tasks back into the backlog (docs/reference/audit.md, "Bringing tasks back"): each
 * into the group of its type and priority, next to a former neighbour that is still there, else at
 * the end of that group.
 *
 * @param tasks the tasks, in their former order
 * @param changes the backlog with the tasks in it
 * @param scope what the changes may do
 */
public record RestoreStep(List<RestoreStep.Returning> tasks, List<FileChange> changes, Scope scope)
    implements Step {

  /** Copies the collections. */
  public RestoreStep {
    tasks = List.copyOf(tasks);
    changes = List.copyOf(changes);
  }

  /**
   * A task that is restored.
   *
   * @param id its new or old id
   * @param block its final text with its markers and a final line break
   * @param type the type of its group
   * @param priority the priority of its group
   * @param before the ids that were before it in its group, the nearest last
   * @param after the ids that were after it, the nearest first
   */
  public record Returning(
      TaskId id,
      String block,
      String type,
      Priority priority,
      List<String> before,
      List<String> after) {

    /** Copies the collections. */
    public Returning {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    GroupKey key() {
      return new GroupKey(priority, type);
    }
  }

  /** The step that brings {@code tasks} back to {@code board}; their ids must be free. */
  public static RestoreStep on(Board board, List<Returning> tasks) {
    Document backlog = board.backlog();
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    String gap = new SeparatorStyle(backlog).between();
    Map<Integer, List<String>> insertedBefore = new TreeMap<>();
    Map<Integer, List<String>> insertedAfter = new TreeMap<>();
    Map<GroupKey, List<String>> rest = new TreeMap<>();
    for (Returning task : tasks) {
      String block = task.block.lines().reduce("", (all, line) -> all + line + newLine);
      Optional<Task> next = survivor(backlog, task, task.after);
      List<String> nearest = new ArrayList<>(task.before);
      Collections.reverse(nearest);
      Optional<Task> previous = survivor(backlog, task, nearest);
      if (next.isPresent()) {
        insertedBefore
            .computeIfAbsent(next.get().block().from(), at -> new ArrayList<>())
            .add(block);
      } else if (previous.isPresent()) {
        insertedAfter
            .computeIfAbsent(previous.get().block().to(), at -> new ArrayList<>())
            .add(block);
      } else {
        rest.computeIfAbsent(task.key(), key -> new ArrayList<>()).add(block);
      }
    }
    List<Replacement> edits = new ArrayList<>();
    insertedBefore.forEach(
        (at, blocks) -> edits.add(Replacement.insert(at, String.join(gap, blocks) + gap)));
    insertedAfter.forEach(
        (at, blocks) -> edits.add(Replacement.insert(at, gap + String.join(gap, blocks))));
    edits.addAll(new GroupPlacement(backlog).edits(rest));
    Edits all = Edits.of(backlog.source(), edits);
    return new RestoreStep(tasks, List.of(FileChange.edit(all)), scope(tasks));
  }

  /** The first of {@code ids} that is in a sound group of the task's type and priority. */
  private static Optional<Task> survivor(Document backlog, Returning task, List<String> ids) {
    for (String id : ids) {
      for (Group group : backlog.groups()) {
        if (group.isSound() && task.key().isOf(group)) {
          for (Task other : group.tasks()) {
            if (other.isWhole() && other.id().filter(i -> i.value().equals(id)).isPresent()) {
              return Optional.of(other);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Each task is inserted once, into its group, with its id and the status {@code todo}. */
  private static Scope scope(List<Returning> tasks) {
    FileScope scope =
        FileScope.of(FileRole.BACKLOG).allowing(TextRule.lines(AddScope::isMarker)).leniently();
    for (Returning task : tasks) {
      Arrival.Block block = Arrival.Block.written(task.block, found -> objection(found, task));
      scope = scope.arriving(Arrival.of(List.of(block)).into(task.key()::isOf));
    }
    return Scope.of(scope);
  }

  private static Optional<String> objection(Task found, Returning wanted) {
    boolean waits = found.details().status().filter(Status.TODO::equals).isPresent();
    boolean named = found.id().filter(wanted.id::equals).isPresent();
    return waits && named
        ? Optional.empty()
        : Optional.of("the task " + wanted.id + " would not be restored correctly");
  }
}
