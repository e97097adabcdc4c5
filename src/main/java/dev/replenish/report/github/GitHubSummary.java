package dev.replenish.report.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.Outcome;
import dev.replenish.board.Problem;
import dev.replenish.report.Text;
import dev.replenish.rules.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The page of a run in the summary of a job (docs/reference/github-actions.md): a headline, and for
 * each board what was moved, skipped and left. All text from files goes through {@link GitHubText}.
 */
final class GitHubSummary {
  /** In bytes: the page is also the text of a pull request, which may have 65,536 characters. */
  private static final int LARGEST = 60_000;

  private final GitHubLinks links;

  GitHubSummary(GitHubLinks links) {
    this.links = links;
  }

  /** The page of these boards (at least one), about 60 kB at most. */
  String page(List<BoardRun> runs) {
    StringBuilder page = new StringBuilder("\n## ").append(headline(runs)).append("\n\n");
    int room = LARGEST;
    for (int i = 0; i < runs.size(); i++) {
      String section = section(runs.get(i), runs.size() > 1, room);
      room -= size(section);
      if (room < 0) {
        return page.append(runs.size() - i).append(" more boards are left out here.\n").toString();
      }
      page.append(section);
    }
    return page.toString();
  }

  private static int size(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static String headline(List<BoardRun> runs) {
    if (runs.size() == 1) {
      return headline(runs.get(0));
    }
    long failed = runs.stream().filter(run -> run.outcome() == Outcome.FAILED).count();
    List<BoardRun> filled = runs.stream().filter(run -> run.batch().isPresent()).toList();
    int tasks = filled.stream().mapToInt(run -> run.tasks().size()).sum();
    String of = " of " + runs.size() + " boards";
    String done =
        filled.isEmpty()
            ? "Nothing to do on " + (runs.size() - failed) + of
            : verb(filled.get(0)) + Text.count(tasks, "task") + " on " + filled.size() + of;
    return failed == 0 ? done : done + ", " + failed + " failed";
  }

  private static String headline(BoardRun run) {
    if (run.problem().isPresent()) {
      return "Replenish failed";
    }
    return run.batch().map(batch -> verb(run) + what(batch)).orElse("Nothing to do");
  }

  private static String verb(BoardRun run) {
    return run.commit().isPresent() ? "Moved " : "Would move ";
  }

  private static String what(Selection.Batch batch) {
    String noun = GitHubText.plain(batch.group().type().orElse("")) + " task";
    String priority = batch.group().priority().map(word -> word.word()).orElse("");
    return Text.count(batch.tasks().size(), noun)
        + (priority.isEmpty() ? "" : " (" + priority + ")");
  }

  /** The board's section; a shorter one if the whole does not fit into {@code room} bytes. */
  private String section(BoardRun run, boolean several, int room) {
    StringBuilder text = new StringBuilder();
    if (several) {
      text.append("### ").append(GitHubText.lineCode(run.board())).append("\n\n");
    }
    run.problem().ifPresent(problem -> text.append(problem(problem)));
    Optional<BoardSection> board = run.result().map(result -> new BoardSection(result, links));
    String whole = text + board.map(BoardSection::text).orElse("");
    return size(whole) <= room ? whole : text + board.map(BoardSection::brief).orElse("");
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
}
