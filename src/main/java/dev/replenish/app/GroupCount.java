package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Group;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import java.util.List;

/** How many tasks a group holds, and how many of them are ready or incomplete. */
public record GroupCount(Group group, int tasks, int ready, int incomplete) {

  /** Counts the tasks of each group of {@code board}, empty groups included. */
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
