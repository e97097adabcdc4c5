package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.board.Finding;
import dev.replenish.board.Problem;
import java.util.List;
import java.util.Optional;

/**
 * How one kind of result is reported, to people and to machines.
 *
 * @param <T> the result
 */
public interface View<T> {

  /** Tells people. */
  void text(T result, Text text);

  /** Reports on several boards together, after each of them. */
  default void together(List<T> results, Text text) {}

  /** The word in {@code outcome}; a failure has {@code failed} instead. */
  default Outcome outcome(T result) {
    return Outcome.OK;
  }

  /**
   * Writes the fields between {@code outcome} and {@code error}, always all of them, so that no
   * program has to ask which are there.
   *
   * @param board the board, where there is one
   * @param result the result; empty where the command failed
   */
  void json(Optional<String> board, Optional<T> result, Json json);

  /** What a result finds wrong with the documents, to be shown at its place. */
  default List<Finding> findings(T result) {
    return List.of();
  }

  /** The commit that was made, if one was. */
  default Optional<String> commit(T result) {
    return Optional.empty();
  }

  /** What makes a result a failure although the command did its work: a check that found errors. */
  default Optional<Problem> failure(T result) {
    return Optional.empty();
  }
}
