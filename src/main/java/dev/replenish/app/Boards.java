package dev.replenish.app;

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
}
