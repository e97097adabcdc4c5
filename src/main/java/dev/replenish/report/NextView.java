package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.app.TaskLine;
import dev.replenish.app.read.Tasks.Next;
import dev.replenish.board.TaskId;
import dev.replenish.board.WorkState;
import dev.replenish.rules.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands out the task to work on, whole. */
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
      text.remark(nothing(next.passedOver()));
    }
    for (TaskLine line : next.passedOver()) {
      text.remark("Passed over: " + passed(line) + ".");
    }
    if (next.task().isEmpty()) {
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

  private static String nothing(List<TaskLine> passedOver) {
    if (passedOver.isEmpty()) {
      return "No task is active. Move some with 'replenish run'.";
    }
    boolean blocked = passedOver.stream().allMatch(line -> line.state() == WorkState.BLOCKED);
    int count = passedOver.size();
    return "Nothing to start: "
        + count
        + (count == 1 ? " task is " : " tasks are ")
        + (blocked ? "blocked." : "held back.");
  }

  /** {@code A-1 is blocked: no key; it depends on A-2}. */
  private static String passed(TaskLine line) {
    String reasons = line.reasons().stream().map(Reason::words).collect(Collectors.joining("; "));
    String words = reasons.startsWith("it ") ? reasons.substring("it".length()) : ": " + reasons;
    return line.task().name() + words;
  }

  private static void passedOver(@Nullable Next next, Json json) {
    json.openArray("passedOver");
    for (TaskLine line : next == null ? List.<TaskLine>of() : next.passedOver()) {
      json.open().field("id", line.task().id().map(TaskId::value).orElse(null));
      json.field("title", line.task().title());
      json.field("path", line.document().path()).field("line", line.task().line());
      json.field("reasons", line.reasons().stream().map(Reason::code).toList());
      json.field("words", line.reasons().stream().map(Reason::words).toList()).close();
    }
    json.closeArray();
  }

  @Override
  public void json(@Nullable String board, @Nullable Next next, Json json) {
    json.field("board", board);
    if (next == null || next.task().isEmpty()) {
      json.nothing("task").nothing("text");
      passedOver(next, json);
      return;
    }
    json.open("task");
    JsonParts.taskFields(next.task().get(), json);
    json.close().field("text", next.text());
    passedOver(next, json);
  }
}
