package dev.replenish.app;

import dev.replenish.board.Refusal;
import dev.replenish.git.Repo;
import dev.replenish.git.Tree;
import java.util.List;

/** Says which boards a call is about. */
public final class Boards {
  private Boards() {}

  /**
   * Their folders, sorted; {@code .} for the root.
   *
   * @throws dev.replenish.board.Refusal if the repository can't be used or a pattern matches none
   */
  public static List<String> of(Context context) {
    try (Workspace workspace = new Workspace(context)) {
      Tree tree = workspace.reading();
      return workspace.boards(tree, workspace.settings(tree));
    }
  }

  /** Whether there is a board to look at, or something that keeps one from being found. */
  public static boolean areThere(Context context) {
    if (!Repo.isAround(context.dir(), context.env())) {
      return false;
    }
    try (Workspace workspace = new Workspace(context)) {
      Tree tree = workspace.reading();
      Settings settings = workspace.settings(tree);
      BoardFinder finder = new BoardFinder(tree, settings.files());
      return workspace.boards(tree, settings).stream().anyMatch(finder::hasBacklog);
    } catch (Refusal refusal) {
      return true; // looking at the board will say why
    }
  }
}
