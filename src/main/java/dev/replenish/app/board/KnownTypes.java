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
    for (Document document : board.documents()) {
      document.tasks().forEach(task -> add(task.type()));
    }
  }

  private void add(Optional<String> type) {
    type.ifPresent(word -> types.add(word.toLowerCase(Locale.ROOT)));
  }

  /**
   * What to say where none of {@code wanted} is a type that there is: those that there are, and the
   * nearest one; empty where one is, and on boards without any type.
   */
  public Optional<String> missing(Collection<String> wanted) {
    boolean some = types.isEmpty() || wanted.isEmpty() || wanted.stream().anyMatch(types::contains);
    return some ? Optional.empty() : Optional.of(unknown(wanted.iterator().next()));
  }

  private String unknown(String type) {
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
