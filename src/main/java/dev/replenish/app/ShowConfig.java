package dev.replenish.app;

import java.util.List;

/** Shows every setting and where it comes from. */
public final class ShowConfig {
  private ShowConfig() {}

  /** All settings, as a command that reads would use them. */
  public static List<Setting> show(Context context) {
    try (Workspace workspace = new Workspace(context)) {
      return workspace.settings(workspace.reading()).all();
    }
  }
}
