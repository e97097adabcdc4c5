package dev.replenish.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.report.BoardReport;
import dev.replenish.audit.Commit;
import dev.replenish.report.Text;
import dev.replenish.report.github.GitHubText;
import dev.replenish.report.github.HtmlTable;
import dev.replenish.report.page.Table.Cell;
import java.util.List;

/**
 * Reports as Markdown with Mermaid, for the summary of a job, a pull request or a wiki
 * (docs/reference/report.md). All text from files goes through {@link GitHubText}.
 */
public final class MarkdownReport {
  /** Tables with more rows are collapsed. */
  private static final int OPEN_ROWS = 8;

  private static final int MOST_ROWS = 50;

  /** In bytes: the summary of a step may have 1 MiB, and other pages must fit as well. */
  private static final int LARGEST = 700 * 1024;

  private MarkdownReport() {}

  /** The report of these boards. */
  public static String of(List<BoardReport> reports) {
    StringBuilder page = new StringBuilder();
    int left = reports.size();
    for (BoardReport report : reports) {
      String board = board(report, reports.size() > 1);
      if (page.toString().getBytes(UTF_8).length + board.getBytes(UTF_8).length > LARGEST) {
        return page.append(left).append(" more boards are left out here.\n").toString();
      }
      page.append(board);
      left--;
    }
    return page.toString();
  }

  private static String board(BoardReport report, boolean several) {
    StringBuilder page = new StringBuilder("## Board report");
    if (several) {
      page.append(": ").append(GitHubText.lineCode(report.board().dir()));
    }
    page.append("\n\n").append(Headline.of(report)).append(" As of ").append(report.date());
    page.append(", commit <code>").append(Commit.shortened(report.commit().id()));
    page.append("</code>.\n\n");
    if (report.log().shallow()) {
      page.append("The history is incomplete: this is a shallow clone.\n\n");
    }
    for (Section section : Sections.of(report)) {
      page.append("### ").append(section.title()).append("\n\n");
      section.text().forEach(text -> page.append(text).append("\n\n")); // trusted: no ids or titles
      section.chart().ifPresent(chart -> page.append(Mermaid.of(chart)).append('\n'));
      page.append(table(section));
    }
    return page.toString();
  }

  private static String table(Section section) {
    List<List<Cell>> rows = section.table().rows();
    if (rows.isEmpty()) {
      return "";
    }
    HtmlTable table = new HtmlTable(section.table().headings().toArray(String[]::new));
    for (List<Cell> row : Text.first(MOST_ROWS, rows)) {
      table.row(row.stream().map(MarkdownReport::html).toArray(String[]::new));
    }
    table.more(rows.size() - MOST_ROWS);
    boolean folded = rows.size() > OPEN_ROWS || section.chart().isPresent();
    return folded
        ? "<details><summary>"
            + Text.count(rows.size(), "row")
            + "</summary>\n"
            + table
            + "</details>\n\n"
        : table + "\n";
  }

  private static String html(Cell cell) {
    return switch (cell.kind()) {
      case CODE -> cell.text().isEmpty() ? "" : GitHubText.code(cell.text());
      case WARNING -> "<strong>" + GitHubText.plain(cell.text()) + "</strong>";
      case TEXT -> GitHubText.plain(cell.text());
      case NUMBER -> cell.text();
    };
  }
}
