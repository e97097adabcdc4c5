package dev.replenish.plan.add;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.BlockComparison;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings lost tasks back into the backlog (docs/reference/audit.md, "Bringing tasks back"): each
 * into the group of its type and priority, where it stood among those that are still there, else at
 * the end of that group.
 *
 * @param tasks the tasks, in the order in which they stood
 * @param changes the backlog with the tasks in it
 */
public record RestoreStep(List<RestoreStep.Returning> tasks, List<FileChange> changes)
    implements Step {

  /** Copies the collections. */
  public RestoreStep {
    tasks = List.copyOf(tasks);
    changes = List.copyOf(changes);
  }

  /**
   * A task that comes back.
   *
   * @param id the id that it gets
   * @param block its text with its markers, as it will stand; its last line is ended
   * @param type the type of its group
   * @param priority the priority of its group
   * @param before the ids that stood before it in its group, the nearest last
   * @param after the ids that stood behind it, the nearest first
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

    AddStep.Key key() {
      return new AddStep.Key(priority, type);
    }
  }

  /** The step that brings {@code tasks} back to {@code board}; their ids are free. */
  public static RestoreStep on(Board board, List<Returning> tasks) {
    Document backlog = board.backlog();
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    String gap = new SeparatorStyle(backlog).between();
    Map<Integer, List<String>> ahead = new TreeMap<>();
    Map<Integer, List<String>> behind = new TreeMap<>();
    Map<AddStep.Key, List<String>> rest = new TreeMap<>();
    for (Returning task : tasks) {
      String block = task.block.lines().reduce("", (all, line) -> all + line + newLine);
      Optional<Task> next = survivor(backlog, task, task.after);
      List<String> nearest = new ArrayList<>(task.before);
      Collections.reverse(nearest);
      Optional<Task> previous = survivor(backlog, task, nearest);
      if (next.isPresent()) {
        ahead.computeIfAbsent(next.get().block().from(), at -> new ArrayList<>()).add(block);
      } else if (previous.isPresent()) {
        behind.computeIfAbsent(previous.get().block().to(), at -> new ArrayList<>()).add(block);
      } else {
        rest.computeIfAbsent(task.key(), key -> new ArrayList<>()).add(block);
      }
    }
    List<Replacement> edits = new ArrayList<>();
    ahead.forEach(
        (at, blocks) -> edits.add(Replacement.insert(at, String.join(gap, blocks) + gap)));
    behind.forEach(
        (at, blocks) -> edits.add(Replacement.insert(at, gap + String.join(gap, blocks))));
    edits.addAll(new AddStep.Writer(backlog).insertions(rest));
    return new RestoreStep(tasks, List.of(FileChange.edit(Edits.of(backlog.source(), edits))));
  }

  /** The first of {@code ids} that stands in a sound group of the task's type and priority. */
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

  @Override
  public Optional<String> violation(Board before, Board after) {
    Document old = before.backlog();
    Document now = after.backlog();
    boolean inserts =
        changes.stream()
            .flatMap(change -> change.edits().stream())
            .flatMap(edits -> edits.replacements().stream())
            .allMatch(edit -> edit.span().length() == 0);
    List<Task> rest = now.tasks().stream().filter(task -> !isBack(task)).toList();
    boolean keeps =
        inserts
            && BlockComparison.same(old, old.tasks(), now, rest)
            && BlockComparison.same(old, old.templates(), now, now.templates());
    if (!keeps) {
      return Optional.of("the tasks of " + old.path() + " would change");
    }
    Map<TaskId, Task> back = new LinkedHashMap<>();
    now.tasks().stream().filter(this::isBack).forEach(task -> back.put(task.id().get(), task));
    Set<TaskId> wanted = new HashSet<>();
    tasks.forEach(task -> wanted.add(task.id));
    boolean once = now.tasks().size() - rest.size() == tasks.size();
    if (!once || !back.keySet().equals(wanted)) {
      return Optional.of("a task would not come back, or twice");
    }
    return tasks.stream()
        .filter(task -> !isTrue(now, back.get(task.id), task))
        .map(task -> "the task " + task.id + " would not stand where and as it should")
        .findFirst();
  }

  private boolean isBack(Task task) {
    return task.id().isPresent()
        && tasks.stream().anyMatch(each -> each.id.equals(task.id().get()));
  }

  private static boolean isTrue(Document now, @Nullable Task task, Returning wanted) {
    if (task == null) {
      return false;
    }
    String text =
        new String(
            now.source().copy(new Span(task.block().from(), task.block().to()), LineEnding.LF),
            StandardCharsets.UTF_8);
    String block = wanted.block.lines().reduce("", (all, line) -> all + line + "\n");
    boolean home =
        now.groups().stream()
            .filter(group -> wanted.key().isOf(group))
            .anyMatch(group -> group.tasks().contains(task));
    boolean todo = task.details().status().filter(Status.TODO::equals).isPresent();
    return home && todo && text.equals(block);
  }
}
