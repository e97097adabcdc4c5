package dev.replenish.app.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.DamageGuard;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.Draft;
import dev.replenish.plan.Step;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.GroupKey;
import dev.replenish.plan.edit.BlockStep;
import dev.replenish.plan.edit.EditStep;
import dev.replenish.plan.edit.FieldChange;
import dev.replenish.plan.edit.RegroupStep;
import dev.replenish.plan.edit.SectionStep;
import dev.replenish.plan.edit.UrgencyText;
import dev.replenish.text.LineEnding;
import java.util.List;
import java.util.Optional;

/** Applies changes to one task in a draft of its board. */
final class Editing {
  private final Draft draft;
  private final FileRole file;
  private final String name;

  /** The index of the task in its file; its id may change with its title. */
  private int place;

  /**
   * Starts with the task called {@code id}.
   *
   * @throws ProblemException {@code USAGE} if there is no such task, {@code INVALID_DOCUMENT} if it
   *     can't be changed
   */
  Editing(BoardSnapshot base, Draft draft, String id) {
    DamageGuard.require(base.board());
    TaskFinder.Found found = TaskFinder.one(base.board(), TaskFinder.fullId(base.board(), id));
    if (found.isIn(base.board().archive())) {
      throw refused(found, " is archived", "Archived tasks are not changed.");
    }
    if (!found.task().isWhole()) {
      throw refused(found, " is damaged", "Fix it by hand or with 'replenish check --fix'.");
    }
    this.draft = draft;
    this.file = found.isIn(base.board().todo()) ? FileRole.TODO : FileRole.BACKLOG;
    this.name = found.task().name();
    this.place = found.document().tasks().indexOf(found.task());
  }

  private static ProblemException refused(TaskFinder.Found found, String what, String next) {
    return found.refusal(found.task().name() + what, next);
  }

  /** The file in its current state. */
  Document document() {
    return file.in(draft.board()).orElseThrow();
  }

  /** The task in its current state. */
  Task task() {
    return document().tasks().get(place);
  }

  /**
   * The tasks of the task's group in the backlog if there are {@code size} of them, else all tasks
   * of its file.
   */
  List<Task> listed(int size) {
    List<Task> all = document().tasks();
    for (Group group : draft.board().backlog().groups()) {
      boolean here = group.tasks().stream().anyMatch(each -> each.name().equals(name));
      if (file == FileRole.BACKLOG && here && group.tasks().size() == size) {
        return group.tasks();
      }
    }
    return all;
  }

  /** The current text of the task, ending with a line feed. */
  String text() {
    byte[] text = document().source().copy(task().block(), LineEnding.LF);
    return LineEnding.LF.end(new String(text, UTF_8));
  }

  /** The file that the task is in. */
  FileRole file() {
    return file;
  }

  /** Applies the changes. */
  void apply(TaskEdit edit) {
    for (FieldChange change : edit.changes()) {
      take(EditStep.field(file, document(), task(), change));
    }
    if (edit.title().isPresent()) {
      take(EditStep.title(file, document(), task(), edit.title().get()));
    }
    Optional<String> type =
        edit.typeWord().filter(word -> task().type().filter(word::equalsIgnoreCase).isEmpty());
    Optional<Priority> rank =
        edit.rank().filter(priority -> !task().priority().equals(edit.rank()));
    if (type.isEmpty() && rank.isEmpty()) {
      return;
    }
    if (task().form().isEmpty()) {
      regroup(type, rank);
    } else {
      moveToSection(edit, type, rank);
    }
  }

  private void regroup(Optional<String> type, Optional<Priority> rank) {
    Optional<Group> group = group();
    String newType =
        type.or(() -> task().type())
            .or(() -> group.flatMap(Group::type))
            .orElseThrow(() -> missingTag("type"));
    Priority newRank =
        rank.or(() -> task().priority())
            .or(() -> group.flatMap(Group::priority))
            .orElseThrow(() -> missingTag("priority"));
    regroup(new GroupKey(newRank, newType));
  }

