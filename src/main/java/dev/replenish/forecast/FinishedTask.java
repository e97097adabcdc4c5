package dev.replenish.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A task that was finished by a command.
 *
 * @param id its id
 * @param title its title at that time, "" if the commit names none; untrusted text
 * @param begun the day on which it was first promoted or started, if known
 * @param finished the day on which it was last finished
 */
public record FinishedTask(String id, String title, Optional<LocalDate> begun, LocalDate finished) {

  /** Its cycle time in days, if the day on which it was begun is known. */
  public OptionalInt days() {
    return begun.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.max(0, ChronoUnit.DAYS.between(begun.get(), finished)));
  }
}
