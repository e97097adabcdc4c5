package dev.replenish.report.board;

import dev.replenish.app.TaskLine;
import dev.replenish.app.read.ListRequest;
import dev.replenish.app.read.Tasks.Listing;
import dev.replenish.board.Task;
import dev.replenish.report.Columns;
import dev.replenish.report.Json;
import dev.replenish.report.JsonParts;
import dev.replenish.report.NothingToDoText;
import dev.replenish.report.ReadingText;
import dev.replenish.report.TerminalText;
import dev.replenish.report.Text;
import dev.replenish.report.TextColor;
import dev.replenish.report.UnclearTasks;
import dev.replenish.report.View;
import dev.replenish.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows tasks, one line each: in columns on a terminal, in a fixed form elsewhere. */
public final class ListView implements View<Listing> {
  private static final int STATE = "in-progress".length() + 1;

  /** One task with many reasons must not push all other titles off the screen. */
  private static final int WIDEST_REASONS = 20;

  @Override
  public void text(Listing listing, Text text) {
    if (listing.request().explain().isPresent()) {
      ReadingText.explain(listing.backlog(), listing.request().explain().get(), text);
      return;
    }
    if (text.style().terminal()) {
      new TaskTable(listing.tasks(), listing.today(), text).print(listing.request().sort());
    } else {
      lines(listing.tasks(), text);
    }
    if (listing.tasks().isEmpty()) {
      String none = listing.all() > 0 ? "No such task." : nothing(listing.request());
      text.remark(listing.unknownType().map(why -> "No such task: " + why).orElse(none));
    }
    ReadingText.overlooked(listing.backlog()).ifPresent(text::remark);
    List<Task> shown =
        listing.tasks().stream()
            .filter(line -> line.document().path().equals(listing.backlog().path()))
            .map(TaskLine::task)
            .toList();
    UnclearTasks.among(shown, listing.backlog().path()).words().forEach(text::remark);
    if (text.style().verbose()) {
      text.data().line(ReadingText.summary(listing.backlog()));
    }
  }

  private static String nothing(ListRequest request) {
    String none = "No task yet. Add one: " + NothingToDoText.ADD;
    return request.isNarrow() ? "No such task: there is none yet." : none;
  }

  /** Prints the form for scripts: the place, the state, the reasons as codes, the id, the title. */
  private static void lines(List<TaskLine> tasks, Text text) {
    int places = 0;
    int words = 0;
    for (TaskLine line : tasks) {
      places = Math.max(places, Columns.of(JsonParts.place(line.document(), line.task())));
      words = Math.max(words, Math.min(WIDEST_REASONS, readiness(line).length()));
    }
    for (TaskLine line : tasks) {
      String place = JsonParts.place(line.document(), line.task());
      text.data().put(TextColor.PLACE, place).put(" ".repeat(places - Columns.of(place) + 1));
      text.data()
          .column(Columns.cut(TerminalText.line(line.word()), STATE - 1), STATE)
          .column(readiness(line), words + 1);
      text.data().line(TerminalText.line((line.task().name() + " " + line.task().title()).strip()));
    }
  }

  /** {@code ready}, or why not; {@code -} if there is no reason either. */
  private static String readiness(TaskLine line) {
    List<String> codes = new ArrayList<>();
    for (Reason reason : line.reasons()) {
      codes.add(reason.code());
    }
    String reasons = codes.isEmpty() ? "-" : String.join(",", codes);
    return line.ready() ? "ready" : reasons;
  }

  @Override
  public void json(Optional<String> board, Optional<Listing> listing, Json json) {
    json.field("board", board);
    JsonParts.taskLines("tasks", listing.map(Listing::tasks).orElse(List.of()), json);
    json.object(
        "reading",
        listing,
        (shown, fields) -> ReadingText.json(shown.backlog(), shown.request().explain(), fields));
  }
}
