package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Readme;
import dev.replenish.rules.Summary;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the summaries of a board true (docs/reference/summary.md). {@link Draft} takes it behind
 * every other step, so that no command can forget it.
 */
final class SummaryUpdate implements Step {
  private final Board board;
  private final List<FileChange> changes = new ArrayList<>();

  SummaryUpdate(Board board) {
    this.board = board;
    Summary summary = new Summary(board);
    Document backlog = board.backlog();
    add(backlog.source(), summary.edits(backlog.source(), backlog.summaries()));
    Optional<Readme> readme = board.readme();
    readme.ifPresent(file -> add(file.source(), summary.edits(file.source(), file.summaries())));
  }

  private void add(SourceText source, List<Replacement> edits) {
    if (!edits.isEmpty()) {
      changes.add(FileChange.edit(Edits.of(source, edits)));
    }
  }

  @Override
  public List<FileChange> changes() {
    return List.copyOf(changes);
  }

  /** The summaries of the backlog may change and nothing else of it. */
  @Override
  public Scope scope() {
    List<TextRule> rules = new ArrayList<>();
    for (Span summary : board.backlog().summaries()) {
      rules.add(TextRule.value(summary));
    }
    TextRule[] all = rules.toArray(TextRule[]::new);
    return Scope.of(FileScope.of(BoardFile.BACKLOG).allowing(all)).summarizing();
  }
}
