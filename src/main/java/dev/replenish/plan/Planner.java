package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.rules.Selector;
import java.time.LocalDate;
import java.util.List;

/** Makes plans: a pure function of the board, the settings and the date. */
public final class Planner {
  private final FileNames files;

  /** A planner for boards whose files are called {@code files}. */
  public Planner(FileNames files) {
    this.files = files;
  }

  /**
   * The plan for {@code board}.
   *
   * @param date the day that the audit comment names
   */
  public Plan plan(Board board, Policy policy, LocalDate date) {
    Selection selection = Selector.select(board, policy);
    return plan(board, policy, date, selection);
  }

  /** The plan that moves a batch which is chosen already, or does nothing. */
  public Plan plan(Board board, Policy policy, LocalDate date, Selection selection) {
    List<FileChange> changes =
        selection instanceof Selection.Batch batch
            ? new Mover(board, policy, files, date).move(batch)
            : List.of();
    return new Plan(board, policy, selection, PlanId.of(board, policy, files, selection), changes);
  }
}
