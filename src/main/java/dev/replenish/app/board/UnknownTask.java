package dev.replenish.app.board;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.Repo;
import dev.replenish.git.history.SearchResult;
import dev.replenish.plan.FileNames;
import dev.replenish.text.OneLine;
import dev.replenish.text.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The refusal of an id that no board of the call has or had, with the id that was probably meant.
 */
public final class UnknownTask {
  private final String id;
  private final SearchResult found;

  /** Searches all versions of all boards, on every branch, which takes a moment. */
  public UnknownTask(Repo repo, FileNames files, String id) {
    this.id = id;
    List<String> names = List.of(files.backlog(), files.todo(), files.archive(), files.index());
    this.found = repo.search(names, count -> {}).beginning(beginning(id));
  }

  /** The common beginning of ids of this kind: {@code TASK-} for {@code TASK-20260204-001}. */
  private static String beginning(String id) {
    int at = 0;
    while (at < id.length() && !Character.isDigit(id.codePointAt(at))) {
      at = id.offsetByCodePoints(at, 1);
    }
    return id.substring(0, at == 0 ? id.offsetByCodePoints(0, 1) : at);
  }

  /** Whether some version of some board's file names the id. */
  public boolean isNamedSomewhere() {
    return found.words().contains(id);
  }

  /** The refusal; {@code others} are ids that it may be a misspelling of. */
  public ProblemException refusal(Collection<String> others) {
    String message = "there is no task '" + OneLine.clean(id) + "'";
    if (isNamedSomewhere()) {
      return usage(
          message + " on this board, but another board, branch or version names it",
          "'git log --all -S ID' shows which.");
    }
    TreeSet<String> candidates = new TreeSet<>(found.words());
    candidates.addAll(others);
    return usage(
        message + (found.complete() ? ", and there never was" : " in the history that is here"),
        Suggestion.to(id, candidates)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("'replenish list' shows all tasks."));
  }

  private static ProblemException usage(String message, String next) {
    return new ProblemException(ErrorCode.USAGE, message, next);
  }
}
