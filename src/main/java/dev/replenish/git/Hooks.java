package dev.replenish.git;

import dev.replenish.git.setup.ConfigLocations;
import dev.replenish.git.setup.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The hooks that {@code git} would run and Replenish does not. */
public final class Hooks {
  /** The hooks of {@code git commit}. */
  static final List<String> OF_COMMITS =
      List.of("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit");

  /** The hooks of {@code git push}. */
  public static final List<String> OF_PUSHES = List.of("pre-push");

  private Hooks() {}

  /** One sentence if hooks with these names exist, else an empty list. */
  public static List<String> notices(Layout layout, Collection<String> names) {
    Path base = layout.workTree() == null ? layout.gitDir() : layout.workTree();
    Path folder =
        layout
            .config()
            .get("core", "hookspath")
            .map(p -> base.resolve(new ConfigLocations(layout.env()).expand(p)))
            .orElse(layout.commonDir().resolve("hooks"));
    List<String> found = new ArrayList<>();
    for (String name : names) {
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
