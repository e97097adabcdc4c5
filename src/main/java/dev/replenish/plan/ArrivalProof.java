package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Checks that exactly the declared blocks were inserted into a file, each in its declared place.
 */
final class ArrivalProof {
  private final Document after;
  private final List<Arrival> arrivals;

  ArrivalProof(Document after, FileScope scope) {
    this.after = after;
    this.arrivals = scope.arrives();
  }

  /** Whether {@code arrivals} has the block of {@code task}. */
  static boolean isDeclared(List<Arrival> arrivals, Document after, Task task) {
    for (Arrival arrival : arrivals) {
      for (Arrival.Block block : arrival.blocks()) {
        if (isOf(block, after, task)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(Arrival.Block block, Document after, Task task) {
    return BlockComparison.same(block.source(), block.span(), after.source(), task.block());
  }

  /** What is wrong with {@code arrived}, the tasks that were inserted, if anything. */
  Optional<String> violation(List<Task> arrived) {
    BitSet used = new BitSet();
    for (Arrival arrival : arrivals) {
      List<Task> found = new ArrayList<>();
      int last = -1;
      for (Arrival.Block block : arrival.blocks()) {
        int at = find(block, arrived, used);
        if (at < 0 || (arrival.ordered() && at < last)) {
          return mismatch();
        }
        Optional<String> objection = block.objection().apply(arrived.get(at));
        if (objection.isPresent()) {
          return objection;
        }
        used.set(at);
        found.add(arrived.get(at));
        last = at;
      }
      if (arrival.place().isPresent() && !isIn(arrival.place().get(), found)) {
        return Optional.of(
            "the tasks that come into " + after.path() + " would not be in their place");
      }
    }
    return used.cardinality() == arrived.size() ? Optional.empty() : mismatch();
  }

  private Optional<String> mismatch() {
    return Optional.of(
        after.path() + " would not hold its tasks and those that come, each in order");
  }

  private int find(Arrival.Block block, List<Task> arrived, BitSet used) {
    for (int i = used.nextClearBit(0); i < arrived.size(); i = used.nextClearBit(i + 1)) {
      if (isOf(block, after, arrived.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isIn(Arrival.Place place, List<Task> found) {
    List<Integer> wanted = lines(found);
    for (Group group : after.groups()) {
      if (place.group().test(group) && isIn(place, group.tasks(), wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(Arrival.Place place, List<Task> tasks, List<Integer> wanted) {
    List<Integer> all = lines(tasks);
    if (!place.last() && place.next().isEmpty()) {
      return all.containsAll(wanted);
    }
    int from = place.last() ? all.size() - wanted.size() : all.indexOf(wanted.get(0));
    int to = from + wanted.size();
    boolean holds = from >= 0 && to <= all.size() && all.subList(from, to).equals(wanted);
    return holds
        && (place.next().isEmpty()
            || (to < tasks.size() && isOf(place.next().get(), after, tasks.get(to))));
  }

  private static List<Integer> lines(List<Task> tasks) {
    List<Integer> lines = new ArrayList<>();
    for (Task task : tasks) {
      lines.add(task.line());
    }
    return lines;
  }
}
