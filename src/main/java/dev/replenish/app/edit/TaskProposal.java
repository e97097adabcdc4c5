package dev.replenish.app.edit;

import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.Proposal;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import dev.replenish.rules.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A proven change of one task, ready to be committed.
 *
 * @param base the board before the change
 * @param draft the board after the change
 * @param file the file that the task is in
 * @param task the task after the change
 * @param event what happens to it
 */
record TaskProposal(BoardSnapshot base, Draft draft, FileRole file, Task task, Event event) {

  /**
   * Returns the proposal.
   *
   * @param key the caller's idempotency key
   */
  Proposal<ChangeResult> proposal(Optional<String> key) {
    return new Proposal<>(draft.changes(), () -> message(key), this::result);
  }

  private String message(Optional<String> key) {
    String scope = file == FileRole.TODO ? "chore(todo): " : "chore(backlog): ";
    String verb = event == Event.EDITED ? "edit" : "move";
    return new TaskMessage(base.board().dir(), scope + verb, List.of(task))
        .event(event, List.of(task))
        .text(Version.current(), key);
  }

  private ChangeResult result(CommitOutcome ending) {
    List<FileChange> changes = draft.changes();
    return new ChangeResult(
        base.board().dir(),
        List.of(new ChangedTask(line(), changes.isEmpty() ? List.of() : List.of(event))),
        Optional.empty(),
        changes,
        findings(),
        ending);
  }

  private Policy policy() {
    return base.policy(BatchFilter.NONE, draft.board());
  }

  private TaskLine line() {
    Board board = draft.board();
    Document document = file.in(board).orElseThrow();
    Optional<Group> group =
        board.backlog().groups().stream()
            .filter(holder -> file == FileRole.BACKLOG && holder.tasks().contains(task))
            .findFirst();
    List<Reason> reasons =
        group.stream()
            .flatMap(holder -> new Readiness(board, policy()).all(holder).stream())
            .filter(verdict -> verdict.task().line() == task.line())
            .flatMap(verdict -> verdict.reasons().stream())
            .toList();
    return TaskLine.of(document, group, task, reasons, base.settings().effort(board));
  }

  private List<Finding> findings() {
    return file == FileRole.BACKLOG
        ? Checks.about(draft.board(), policy(), checked -> checked.line() == task.line())
        : List.of();
  }
}
