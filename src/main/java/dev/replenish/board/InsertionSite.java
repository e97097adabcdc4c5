package dev.replenish.board;

import java.util.List;
import java.util.Optional;

/**
 * A section of a file without markers, to which tasks of one group can be added.
 *
 * @param type the type in its heading
 * @param priority the priority in its heading, if any
 * @param outer the meaningful headings above this one, the outermost first
 * @param from where the text below its heading begins
 * @param end where something new may be added at its end
 * @param plain whether its tasks are items without boxes; tasks of any form may be added to an
 *     empty section
 * @param lines whether its heading states that each line of text below it is a task
 * @param runEnds the ends of runs of tasks of one shape, also of tables without rows
 */
public record InsertionSite(
    Optional<String> type,
    Optional<Priority> priority,
    List<String> outer,
    int from,
    InsertionPoint end,
    boolean plain,
    boolean lines,
    List<RunEnd> runEnds) {

  /**
   * The place after a run of tasks of one shape.
   *
   * @param kind their shape
   * @param frame the text of the lines that frame them, see {@link UnmarkedForm#frame}; "" for none
   * @param lead the text that they begin with, see {@link UnmarkedForm#lead}
   * @param behind the place after the last task
   */
  public record RunEnd(UnmarkedForm.Kind kind, String frame, String lead, InsertionPoint behind) {}

  /** Copies the collection. */
  public InsertionSite {
    outer = List.copyOf(outer);
    runEnds = List.copyOf(runEnds);
  }
}
