package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Group;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import java.util.List;

/** What a group holds. */
public record GroupCount(Group group, int tasks, int ready, int incomplete) {

  /** What each group of {@code board} holds, empty groups included. */
  public static List<GroupCount> all(Board board, Policy policy) {
    Readiness readiness = new Readiness(board, policy);
    return board.backlog().groups().stream().map(group -> of(group, readiness)).toList();
  }

  private static GroupCount of(Group group, Readiness readiness) {
    List<Readiness.Verdict> verdicts = readiness.all(group);
    int ready = (int) verdicts.stream().filter(Readiness.Verdict::ready).count();
    int incomplete =
        (int)
            verdicts.stream()
                .filter(v -> v.reasons().stream().anyMatch(reason -> reason.isIncompleteness()))
                .count();
    return new GroupCount(group, verdicts.size(), ready, incomplete);
  }
}
