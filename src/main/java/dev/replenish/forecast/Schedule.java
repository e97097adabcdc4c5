package dev.replenish.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The tasks in the order of the future batches, with their days on the calendar at one pace.
 *
 * @param pace the pace
 * @param slots the tasks in this order; tasks without an estimate have no days
 * @param held the tasks that no batch will take unless something changes, with every reason
 */
public record Schedule(Pace pace, List<Slot> slots, List<WorkItem> held) {

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

  /** Copies the lists. */
  public Schedule {
    slots = List.copyOf(slots);
    held = List.copyOf(held);
  }

  /** The slot of {@code item}. */
  public Optional<Slot> slot(WorkItem item) {
    for (Slot slot : slots) {
      if (slot.item().isSameAs(item)) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
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
