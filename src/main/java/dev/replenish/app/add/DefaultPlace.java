package dev.replenish.app.add;

import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.settings.Settings;
import dev.replenish.text.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * Where a task goes whose caller leaves that open: where the settings say, else into the last group
 * (docs/reference/adding.md).
 */
record DefaultPlace(Document backlog, Settings settings) {
  /** What a task is where nothing on the board says it. */
  private static final String TYPE = "task";

  /**
   * The type and the priority of a task between markers.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} where a heading is named
   */
  AddPlace marked(AddPlace wanted) {
    if (wanted.under().isPresent()) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the groups of " + OneLine.clean(backlog.path()) + " are markers, and no headings",
          "Give --type and --priority in place of --under.");
    }
    AddPlace usual = settings.addPlace();
    AddPlace asked =
        new AddPlace(
            Optional.empty(), wanted.type().or(usual::type), wanted.priority().or(usual::priority));
    List<Group> groups =
        backlog.groups().stream()
            .filter(Group::isSound)
            .filter(group -> asked.type().isEmpty() || group.type().equals(asked.type()))
            .filter(
                group -> asked.priority().isEmpty() || group.priority().equals(asked.priority()))
            .toList();
    Optional<Group> last =
        last(groups.stream().filter(group -> !group.tasks().isEmpty()).toList())
            .or(() -> last(groups));
    return new AddPlace(
        Optional.empty(),
        Optional.of(asked.type().or(() -> last.flatMap(Group::type)).orElse(TYPE)),
        Optional.of(
            asked.priority().or(() -> last.flatMap(Group::priority)).orElse(Priority.MEDIUM)));
  }

  private static Optional<Group> last(List<Group> groups) {
    return groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(groups.size() - 1));
  }

  /** A place without markers; the settings count where the caller says nothing at all of it. */
  AddPlace unmarked(AddPlace wanted) {
    boolean open =
        wanted.under().isEmpty() && wanted.type().isEmpty() && wanted.priority().isEmpty();
    return open ? settings.addPlace() : wanted;
  }
}
