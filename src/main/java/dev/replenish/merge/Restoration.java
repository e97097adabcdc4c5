package dev.replenish.merge;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.merge.Parents.Held;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Puts dropped tasks back into a file. */
final class Restoration {
  private final Document home;
  private final String newLine;

  /** The names of the groups of {@code home}, by each document that tasks are taken from. */
  private final IdentityHashMap<Document, List<String>> namesByParent = new IdentityHashMap<>();

  Restoration(Document home) {
    this.home = home;
    this.newLine = home.source().lineEnding(LineEnding.LF).text();
  }

  /**
   * The edit that puts the task back: into its group after the task that was above it, or else
   * after the last block.
   *
   * @param place where the task was
   * @param text the place whose text it gets
   */
  Optional<Replacement> of(Held place, Held text, boolean grouped) {
    String block = text.textFor(home);
    if (grouped) {
      return group(place)
          .map(group -> insertion(spot(place, group), block + newLine + "---" + newLine + newLine));
    }
    int at = home.insertions().afterTasks().offset();
    String before = home.insertions().afterTasks().atLineStart() ? "" : newLine;
    before += home.insertions().afterTasks().blankBefore() ? "" : newLine;
    boolean last = at == home.source().length();
    String after =
        newLine
            + "---"
            + newLine
            + (last || home.insertions().afterTasks().blankAfter() ? "" : newLine);
    return Optional.of(insertion(at, before + block + after));
  }

  private static Replacement insertion(int at, String text) {
    return new Replacement(Span.at(at), TextLines.bytes(text));
  }

  /** The group that the task was in, or else the first one with its type and priority. */
  private Optional<Group> group(Held place) {
    Optional<Group> old = groupOf(place.document(), place.task());
    if (old.isEmpty()) {
      return Optional.empty();
    }
    List<String> names =
        namesByParent.computeIfAbsent(place.document(), parent -> new GroupNames(parent).of(home));
    String same = GroupNames.ofBase(place.document().groups().indexOf(old.get()));
    Optional<Group> first = Optional.empty();
    for (int i = 0; i < names.size(); i++) {
      Group group = home.groups().get(i);
      if (!group.damaged() && group.label().equals(old.get().label())) {
        if (names.get(i).equals(same)) {
          return Optional.of(group);
        }
        first = first.or(() -> Optional.of(group));
      }
    }
    return first;
  }

  private static Optional<Group> groupOf(Document document, Task task) {
    return document.groups().stream().filter(group -> group.tasks().contains(task)).findFirst();
  }

  /**
   * The offset after the nearest task that was above it and is still there, or else before the
   * first task.
   */
  private int spot(Held place, Group group) {
    List<Task> old = groupOf(place.document(), place.task()).orElseThrow().tasks();
    for (int i = old.indexOf(place.task()) - 1; i >= 0; i--) {
      for (Task now : group.tasks()) {
        if (now.id().equals(old.get(i).id())) {
          return now.extent().to();
        }
      }
    }
    return group.tasks().isEmpty() ? group.position().end() : group.tasks().get(0).block().from();
  }
}
