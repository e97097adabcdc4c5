package dev.replenish.report;

import dev.replenish.app.BoardResult;
import dev.replenish.board.Problem;
import java.util.List;

/** Receives a report in addition to the user, such as for a workflow. */
public interface ReportListener {
  /** Is called with the outcome of each board, also as JSON. */
  <T> void print(View<T> view, List<BoardResult<T>> outcomes, Style style, String json);

  /** Is called if the command failed before any board was read. */
  void failed(View<?> view, Problem problem, String json);

  /** The lines that the listener adds to the output. */
  String commands();
}
