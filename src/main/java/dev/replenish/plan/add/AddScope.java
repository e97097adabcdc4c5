package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskFields;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.TextRule;
import dev.replenish.text.LineEnding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the addition of tasks may do (docs/reference/moving.md, "Proof"): each is inserted once, at
 * the end of its group, with the requested content.
 */
public final class AddScope {
  private AddScope() {}

  static Scope of(Document backlog, List<TaskDraft> drafts) {
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    Map<GroupKey, List<Arrival.Block>> blocks = new TreeMap<>();
    for (TaskDraft draft : drafts) {
      blocks
          .computeIfAbsent(GroupKey.of(draft), key -> new ArrayList<>())
          .add(Arrival.Block.written(draft.block(newLine), task -> objection(task, draft)));
    }
    FileScope scope = FileScope.of(FileRole.BACKLOG).allowing(TextRule.lines(AddScope::isMarker));
    for (Map.Entry<GroupKey, List<Arrival.Block>> group : blocks.entrySet()) {
      scope = scope.arriving(Arrival.of(group.getValue()).asLastOf(group.getKey()::isOf));
    }
    return Scope.of(scope);
  }

  /** Whether a line opens or closes a group. */
  public static boolean isMarker(String line) {
    return line.startsWith("## group_begin ") || line.equals("## group_end");
  }

  private static Optional<String> objection(Task task, TaskDraft draft) {
    return hasContentOf(task, draft)
        ? Optional.empty()
        : Optional.of("the new task " + draft.id() + " would not have the requested content");
  }

  private static boolean hasContentOf(Task task, TaskDraft draft) {
    return task.defects().isEmpty()
        && task.id().equals(Optional.of(draft.id()))
        && task.title().equals(draft.title())
        && task.type().equals(Optional.of(draft.type()))
        && task.priority().equals(Optional.of(draft.priority()))
        && task.tag("component").equals(draft.component())
        && hasContentOf(task.details(), draft.body());
  }

  private static boolean hasContentOf(TaskFields details, TaskBody body) {
    boolean todo =
        !body.values().containsKey(FieldName.STATUS)
            || details.status().equals(Optional.of(Status.TODO));
    boolean values =
        body.values().entrySet().stream()
            .allMatch(
                entry ->
                    details
                        .field(entry.getKey())
                        .map(Field::value)
                        .equals(Optional.of(entry.getValue())));
    int steps = details.field(FieldName.PLAN).map(Field::steps).map(List::size).orElse(0);
    return todo && values && (body.steps() == 0 || steps == body.steps());
  }
}
