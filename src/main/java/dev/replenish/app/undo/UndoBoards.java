package dev.replenish.app.undo;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.Session;
import dev.replenish.board.ProblemException;
import dev.replenish.git.history.History;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which of several boards an undo is about. */
record UndoBoards(Session workspace, Optional<String> what) {

  /**
   * The board with the newest of the matching commits. "Newest" is decided by the order in the
   * history, not by dates.
   *
   * @throws ProblemException if no board has the named commit or task
   */
  String newest(CommitTree tip, List<String> boards) {
    Settings settings = workspace.settings(tip);
    BoardReader reader = BoardReader.of(settings);
    Optional<ProblemException> refusal = Optional.empty();
    Map<String, String> boardOf = new HashMap<>();
    List<String> paths = new ArrayList<>();
    List<String> boardsWithout = new ArrayList<>();
    for (String dir : boards) {
      BoardSnapshot base =
          new BoardSnapshot(tip, settings, reader, reader.read(tip, dir), workspace.today());
      try {
        Optional<UndoTarget.Move> move = new UndoTarget(workspace.repo(), base).find(what);
        move.ifPresentOrElse(
            found -> {
              boardOf.put(found.revision().id(), dir);
              paths.addAll(reader.paths(dir));
            },
            () -> boardsWithout.add(dir));
      } catch (ProblemException e) {
        refusal = Optional.of(e);
      }
    }
    if (!boardOf.isEmpty()) {
      return first(tip, paths, boardOf);
    }
    if (boardsWithout.isEmpty()) {
      throw refusal.orElseThrow();
    }
    return boardsWithout.get(0);
  }

  /** The board of the first of these commits on a walk back through the history. */
  private String first(CommitTree tip, List<String> paths, Map<String, String> boardOf) {
    try (History history = workspace.repo().history(tip, paths)) {
      return history
          .first(step -> Optional.ofNullable(boardOf.get(step.revision().id())))
          .orElseThrow(
              () -> new IllegalStateException("a commit that was found is not there: " + boardOf));
    }
  }
}
