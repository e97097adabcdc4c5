package dev.replenish.app.merge;

import dev.replenish.board.Board;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.TaskId;
import dev.replenish.index.IndexChecks;
import dev.replenish.merge.Parents;
import dev.replenish.text.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the index entries that a merge made untrue: those that are untrue on no side. */
final class UntrueEntries {
  private UntrueEntries() {}

  static List<Finding> of(Board board, Parents parents) {
    Map<TaskId, List<Finding>> untrue = in(board);
    if (!untrue.isEmpty()) {
      parents.sides().forEach(side -> untrue.keySet().removeAll(in(side.board()).keySet()));
    }
    List<Finding> findings = new ArrayList<>();
    for (List<Finding> ofTask : untrue.values()) {
      for (Finding each : ofTask) {
        findings.add(
            Finding.of(FindingCode.INDEX_UNTRUE, each.where(), each.message())
                .fixedBy(each.fix().toArray(Replacement[]::new)));
      }
    }
    return findings;
  }

  private static Map<TaskId, List<Finding>> in(Board board) {
    return board.index().map(index -> new IndexChecks(board, index).repairable()).orElse(Map.of());
  }
}
