package dev.replenish.app.board;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types that boards have, to be told to those who name another one. */
public final class KnownTypes {
  private static final int LISTED = 10;

  private final Set<String> types = new LinkedHashSet<>();

  /** None as yet. */
  public KnownTypes() {}

  /** Takes up what {@code board} has: the types of its groups, then those of its tasks. */
  public void add(Board board) {
    for (Group group : board.backlog().groups()) {
      add(group.type());
    }
    tasks(board.backlog());
    board.todo().ifPresent(this::tasks);
    board.archive().ifPresent(this::tasks);
  }

  private void tasks(Document document) {
    for (Task task : document.tasks()) {
      add(task.type());
    }
  }

  private void add(Optional<String> type) {
    type.ifPresent(word -> types.add(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether there is such a type. */
  public boolean has(String type) {
    return types.contains(type);
  }

  /**
   * Refuses types that there are not; on boards without any type nothing is refused.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE}, with the types that there are
   */
  public void require(Collection<String> wanted) {
    for (String type : wanted) {
      if (!types.isEmpty() && !has(type)) {
        throw unknown(type).refusal();
      }
    }
  }

  private Problem unknown(String type) {
    List<String> known = new ArrayList<>(types);
    known.replaceAll(OneLine::clean);
    int more = known.size() - LISTED;
    List<String> listed = more > 0 ? known.subList(0, LISTED) : known;
    return Problem.of(
        ErrorCode.USAGE,
        "there is no group of type '"
            + OneLine.clean(type)
            + (known.size() == 1 ? "'; there is " : "'; there are ")
            + String.join(", ", listed)
            + (more > 0 ? " and " + more + " more" : ""),
        Suggestion.to(type, known)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Name one of these, or none for all."));
  }
}
