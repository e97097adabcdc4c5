package dev.replenish.plan.promote;

import dev.replenish.board.Board;
import dev.replenish.plan.Explicit;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.Scope;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.rules.Selector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

  /** The plan for a selection that has already been made. */
  public Plan plan(Board board, Policy policy, LocalDate date, Selection selection) {
    String id = PlanId.of(board, policy, files, selection);
    if (!(selection instanceof Selection.Batch batch)) {
      return new Plan(board, policy, selection, id, List.of(), Scope.NOTHING, List::of);
    }
    Scope scope = PromotionScope.of(board, batch, files);
    Promotion promotion = new Promotion(board, policy, files, date);
    Supplier<List<Plan>> wordings =
        () -> {
          List<Plan> plans = new ArrayList<>();
          for (Explicit explicit : Explicit.more(batch.group())) {
            List<FileChange> changes = promotion.move(batch, explicit);
            plans.add(new Plan(board, policy, selection, id, changes, scope, List::of));
          }
          return plans;
        };
    List<FileChange> changes = promotion.move(batch, Explicit.LEAST);
    return new Plan(board, policy, selection, id, changes, scope, wordings);
  }
}
