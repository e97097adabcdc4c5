package dev.replenish.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds what waits in circles. */
public final class Cycles {
  private Cycles() {}

  /**
   * The nodes that lie on a circle, or between two of them: what is left when everything is taken
   * away that waits for nothing, or that nothing waits for.
   */
  public static Set<String> among(Map<String, Set<String>> edges) {
    Map<String, Set<String>> left = new HashMap<>();
    edges.forEach((node, targets) -> left.put(node, new HashSet<>(targets)));
    left.values().forEach(targets -> targets.retainAll(edges.keySet()));
    Set<String> kept = trim(left);
    Map<String, Set<String>> reversed = new HashMap<>();
    kept.forEach(node -> reversed.put(node, new HashSet<>()));
    for (String node : kept) {
      for (String target : edges.getOrDefault(node, Set.of())) {
        reversed.computeIfPresent(target, (key, sources) -> with(sources, node));
      }
    }
    return trim(reversed);
  }

  private static Set<String> with(Set<String> set, String element) {
    set.add(element);
    return set;
  }

  /** The nodes that stay when all without targets are removed, again and again. */
  private static Set<String> trim(Map<String, Set<String>> edges) {
    Map<String, Integer> open = new HashMap<>();
    Map<String, Set<String>> sources = new HashMap<>();
    Deque<String> free = new ArrayDeque<>();
    edges.forEach(
        (node, targets) -> {
          open.put(node, targets.size());
          targets.forEach(
              target -> sources.computeIfAbsent(target, t -> new HashSet<>()).add(node));
          if (targets.isEmpty()) {
            free.add(node);
          }
        });
    while (!free.isEmpty()) {
      String node = free.remove();
      open.remove(node);
      for (String source : sources.getOrDefault(node, Set.of())) {
        if (open.merge(source, -1, Integer::sum) == 0) {
          free.add(source);
        }
      }
    }
    return open.keySet();
  }
}
