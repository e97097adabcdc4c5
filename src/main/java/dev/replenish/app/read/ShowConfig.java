package dev.replenish.app.read;

import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.settings.Setting;
import java.util.List;

/** Lists every setting and its origin. */
public final class ShowConfig {
  private ShowConfig() {}

  /** All settings, as a command that only reads uses them. */
  public static List<Setting> show(CallContext context) {
    try (Session workspace = new Session(context)) {
      return workspace.settings(workspace.treeToRead()).all();
    }
  }
}
