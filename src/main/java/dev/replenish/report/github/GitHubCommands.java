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
 * Workflow commands: lines of a log that GitHub Actions shows at a file and line
 * (docs/reference/github-actions.md). It shows ten errors and ten warnings of a step; of the others
 * a line shows how many they are.
 */
final class GitHubCommands {
  private static final int SHOWN = 10;

  private final StringBuilder text = new StringBuilder();
  private final Map<Severity, Integer> told = new EnumMap<>(Severity.class);

  void add(Finding finding) {
    String message = finding.message() + " (" + finding.hint() + ")";
    add(finding.severity(), finding.code().word(), finding.where(), message);
  }

  void add(Problem problem) {
    String message = problem.message() + ". " + problem.kept() + " " + problem.next();
    add(Severity.ERROR, problem.code().word(), problem.where(), message);
  }

  /** Something that is worth a warning and belongs to no file. */
  void warn(String message) {
    add(Severity.WARNING, "replenish", null, message);
  }

  private void add(Severity severity, String title, @Nullable Location where, String message) {
    if (told.merge(severity, 1, Integer::sum) > SHOWN) {
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

  /** What a command says: it ends with the line, and {@code %} begins what stands for others. */
  private static String data(String text) {
    return TerminalText.line(text).replace("%", "%25");
  }

  /** The same of a property, which also ends at a colon or a comma. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** The lines, and one that shows what they leave out. */
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
    return Math.max(0, told.getOrDefault(severity, 0) - SHOWN);
  }
}
