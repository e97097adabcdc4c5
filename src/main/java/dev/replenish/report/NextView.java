package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Tasks.Next;
import org.jspecify.annotations.Nullable;

/** Hands out the first active task, whole. */
public final class NextView implements View<Next> {

  @Override
  public String command() {
    return "next";
  }

  @Override
  public Outcome outcome(Next next) {
    return next.task().isPresent() ? Outcome.OK : Outcome.NOOP;
  }

  @Override
  public void text(Next next, Text text) {
    if (next.task().isEmpty()) {
      text.remark("No task is active. Move some with 'replenish run'.");
      return;
    }
    TaskLine line = next.task().get();
    text.remark(JsonParts.place(line.document(), line.task()) + ": " + line.task().name());
    if (text.style().terminal()) {
      TerminalText.block(next.text())
          .lines()
          .forEach(l -> text.data().verbatim(TextColor.PLAIN, l));
    } else if (text.style().workflow()) {
      text.data().disarmed(next.text());
    } else {
      text.data().raw(next.text());
    }
  }

  @Override
  public void json(@Nullable String board, @Nullable Next next, Json json) {
    json.field("board", board);
    if (next == null || next.task().isEmpty()) {
      json.nothing("task").nothing("text");
      return;
    }
    json.open("task");
    JsonParts.taskFields(next.task().get(), json);
    json.close().field("text", next.text());
  }
}
