package dev.replenish.rules;

import dev.replenish.board.FieldName;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The settings that decide what is moved (docs/reference/settings.md).
 *
 * @param batchSize how many active tasks {@code TODO.md} may hold, 1 to 5
 * @param select which group is taken
 * @param stopAtIncomplete whether the first task that is not ready ends the batch, instead of being
 *     skipped
 * @param require the fields without which a task is incomplete
 * @param holdDependents whether a task waits for its dependencies
 * @param auditComment whether a move leaves a comment in the backlog
 * @param narrowing the caller's restrictions
 * @param today the day of the decision: tasks with a later {@code Not Before} are held back; {@link
 *     #NO_DAY} if it is not known yet
 */
public record Policy(
    int batchSize,
    SelectionRule select,
    boolean stopAtIncomplete,
    Set<FieldName> require,
    boolean holdDependents,
    boolean auditComment,
    BatchFilter narrowing,
    LocalDate today) {
  /** A day before all others, on which every task with a {@code Not Before} is held back. */
  public static final LocalDate NO_DAY = LocalDate.MIN;

  /** The most tasks that one batch moves. */
  public static final int MAX_BATCH = 5;

  /** The fields that a task needs unless the settings say otherwise. */
  public static final Set<FieldName> REQUIRED =
      Set.copyOf(EnumSet.of(FieldName.PLAN, FieldName.EFFORT, FieldName.DOCUMENTATION));

  /** The defaults. */
  public static final Policy DEFAULT =
      new Policy(
          MAX_BATCH, SelectionRule.PRIORITY, false, REQUIRED, true, true, BatchFilter.NONE, NO_DAY);

  /** Checks the ranges. */
  public Policy {
    if (batchSize < 1 || batchSize > MAX_BATCH) {
      throw new IllegalArgumentException("batch size is not 1 to 5: " + batchSize);
    }
    if (narrowing.max() < 1 || narrowing.max() > MAX_BATCH) {
      throw new IllegalArgumentException("the most tasks to move are 1 to 5: " + narrowing.max());
    }
    require = Set.copyOf(require);
  }

  /** The same settings with other required fields. */
  public Policy requiring(Set<FieldName> fields) {
    return new Policy(
        batchSize,
        select,
        stopAtIncomplete,
        fields,
        holdDependents,
        auditComment,
        narrowing,
        today);
  }

  /** The same settings on another day. */
  public Policy on(LocalDate day) {
    return new Policy(
        batchSize, select, stopAtIncomplete, require, holdDependents, auditComment, narrowing, day);
  }
}
