package dev.replenish.report.forecast;

import dev.replenish.app.forecast.ShowForecast;
import dev.replenish.board.Task;
import dev.replenish.forecast.Forecast;
import dev.replenish.forecast.Schedule;
import dev.replenish.forecast.Schedule.Slot;
import dev.replenish.forecast.WorkItem;
import dev.replenish.report.Columns;
import dev.replenish.report.CommitFormat;
import dev.replenish.report.Json;
import dev.replenish.report.TerminalText;
import dev.replenish.report.Text;
import dev.replenish.report.TextColor;
import dev.replenish.report.View;
import dev.replenish.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints when tasks will be finished. */
public final class ForecastView implements View<ShowForecast.Result> {
  private static final int DAY = "2026-01-01 ".length();
  private static final int HOURS = 8;
  private static final int WIDEST_NAME = 24;
  private static final int NARROWEST_TITLE = 12;
  private static final String INDENT = "  ";

  @Override
  public void text(ShowForecast.Result result, Text text) {
    Forecast forecast = result.forecast();
    if (result.by().isPresent()) {
      by(result, text);
    } else if (result.until().isPresent()) {
      until(forecast, result.until().get(), text);
    } else {
      whole(forecast, text);
    }
    if (result.shallow()) {
      text.remark(CommitFormat.CUT_OFF);
    }
  }

  private static void whole(Forecast forecast, Text text) {
    table(forecast, forecast.schedules().get(0).slots(), text);
    text.data().wrapped(TextColor.BOLD, "Total: ", ForecastWords.total(forecast));
    text.data().wrapped(TextColor.BOLD, "Pace: ", ForecastWords.pace(forecast));
    excluded("Blocked", forecast.blocked(), text);
    excluded("Without an estimate", forecast.unestimated(), text);
    excluded("Not ready to be promoted", forecast.held(), text);
    if (!forecast.held().isEmpty() && !text.style().verbose()) {
      text.remark("'replenish forecast -v' shows what each of them lacks or waits for.");
    }
    late(forecast, text);
  }

  /** Prints a line for each task: its hours, its last day at each pace, and its title. */
  private static void table(Forecast forecast, List<Slot> slots, Text text) {
    if (slots.isEmpty()) {
      text.remark("No task is left to finish.");
      return;
    }
    List<Task> tasks = slots.stream().map(slot -> slot.item().task()).toList();
    int name = Math.min(WIDEST_NAME, Math.max("Task".length(), Text.nameWidth(tasks))) + 1;
    text.data().put(TextColor.BOLD, "Task" + " ".repeat(name - "Task".length()));
    text.data().put(TextColor.BOLD, right("Hours", HOURS - 1) + " ");
    for (Schedule schedule : forecast.schedules()) {
      String head = "at " + schedule.pace().words() + " h";
      text.data().put(TextColor.BOLD, head + " ".repeat(Math.max(1, DAY - head.length())));
    }
    text.data().put(TextColor.BOLD, "Title").end();
    int room = text.style().width() - name - HOURS - DAY * forecast.schedules().size();
    for (Slot slot : text.style().verbose() ? slots : text.capped(slots)) {
      Task task = slot.item().task();
      text.data().column(Columns.cut(TerminalText.line(task.name()), name - 1), name);
      text.data().put(right(ForecastWords.hours(slot.item()), HOURS - 1) + " ");
      for (Slot each : forecast.slots(slot.item())) {
        TextColor color = each.isLate() ? TextColor.ERROR : TextColor.PLAIN;
        String day = each.last().map(LocalDate::toString).orElse("?");
        text.data().put(color, day).put(" ".repeat(DAY - day.length()));
      }
      String title = TerminalText.title(task.title());
      text.data().line(Columns.cut(title, Math.max(NARROWEST_TITLE, room)));
    }
    if (!text.style().verbose()) {
      text.rest(slots, "");
    }
  }

  private static String right(String word, int width) {
    return " ".repeat(Math.max(0, width - word.length())) + word;
  }

  private static void excluded(String why, List<WorkItem> items, Text text) {
    if (items.isEmpty()) {
      return;
    }
    text.data().put(TextColor.BOLD, why + ": ").line(ForecastWords.tasks(items.size()));
    if (!text.style().verbose()) {
      return;
    }
    for (WorkItem item : items) {
      String words = Reason.words(item.reasons());
      String reasons = words.isEmpty() ? "" : " (" + words + ")";
      text.data().line(INDENT + item.task().name() + " " + item.task().title().strip() + reasons);
    }
  }

  /** Prints the tasks that will be late even at the fastest requested pace. */
  private static void late(Forecast forecast, Text text) {
    for (Slot slot : forecast.schedules().get(0).slots()) {
      if (slot.isLate()) {
        String due = slot.item().due().orElseThrow() + ", finished " + slot.last().orElseThrow();
        String pace = " at " + forecast.schedules().get(0).pace().words() + " h a day";
        text.data().put(TextColor.WARNING, "Late: ");
        text.data().line(slot.item().task().name() + " is due " + due + pace);
      }
    }
  }

  private static void by(ShowForecast.Result result, Text text) {
    Forecast forecast = result.forecast();
    Task task = result.by().orElseThrow().task();
    int place = forecast.place(result.by().get().document().path(), task.line());
    String title = TerminalText.line((task.name() + " " + task.title()).strip());
    text.data().put(TextColor.BOLD, Columns.cut(title, text.style().width())).end();
    if (place == 0) {
      text.data().line(ForecastWords.whyNot(forecast, result.by().get()));
      return;
    }
    WorkItem item = forecast.items().get(place - 1);
    String before = place == 1 ? "nothing" : ForecastWords.tasks(place - 1);
    text.data().line("Before it: " + before);
    for (Schedule schedule : forecast.schedules()) {
      text.data().put(TextColor.BOLD, schedule.pace().words() + " h a day: ");
      text.data().line(schedule.slot(item).map(ForecastWords::days).orElse("no date"));
    }
    if (!item.reasons().isEmpty()) {
      text.data().wrapped("It lacks: ", Reason.words(item.reasons()));
    }
    item.due().ifPresent(due -> text.data().line("Due: " + due));
    text.data().wrapped(TextColor.BOLD, "Pace: ", ForecastWords.finish(forecast, place));
  }

  private static void until(Forecast forecast, LocalDate day, Text text) {
    List<Slot> done = new ArrayList<>();
    for (Schedule schedule : forecast.schedules()) {
      List<Slot> slots = schedule.slots().stream().filter(slot -> slot.isDoneBy(day)).toList();
      String of = slots.size() + " of " + ForecastWords.tasks(schedule.slots().size());
      text.data().put(TextColor.BOLD, schedule.pace().words() + " h a day: ");
      text.data().line(of + " by " + day);
      done.addAll(done.isEmpty() ? slots : List.of());
    }
    text.data().wrapped(TextColor.BOLD, "Pace: ", ForecastWords.finished(forecast, day));
    if (!done.isEmpty()) {
      table(forecast, done, text);
    }
  }

  @Override
  public void json(Optional<String> board, Optional<ShowForecast.Result> result, Json json) {
    json.field("board", board);
    ForecastJson.write(result, json);
    json.field("shallow", result.map(ShowForecast.Result::shallow).orElse(false));
  }
}
