package dev.replenish.app;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.FusedBlocks;
import dev.replenish.app.board.Session;
import dev.replenish.board.Board;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A board that a command is about to read.
 *
 * @param tip the commit that the command builds on
 * @param settings the settings at that commit
 * @param dir the board's folder
 */
record BoardSource(Repo repo, CommitTree tip, Settings settings, String dir) {

  static BoardSource at(Session workspace, CommitTree tip, String dir) {
    return new BoardSource(workspace.repo(), tip, workspace.settings(tip), dir);
  }

  /** The paths of the board's files. */
  List<String> paths() {
    return BoardReader.of(settings).paths(tip, dir);
  }

  /** Reads the board from {@code files}, which are the tip or the work tree. */
  BoardSnapshot read(Tree files, LocalDate today) {
    BoardReader reader = BoardReader.of(settings);
    Board board =
        new FusedBlocks(repo, () -> Optional.of(tip)).withHints(reader.read(files, dir), reader);
    return new BoardSnapshot(tip, settings, reader, board, today);
  }
}
