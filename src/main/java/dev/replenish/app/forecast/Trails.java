package dev.replenish.app.forecast;

import dev.replenish.app.read.ReadLog;
import dev.replenish.forecast.Trail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws the trails of boards from their logs. */
public final class Trails {
  private Trails() {}

  /** What {@code log} says about the pace, up to {@code date}. */
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
