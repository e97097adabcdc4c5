package dev.replenish.report;

import dev.replenish.app.BoardResult;
import dev.replenish.board.Problem;
import java.util.List;

/** Another reader of a report, such as a workflow. */
public interface ReportListener {
  /** Takes in the outcome of each board, also as JSON. */
  <T> void print(View<T> view, List<BoardResult<T>> outcomes, Style style, String json);

  /** Takes in that the command failed before it looked at a board. */
  void failed(View<?> view, Problem problem, String json);

  /** What it adds to the output, in whole lines. */
  String commands();
}
