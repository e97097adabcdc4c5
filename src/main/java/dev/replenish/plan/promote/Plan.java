package dev.replenish.plan.promote;

import dev.replenish.board.Board;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one replenishment of one board will do: the same value for {@code plan}, {@code --dry-run}
 * and {@code run}.
 *
 * @param board the current board
 * @param policy the settings that it was made with
 * @param selection the batch and its reason, or why there is none
 * @param id sixteen hexadecimal digits that change exactly when the outcome would
 * @param changes the files that change: the backlog, the TODO, the index if it does; none if there
 *     is nothing to do
 * @param scope what the changes may do
 * @param wordings alternatives that move the same batch and write more about how to read the files
 */
public record Plan(
    Board board,
    Policy policy,
    Selection selection,
    String id,
    List<FileChange> changes,
    Scope scope,
    Supplier<List<Plan>> wordings)
    implements Step {

  /** Copies the collection. */
  public Plan {
    changes = List.copyOf(changes);
  }

  /** The batch that is moved, if any. */
  public Optional<Selection.Batch> batch() {
    return selection instanceof Selection.Batch batch ? Optional.of(batch) : Optional.empty();
  }

  /** Whether there is something to do. */
  public boolean moves() {
    return batch().isPresent();
  }

  @Override
  public boolean mayBeUnclear() {
    return batch().flatMap(batch -> batch.group().section()).isPresent();
  }

  @Override
  public List<Plan> otherwise() {
    return wordings.get();
  }
}
