package dev.replenish.plan.add;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ProblemException;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes new tasks into the backlog, each at the end of its group (docs/reference/adding.md).
 *
 * @param drafts the tasks, in the order in which they were given
 * @param changes the backlog with the tasks in it
 * @param scope what the changes may do
 */
public record AddStep(List<TaskDraft> drafts, List<FileChange> changes, Scope scope)
    implements Step {

  /** Copies the collections. */
  public AddStep {
    drafts = List.copyOf(drafts);
    changes = List.copyOf(changes);
  }

  /**
   * The step that adds {@code drafts} to {@code board}; their ids must be free.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if the group of a task is damaged, or an
   *     unclosed block would hide the task
   */
  public static AddStep on(Board board, List<TaskDraft> drafts) {
    Edits edits = edits(board.backlog(), drafts);
    Scope scope = AddScope.of(board.backlog(), drafts);
    return new AddStep(drafts, List.of(FileChange.edit(edits)), scope);
  }

  private static Edits edits(Document backlog, List<TaskDraft> drafts) {
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    Map<GroupKey, List<String>> blocks = new TreeMap<>();
    for (TaskDraft draft : drafts) {
      blocks
          .computeIfAbsent(GroupKey.of(draft), key -> new ArrayList<>())
          .add(draft.block(newLine));
    }
    return Edits.of(backlog.source(), new GroupPlacement(backlog).edits(blocks));
  }
}
