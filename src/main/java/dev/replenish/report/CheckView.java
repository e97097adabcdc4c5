package dev.replenish.report;

import dev.replenish.app.CheckBoard;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.Outcome;
import dev.replenish.audit.Commit;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.Problem;
import dev.replenish.board.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Shows what {@code check}, {@code verify} or {@code repair} found and fixed.
 *
 * @param command the command's name
 * @param dryRun whether the call was a dry run
 */
public record CheckView(String command, boolean dryRun) implements View<CheckBoard.Result> {
  @Override
  public Outcome outcome(CheckBoard.Result result) {
    if (result.commit().isPresent()) {
      return Outcome.FIXED;
    }
    return hasRepairs(result) ? Outcome.PLANNED : Outcome.NOOP;
  }

  /** Whether there are repairs. If a conflict is resolved to our side, no file changes. */
  private static boolean hasRepairs(CheckBoard.Result result) {
    return !result.changes().isEmpty() || !result.fixed().isEmpty();
  }

  /** Whether the repairs were written. In an unfinished merge they are staged, not committed. */
  private boolean isWritten(CheckBoard.Result result) {
    return result.commit().isPresent() || (!dryRun && hasRepairs(result));
  }

  @Override
  public List<Finding> findings(CheckBoard.Result result) {
    return result.findings();
  }

  /** Remaining errors fail the check; repairs are kept. */
  @Override
  public Optional<Problem> failure(CheckBoard.Result result) {
    if (!result.hasErrors()) {
      return Optional.empty();
    }
    long errors = count(result.findings(), Severity.ERROR);
    Finding first = first(result.findings());
    String kept =
        result
            .commit()
            .map(id -> "The repairs are in commit " + id + ".")
            .orElse(isWritten(result) ? "The repairs are staged." : Problem.NOTHING_WRITTEN);
    return Optional.of(
        new Problem(
            ErrorCode.INVALID_DOCUMENT,
            Text.count(errors, "error") + " found; the first: " + first.message(),
            first.where(),
            kept,
            next(result)));
  }

  private static Finding first(List<Finding> findings) {
    return findings.stream().filter(f -> f.severity() == Severity.ERROR).findFirst().orElseThrow();
  }

  private String fixCommand() {
    return command.equals("check") ? "'replenish check --fix'" : "'replenish repair'";
  }

  private String next(CheckBoard.Result result) {
    return result.findings().stream().anyMatch(Finding::fixable)
        ? "Repair what is safe with " + fixCommand() + ", the rest by hand."
        : "Fix them by hand, and commit.";
  }

  @Override
  public void text(CheckBoard.Result result, Text text) {
    text.notes(result.ending().notices());
    for (Finding finding : result.findings()) {
      if (!text.style().quiet() || finding.severity() == Severity.ERROR) {
        finding(finding, text);
      }
    }
    if (text.style().quiet()) {
      return;
    }
    repairs(result, text);
    summary(result, text);
    JsonParts.pushed(result.ending(), text);
    text.diff(isWritten(result) ? "" : result.diff());
  }

  private static void finding(Finding finding, Text text) {
    boolean error = finding.severity() == Severity.ERROR;
    text.data().put(TextColor.PLACE, finding.where().toString()).put(": ");
    text.data().put(error ? TextColor.ERROR : TextColor.WARNING, finding.severity().word());
    text.data().put(" " + finding.code().word() + " " + finding.message());
    text.data().line(" (" + finding.hint() + ")");
  }

  /** Prints which findings were fixed, and where. */
  private void repairs(CheckBoard.Result result, Text text) {
    if (!hasRepairs(result)) {
      return;
    }
    String fixed =
        result.fixed().isEmpty()
            ? "Added empty fields"
            : "Fixed " + Text.count(result.fixed().size(), "finding");
    String done =
        isWritten(result)
            ? fixed + result.commit().map(id -> " in " + Commit.shortened(id)).orElse(", staged")
            : fixed.replace("Added", "Would add").replace("Fixed", "Would fix");
    text.remark(board(result, text) + done + (result.fixed().isEmpty() ? "." : ":"));
    for (Finding finding : text.capped(result.fixed())) {
      text.remark("  " + finding.where() + " " + finding.code().word() + ": " + finding.message());
    }
    if (result.fixed().size() > Text.LONGEST_LIST) {
      text.remark("  ... and " + (result.fixed().size() - Text.LONGEST_LIST) + " more");
    }
  }

  /** The board's name as a prefix; "" if there is only one board. */
  private static String board(CheckBoard.Result result, Text text) {
    return text.hasSeveralBoards() ? result.dir() + ": " : "";
  }

  private void summary(CheckBoard.Result result, Text text) {
    text.remark(board(result, text) + totals(result.findings()));
  }

  private String totals(List<Finding> findings) {
    long errors = count(findings, Severity.ERROR);
    long warnings = count(findings, Severity.WARNING);
    long fixable = findings.stream().filter(Finding::fixable).count();
    String left = Text.count(errors, "error") + ", " + Text.count(warnings, "warning");
    String help = fixable == 0 ? "." : "; " + fixCommand() + " fixes " + fixable + ".";
    return errors + warnings == 0 ? "Nothing is wrong." : left + help;
  }

  @Override
  public void textOfAll(List<CheckBoard.Result> results, Text text) {
    if (!text.style().quiet()) {
      List<Finding> all = results.stream().flatMap(each -> each.findings().stream()).toList();
      text.remark("All " + results.size() + " boards: " + totals(all));
    }
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  @Override
  public Optional<String> commit(CheckBoard.Result result) {
    return result.commit();
  }

  @Override
  public void json(Optional<String> board, Optional<CheckBoard.Result> result, Json json) {
    Optional<CommitOutcome> ending = result.map(CheckBoard.Result::ending);
    JsonParts.dryRun(dryRun, ending, json);
    json.field("board", board);
    JsonParts.findings("findings", result.map(CheckBoard.Result::findings).orElse(List.of()), json);
    JsonParts.findings("fixed", result.map(CheckBoard.Result::fixed).orElse(List.of()), json);
    json.field("commit", result.flatMap(CheckBoard.Result::commit));
    JsonParts.ending(ending, json);
  }
}
