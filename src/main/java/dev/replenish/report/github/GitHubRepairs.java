package dev.replenish.report.github;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Outcome;
import dev.replenish.board.Finding;
import dev.replenish.board.Problem;
import dev.replenish.report.FailureSeverity;
import dev.replenish.report.Text;
import dev.replenish.report.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outcome of {@code verify} and {@code repair}, as outputs and as a page of the summary. */
final class GitHubRepairs {
  private static final int MOST_FINDINGS = 50;

  private final List<Problem> problems = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private String commit = "";

  /** The outcome of each board. */
  <T> GitHubRepairs of(View<T> view, List<BoardResult<T>> results) {
    for (BoardResult<T> each : results) {
      Optional<T> result = each.result();
      Optional<Problem> problem = each.problem().or(() -> result.flatMap(view::failure));
      problem.ifPresent(problems::add);
      outcomes.add(
          problem.isPresent() ? Outcome.FAILED : result.map(view::outcome).orElse(Outcome.FAILED));
      result.map(view::findings).ifPresent(findings::addAll);
      commit = result.flatMap(view::commit).orElse(commit);
    }
    return this;
  }

  /** A call that failed before any board was known. */
  static GitHubRepairs failed(Problem problem) {
    GitHubRepairs failed = new GitHubRepairs();
    failed.problems.add(problem);
    failed.outcomes.add(Outcome.FAILED);
    return failed;
  }

  private Outcome outcome() {
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.FIXED, Outcome.PLANNED)) {
      if (outcomes.contains(outcome)) {
        return outcome;
      }
    }
    return Outcome.NOOP;
  }

  /** The outputs by name, the same names as for a run. */
  Map<String, String> outputs(String json) {
    String reason = FailureSeverity.mostSevere(problems).map(each -> each.code().word()).orElse("");
    return GitHubOutputs.withoutMoves(outcome(), reason, commit, json);
  }

  /** The page, in Markdown. */
  String page() {
    StringBuilder page = new StringBuilder("\n## ").append(headline()).append("\n\n");
    for (Finding finding : Text.first(MOST_FINDINGS, findings)) {
      page.append("- ").append(GitHubText.lineCode(finding.where().toString()));
      page.append(": ").append(GitHubText.plain(finding.message())).append('\n');
    }
    if (findings.isEmpty()) {
      problems.forEach(problem -> page.append(GitHubText.plain(problem.message())).append('\n'));
    }
    return page.toString();
  }

  private String headline() {
    String left = findings.isEmpty() ? "" : "; some findings remain";
    if (!commit.isEmpty()) {
      return "Tasks that a merge lost or duplicated were repaired" + left;
    }
    return problems.isEmpty() && findings.isEmpty()
        ? "No merge lost or duplicated a task"
        : "A merge lost or duplicated tasks";
  }
}
