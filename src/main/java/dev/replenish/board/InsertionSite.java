package dev.replenish.board;

import java.util.List;
import java.util.Optional;

/**
 * A section of a file that takes further tasks of one group in.
 *
 * @param type the type that its heading names
 * @param priority the priority that its heading names, if it does
 * @param outer the headings above that one that say what it is about, the outermost first
 * @param from where it begins below its heading
 * @param end where something new may be added to it
 * @param plain whether its tasks are items without boxes; where it has none, anything may come in
 * @param lines whether its heading says that each line of text below it is a task
 * @param bays where tasks of one shape go on, also in tables without rows
 */
public record InsertionSite(
    Optional<String> type,
    Optional<Priority> priority,
    List<String> outer,
    int from,
    InsertionPoint end,
    boolean plain,
    boolean lines,
    List<Bay> bays) {

  /**
   * The place behind a run of tasks of one shape.
   *
   * @param kind their shape
   * @param frame the text of the lines that frame them, see {@link UnmarkedForm#frame}; "" where
   *     there are none
   * @param lead what they begin with, see {@link UnmarkedForm#lead}
   * @param behind the place behind the last one
   */
  public record Bay(UnmarkedForm.Kind kind, String frame, String lead, InsertionPoint behind) {}

  /** Copies the collection. */
  public InsertionSite {
    outer = List.copyOf(outer);
    bays = List.copyOf(bays);
  }
}
