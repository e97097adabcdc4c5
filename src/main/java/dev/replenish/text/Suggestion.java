package dev.replenish.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Suggests a correction for a misspelled word. */
public final class Suggestion {
  private Suggestion() {}

  /** The candidate nearest to {@code word}, if it is near enough. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance =
          EditDistance.between(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    boolean near = least <= Math.max(1, Math.min(word.length(), best.length()) / 3);
    return near ? Optional.of(best) : Optional.empty();
  }
}
