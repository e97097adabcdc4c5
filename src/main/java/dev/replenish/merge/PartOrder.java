package dev.replenish.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order of the parts of a container in the result. */
final class PartOrder {
  private PartOrder() {}

  /**
   * The order of ours, unless only theirs has changed it; a new part of the other side follows its
   * neighbour there, and the new parts of ours.
   *
   * @param parts the parts of the result that each version has
   */
  static List<Key> of(ThreeWay<List<Key>> parts) {
    boolean theirsReordered =
        isSameOrder(parts.base(), parts.ours()) && !isSameOrder(parts.base(), parts.theirs());
    List<Key> first = theirsReordered ? parts.theirs() : parts.ours();
    List<Key> second = theirsReordered ? parts.ours() : parts.theirs();
    Set<Key> known = new HashSet<>(first);
    Set<Key> shared = new HashSet<>(second);
    List<Key> order = new ArrayList<>(first);
    int at = 0;
    for (Key key : second) {
      if (known.contains(key)) {
        at = order.indexOf(key) + 1;
        continue;
      }
      while (!theirsReordered && at < order.size() && !shared.contains(order.get(at))) {
        at++;
      }
      order.add(at++, key);
    }
    return order;
  }

  private static boolean isSameOrder(List<Key> base, List<Key> side) {
    List<Key> before = new ArrayList<>(base);
    List<Key> after = new ArrayList<>(side);
    before.retainAll(new HashSet<>(side));
    after.retainAll(new HashSet<>(base));
    return before.equals(after);
  }
}
