package dev.replenish.report;

import dev.replenish.app.DemoResult;
import dev.replenish.app.DemoResult.Excerpt;
import dev.replenish.app.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what the demonstration did, step by step. */
public final class DemoView implements View<DemoResult> {
  private static final RunView RUN = new RunView("run", false, "", "");

  @Override
  public String command() {
    return "demo";
  }

  @Override
  public void text(DemoResult result, Text text) {
    if (text.style().quiet()) {
      return;
    }
    text.data().line("A repository made for this, with the backlog of a small team.");
    excerpts(result.before(), text);
    command(result.first(), text);
    excerpts(result.after(), text);
    command(result.second(), text);
    text.data().end();
    text.data()
        .line(
            result.kept()
                ? "It is yours to look at: " + result.repository()
                : "It is gone again. 'replenish demo --keep' leaves it for a closer look.");
  }

  private static void command(RunResult result, Text text) {
    text.data().end().put(Tone.BOLD, "$ replenish run").end();
    RUN.text(result, text);
  }

  private static void excerpts(List<Excerpt> excerpts, Text text) {
    for (Excerpt excerpt : excerpts) {
      text.data().end().put(Tone.BOLD, excerpt.path()).end();
      for (String line : excerpt.lines()) {
        text.data().put("  ").line(line);
      }
    }
  }

  @Override
  public void json(@Nullable String board, @Nullable DemoResult result, Json json) {
    if (result == null) {
      json.nothing("repository").field("kept", false).openArray("before").closeArray();
      json.openArray("after").closeArray().nothing("first").nothing("second");
      return;
    }
    json.field("repository", result.repository().toString()).field("kept", result.kept());
    excerpts("before", result.before(), json);
    excerpts("after", result.after(), json);
    run("first", result.first(), json);
    run("second", result.second(), json);
  }

  private static void excerpts(String name, List<Excerpt> excerpts, Json json) {
    json.openArray(name);
    for (Excerpt excerpt : excerpts) {
      json.open().field("path", excerpt.path()).field("lines", excerpt.lines()).close();
    }
    json.closeArray();
  }

  private static void run(String name, RunResult result, Json json) {
    json.open(name).field("outcome", result.outcome()).field("reason", result.reason());
    json.field("planId", result.plan().id());
    RunView.batch(result, json);
    json.field("commit", result.commit().orElse(null)).close();
  }
}
