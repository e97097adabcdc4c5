package dev.replenish.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** In which order the parts of a container are in the result. */
final class PartOrder {
  private PartOrder() {}

  /**
   * Ours in their order, unless only theirs have changed it; what is new on the other side is
   * behind its neighbour there, and behind what is new in ours.
   *
   * @param base the parts of the result that the base has
   * @param ours those that ours has
   * @param theirs those that theirs has
   */
  static List<Key> of(List<Key> base, List<Key> ours, List<Key> theirs) {
    boolean turned = isSameOrder(base, ours) && !isSameOrder(base, theirs);
    List<Key> first = turned ? theirs : ours;
    List<Key> second = turned ? ours : theirs;
    Set<Key> known = new HashSet<>(first);
    Set<Key> shared = new HashSet<>(second);
    List<Key> order = new ArrayList<>(first);
    int at = 0;
    for (Key key : second) {
      if (known.contains(key)) {
        at = order.indexOf(key) + 1;
        continue;
      }
      while (!turned && at < order.size() && !shared.contains(order.get(at))) {
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
