package dev.replenish.app.board;

import dev.replenish.board.ProblemException;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import java.util.List;

/** Says which boards a call is about. */
public final class Boards {
  private Boards() {}

  /**
   * Their folders, sorted; {@code .} for the root.
   *
   * @throws dev.replenish.board.ProblemException if the repository can't be used or a pattern
   *     matches none
   */
  public static List<String> of(CallContext context) {
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.reading();
      return workspace.boards(tree, workspace.settings(tree));
    }
  }

  /** The folders of those that have a backlog. */
  public static List<String> existing(CallContext context) {
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.reading();
      Settings settings = workspace.settings(tree);
      BoardFinder finder = new BoardFinder(tree, settings.files());
      return workspace.boards(tree, settings).stream().filter(finder::hasBacklog).toList();
    }
  }

  /** Whether there is a board to look at, or something that keeps one from being found. */
  public static boolean areThere(CallContext context) {
    try {
      return Repo.isAround(context.dir(), context.env()) && !existing(context).isEmpty();
    } catch (ProblemException refusal) {
      return true; // looking at the board will say why
    }
  }
}
