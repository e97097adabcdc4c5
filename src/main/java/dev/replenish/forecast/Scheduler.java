package dev.replenish.forecast;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.forecast.Schedule.Slot;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays tasks on the calendar (docs/reference/forecast.md, "The order"): what is active first, then
 * batch after batch as the planner would take them, each when the one before is finished.
 */
public final class Scheduler {
  private final Board board;
  private final Policy policy;
  private final Function<Task, Optional<Double>> hours;
  private final WorkCalendar calendar;
  private final LocalDate start;
  private @Nullable Order order;

  /** The tasks of all batches to come, and what no batch takes. */
  private record Order(List<Verdict> tasks, List<Verdict> rest) {}

  /**
   * A scheduler for {@code board}.
   *
   * @param policy the rules by which batches are chosen
   * @param hours what estimates come to
   * @param start the day on which work goes on
   */
  public Scheduler(
      Board board,
      Policy policy,
      Function<Task, Optional<Double>> hours,
      WorkCalendar calendar,
      LocalDate start) {
    this.board = board;
    this.policy = policy;
    this.hours = hours;
    this.calendar = calendar;
    this.start = start;
  }

  /** The tasks that wait for something outside, of both files. */
  public List<WorkItem> blocked() {
    List<WorkItem> blocked = new ArrayList<>();
    for (Document document : documents()) {
      for (Task task : document.tasks()) {
        if (task.details().status().filter(Status.BLOCKED::equals).isPresent()) {
          blocked.add(item(document, task, List.of()));
        }
      }
    }
    return blocked;
  }

  /** Everything else that is still to be done, at {@code pace}. */
  public Schedule at(Pace pace) {
    return new Run(pace).schedule();
  }

  /** The order at any pace, where no task has to wait for a day; it takes a while to find. */
  private Order order(Set<Integer> begun) {
    Order known = order;
    if (known == null) {
      BatchQueue queue = new BatchQueue(board, policy);
      List<Verdict> tasks = new ArrayList<>(queue.first(start, begun));
      List<Verdict> batch = queue.next(start);
      while (!batch.isEmpty()) {
        tasks.addAll(batch);
        batch = queue.next(start);
      }
      known = new Order(tasks, queue.rest(start));
      order = known;
    }
    return known;
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    board.todo().ifPresent(documents::add);
    documents.add(board.backlog());
    return documents;
  }

  private WorkItem item(Document document, Task task, List<Reason> reasons) {
    return new WorkItem(document, task, hours.apply(task), task.details().due(), reasons);
  }

  /** One way through the whole board. */
  private final class Run {
    private final Pace pace;
    private final List<Slot> slots = new ArrayList<>();
    private final BatchQueue queue = new BatchQueue(board, policy);
    private LocalDate day = calendar.from(start);

    Run(Pace pace) {
      this.pace = pace;
    }

    Schedule schedule() {
      Set<Integer> begun = active();
      List<Verdict> rest;
      if (queue.nextDay(start).isEmpty()) {
        lay(order(begun).tasks());
        rest = order(begun).rest();
      } else {
        lay(queue.first(start, begun));
        List<Verdict> batch = next();
        while (!batch.isEmpty()) {
          lay(batch);
          batch = next();
        }
        rest = queue.rest(day);
      }
      return new Schedule(pace, slots, rest.stream().map(this::item).toList());
    }

    private WorkItem item(Verdict verdict) {
      return Scheduler.this.item(board.backlog(), verdict.task(), verdict.reasons());
    }

    private void lay(List<Verdict> batch) {
      batch.forEach(each -> lay(item(each)));
    }

    /** The next batch on the day it is wanted; where all wait for a day, on that day. */
    private List<Verdict> next() {
      List<Verdict> batch = queue.next(day);
      Optional<LocalDate> later = batch.isEmpty() ? queue.nextDay(day) : Optional.empty();
      while (later.isPresent()) {
        day = calendar.from(later.get());
        batch = queue.next(day);
        later = batch.isEmpty() ? queue.nextDay(day) : Optional.empty();
      }
      return batch;
    }

    /** Lays what someone works on already; returns the lines of those that the backlog holds. */
    private Set<Integer> active() {
      Set<Integer> inBacklog = new HashSet<>();
      for (Status status : List.of(Status.IN_PROGRESS, Status.TODO)) {
        for (Task task : board.todo().map(Document::activeTasks).orElse(List.of())) {
          if (task.details().status().orElse(Status.TODO) == status) {
            lay(Scheduler.this.item(board.todo().orElseThrow(), task, List.of()));
          }
        }
        for (Task task : status == Status.TODO ? List.<Task>of() : board.backlog().activeTasks()) {
          if (task.details().status().filter(status::equals).isPresent() && !task.isUnsettled()) {
            lay(Scheduler.this.item(board.backlog(), task, List.of()));
            inBacklog.add(task.line());
          }
        }
      }
      return inBacklog;
    }

    private void lay(WorkItem item) {
      if (item.hours().isEmpty()) {
        slots.add(new Slot(item, 0, Optional.empty(), Optional.empty()));
        return;
      }
      int days = pace.days(item.hours().get());
      LocalDate last = calendar.last(day, days);
      slots.add(new Slot(item, days, Optional.of(day), Optional.of(last)));
      day = calendar.after(last);
    }
  }
}
