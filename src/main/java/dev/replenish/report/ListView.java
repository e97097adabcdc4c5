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
    int places = 0;
    int words = 0;
    for (TaskLine line : listing.tasks()) {
      places = Math.max(places, Columns.of(Parts.place(line.document(), line.task())));
      words = Math.max(words, Math.min(WIDEST_REASONS, readiness(line).length()));
    }
    int room = text.style().width() - places - 1 - STATE - words - 1;
    boolean narrow = text.style().terminal() && room < NARROWEST_TITLE;
    for (TaskLine line : listing.tasks()) {
      String place = Parts.place(line.document(), line.task());
      text.data().put(Tone.PLACE, place).put(" ".repeat(places - Columns.of(place) + 1));
      text.data().column(line.state(), STATE);
      if (narrow) {
        int rest = text.style().width() - places - 1 - STATE;
        text.data().line(Columns.cut(readiness(line), Math.max(SHORTEST, rest))).put(INDENT);
      } else {
        text.data().column(readiness(line), words + 1);
      }
      String task = Clean.line((line.task().name() + " " + line.task().title()).strip());
      int most = narrow ? text.style().width() - INDENT.length() : room;
      text.data().line(text.style().terminal() ? Columns.cut(task, most) : task);
    }
    if (listing.tasks().isEmpty()) {
      text.remark("No such task.");
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
    Parts.taskLines("tasks", listing == null ? List.of() : listing.tasks(), json);
  }
}
