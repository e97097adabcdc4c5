package dev.replenish.app.forecast;

import dev.replenish.app.BoardResult;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.read.ReadLog;
import dev.replenish.forecast.Trail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/** Reads the trails of boards from their commits. */
public final class Trails {
  private Trails() {}

  /** What was done to each board. */
  public static List<BoardResult<ReadLog.Result>> read(CallContext context, IntConsumer progress) {
    return ReadLog.of(context, ReadLog.Request.ALL, progress);
  }

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
