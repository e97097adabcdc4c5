package dev.replenish.merge;

import dev.replenish.audit.TaskText;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.text.LineEnding;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The boards that a merge combined; empty if there is no merge.
 *
 * @param base the board that both sides began with; empty if they have nothing in common
 * @param sides the board on each side, ours first; one without the board is left out
 */
public record Parents(Optional<TaskPlaces> base, List<TaskPlaces> sides) {
  /** No merge. */
  public static final Parents NONE = new Parents(Optional.empty(), List.of());

  public Parents {
    sides = List.copyOf(sides);
  }

  /**
   * A task in a file of a board.
   *
   * @param file which file it is; tasks in a later one of these are further on their way
   */
  public record Held(Document document, Task task, FileRole file) {

    /** Its text with lines ended by LF. */
    public String text() {
      byte[] bytes = document.source().copy(task.block(), LineEnding.LF);
      return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }

    /** What identifies the task. */
    public TaskText identity() {
      String id = task.id().map(TaskId::value).orElse("");
      return TaskText.of(id, task.title(), text());
    }

    /** Whether both are the same task; without titles, they can't be distinguished. */
    boolean isSameTask(Held other) {
      boolean titled = !task.title().isBlank() && !other.task.title().isBlank();
      return !titled || identity().continues(other.identity());
    }

    /** Its bytes, as one character each, with the line ends of {@code file} and a final one. */
    String textFor(Document file) {
      LineEnding ending = file.source().lineEnding(document.source().lineEnding(LineEnding.LF));
      byte[] bytes = document.source().copy(task.block(), ending);
      return ending.end(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  /** Every place where a side holds the task whole. */
  List<Held> places(TaskId id) {
    return sides.stream()
        .flatMap(side -> side.of(id).stream())
        .filter(held -> held.task().isWhole())
        .toList();
  }

  /** The ids that a side holds, in its order. */
  Set<TaskId> ids() {
    Set<TaskId> ids = new LinkedHashSet<>();
    for (TaskPlaces side : sides) {
      side.all().stream()
          .map(Held::task)
          .filter(Task::isNamed)
          .forEach(task -> ids.add(task.id().orElseThrow()));
    }
    return ids;
  }

  /** Whether no side has removed the task: every side holds it, or a side has added it. */
  boolean isKept(TaskId id) {
    return base.isEmpty()
        || base.get().of(id).isEmpty()
        || (sides.size() > 1 && sides.stream().noneMatch(side -> side.of(id).isEmpty()));
  }

  /** Whether the base has the task. */
  boolean isOld(Held task) {
    Optional<TaskId> id = task.task().id();
    return base.isPresent()
        && id.isPresent()
        && base.get().of(id.get()).stream().anyMatch(task::isSameTask);
  }

  /**
   * The newest of several texts of one task: the only one that differs from the base.
   *
   * @return empty if several differ, or it can't be decided
   */
  Optional<Held> newest(TaskId id, List<Held> held) {
    Set<String> texts = new HashSet<>();
    held.forEach(each -> texts.add(each.text()));
    if (texts.size() > 1 && base.isPresent()) {
      base.get().of(id).forEach(old -> texts.remove(old.text()));
    }
    return texts.size() == 1
        ? held.stream().filter(each -> texts.contains(each.text())).findFirst()
        : Optional.empty();
  }
}
