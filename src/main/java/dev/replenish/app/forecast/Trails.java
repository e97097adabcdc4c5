package dev.replenish.app.forecast;

import dev.replenish.app.read.ReadLog;
import dev.replenish.forecast.Trail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Converts the logs of boards to the trails that forecasts use. */
public final class Trails {
  private Trails() {}

  /** The trail of {@code log} up to {@code date}. */
  public static Trail of(ReadLog.Result log, LocalDate date) {
    List<Trail.Entry> entries = new ArrayList<>();
    for (ReadLog.Entry entry : log.entries()) {
      LocalDate day = entry.commit().date().toLocalDate();
      entries.add(new Trail.Entry(entry.commit().id(), day, entry.trail()));
    }
    Collections.reverse(entries);
    return new Trail(entries, date);
  }
}
