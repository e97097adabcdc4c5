package dev.replenish.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.Problem;
import dev.replenish.rules.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The page that a run leaves in the summary of a job (TASKS.md, "In GitHub Actions"): a headline,
 * and of each board what moved, what was skipped and what is left. All that comes from the files
 * goes through {@link GitHubText}.
 */
final class GitHubSummary {
  /** GitHub takes a mebibyte from one step, and nothing of more; others may have written before. */
  private static final int LARGEST = 600_000;

  private final GitHubLinks links;

  GitHubSummary(GitHubLinks links) {
    this.links = links;
  }

  /** The page of these boards, at least one, at most some 600 kB. */
  String page(List<BoardRun> runs) {
    StringBuilder page = new StringBuilder("\n## ").append(headline(runs)).append("\n\n");
    int size = 0;
    for (int i = 0; i < runs.size(); i++) {
      String section = section(runs.get(i), runs.size() > 1);
      size += section.getBytes(UTF_8).length;
      if (size > LARGEST) {
        return page.append(runs.size() - i).append(" more boards are left out here.\n").toString();
      }
      page.append(section);
    }
    return page.toString();
  }

  private static String headline(List<BoardRun> runs) {
    if (runs.size() == 1) {
      return headline(runs.get(0));
    }
    long failed = runs.stream().filter(run -> run.outcome().equals("failed")).count();
    List<BoardRun> filled = runs.stream().filter(run -> run.batch().isPresent()).toList();
    int tasks = filled.stream().mapToInt(run -> run.tasks().size()).sum();
    String of = " of " + runs.size() + " boards";
    String done =
        filled.isEmpty()
            ? "Nothing to do on " + (runs.size() - failed) + of
            : verb(filled.get(0)) + number(tasks, "task") + " on " + filled.size() + of;
    return failed == 0 ? done : done + ", " + failed + " failed";
  }

  private static String headline(BoardRun run) {
    if (run.problem().isPresent()) {
      return "Replenish could not do its work";
    }
    return run.batch().map(batch -> verb(run) + what(batch)).orElse("Nothing to do");
  }

  private static String verb(BoardRun run) {
    return run.commit().isPresent() ? "Moved " : "Would move ";
  }

  private static String what(Selection.Batch batch) {
    String noun = GitHubText.plain(batch.group().type().orElse("")) + " task";
    String priority = batch.group().priority().map(word -> word.word()).orElse("");
    return number(batch.tasks().size(), noun) + (priority.isEmpty() ? "" : " (" + priority + ")");
  }

  private String section(BoardRun run, boolean several) {
    StringBuilder text = new StringBuilder();
    if (several) {
      text.append("### ").append(GitHubText.lineCode(run.board())).append("\n\n");
    }
    run.problem().ifPresent(problem -> text.append(problem(problem)));
    Optional<BoardSection> board = run.result().map(result -> new BoardSection(result, links));
    board.ifPresent(section -> text.append(section.text()));
    return text.toString();
  }

  private static String problem(Problem problem) {
    String what = problem.message() + Text.place(problem) + ". ";
    return "**Error:** "
        + GitHubText.plain(what)
        + "<br>\n**Kept:** "
        + GitHubText.plain(problem.kept())
        + "<br>\n**Next:** "
        + GitHubText.plain(problem.next())
        + "\n\n";
  }

  static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
