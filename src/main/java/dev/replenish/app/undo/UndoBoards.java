package dev.replenish.app.undo;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.Session;
import dev.replenish.board.ProblemException;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.settings.Settings;
import java.util.List;
import java.util.Optional;

/** Which of several boards an undo is about. */
final class UndoBoards {
  private final Session workspace;
  private final Optional<String> what;

  UndoBoards(Session workspace, Optional<String> what) {
    this.workspace = workspace;
    this.what = what;
  }

  /**
   * The board whose command is the newest of those that are meant.
   *
   * @throws ProblemException if no board has what is named
   */
  String newest(CommitTree tip, List<String> boards) {
    Settings settings = workspace.settings(tip);
    BoardReader reader = BoardReader.of(settings);
    Optional<ProblemException> refusal = Optional.empty();
    long newest = -1;
    String meant = "";
    for (String dir : boards) {
      BoardSnapshot base =
          new BoardSnapshot(tip, settings, reader, reader.read(tip, dir), workspace.today());
      try {
        Optional<UndoTarget.Move> move = new UndoTarget(workspace.repo(), base).meant(what);
        long date = move.map(found -> found.revision().date().toEpochSecond()).orElse(-1L);
        if (meant.isEmpty() || date > newest) {
          newest = date;
          meant = dir;
        }
      } catch (ProblemException other) {
        refusal = Optional.of(other);
      }
    }
    if (meant.isEmpty()) {
      throw refusal.orElseThrow();
    }
    return meant;
  }
}
