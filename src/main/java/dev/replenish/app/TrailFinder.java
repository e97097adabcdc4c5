package dev.replenish.app;

import dev.replenish.audit.Event;
import dev.replenish.audit.Trail;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import dev.replenish.git.History;
import dev.replenish.git.Repo;
import dev.replenish.git.Revision;
import dev.replenish.rules.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the commit that an undo is about in a board's audit trail. */
final class TrailFinder {
  private final Repo repo;
  private final Base base;

  TrailFinder(Repo repo, Base base) {
    this.repo = repo;
    this.base = base;
  }

  /**
   * A commit that moved tasks.
   *
   * @param takenBackBy the later commit that took it back, where one did
   */
  record Move(Revision revision, Trail trail, Optional<String> takenBackBy) {

    /** Whether it is itself an undo, so that taking it back moves the tasks forward again. */
    boolean isUndo() {
      return trail.tasks().stream().anyMatch(entry -> entry.event() == Event.RETURNED);
    }

    private boolean promotes() {
      return trail.tasks().stream().anyMatch(entry -> entry.event() == Event.PROMOTED);
    }
  }

  /** The last replenishment that nobody has taken back, if there is one. */
  Optional<Move> last() {
    return newest(move -> move.promotes() && move.takenBackBy().isEmpty());
  }

  /**
   * The commit that {@code what} names, or the last replenishment of the task that it names.
   *
   * @throws Refusal {@code USAGE} where nothing is called so, or it is no replenishment
   */
  Move named(String what) {
    return newest(
            move ->
                move.promotes()
                    && move.takenBackBy().isEmpty()
                    && move.trail().tells(what, Event.PROMOTED))
        .orElseGet(() -> commit(what));
  }

  private Move commit(String what) {
    String id = resolve(what);
    return newest(move -> move.revision().id().equals(id))
        .filter(move -> move.promotes() || move.isUndo())
        .orElseThrow(
            () ->
                Problem.of(
                        ErrorCode.USAGE,
                        Words.clean(what) + " is no replenishment of this board on this branch",
                        "'replenish log' shows them, each with its commit.")
                    .refusal());
  }

  private String resolve(String what) {
    if (!TaskFinder.all(base.board(), what).isEmpty()) {
      throw Problem.of(
              ErrorCode.USAGE,
              "no replenishment that still stands has moved " + Words.clean(what),
              "'replenish show " + Words.clean(what) + "' tells where it came from.")
          .refusal();
    }
    try {
      return repo.resolve(what);
    } catch (Refusal refusal) {
      throw refusal.problem().code() == ErrorCode.USAGE
          ? TaskFinder.unknown(List.of(base.board()), what)
          : refusal;
    }
  }

  /** The newest commit of ours that {@code isMeant}; later undos are known when it is asked. */
  private Optional<Move> newest(Predicate<Move> isMeant) {
    Map<String, String> takenBack = new HashMap<>();
    List<String> paths = base.reader().paths(base.board().dir());
    try (History history = repo.history(base.tip(), paths, History.Order.BY_TIME, commits -> {})) {
      for (Optional<History.Step> step = history.next(); step.isPresent(); step = history.next()) {
        Revision revision = step.get().revision();
        Optional<Trail> trail = Trail.of(revision.message()).filter(this::isOurs);
        if (trail.isPresent()) {
          Optional<String> by = Optional.ofNullable(takenBack.get(revision.id()));
          Move move = new Move(revision, trail.get(), by);
          if (isMeant.test(move)) {
            return Optional.of(move);
          }
          if (by.isEmpty()) {
            trail.get().undoes().ifPresent(undone -> takenBack.put(undone, revision.id()));
          }
        }
      }
      return Optional.empty();
    }
  }

  private boolean isOurs(Trail trail) {
    return trail.board().equals(Words.line(base.board().dir()));
  }
}
