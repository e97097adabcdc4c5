package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Group;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskFields;
import dev.replenish.board.TaskId;
import dev.replenish.plan.SecondComparison;
import dev.replenish.text.LineEnding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks additions as the first releases did, by rules for additions alone: an independent check of
 * the proof of the scope.
 */
public final class AddSecondOpinion {
  private final Document before;
  private final Document after;
  private final AddStep step;
  private final Set<TaskId> added = new HashSet<>();

  public AddSecondOpinion(Document before, Document after, AddStep step) {
    this.before = before;
    this.after = after;
    this.step = step;
    step.drafts().forEach(draft -> added.add(draft.id()));
  }

  /** The violation, if any. */
  public Optional<String> violation() {
    if (!onlyInserts()) {
      return Optional.of("more than new tasks would change in " + before.path());
    }
    List<Task> rest = after.tasks().stream().filter(task -> !isNew(task)).toList();
    boolean keeps =
        SecondComparison.same(before, before.tasks(), after, rest)
            && SecondComparison.same(
                before, before.blocks().templates(), after, after.blocks().templates());
    if (!keeps || !groups(before).equals(groups(after))) {
      return Optional.of("the tasks and groups that are there would change");
    }
    if (after.findings().size() > before.findings().size()) {
      return Optional.of("the backlog would be damaged");
    }
    return readBack();
  }

  private boolean onlyInserts() {
    return step.changes().get(0).edits().stream()
        .flatMap(edits -> edits.replacements().stream())
        .allMatch(edit -> edit.span().length() == 0);
  }

  private boolean isNew(Task task) {
    return task.id().map(added::contains).orElse(false);
  }

  /**
   * The groups with the number of their old tasks, without groups that were created for new tasks.
   */
  private List<String> groups(Document document) {
    Set<GroupKey> created = new HashSet<>();
    step.drafts().forEach(draft -> created.add(GroupKey.of(draft)));
    created.removeIf(key -> before.groups().stream().anyMatch(key::isOf));
    List<String> groups = new ArrayList<>();
    for (Group group : document.groups()) {
      if (created.stream().noneMatch(key -> key.isOf(group))) {
        long old = group.tasks().stream().filter(task -> !isNew(task)).count();
        groups.add(group.label() + " " + old);
      }
    }
    return groups;
  }

  /** Checks that every draft is there once, at the end of its group, in order and as declared. */
  private Optional<String> readBack() {
    Map<GroupKey, List<TaskDraft>> wanted = new TreeMap<>();
    step.drafts()
        .forEach(
            draft -> wanted.computeIfAbsent(GroupKey.of(draft), k -> new ArrayList<>()).add(draft));
    long count = after.tasks().stream().filter(this::isNew).count();
    boolean complete =
        count == step.drafts().size()
            && wanted.entrySet().stream().allMatch(e -> isLast(e.getKey(), e.getValue()));
    if (!complete) {
      return Optional.of("a new task would not stand at the end of its group");
    }
    Map<Optional<TaskId>, Task> found = new HashMap<>();
    after.tasks().stream().filter(this::isNew).forEach(task -> found.put(task.id(), task));
    return step.drafts().stream()
        .filter(draft -> !matches(found.get(Optional.of(draft.id())), draft))
        .map(draft -> "the new task " + draft.id() + " would not have the requested content")
        .findFirst();
  }

  private boolean isLast(GroupKey key, List<TaskDraft> wanted) {
    List<Optional<TaskId>> ids = wanted.stream().map(TaskDraft::id).map(Optional::of).toList();
    return after.groups().stream()
        .filter(key::isOf)
        .map(group -> group.tasks().stream().map(Task::id).toList())
        .anyMatch(
            all ->
                all.size() >= ids.size()
                    && all.subList(all.size() - ids.size(), all.size()).equals(ids));
  }

  private boolean matches(@Nullable Task task, TaskDraft draft) {
    String newLine = before.source().lineEnding(LineEnding.LF).text();
    return task != null
        && task.defects().isEmpty()
        && after.source().text(task.block()).equals(draft.block(newLine))
        && task.title().equals(draft.title())
        && task.type().equals(Optional.of(draft.type()))
        && task.priority().equals(Optional.of(draft.priority()))
        && task.tag("component").equals(draft.component())
        && matches(task.details(), draft.body());
  }

  private static boolean matches(TaskFields details, TaskBody body) {
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
