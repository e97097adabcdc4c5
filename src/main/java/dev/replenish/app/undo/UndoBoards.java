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

/** Which of several boards an undo is about. */
record UndoBoards(Session workspace, Optional<String> what) {

  /**
   * The board whose command is the newest of those that are meant: no later commit of the history
   * is one of the others, whatever their dates say.
   *
   * @throws ProblemException if no board has what is named
   */
  String newest(CommitTree tip, List<String> boards) {
    Settings settings = workspace.settings(tip);
    BoardReader reader = BoardReader.of(settings);
    Optional<ProblemException> refusal = Optional.empty();
    Map<String, String> boardOf = new HashMap<>();
    List<String> paths = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (String dir : boards) {
      BoardSnapshot base =
          new BoardSnapshot(tip, settings, reader, reader.read(tip, dir), workspace.today());
      try {
        Optional<UndoTarget.Move> move = new UndoTarget(workspace.repo(), base).meant(what);
        move.ifPresentOrElse(
            found -> {
              boardOf.put(found.revision().id(), dir);
              paths.addAll(reader.paths(dir));
            },
            () -> without.add(dir));
      } catch (ProblemException other) {
        refusal = Optional.of(other);
      }
    }
    if (!boardOf.isEmpty()) {
      return first(tip, paths, boardOf);
    }
    if (without.isEmpty()) {
      throw refusal.orElseThrow();
    }
    return without.get(0);
  }

  /** The board of the first of these commits on the way back through the history. */
  private String first(CommitTree tip, List<String> paths, Map<String, String> boardOf) {
    try (History history = workspace.repo().history(tip, paths)) {
      return history
          .first(step -> Optional.ofNullable(boardOf.get(step.revision().id())))
          .orElseThrow(
              () -> new IllegalStateException("a commit that was found is not there: " + boardOf));
    }
  }
}
