package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.board.Finding;
import dev.replenish.board.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Shows one kind of result as text and as JSON.
 *
 * @param <T> the result
 */
public interface View<T> {

  /** Prints the result as text. */
  void text(T result, Text text);

  /** Prints a summary of several boards, after the text of each. */
  default void textOfAll(List<T> results, Text text) {}

  /** The value of {@code outcome}; after a failure it is {@code failed} instead. */
  default Outcome outcome(T result) {
    return Outcome.OK;
  }

  /**
   * Writes the fields between {@code outcome} and {@code error}, always all of them, so that
   * programs can rely on them.
   *
   * @param board the board, if there is one
   * @param result the result; empty if the command failed
   */
  void json(Optional<String> board, Optional<T> result, Json json);

  /** The findings of a result, which are shown at their places in the files. */
  default List<Finding> findings(T result) {
    return List.of();
  }

  /** The commit that was made, if one was. */
  default Optional<String> commit(T result) {
    return Optional.empty();
  }

  /**
   * The problem that makes a result a failure although the command ran: a check that found errors.
   */
  default Optional<Problem> failure(T result) {
    return Optional.empty();
  }
}
