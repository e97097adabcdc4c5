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
 * Schedules tasks on the calendar (docs/reference/forecast.md, "The order"): first the active
 * tasks, then batch after batch as runs would choose them, each when the previous one is finished.
 */
public final class Scheduler {
  private final Board board;
  private final Policy policy;
  private final Function<Task, Optional<Double>> hours;
  private final WorkCalendar calendar;
  private final LocalDate start;
  private @Nullable Order order;

  /** The tasks of all future batches, and the tasks that no batch takes. */
  private record Order(List<Verdict> tasks, List<Verdict> rest) {}

  /**
   * A scheduler for {@code board}.
   *
   * @param policy the rules by which batches are chosen
   * @param hours the estimate of a task in hours
   * @param start the day from which on tasks are scheduled
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

  /** The blocked tasks of {@code TODO.md} and the backlog. */
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

  /** The schedule of all other unfinished tasks at {@code pace}. */
  public Schedule at(Pace pace) {
    return new ScheduleBuilder(pace).schedule();
  }

  /** The order at any pace if no task waits for a day; cached, because computing it is slow. */
  private Order order(Set<Integer> inProgress) {
    Order known = order;
    if (known == null) {
      BatchQueue queue = new BatchQueue(board, policy, inProgress);
      List<Verdict> tasks = new ArrayList<>(queue.first(start));
      List<Verdict> batch = queue.next(start);
      while (!batch.isEmpty()) {
        tasks.addAll(batch);
        batch = queue.next(start);
      }
      known = new Order(tasks, queue.remaining(start));
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

  /** Builds the schedule of the whole board at one pace. */
  private final class ScheduleBuilder {
    private final Pace pace;
    private final List<Slot> slots = new ArrayList<>();
    private LocalDate day = calendar.from(start);

    ScheduleBuilder(Pace pace) {
      this.pace = pace;
    }

    Schedule schedule() {
      Set<Integer> inProgress = scheduleActive();
      List<Verdict> rest;
      if (BatchQueue.nextDay(board.backlog().tasks(), start).isEmpty()) {
        schedule(order(inProgress).tasks());
        rest = order(inProgress).rest();
      } else {
        BatchQueue queue = new BatchQueue(board, policy, inProgress);
        schedule(queue.first(start));
        List<Verdict> batch = next(queue);
        while (!batch.isEmpty()) {
          schedule(batch);
          batch = next(queue);
        }
        rest = queue.remaining(day);
      }
      return new Schedule(pace, slots, rest.stream().map(this::item).toList());
    }

    private WorkItem item(Verdict verdict) {
      return Scheduler.this.item(board.backlog(), verdict.task(), verdict.reasons());
    }

    private void schedule(List<Verdict> batch) {
      batch.forEach(each -> schedule(item(each)));
    }

    /** The next batch on the current day; if all tasks wait for a later day, on that day. */
    private List<Verdict> next(BatchQueue queue) {
      List<Verdict> batch = queue.next(day);
      Optional<LocalDate> later = batch.isEmpty() ? queue.nextDay(day) : Optional.empty();
      while (later.isPresent()) {
        day = calendar.from(later.get());
        batch = queue.next(day);
        later = batch.isEmpty() ? queue.nextDay(day) : Optional.empty();
      }
      return batch;
    }

    /** Schedules the active tasks; returns the lines of those in the backlog. */
    private Set<Integer> scheduleActive() {
      Set<Integer> inBacklog = new HashSet<>();
      for (Status status : List.of(Status.IN_PROGRESS, Status.TODO)) {
        for (Task task : board.todo().map(Document::activeTasks).orElse(List.of())) {
          if (task.details().status().orElse(Status.TODO) == status) {
            schedule(Scheduler.this.item(board.todo().orElseThrow(), task, List.of()));
          }
        }
        for (Task task : status == Status.TODO ? List.<Task>of() : board.backlog().activeTasks()) {
          if (task.details().status().filter(status::equals).isPresent() && !task.isUnsettled()) {
            schedule(Scheduler.this.item(board.backlog(), task, List.of()));
            inBacklog.add(task.line());
          }
        }
      }
      return inBacklog;
    }

    private void schedule(WorkItem item) {
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
