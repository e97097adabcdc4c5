package dev.replenish.app.board;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.text.OneLine;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Collects the types of boards, to list them if the user names an unknown one. */
public final class KnownTypes {
  private static final int LISTED = 10;

  private final Set<String> types = new LinkedHashSet<>();

  /** Starts without types. */
  public KnownTypes() {}

  /** Adds the types of the groups of {@code board}, then those of its tasks. */
  public void add(Board board) {
    for (Group group : board.backlog().groups()) {
      add(group.type());
    }
    for (Document document : board.documents()) {
      document.tasks().forEach(task -> add(task.type()));
    }
  }

  private void add(Optional<String> type) {
    type.ifPresent(word -> types.add(word.toLowerCase(Locale.ROOT)));
  }

  /**
   * The message if none of {@code wanted} is a known type: the known types and the most similar
   * one. Empty if one is known, and on boards without types.
   */
  public Optional<String> unknownMessage(Collection<String> wanted) {
    boolean known =
        types.isEmpty() || wanted.isEmpty() || wanted.stream().anyMatch(types::contains);
    return known ? Optional.empty() : Optional.of(message(wanted.iterator().next()));
  }

  private String message(String type) {
    List<String> known = new ArrayList<>(types);
    known.replaceAll(OneLine::clean);
    int more = known.size() - LISTED;
    List<String> listed = more > 0 ? known.subList(0, LISTED) : known;
    return "there is no group of type '"
        + OneLine.clean(type)
        + (known.size() == 1 ? "'; there is " : "'; there are ")
        + String.join(", ", listed)
        + (more > 0 ? " and " + more + " more" : "")
        + Suggestion.to(type, known).map(near -> ". Did you mean '" + near + "'?").orElse(".");
  }
}
