package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.index.IndexComparison;
import dev.replenish.index.IndexOrder;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Updates {@code TASK_INDEX.md} (docs/reference/format.md, "The index"): corrects the entries of
 * changed tasks and adds missing ones. Nothing changes if there is no index, or if it is already
 * true.
 */
public record IndexUpdate(List<FileChange> changes, Scope scope) implements Step {

  /**
   * An update of the index of {@code board}.
   *
   * @param facts the expected entries, one for each changed task
   */
  public static IndexUpdate of(Board board, FileNames files, List<ExpectedEntry> facts) {
    if (board.index().isEmpty()) {
      return new IndexUpdate(List.of(), Scope.NOTHING);
    }
    Optional<Edits> edits = edits(board.index().get(), files, facts);
    return new IndexUpdate(
        edits.isPresent() ? List.of(FileChange.edit(edits.get())) : List.of(),
        Scope.NOTHING.indexing(facts));
  }

  /** Corrects every entry of a task, even if it has several. */
  private static Optional<Edits> edits(
      TaskIndex index, FileNames files, List<ExpectedEntry> facts) {
    Map<TaskId, ExpectedEntry> missing = new LinkedHashMap<>();
    facts.forEach(fact -> missing.put(fact.id(), fact));
    Map<TaskId, ExpectedEntry> byId = Map.copyOf(missing);
    IndexComparison comparison = new IndexComparison(index, files.all());
    List<Replacement> edits = new ArrayList<>();
    for (IndexEntry entry : index.entries()) {
      ExpectedEntry fact = byId.get(entry.id());
      if (fact != null) {
        missing.remove(entry.id());
        comparison.amendments(entry, fact).forEach(amendment -> edits.add(amendment.edit()));
      }
    }
    new IndexOrder(index)
        .additions(List.copyOf(missing.values()))
        .forEach(addition -> edits.add(addition.edit()));
    return edits.isEmpty() ? Optional.empty() : Optional.of(Edits.of(index.source(), edits));
  }
}
