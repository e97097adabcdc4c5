package dev.replenish.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds cycles in a directed graph. */
public final class Cycles {
  private Cycles() {}

  /**
   * The nodes on a cycle or on a path between two cycles: those that remain when nodes without
   * targets, and then nodes without sources, are removed repeatedly.
   */
  public static Set<String> among(Map<String, Set<String>> edges) {
    Map<String, Set<String>> remaining = new HashMap<>();
    edges.forEach((node, targets) -> remaining.put(node, new HashSet<>(targets)));
    remaining.values().forEach(targets -> targets.retainAll(edges.keySet()));
    Set<String> kept = trim(remaining);
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

  /** The nodes that remain when nodes without targets are removed repeatedly. */
  private static Set<String> trim(Map<String, Set<String>> edges) {
    Map<String, Integer> targetCounts = new HashMap<>();
    Map<String, Set<String>> sources = new HashMap<>();
    Deque<String> removable = new ArrayDeque<>();
    edges.forEach(
        (node, targets) -> {
          targetCounts.put(node, targets.size());
          targets.forEach(
              target -> sources.computeIfAbsent(target, t -> new HashSet<>()).add(node));
          if (targets.isEmpty()) {
            removable.add(node);
          }
        });
    while (!removable.isEmpty()) {
      String node = removable.remove();
      targetCounts.remove(node);
      for (String source : sources.getOrDefault(node, Set.of())) {
        if (targetCounts.merge(source, -1, Integer::sum) == 0) {
          removable.add(source);
        }
      }
    }
    return targetCounts.keySet();
  }
}
