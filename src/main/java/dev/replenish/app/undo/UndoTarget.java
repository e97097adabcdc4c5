package dev.replenish.app.undo;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Event;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.text.OneLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the commit to undo in a board's audit trail. */
record UndoTarget(Repo repo, BoardSnapshot base) {

  /**
   * A commit that Replenish made.
   *
   * @param takenBackBy the later commit that undid it, if any
   */
  record Move(CommitInfo revision, AuditRecord trail, Optional<String> takenBackBy) {

    /** Whether it is itself an undo. */
    boolean isUndo() {
      return trail.undoes().isPresent();
    }

    /** Whether all its events are {@code event}. */
    boolean isAll(Event event) {
      return !trail.tasks().isEmpty()
          && trail.tasks().stream().allMatch(entry -> entry.event() == event);
    }

    /** Whether it only updated summaries, which the next command would do again. */
    private boolean isSummary() {
      String outdated = FindingCode.SUMMARY_OUTDATED.word();
      return trail.tasks().isEmpty()
          && !trail.repairs().isEmpty()
          && trail.repairs().stream().allMatch(outdated::equals);
    }

    private boolean isInEffect() {
      return !isUndo() && takenBackBy.isEmpty() && !isSummary();
    }
  }

  /**
   * The commit that {@code what} names; by default, the last command that was not undone, if there
   * is one. An undo does not count as a command.
   *
   * @throws ProblemException as {@link #named} does
   */
  Optional<Move> find(Optional<String> what) {
    return what.isPresent() ? what.map(this::named) : newest(Move::isInEffect);
  }

  /**
   * The commit that {@code what} names, or the last command about the task that it names.
   *
   * @throws ProblemException {@code USAGE} if nothing has this name, or Replenish did not make the
   *     commit
   */
  private Move named(String what) {
    String id = TaskFinder.fullId(base.board(), what);
    return newest(move -> move.isInEffect() && move.trail().names(id))
        .orElseGet(() -> commit(what));
  }

  private Move commit(String what) {
    String id = resolve(what);
    return newest(move -> move.revision().id().equals(id))
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.USAGE,
                    OneLine.clean(what)
                        + " is not a commit that Replenish made to this board on this branch",
                    "'replenish log' shows them, each with its commit."));
  }

  private String resolve(String what) {
    if (!TaskFinder.all(base.board(), what).isEmpty()) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "no command that can be undone changed " + OneLine.clean(what),
          "'replenish show " + OneLine.clean(what) + "' shows where it came from.");
    }
    try {
      return repo.resolve(what);
    } catch (ProblemException refusal) {
      throw refusal.problem().code() == ErrorCode.USAGE
          ? TaskFinder.unknown(List.of(base.board()), what)
          : refusal;
    }
  }

  /**
   * The newest commit that Replenish made and that {@code isMatch} accepts. The moves given to
   * {@code isMatch} name the later commit that undid them.
   */
  private Optional<Move> newest(Predicate<Move> isMatch) {
    LaterCommits later = new LaterCommits();
    List<String> paths = base.reader().paths(base.board().dir());
    try (History history = repo.history(base.tip(), paths)) {
      return history.first(
          step ->
              AuditRecord.of(step.revision().message())
                  .filter(this::isOfBoard)
                  .flatMap(trail -> later.find(step.revision(), trail, isMatch)));
    }
  }

  /** Collects what later commits undid, on a walk back through the history. */
  private static final class LaterCommits {
    private final Map<String, String> undoneBy = new HashMap<>();
    private final Map<TaskId, Optional<String>> returnedBy = new HashMap<>();

    Optional<Move> find(CommitInfo revision, AuditRecord trail, Predicate<Move> isMatch) {
      Move move = move(revision, trail);
      if (isMatch.test(move)) {
        return Optional.of(move);
      }
      add(move);
      return Optional.empty();
    }

    /**
     * Returns the commit and the later commit that undid it. Two commits may have moved the same
     * tasks, one of them by undoing an undo; both count as undone if the tasks have been returned
     * since.
     */
    private Move move(CommitInfo revision, AuditRecord trail) {
      List<TaskId> promoted = trail.ids(Event.PROMOTED);
      Optional<String> takenBackBy =
          Optional.ofNullable(undoneBy.get(revision.id()))
              .or(
                  () ->
                      promoted.stream()
                          .map(id -> returnedBy.getOrDefault(id, Optional.empty()))
                          .reduce((first, second) -> first.flatMap(commit -> second))
                          .flatMap(commit -> commit));
      return new Move(revision, trail, takenBackBy);
    }

    private void add(Move move) {
      String commit = move.revision().id();
      if (move.takenBackBy().isEmpty()) {
        move.trail().undoes().ifPresent(undone -> undoneBy.put(undone, commit));
      }
      move.trail()
          .ids(Event.RETURNED)
          .forEach(id -> returnedBy.putIfAbsent(id, Optional.of(commit)));
      move.trail().ids(Event.PROMOTED).forEach(id -> returnedBy.putIfAbsent(id, Optional.empty()));
    }
  }

  private boolean isOfBoard(AuditRecord trail) {
    return trail.board().equals(OneLine.line(base.board().dir()));
  }
}
