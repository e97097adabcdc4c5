package dev.replenish.report.forecast;

import dev.replenish.app.report.BoardReport;
import dev.replenish.app.report.WrittenReport;
import dev.replenish.board.Problem;
import dev.replenish.report.Json;
import dev.replenish.report.Text;
import dev.replenish.report.View;
import java.util.List;
import java.util.Optional;

/** Shows which files of a report were written, and what failed. */
public final class ReportView implements View<WrittenReport> {
  @Override
  public void text(WrittenReport report, Text text) {
    report.written().forEach(file -> text.remark("Wrote " + file + "."));
    report.problem().ifPresent(text::error);
  }

  @Override
  public Optional<Problem> failure(WrittenReport report) {
    return report.problem();
  }

  @Override
  public void json(Optional<String> board, Optional<WrittenReport> report, Json json) {
    json.objects(
        "reports", report.map(WrittenReport::boards).orElse(List.of()), ReportView::fields);
    json.field("written", report.map(WrittenReport::written).orElse(List.of()));
  }

  private static void fields(BoardReport report, Json json) {
    json.field("board", report.board().dir()).field("date", report.date().toString());
    json.field("commit", report.commit().id()).field("open", report.open());
    json.field("inWork", report.inWork().size()).field("blocked", report.blocked().size());
    json.field("overdue", report.overdue().size());
    json.field("incomplete", report.incomplete().size());
  }
}