  private ProblemException missingTag(String tag) {
    return refused(
        new TaskFinder.Found(document(), task()), " has no " + tag, "Give --" + tag + ", too.");
  }

  /**
   * Moves the task to the group of {@code key}; in TODO.md and outside of groups, only its tags
   * change.
   */
  void regroup(GroupKey key) {
    Optional<Group> group = group();
    if (file == FileRole.TODO) {
      requireOneType(key.type());
    }
    if (group.isEmpty() || key.isOf(group.get())) {
      RegroupStep.tags(file, document(), task(), key).ifPresent(this::take);
      return;
    }
    String id = task().id().orElseThrow().value();
    take(RegroupStep.of(document(), task(), key));
    place = document().tasks().indexOf(TaskFinder.one(draft.board(), id).task());
  }

  private void requireOneType(String type) {
    for (Task other : document().tasks()) {
      boolean differs = other.type().filter(has -> !has.equalsIgnoreCase(type)).isPresent();
      if (differs && other.isActive() && !other.equals(task())) {
        throw refused(
            new TaskFinder.Found(document(), task()),
            " can't be of the type " + type + ": TODO.md holds tasks of another type",
            "Change it when the others are finished, or move it back with 'replenish defer' first.");
      }
    }
  }

  /** The group of the backlog that holds the task. */
  Optional<Group> group() {
    if (file != FileRole.BACKLOG) {
      return Optional.empty();
    }
    int line = task().line();
    return draft.board().backlog().groups().stream()
        .filter(group -> group.tasks().stream().anyMatch(task -> task.line() == line))
        .findFirst();
  }

  private void moveToSection(TaskEdit edit, Optional<String> type, Optional<Priority> rank) {
    if (rank.isPresent() && type.isEmpty()) {
      Optional<BlockStep> priorityStep = new UrgencyText(file, document(), task()).step(rank.get());
      if (priorityStep.isPresent() && draft.take(priorityStep.get()).isEmpty()) {
        return;
      }
    }
    if (file == FileRole.TODO) {
      throw refused(
          new TaskFinder.Found(document(), task()),
          " has no field for its " + (type.isPresent() ? "type" : "priority"),
          "Change it by hand, and commit.");
    }
    Task before = task();
    Document backlog = document();
    SectionStep step =
        SectionStep.to(backlog, before, targets(backlog, edit.typeWord(), edit.rank()));
    take(step);
    place = newPlace(before);
  }

  /**
   * The places to try: the section with the type and the priority, if there is one, then the one
   * with the requested values.
   */
  private List<AddPlace> targets(Document backlog, Optional<String> type, Optional<Priority> rank) {
    Optional<String> ofType = type.or(() -> task().type());
    Optional<Priority> ofRank = rank.or(() -> task().priority());
    boolean both =
        backlog.groups().stream()
            .anyMatch(group -> group.type().equals(ofType) && group.priority().equals(ofRank));
    AddPlace asked = new AddPlace(Optional.empty(), type, rank);
    return both ? List.of(new AddPlace(Optional.empty(), ofType, ofRank), asked) : List.of(asked);
  }

  private int newPlace(Task before) {
    List<Task> tasks = document().tasks();
    for (int i = 0; i < tasks.size(); i++) {
      boolean same = tasks.get(i).title().equals(before.title());
      boolean named = !before.isNamed() || tasks.get(i).id().equals(before.id());
      if (same && named) {
        return i;
      }
    }
    throw new IllegalStateException("the task is gone: " + before.name());
  }

  /**
   * Applies a step.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if the step can't be proven
   */
  void take(Step step) {
    Optional<String> violation = step.changes().isEmpty() ? Optional.empty() : draft.take(step);
    if (violation.isPresent()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          document().source().location(task().block().from()),
          name + " can't be changed this way in the form of its file: " + violation.get(),
          "Change it in your editor with 'replenish edit " + name + "'.");
    }
  }
}
