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
 * Chooses the place of a task if the caller gives none: the one in the settings, else the last
 * group (docs/reference/adding.md).
 */
record DefaultPlace(Document backlog, Settings settings) {
  /** The type if neither the call, the settings nor the board give one. */
  private static final String TYPE = "task";

  /**
   * The type and the priority of a task in a file with markers.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} if the caller names a heading
   */
  AddPlace marked(AddPlace requested) {
    if (requested.under().isPresent()) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the groups of " + OneLine.clean(backlog.path()) + " are markers, and no headings",
          "Give --type and --priority in place of --under.");
    }
    AddPlace configured = settings.addPlace();
    AddPlace place =
        new AddPlace(
            Optional.empty(),
            requested.type().or(configured::type),
            requested.priority().or(configured::priority));
    List<Group> groups =
        backlog.groups().stream()
            .filter(Group::isSound)
            .filter(group -> place.type().isEmpty() || group.type().equals(place.type()))
            .filter(
                group -> place.priority().isEmpty() || group.priority().equals(place.priority()))
            .toList();
    Optional<Group> last =
        last(groups.stream().filter(group -> !group.tasks().isEmpty()).toList())
            .or(() -> last(groups));
    return new AddPlace(
        Optional.empty(),
        Optional.of(place.type().or(() -> last.flatMap(Group::type)).orElse(TYPE)),
        Optional.of(
            place.priority().or(() -> last.flatMap(Group::priority)).orElse(Priority.MEDIUM)));
  }

  private static Optional<Group> last(List<Group> groups) {
    return groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(groups.size() - 1));
  }

  /** The place in a file without markers; the settings apply if the caller gives no part of it. */
  AddPlace unmarked(AddPlace requested) {
    boolean open =
        requested.under().isEmpty() && requested.type().isEmpty() && requested.priority().isEmpty();
    return open ? settings.addPlace() : requested;
  }
}
