package dev.replenish.report.github;

import dev.replenish.app.BoardResult;
import dev.replenish.board.Problem;
import dev.replenish.board.Severity;
import dev.replenish.report.CheckView;
import dev.replenish.report.ReportListener;
import dev.replenish.report.RunView;
import dev.replenish.report.Style;
import dev.replenish.report.View;
import java.util.List;
import java.util.Map;

/**
 * The additional output of a command in GitHub Actions: annotations, the outputs of the step, and a
 * page of the job's summary (docs/reference/github-actions.md).
 */
public final class GitHub implements ReportListener {
  private final GitHubLinks links;
  private final GitHubCommands commands = new GitHubCommands();
  private String outputs = "";
  private String summary = "";

  /** For a workflow with these environment variables. */
  public GitHub(Map<String, String> vars) {
    links = GitHubLinks.of(vars);
  }

  @Override
  public <T> void print(View<T> view, List<BoardResult<T>> outcomes, Style style, String json) {
    for (BoardResult<T> outcome : outcomes) {
      outcome.problem().ifPresent(commands::add);
      outcome.result().map(view::findings).orElse(List.of()).stream()
          .filter(finding -> !style.quiet() || finding.severity() == Severity.ERROR)
          .forEach(commands::add);
    }
    if (view instanceof RunView) {
      page(outcomes.stream().map(BoardRun::of).toList(), json);
    } else if (isOfMerge(view)) {
      page(new GitHubRepairs().of(view, outcomes), json);
    }
  }

  @Override
  public void failed(View<?> view, Problem problem, String json) {
    commands.add(problem);
    if (view instanceof RunView) {
      page(List.of(BoardRun.failed(problem)), json);
    } else if (isOfMerge(view)) {
      page(GitHubRepairs.failed(problem), json);
    }
  }

  private static boolean isOfMerge(View<?> view) {
    return view instanceof CheckView check && !check.command().equals("check");
  }

  private void page(GitHubRepairs repairs, String json) {
    outputs = GitHubOutputs.text(repairs.outputs(json));
    summary = repairs.page();
  }

  private void page(List<BoardRun> runs, String json) {
    outputs = GitHubOutputs.text(GitHubOutputs.of(runs, json));
    summary = new GitHubSummary(links).page(runs);
  }

  /** Adds a warning that is about no file. */
  public void warn(String message) {
    commands.warn(message);
  }

  /** The workflow commands, one a line. */
  @Override
  public String commands() {
    return commands.toString();
  }

  /** The text to append to the file {@code GITHUB_OUTPUT}; "" for none. */
  public String outputs() {
    return outputs;
  }

  /** The text to append to the file {@code GITHUB_STEP_SUMMARY}; "" for none. */
  public String summary() {
    return summary;
  }
}
