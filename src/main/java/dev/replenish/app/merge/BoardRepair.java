package dev.replenish.app.merge;

import dev.replenish.app.CheckBoard;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.board.BoardReader;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Readme;
import dev.replenish.board.TaskIndex;
import dev.replenish.merge.MergeChecks;
import dev.replenish.merge.Parents;
import dev.replenish.merge.Renumbering;
import dev.replenish.merge.RepairProof;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Repair;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.settings.Settings;
import dev.replenish.text.Edits;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Repairs one board step by step, until no fixable finding is left. */
final class BoardRepair {
  /** A limit that no board reaches; more rounds would be a bug. */
  private static final int ROUNDS = 10_000;

  private static final Set<FindingCode> ADVISED =
      Set.of(FindingCode.MIXED_TYPES, FindingCode.TODO_OVERFULL);

  private final Board before;
  private final Parents parents;
  private final Policy policy;
  private final BoardReader reader;
  private final Renumbering renumbering;
  private final List<Finding> fixed = new ArrayList<>();
  private Board after;

  BoardRepair(
      Board board,
      Parents parents,
      Settings settings,
      BoardReader reader,
      Renumbering renumbering) {
    this.before = board;
    this.after = board;
    this.parents = parents;
    this.policy = settings.policy(BatchFilter.NONE, board);
    this.reader = reader;
    this.renumbering = renumbering;
  }

  /** Checks a board without changing it. */
  static CheckBoard.Result check(
      Board board,
      Parents parents,
      Settings settings,
      Renumbering renumbering,
      List<String> notices) {
    List<Finding> all = all(board, parents, settings.policy(BatchFilter.NONE, board), renumbering);
    CommitOutcome ending = CommitOutcome.PLAIN.and(notices);
    return new CheckBoard.Result(board.dir(), all, List.of(), List.of(), ending);
  }

  private static List<Finding> all(
      Board board, Parents parents, Policy policy, Renumbering renumbering) {
    List<Finding> all = new ArrayList<>(MergeChecks.of(board, parents, renumbering));
    all.addAll(UntrueEntries.of(board, parents));
    for (Finding finding : Checks.of(board, policy)) {
      if (ADVISED.contains(finding.code())) {
        all.add(finding.advising("take one batch back: 'replenish log', 'replenish undo COMMIT'"));
      }
    }
    return all;
  }

  /** Repairs the board, and proves the repairs. */
  BoardRepair run() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Finding> next = next(MergeChecks.of(after, parents, renumbering));
      if (next.isEmpty()) {
        break;
      }
      edit(next);
      fixed.addAll(next);
    }
    Optional<String> violation = RepairProof.violation(before, after, parents);
    if (violation.isPresent()) {
      throw new ProblemException(
          ErrorCode.INTERNAL,
          "the repair could not be proven: " + violation.get(),
          "This is a bug in Replenish. Please report it, with the board's files if you may.");
    }
    List<Finding> untrue = UntrueEntries.of(after, parents);
    if (!untrue.isEmpty()) {
      edit(untrue);
      fixed.addAll(untrue);
    }
    if (!fixed.isEmpty() && after.isSummarized()) {
      edit(
          Checks.of(after, policy).stream()
              .filter(finding -> finding.code() == FindingCode.SUMMARY_OUTDATED)
              .toList());
    }
    return this;
  }

  /**
   * The findings to repair next: fused blocks first, then dropped tasks, both one by one, then the
   * others.
   */
  private static List<Finding> next(List<Finding> findings) {
    List<Finding> fixable = findings.stream().filter(Finding::fixable).toList();
    for (FindingCode code : List.of(FindingCode.SECOND_HEADER, FindingCode.TASK_DROPPED)) {
      List<Finding> first = fixable.stream().filter(f -> f.code() == code).limit(1).toList();
      if (!first.isEmpty()) {
        return first;
      }
    }
    return fixable;
  }

  private void edit(Collection<Finding> findings) {
    after = reader.edited(after, source -> Repair.edits(source, findings));
  }

  String dir() {
    return before.dir();
  }

  List<Finding> fixed() {
    return fixed;
  }

  /** The changes of the files. */
  List<FileChange> changes() {
    List<FileChange> changes = new ArrayList<>();
    change(before.backlog().source(), after.backlog().source(), changes);
    change(before.todo().map(Document::source), after.todo().map(Document::source), changes);
    change(before.archive().map(Document::source), after.archive().map(Document::source), changes);
    change(before.index().map(TaskIndex::source), after.index().map(TaskIndex::source), changes);
    change(before.readme().map(Readme::source), after.readme().map(Readme::source), changes);
    return changes;
  }

  private static void change(
      Optional<SourceText> old, Optional<SourceText> now, List<FileChange> changes) {
    if (old.isPresent() && now.isPresent()) {
      change(old.get(), now.get(), changes);
    }
  }

  private static void change(SourceText old, SourceText now, List<FileChange> changes) {
    Edits.between(old, now.bytes()).map(FileChange::edit).ifPresent(changes::add);
  }

  CheckBoard.Result result(CommitOutcome ending) {
    List<Finding> left = all(after, parents, policy, renumbering);
    return new CheckBoard.Result(before.dir(), left, fixed, changes(), ending);
  }
}
