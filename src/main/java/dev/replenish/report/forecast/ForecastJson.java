package dev.replenish.report.forecast;

import dev.replenish.app.forecast.ShowForecast;
import dev.replenish.board.TaskId;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Schedule;
import dev.replenish.forecast.Schedule.Slot;
import dev.replenish.forecast.Simulation.Likely;
import dev.replenish.forecast.Trail;
import dev.replenish.forecast.WorkItem;
import dev.replenish.report.Json;
import dev.replenish.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a forecast as JSON; nothing of it where the command failed. */
final class ForecastJson {
  private ForecastJson() {}

  static void paces(@Nullable Forecast forecast, Json json) {
    json.openArray("paces");
    for (Schedule schedule : schedules(forecast)) {
      json.open();
      perDay(schedule, json);
      json.field("days", schedule.days());
      json.field("end", day(schedule.end())).close();
    }
    json.closeArray();
  }

  private static List<Schedule> schedules(@Nullable Forecast forecast) {
    return forecast == null ? List.of() : forecast.schedules();
  }

  private static void perDay(Schedule schedule, Json json) {
    json.field("perDay", Double.valueOf(schedule.pace().hours().doubleValue()));
  }

  static void tasks(@Nullable Forecast forecast, Json json) {
    json.openArray("tasks");
    for (WorkItem item : forecast == null ? List.<WorkItem>of() : forecast.items()) {
      json.open();
      fields(item, json);
      slots(forecast, item, json);
      json.close();
    }
    json.closeArray();
  }

  static void items(String name, List<WorkItem> items, Json json) {
    json.openArray(name);
    for (WorkItem item : items) {
      json.open();
      fields(item, json);
      json.close();
    }
    json.closeArray();
  }

  private static void fields(WorkItem item, Json json) {
    json.field("id", item.task().id().map(TaskId::value).orElse(null));
    json.field("title", item.task().title());
    json.field("path", item.document().path()).field("line", item.task().line());
    json.field("effort", item.hours().orElse(null)).field("due", day(item.due()));
    json.field("reasons", item.reasons().stream().map(Reason::code).toList());
  }

  private static void slots(@Nullable Forecast forecast, WorkItem item, Json json) {
    json.openArray("dates");
    for (Schedule schedule : schedules(forecast)) {
      Slot slot = schedule.slot(item).orElse(null);
      if (slot != null && slot.first().isPresent()) {
        json.open();
        perDay(schedule, json);
        json.field("days", slot.days()).field("first", day(slot.first()));
        json.field("last", day(slot.last())).field("late", slot.isLate()).close();
      }
    }
    json.closeArray();
  }

  static void trail(@Nullable Forecast forecast, Json json) {
    if (forecast == null) {
      json.nothing("trail");
      return;
    }
    Trail trail = forecast.trail();
    json.open("trail").field("finished", trail.finished().size());
    json.field("missing", trail.missing()).openArray("weeks");
    for (Integer week : trail.recent()) {
      json.element(week);
    }
    json.closeArray();
    likely("finish", forecast.finish(forecast.items().size()), json);
    cycleTime(trail, json);
    json.close();
  }

  private static void cycleTime(Trail trail, Json json) {
    Likely<Integer> days = trail.cycleTime().orElse(null);
    if (days == null) {
      json.nothing("cycleTime");
    } else {
      json.open("cycleTime").field("p50", days.half()).field("p85", days.sure()).close();
    }
  }

  private static void likely(String name, Optional<Likely<Optional<LocalDate>>> likely, Json json) {
    if (likely.isEmpty()) {
      json.nothing(name);
    } else {
      json.open(name).field("p50", day(likely.get().half()));
      json.field("p85", day(likely.get().sure())).close();
    }
  }

  static void by(ShowForecast.@Nullable Result result, Json json) {
    if (result == null || result.by().isEmpty()) {
      json.nothing("by");
      return;
    }
    Forecast forecast = result.forecast();
    String path = result.by().get().document().path();
    int place = forecast.place(path, result.by().get().task().line());
    json.open("by").field("id", result.by().get().task().id().map(TaskId::value).orElse(null));
    json.known("place", place);
    likely("finish", forecast.finish(place), json);
    json.close();
  }

  static void until(ShowForecast.@Nullable Result result, Json json) {
    if (result == null || result.until().isEmpty()) {
      json.nothing("until");
      return;
    }
    LocalDate day = result.until().get();
    json.open("until").field("day", day.toString()).openArray("paces");
    for (Schedule schedule : result.forecast().schedules()) {
      json.open();
      perDay(schedule, json);
      int done = (int) schedule.slots().stream().filter(slot -> slot.isDoneBy(day)).count();
      json.field("tasks", done).close();
    }
    json.closeArray();
    Likely<Integer> likely = result.forecast().finished(day).orElse(null);
    if (likely == null) {
      json.nothing("finished");
    } else {
      json.open("finished").field("p50", likely.half()).field("p85", likely.sure()).close();
    }
    json.close();
  }

  private static @Nullable String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }
}
