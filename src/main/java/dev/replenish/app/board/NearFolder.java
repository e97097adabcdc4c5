package dev.replenish.app.board;

import dev.replenish.git.objects.Tree;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Finds the folder that is written in another case, or with other signs for the same letters: the
 * file systems of Windows and macOS take it for the same, Git does not.
 */
final class NearFolder {
  private NearFolder() {}

  /** The folder that {@code dir} probably means; empty if there is none, or it is there itself. */
  static Optional<String> to(Tree tree, String dir) {
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
      if (folded(each).equalsIgnoreCase(folded(name))) {
        other = Optional.of(each);
      }
    }
    return other;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
