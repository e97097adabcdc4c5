package dev.replenish.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A task that a command has finished.
 *
 * @param id its id
 * @param title its title then, "" where the commit names none: untrusted text
 * @param begun the day on which it was first promoted or started, if the trail knows
 * @param finished the day on which it was last finished
 */
public record FinishedTask(String id, String title, Optional<LocalDate> begun, LocalDate finished) {

  /** Its cycle time in days, where it is known when it was begun. */
  public OptionalInt days() {
    return begun.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.max(0, ChronoUnit.DAYS.between(begun.get(), finished)));
  }
}
