package dev.replenish.app.board;

import dev.replenish.git.objects.Tree;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Finds a folder whose name differs only in case or in Unicode normalization: for the file systems
 * of Windows and macOS it is the same, for Git it is not.
 */
final class NearFolder {
  private NearFolder() {}

  /**
   * The folder that {@code dir} probably means; empty if there is none, or if {@code dir} exists.
   */
  static Optional<String> find(Tree tree, String dir) {
    String found = "";
    for (String part : dir.split("/")) {
      Optional<String> near = near(tree, found, part);
      if (near.isEmpty()) {
        return Optional.empty();
      }
      found = found.isEmpty() ? near.get() : found + "/" + near.get();
    }
    return found.equals(dir) ? Optional.empty() : Optional.of(found);
  }

  private static Optional<String> near(Tree tree, String folder, String name) {
    Optional<String> other = Optional.empty();
    for (String each : tree.folders(folder)) {
      if (each.equals(name)) {
        return Optional.of(each);
      }
      if (normalized(each).equalsIgnoreCase(normalized(name))) {
        other = Optional.of(each);
      }
    }
    return other;
  }

  private static String normalized(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
