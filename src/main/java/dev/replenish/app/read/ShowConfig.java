package dev.replenish.app.read;

import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.settings.Setting;
import java.util.List;

/** Shows every setting and where it comes from. */
public final class ShowConfig {
  private ShowConfig() {}

  /** All settings, as a command that reads would use them. */
  public static List<Setting> show(CallContext context) {
    try (Session workspace = new Session(context)) {
      return workspace.settings(workspace.treeToRead()).all();
    }
  }
}
