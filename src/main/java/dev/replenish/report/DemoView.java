package dev.replenish.report;

import dev.replenish.app.GroupCount;
import dev.replenish.app.RunResult;
import dev.replenish.app.demo.Demo;
import dev.replenish.app.demo.Demo.Result.Excerpt;
import dev.replenish.app.read.Tasks.Status;
import dev.replenish.board.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what the demonstration did, step by step. */
public final class DemoView implements View<Demo.Result> {
  private static final RunView RUN = RunView.of(false);

  private static final int GROUP_WIDTH = 18;
  private static final int LEFT_WIDTH = 28;

  @Override
  public void text(Demo.Result result, Text text) {
    if (text.style().quiet()) {
      return;
    }
    text.data().line("A temporary repository with the backlog of a small team.");
    board(result.start(), text);
    command(result.first(), text);
    board(result.end(), text);
    command(result.second(), text);
    text.data().end();
    text.data()
        .line(
            result.kept()
                ? "It is kept in: " + result.repository()
                : "It is deleted again; 'replenish demo --keep' keeps it.");
    text.data().put(TextColor.BOLD, "Your own: ");
    text.data().line("replenish list (any Markdown backlog), or replenish init");
  }

  /** Prints the groups of the backlog on the left and the active tasks on the right. */
  private static void board(Status status, Text text) {
    List<String> groups = new ArrayList<>();
    for (GroupCount count : status.groups()) {
      if (count.tasks() > 0) {
        String priority = count.group().priority().map(Priority::word).orElse("");
        String group = count.group().type().orElse("") + " " + priority;
        groups.add(
            group
                + " ".repeat(Math.max(1, GROUP_WIDTH - group.length()))
                + Text.count(count.tasks(), "task"));
      }
    }
    text.data()
        .end()
        .put(TextColor.BOLD, "BACKLOG.md")
        .put(" ".repeat(LEFT_WIDTH - "BACKLOG.md".length()));
    String active = status.tasks().active().size() + " of " + status.batchSize();
    text.data().put(TextColor.BOLD, "TODO.md (" + active + ")").end();
    for (int i = 0; i < Math.max(groups.size(), status.tasks().active().size()); i++) {
      String group = i < groups.size() ? groups.get(i) : "";
      String title =
          i < status.tasks().active().size() ? status.tasks().active().get(i).task().title() : "";
      if (title.isEmpty()) {
        text.data().line("  " + group);
      } else {
        text.data().put("  ").column(group, LEFT_WIDTH);
        text.data()
            .line(Columns.cut(title, Math.max(GROUP_WIDTH, text.style().width() - LEFT_WIDTH - 2)));
      }
    }
  }

  private static void command(RunResult result, Text text) {
    text.data().end().put(TextColor.BOLD, "$ replenish run").end();
    RUN.text(result, text);
  }

  @Override
  public void json(Optional<String> board, Optional<Demo.Result> result, Json json) {
    json.field("repository", result.map(each -> each.repository().toString()));
    json.field("kept", result.map(Demo.Result::kept).orElse(false));
    json.objects("before", result.map(Demo.Result::before).orElse(List.of()), DemoView::excerpt);
    json.objects("after", result.map(Demo.Result::after).orElse(List.of()), DemoView::excerpt);
    json.object("first", result.map(Demo.Result::first), DemoView::run);
    json.object("second", result.map(Demo.Result::second), DemoView::run);
  }

  private static void excerpt(Excerpt excerpt, Json json) {
    json.field("path", excerpt.path()).field("lines", excerpt.lines());
  }

  private static void run(RunResult result, Json json) {
    json.field("outcome", result.outcome().word()).field("reason", result.reason());
    json.field("planId", result.plan().id());
    RunView.batch(Optional.of(result), json);
    json.field("commit", result.commit());
  }
}
