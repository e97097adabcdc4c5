package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.Repo;
import dev.replenish.plan.FileNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is said of an id that no board has: which one was probably meant. */
final class UnknownTask {
  private final String id;
  private final Set<String> words;

  /** Looks through all versions of all boards, which takes a moment. */
  UnknownTask(Repo repo, FileNames files, String id) {
    this.id = id;
    this.words =
        repo.wordsBeginning(
                beginning(id),
                List.of(files.backlog(), files.todo(), files.archive(), files.index()),
                count -> {})
            .words();
  }

  /** What ids of its kind have in common: {@code TASK-} of {@code TASK-20260204-001}. */
  private static String beginning(String id) {
    int at = 0;
    while (at < id.length() && !Character.isDigit(id.codePointAt(at))) {
      at += Character.charCount(id.codePointAt(at));
    }
    return id.substring(0, at == 0 ? Character.charCount(id.codePointAt(0)) : at);
  }

  /** Whether a board's file has named it, somewhere and at some time. */
  boolean isNamedSomewhere() {
    return words.contains(id);
  }

  /** No board has or had it; {@code others} are ids that it may be a misspelling of. */
  Problem problem(Set<String> others) {
    TreeSet<String> candidates = new TreeSet<>(words);
    candidates.addAll(others);
    candidates.remove(id);
    Optional<String> nearest = Nearest.to(id, candidates);
    return Problem.of(
        ErrorCode.USAGE,
        "there is no task '" + id + "', and there never was",
        nearest
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("'replenish list' lists the tasks of the board."));
  }
}
