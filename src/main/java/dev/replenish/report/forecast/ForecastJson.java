package dev.replenish.report.forecast;

import dev.replenish.app.board.TaskFinder;
import dev.replenish.app.forecast.ShowForecast;
import dev.replenish.board.TaskId;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Schedule;
import dev.replenish.forecast.Schedule.Slot;
import dev.replenish.forecast.Simulation.Likely;
import dev.replenish.forecast.Trail;
import dev.replenish.forecast.WorkItem;
import dev.replenish.report.Json;
import dev.replenish.report.JsonParts;
import dev.replenish.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes a forecast as JSON; its fields are null or empty if the command failed. */
final class ForecastJson {
  private ForecastJson() {}

  static void write(Optional<ShowForecast.Result> result, Json json) {
    Optional<Forecast> forecast = result.map(ShowForecast.Result::forecast);
    List<Schedule> schedules = forecast.map(Forecast::schedules).orElse(List.of());
    json.field("date", forecast.map(each -> each.date().toString()));
    json.objects("paces", schedules, ForecastJson::pace);
    json.objects(
        "tasks",
        forecast.map(Forecast::items).orElse(List.of()),
        (item, fields) -> {
          item(item, fields);
          dates(item, schedules, fields);
        });
    json.objects("blocked", forecast.map(Forecast::blocked).orElse(List.of()), ForecastJson::item);
    json.objects("held", forecast.map(Forecast::held).orElse(List.of()), ForecastJson::item);
    json.object("trail", forecast, ForecastJson::trail);
    json.object("by", result.filter(each -> each.by().isPresent()), ForecastJson::by);
    json.object("until", result.filter(each -> each.until().isPresent()), ForecastJson::until);
  }

  private static void pace(Schedule schedule, Json json) {
    perDay(schedule, json);
    json.field("days", schedule.days()).field("end", day(schedule.end()));
  }

  private static void perDay(Schedule schedule, Json json) {
    json.field("perDay", Double.valueOf(schedule.pace().hours().doubleValue()));
  }

  private static void item(WorkItem item, Json json) {
    JsonParts.name(item.task(), json);
    json.field("path", item.document().path()).field("line", item.task().line());
    json.field("effort", item.hours().orElse(null)).field("due", day(item.due()));
    json.field("reasons", Reason.codes(item.reasons()));
  }

  private static void dates(WorkItem item, List<Schedule> schedules, Json json) {
    json.openArray("dates");
    for (Schedule schedule : schedules) {
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

  private static void trail(Forecast forecast, Json json) {
    Trail trail = forecast.trail();
    json.field("finished", trail.finished().size());
    json.field("missing", trail.missing()).openArray("weeks");
    trail.recent().forEach(json::element);
    json.closeArray();
    json.object("finish", forecast.finish(forecast.items().size()), ForecastJson::days);
    json.object("cycleTime", trail.cycleTime(), ForecastJson::counts);
  }

  private static void counts(Likely<Integer> likely, Json json) {
    json.field("p50", likely.half()).field("p85", likely.sure());
  }

  private static void days(Likely<Optional<LocalDate>> likely, Json json) {
    json.field("p50", day(likely.half())).field("p85", day(likely.sure()));
  }

  private static void by(ShowForecast.Result result, Json json) {
    TaskFinder.Found found = result.by().orElseThrow();
    int place = result.forecast().place(found.document().path(), found.task().line());
    json.field("id", found.task().id().map(TaskId::value)).fieldOrNull("place", place);
    json.object("finish", result.forecast().finish(place), ForecastJson::days);
  }

  private static void until(ShowForecast.Result result, Json json) {
    LocalDate day = result.until().orElseThrow();
    json.field("day", day.toString());
    json.objects(
        "paces",
        result.forecast().schedules(),
        (schedule, fields) -> {
          perDay(schedule, fields);
          long done = schedule.slots().stream().filter(slot -> slot.isDoneBy(day)).count();
          fields.field("tasks", (int) done);
        });
    json.object("finished", result.forecast().finished(day), ForecastJson::counts);
  }

  private static Optional<String> day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString);
  }
}
