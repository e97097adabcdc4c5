package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.rules.Summary;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates the summaries of a board (docs/reference/summary.md). {@link Draft} applies it after
 * every other step, so that no command can forget it.
 */
record SummaryUpdate(List<FileChange> changes, Scope scope) implements Step {

  /** The update that makes the summaries of {@code board} true. */
  static SummaryUpdate of(Board board) {
    Summary summary = new Summary(board);
    List<FileChange> changes = new ArrayList<>();
    Document backlog = board.backlog();
    add(summary, backlog.source(), backlog.summaries(), changes);
    board.readme().ifPresent(file -> add(summary, file.source(), file.summaries(), changes));
    // only the summaries of the backlog may change
    TextRule[] rules = backlog.summaries().stream().map(TextRule::value).toArray(TextRule[]::new);
    Scope scope = Scope.of(FileScope.of(FileRole.BACKLOG).allowing(rules)).summarizing();
    return new SummaryUpdate(changes, scope);
  }

  private static void add(
      Summary summary, SourceText source, List<Span> places, List<FileChange> changes) {
    changes.addAll(FileChange.listOf(source, summary.edits(source, places)));
  }
}
