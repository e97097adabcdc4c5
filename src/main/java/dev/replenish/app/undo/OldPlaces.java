package dev.replenish.app.undo;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.Draft;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.GroupKey;
import dev.replenish.plan.edit.MoveStep;
import dev.replenish.plan.edit.RegroupStep;
import dev.replenish.plan.edit.SectionStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves tasks back to the group and the place that they had in their file before a commit. */
record OldPlaces(Draft draft, UndoGuard guard) {

  /** Whether the commit moved the task to another group or place within its file. */
  boolean differs(Effect effect) {
    return effect.before().isPresent()
        && !effect.moves()
        && (!effect.rewrites() || isRegrouped(effect));
  }

  private static boolean isRegrouped(Effect effect) {
    return !label(effect.before().orElseThrow()).equals(label(effect.after()));
  }

  private static Optional<String> label(Effect.Place place) {
    return group(place.file(), place.document(), id(place)).map(Group::label);
  }

  private static TaskId id(Effect.Place place) {
    return place.task().id().orElseThrow();
  }

  private static Optional<Group> group(FileRole file, Document document, TaskId id) {
    return document.groups().stream()
        .filter(group -> file == FileRole.BACKLOG && Task.ids(group.tasks()).contains(id))
        .findFirst();
  }

  /** Refuses if the task was moved within its group since the commit. */
  void requireUnmoved(Effect effect) {
    Effect.Place placeAfter = effect.after();
    List<TaskId> idsAfter =
        Task.ids(neighbours(placeAfter.file(), placeAfter.document(), id(placeAfter)));
    List<TaskId> now =
        Task.ids(neighbours(placeAfter.file(), document(placeAfter.file()), id(placeAfter)));
    List<TaskId> before = new ArrayList<>(idsAfter);
    before.retainAll(now);
    List<TaskId> since = new ArrayList<>(now);
    since.retainAll(idsAfter);
    if (before.indexOf(id(placeAfter)) != since.indexOf(id(placeAfter))) {
      throw guard.movedSince(effect.id());
    }
  }

  /** Moves a task with markers back to its old group, with the tags that it had there. */
  void regroup(Effect effect) {
    Task now = task(effect.after());
    if (isRegrouped(effect) && now.form().isEmpty()) {
      Group old = oldGroup(effect);
      GroupKey key = new GroupKey(old.priority().orElseThrow(), old.type().orElseThrow());
      BoardSnapshot.take(draft, RegroupStep.of(document(FileRole.BACKLOG), now, key));
    }
  }

  private Group oldGroup(Effect effect) {
    Effect.Place old = effect.before().orElseThrow();
    return group(old.file(), old.document(), id(old)).orElseThrow();
  }

  /** Moves the task, which already has its old text, back to its old neighbours. */
  void moveBack(Effect effect) {
    Effect.Place old = effect.before().orElseThrow();
    Document document = document(old.file());
    Optional<String> currentLabel = group(old.file(), document, id(old)).map(Group::label);
    if (!currentLabel.equals(label(old)) && task(old).form().isPresent()) {
      Group group = oldGroup(effect);
      AddPlace place = new AddPlace(Optional.empty(), group.type(), group.priority());
      BoardSnapshot.take(draft, SectionStep.to(document, task(old), List.of(place)));
    }
    List<TaskId> order = Task.ids(neighbours(old.file(), old.document(), id(old)));
    int at = order.indexOf(id(old));
    List<TaskId> present = Task.ids(neighbours(old.file(), document(old.file()), id(old)));
    Optional<TaskId> next =
        order.subList(at + 1, order.size()).stream().filter(present::contains).findFirst();
    Optional<TaskId> last =
        order.subList(0, at).stream().filter(present::contains).reduce((earlier, later) -> later);
    next.or(() -> last).ifPresent(neighbour -> move(old, neighbour, next.isPresent()));
  }

  private void move(Effect.Place old, TaskId neighbour, boolean before) {
    Document document = document(old.file());
    Optional<Group> group = group(old.file(), document, id(old));
    List<Task> all = group.map(Group::tasks).orElse(document.tasks());
    Task target =
        all.stream().filter(task -> task.isOneOf(List.of(neighbour))).findFirst().orElseThrow();
    MoveStep step = new MoveStep(old.file(), document, group, task(old), target, before);
    if (!step.changes().isEmpty()) {
      BoardSnapshot.take(draft, step);
    }
  }

  private static List<Task> neighbours(FileRole file, Document document, TaskId id) {
    return file == FileRole.BACKLOG
        ? group(file, document, id).map(Group::tasks).orElse(List.of())
        : document.tasks();
  }

  private Task task(Effect.Place place) {
    return document(place.file()).tasks().stream()
        .filter(task -> task.isOneOf(List.of(id(place))))
        .findFirst()
        .orElseThrow();
  }

  private Document document(FileRole file) {
    return file.in(draft.board()).orElseThrow();
  }
}
