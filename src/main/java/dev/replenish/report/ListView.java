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

  @Override
  public String command() {
    return "list";
  }

  @Override
  public void text(Listing listing, Text text) {
    int places = 0;
    int words = 0;
    for (TaskLine line : listing.tasks()) {
      places = Math.max(places, Parts.place(line.document(), line.task()).length());
      words = Math.max(words, Math.min(WIDEST_REASONS, readiness(line).length()));
    }
    for (TaskLine line : listing.tasks()) {
      text.data().put(Tone.PLACE, Parts.place(line.document(), line.task()));
      int gap = places - Parts.place(line.document(), line.task()).length();
      text.data().put(" ".repeat(gap + 1)).column(line.state(), STATE);
      text.data().column(readiness(line), words + 1);
      text.data().line((line.task().name() + " " + line.task().title()).strip());
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
