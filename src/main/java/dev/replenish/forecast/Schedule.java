package dev.replenish.forecast;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks in the order of the future batches, with their days on the calendar at one pace. */
public final class Schedule {
  private final Pace pace;
  private final List<Slot> slots;
  private final List<WorkItem> held;
  private final Map<String, Slot> slotByPlace = new HashMap<>();

  /**
   * A task and its days.
   *
   * @param days the number of working days that it takes; 0 without an estimate
   * @param first the first of these days
   * @param last the last of these days
   */
  public record Slot(WorkItem item, int days, Optional<LocalDate> first, Optional<LocalDate> last) {

    /** Whether it will be finished after its due date. */
    public boolean isLate() {
      return item.due().isPresent() && last.isPresent() && last.get().isAfter(item.due().get());
    }

    /** Whether it will be finished on {@code day} or before. */
    public boolean isDoneBy(LocalDate day) {
      return last.isPresent() && !last.get().isAfter(day);
    }
  }

  /** A schedule of these slots; {@code held} are the tasks that no batch will take. */
  Schedule(Pace pace, List<Slot> slots, List<WorkItem> held) {
    this.pace = pace;
    this.slots = List.copyOf(slots);
    this.held = List.copyOf(held);
    this.slots.forEach(slot -> slotByPlace.put(slot.item().place(), slot));
  }

  /** The pace. */
  public Pace pace() {
    return pace;
  }

  /** The tasks in this order; tasks without an estimate have no days. */
  public List<Slot> slots() {
    return slots;
  }

  /** The tasks that no batch will take unless something changes, with every reason. */
  public List<WorkItem> held() {
    return held;
  }

  /** The slot of {@code item}. */
  public Optional<Slot> slot(WorkItem item) {
    return Optional.ofNullable(slotByPlace.get(item.place()));
  }

  /** The working days of all tasks. */
  public int days() {
    return slots.stream().mapToInt(Slot::days).sum();
  }

  /** The day on which the last task is finished; empty if no task has an estimate. */
  public Optional<LocalDate> end() {
    return slots.stream().flatMap(slot -> slot.last().stream()).max(LocalDate::compareTo);
  }
}
