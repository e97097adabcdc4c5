package dev.replenish.report;

import dev.replenish.app.TaskLine;
import dev.replenish.app.Tasks.Listing;
import dev.replenish.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of tasks, one line each. */
public final class ListView implements View<Listing> {
  private static final int STATE = "in-progress".length() + 1;

  /** One task with many reasons shall not push all other titles off the screen. */
  private static final int WIDEST_REASONS = 20;

  /** Where there is less room than that for an id and a title, they get a line of their own. */
  private static final int NARROWEST_TITLE = 40;

  private static final int SHORTEST = "ready".length();

  private static final String INDENT = "  ";

  @Override
  public String command() {
    return "list";
  }

  @Override
  public void text(Listing listing, Text text) {
    if (listing.explain().isPresent()) {
      ReadingText.explain(listing.backlog(), listing.explain().get(), text);
      return;
    }
    int places = 0;
    int words = 0;
    for (TaskLine line : listing.tasks()) {
      places = Math.max(places, Columns.of(JsonParts.place(line.document(), line.task())));
      words = Math.max(words, Math.min(WIDEST_REASONS, readiness(line).length()));
    }
    int rest = text.style().width() - places - 1 - STATE;
    for (TaskLine line : listing.tasks()) {
      String place = JsonParts.place(line.document(), line.task());
      text.data().put(TextColor.PLACE, place).put(" ".repeat(places - Columns.of(place) + 1));
      text.data().column(Columns.cut(TerminalText.line(line.word()), STATE - 1), STATE);
      String task = TerminalText.line((line.task().name() + " " + line.task().title()).strip());
      if (text.style().terminal()) {
        fitted(readiness(line), words, task, rest, text);
      } else {
        text.data().column(readiness(line), words + 1).line(task);
      }
    }
    if (listing.tasks().isEmpty()) {
      text.remark("No such task.");
    }
    ReadingText.overlooked(listing.backlog()).ifPresent(text::remark);
    if (text.style().verbose()) {
      text.data().line(ReadingText.summary(listing.backlog()));
    }
  }

  /** The rest of a line in {@code room} columns; a task that has too few gets a line of its own. */
  private static void fitted(String reasons, int words, String task, int room, Text text) {
    int left = room - Math.max(words, Columns.of(reasons)) - 1;
    if (left >= NARROWEST_TITLE) {
      text.data().column(reasons, words + 1).line(Columns.cut(task, left));
    } else if (room - words - 1 >= NARROWEST_TITLE) {
      text.data().column(Columns.cut(reasons, words), words + 1);
      text.data().line(Columns.cut(task, room - words - 1));
    } else {
      text.data().line(Columns.cut(reasons, Math.max(SHORTEST, room)));
      text.data().put(INDENT).line(Columns.cut(task, text.style().width() - INDENT.length()));
    }
  }

  /** {@code ready}, or why not; {@code -} where nobody asks. */
  private static String readiness(TaskLine line) {
    List<String> codes = new ArrayList<>();
    for (Reason reason : line.reasons()) {
      codes.add(reason.code());
    }
    String reasons = codes.isEmpty() ? "-" : String.join(",", codes);
    return line.ready() ? "ready" : reasons;
  }

  @Override
  public void json(@Nullable String board, @Nullable Listing listing, Json json) {
    json.field("board", board);
    JsonParts.taskLines("tasks", listing == null ? List.of() : listing.tasks(), json);
    if (listing == null) {
      json.nothing("reading");
    } else {
      ReadingText.json(listing.backlog(), listing.explain(), json);
    }
  }
}
