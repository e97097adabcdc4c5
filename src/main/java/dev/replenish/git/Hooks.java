package dev.replenish.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hooks that {@code git commit} would run and this program does not. */
final class Hooks {
  private static final List<String> NAMES =
      List.of("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit");

  private Hooks() {}

  /** One sentence if there are such hooks, else none. */
  static List<String> notices(Layout layout, Map<String, String> env) {
    Path base = layout.workTree() == null ? layout.gitDir() : layout.workTree();
    Path folder =
        layout
            .config()
            .get("core", "hookspath")
            .map(p -> base.resolve(new ConfigPlaces(env).expand(p)))
            .orElse(layout.commonDir().resolve("hooks"));
    List<String> found = new ArrayList<>();
    for (String name : NAMES) {
      Path hook = folder.resolve(name);
      if (Files.isRegularFile(hook) && Files.isExecutable(hook)) {
        found.add(name);
      }
    }
    if (found.isEmpty()) {
      return List.of();
    }
    return List.of(
        (found.size() == 1 ? "The hook " : "The hooks ")
            + String.join(", ", found)
            + " in "
            + folder
            + (found.size() == 1 ? " exists and is not run." : " exist and are not run."));
  }
}
