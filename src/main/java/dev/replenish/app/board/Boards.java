package dev.replenish.app.board;

import dev.replenish.board.ProblemException;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import java.util.List;

/** Finds the boards that a call is about. */
public final class Boards {
  private Boards() {}

  /**
   * The folders of the boards, sorted; {@code .} for the root.
   *
   * @throws dev.replenish.board.ProblemException if the repository can't be used or a pattern
   *     matches none
   */
  public static List<String> of(CallContext context) {
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.treeToRead();
      return workspace.boards(tree, workspace.settings(tree));
    }
  }

  /** The folders of the boards that have a backlog. */
  public static List<String> existing(CallContext context) {
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.treeToRead();
      Settings settings = workspace.settings(tree);
      BoardFinder finder = new BoardFinder(tree, settings.files());
      return workspace.boards(tree, settings).stream().filter(finder::hasBacklog).toList();
    }
  }

  /** Whether there is a board, or a problem that prevents finding one. */
  public static boolean exist(CallContext context) {
    try {
      return Repo.isAround(context.dir(), context.env()) && !existing(context).isEmpty();
    } catch (ProblemException refusal) {
      return true; // reading the board will report why
    }
  }
}
