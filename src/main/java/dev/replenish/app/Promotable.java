package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import dev.replenish.board.TaskDefect;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The effect of a conversion on promotion: a file with markers requires fields that were not
 * required before.
 *
 * @param open how many tasks of the backlog are open
 * @param before how many of them could be promoted before
 * @param after how many can be promoted afterwards
 * @param required the fields that are required afterwards
 * @param lacking how many open tasks lack each of them
 */
public record Promotable(
    int open, int before, int after, List<FieldName> required, Map<FieldName, Integer> lacking) {

  private static final Set<TaskDefect> UNSETTLED =
      EnumSet.of(TaskDefect.PARKED, TaskDefect.UNDECIDED, TaskDefect.READING_UNCLEAR);

  /** Copies the collections. */
  public Promotable {
    required = List.copyOf(required);
    lacking = new EnumMap<>(lacking);
  }

  static Promotable of(Board before, Policy oldPolicy, Board after, Policy newPolicy) {
    Map<FieldName, Integer> lacking = new EnumMap<>(FieldName.class);
    int ready = 0;
    for (Readiness.Verdict verdict : open(after, newPolicy)) {
      ready += verdict.ready() ? 1 : 0;
      verdict.reasons().stream()
          .flatMap(reason -> reason.field().stream())
          .forEach(field -> lacking.merge(field, 1, Integer::sum));
    }
    List<Readiness.Verdict> openBefore = open(before, oldPolicy);
    List<FieldName> required = newPolicy.require().stream().sorted().toList();
    int readyBefore = (int) openBefore.stream().filter(Readiness.Verdict::ready).count();
    return new Promotable(openBefore.size(), readyBefore, ready, required, lacking);
  }

  private static List<Readiness.Verdict> open(Board board, Policy policy) {
    Readiness readiness = new Readiness(board, policy);
    return board.backlog().groups().stream()
        .flatMap(group -> readiness.all(group).stream())
        .filter(Promotable::isOpen)
        .toList();
  }

  private static boolean isOpen(Readiness.Verdict verdict) {
    return Collections.disjoint(verdict.task().defects(), UNSETTLED)
        && verdict.task().details().status().filter(Status.TODO::equals).isPresent();
  }
}
