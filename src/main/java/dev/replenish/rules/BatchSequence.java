package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.MovedIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Selects batch after batch, each as {@link Selector} selects it from the board that the previous
 * ones leave. A task that is not ready is looked at again only when a dependency has left the
 * backlog, or when its day has come; so all batches together take as long as a few looks at the
 * board.
 */
public final class BatchSequence {
  private final Policy policy;
  private final int limit;
  private final MovedIds moved = new MovedIds();
  private final NavigableMap<Integer, Queue> openByOrder = new TreeMap<>();
  private final Map<Integer, Queue> queueByLine = new HashMap<>();
  private final Map<String, List<Task>> dependents = new HashMap<>();
  private final NavigableMap<LocalDate, List<Task>> laterByDay = new TreeMap<>();
  private Readiness readiness;

  /**
   * The tasks of a group that may be ready.
   *
   * @param order its place in the order of the groups
   * @param tasks by the numbers of their lines
   */
  private record Queue(int order, Group group, NavigableMap<Integer, Task> tasks) {}

  /** The batches of {@code board} under {@code policy}, whose day does not matter. */
  public BatchSequence(Board board, Policy policy) {
    this.policy = policy;
    this.readiness = new Readiness(board, policy);
    Selector selector = new Selector(board, policy);
    this.limit = Math.min(selector.room(), policy.narrowing().max());
    for (Group group : Selector.ordered(selector.candidates(), policy.select())) {
      if (group.isSound() && !group.tasks().isEmpty()) {
        Queue queue = new Queue(openByOrder.size(), group, new TreeMap<>());
        for (Task task : group.tasks()) {
          queue.tasks.put(task.line(), task);
          queueByLine.put(task.line(), queue);
        }
        openByOrder.put(queue.order, queue);
      }
    }
  }

  /** The next batch on {@code day}, which is not before the day of the previous one. */
  public List<Task> next(LocalDate day) {
    readiness = readiness.on(day);
    while (!laterByDay.isEmpty() && !laterByDay.firstKey().isAfter(day)) {
      laterByDay.pollFirstEntry().getValue().forEach(this::reopen);
    }
    List<Task> batch = List.of();
    while (batch.isEmpty() && !openByOrder.isEmpty() && limit > 0) {
      Queue queue = openByOrder.firstEntry().getValue();
      batch = batch(queue, day);
      if (batch.isEmpty()) {
        openByOrder.remove(queue.order);
      }
    }
    return batch;
  }

  /** Takes {@code task} from the backlog, as a batch of another sequence contains it. */
  public void remove(Task task) {
    Queue queue = queueByLine.remove(task.line());
    if (queue != null) {
      queue.tasks.remove(task.line());
      openByOrder.put(queue.order, queue); // it may have held up those after it
    }
    moved.add(task);
    task.id().map(id -> dependents.remove(id.value())).ifPresent(all -> all.forEach(this::reopen));
  }

  private List<Task> batch(Queue queue, LocalDate day) {
    List<Task> batch = new ArrayList<>();
    Map.Entry<Integer, Task> next = queue.tasks.firstEntry();
    while (next != null && batch.size() < limit) {
      Task task = next.getValue();
      if (readiness.verdict(task, queue.group, moved).ready()) {
        batch.add(task);
        remove(task);
      } else {
        setAside(task, day);
        if (policy.stopAtIncomplete()) {
          return batch;
        }
        queue.tasks.remove(task.line());
      }
      next = queue.tasks.higherEntry(task.line());
    }
    return batch;
  }

  private void setAside(Task task, LocalDate day) {
    for (String id : Dependencies.of(task, readiness::isKnown)) {
      dependents.computeIfAbsent(id, any -> new ArrayList<>()).add(task);
    }
    Optional<LocalDate> later = task.details().notBefore().filter(day::isBefore);
    later.ifPresent(at -> laterByDay.computeIfAbsent(at, any -> new ArrayList<>()).add(task));
  }

  /** Looks at {@code task} again, unless it has left the backlog. */
  private void reopen(Task task) {
    Queue queue = queueByLine.get(task.line());
    if (queue != null) {
      queue.tasks.put(task.line(), task);
      openByOrder.put(queue.order, queue);
    }
  }
}
