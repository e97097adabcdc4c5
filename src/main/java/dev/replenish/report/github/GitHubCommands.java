package dev.replenish.report.github;

import dev.replenish.board.Finding;
import dev.replenish.board.Problem;
import dev.replenish.board.Severity;
import dev.replenish.report.TerminalText;
import dev.replenish.text.Location;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Workflow commands: log lines that GitHub Actions shows as annotations of a file and line
 * (docs/reference/github-actions.md). GitHub shows ten errors and ten warnings of a step; a last
 * line counts the others.
 */
final class GitHubCommands {
  private static final int SHOWN = 10;

  private final StringBuilder text = new StringBuilder();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  void add(Finding finding) {
    String message = finding.message() + " (" + finding.hint() + ")";
    add(finding.severity(), finding.code().word(), finding.where(), message);
  }

  void add(Problem problem) {
    String message = problem.message() + ". " + problem.kept() + " " + problem.next();
    add(Severity.ERROR, problem.code().word(), problem.where(), message);
  }

  /** Adds a warning that is about no file. */
  void warn(String message) {
    add(Severity.WARNING, "replenish", null, message);
  }

  private void add(Severity severity, String title, @Nullable Location where, String message) {
    if (counts.merge(severity, 1, Integer::sum) > SHOWN) {
      return;
    }
    text.append("::").append(severity.word()).append(' ');
    if (where != null) {
      text.append("file=").append(property(where.path())).append(',');
      text.append(where.line() == 0 ? "" : "line=" + where.line() + ",");
      text.append(where.column() == 0 ? "" : "col=" + where.column() + ",");
    }
    text.append("title=").append(property(title)).append("::").append(data(message)).append('\n');
  }

  /** Escapes the message of a command: it is one line, in which {@code %} begins an escape. */
  private static String data(String text) {
    return TerminalText.line(text).replace("%", "%25");
  }

  /** Escapes a property, which a colon or a comma would also end. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** The commands, and a line that counts those left out. */
  @Override
  public String toString() {
    int errors = hidden(Severity.ERROR);
    int warnings = hidden(Severity.WARNING);
    if (errors + warnings == 0) {
      return text.toString();
    }
    return text + "Not annotated: " + errors + " more errors, " + warnings + " more warnings.\n";
  }

  private int hidden(Severity severity) {
    return Math.max(0, counts.getOrDefault(severity, 0) - SHOWN);
  }
}
