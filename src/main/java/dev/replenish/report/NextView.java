package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.app.TaskLine;
import dev.replenish.app.read.Tasks.Next;
import dev.replenish.board.WorkState;
import dev.replenish.rules.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows the task to work on, with its whole text. */
public final class NextView implements View<Next> {
  @Override
  public Outcome outcome(Next next) {
    return next.task().isPresent() ? Outcome.OK : Outcome.NOOP;
  }

  @Override
  public void text(Next next, Text text) {
    if (next.task().isEmpty()) {
      text.remark(noTask(next.passedOver()));
    }
    for (TaskLine line : next.passedOver()) {
      text.remark("Passed over: " + reasons(line) + ".");
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
      text.data().rawForWorkflow(next.text());
    } else {
      text.data().raw(next.text());
    }
  }

  private static String noTask(List<TaskLine> passedOver) {
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
  private static String reasons(TaskLine line) {
    String reasons = line.reasons().stream().map(Reason::words).collect(Collectors.joining("; "));
    String words = reasons.startsWith("it ") ? reasons.substring("it".length()) : ": " + reasons;
    return line.task().name() + words;
  }

  @Override
  public void json(Optional<String> board, Optional<Next> next, Json json) {
    Optional<TaskLine> task = next.flatMap(Next::task);
    json.field("board", board).object("task", task, JsonParts::taskFields);
    json.field("text", next.filter(each -> task.isPresent()).map(Next::text));
    json.objects("passedOver", next.map(Next::passedOver).orElse(List.of()), NextView::passedOver);
  }

  private static void passedOver(TaskLine line, Json json) {
    JsonParts.name(line.task(), json);
    json.field("path", line.document().path()).field("line", line.task().line());
    json.field("reasons", Reason.codes(line.reasons()));
    json.field("words", line.reasons().stream().map(Reason::words).toList());
  }
}
