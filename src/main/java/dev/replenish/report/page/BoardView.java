package dev.replenish.report.page;

import dev.replenish.app.report.BoardReport;
import dev.replenish.audit.Commit;
import dev.replenish.report.Text;
import dev.replenish.report.page.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * The data of a board for the template.
 *
 * @param number its position on the page; the ids of its elements begin with it
 * @param columns its tasks as cards
 * @param sections its figures
 */
record BoardView(
    int number,
    String name,
    String headline,
    String date,
    String commit,
    String subject,
    boolean shallow,
    List<Cards.Column> columns,
    List<SectionView> sections) {

  /**
   * A section.
   *
   * @param chart the chart as trusted SVG; empty for none
   * @param folded whether the table is long and therefore collapsed
   * @param rowCount the number of rows in words; empty for no table
   */
  record SectionView(
      String id,
      String title,
      List<String> text,
      String chart,
      boolean folded,
      String rowCount,
      List<String> headings,
      List<List<Cell>> rows) {}

  private static final int OPEN_ROWS = 12;

  static BoardView of(BoardReport report, int number) {
    List<SectionView> sections = new ArrayList<>();
    for (Section section : Sections.of(report)) {
      sections.add(view(section, "b" + number + "-" + section.id()));
    }
    return new BoardView(
        number,
        PageText.line(report.board().dir()),
        Headline.of(report),
        report.date().toString(),
        Commit.shortened(report.commit().id()),
        PageText.line(report.commit().subject()),
        report.log().shallow(),
        Cards.columns(report),
        sections);
  }

  private static SectionView view(Section section, String id) {
    List<List<Cell>> rows = section.table().rows();
    return new SectionView(
        id,
        section.title(),
        section.text(),
        section.chart().map(chart -> Svg.of(chart, id)).orElse(""),
        rows.size() > OPEN_ROWS,
        rows.isEmpty() ? "" : Text.count(rows.size(), "row"),
        section.table().headings(),
        rows);
  }
}
