package dev.replenish.report.forecast;

import dev.replenish.app.report.BoardReport;
import dev.replenish.app.report.WrittenReport;
import dev.replenish.board.Problem;
import dev.replenish.report.Json;
import dev.replenish.report.Text;
import dev.replenish.report.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints what came of a report that was written to files. */
public final class ReportView implements View<WrittenReport> {

  @Override
  public String command() {
    return "report";
  }

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
  public void json(@Nullable String board, @Nullable WrittenReport report, Json json) {
    json.openArray("reports");
    if (report != null) {
      for (BoardReport each : report.boards()) {
        json.open().field("board", each.dir()).field("date", each.date().toString());
        json.field("commit", each.commit().id()).field("open", each.open());
        json.field("inWork", each.inWork().size()).field("blocked", each.blocked().size());
        json.field("overdue", each.overdue().size());
        json.field("incomplete", each.incomplete().size()).close();
      }
    }
    json.closeArray();
    json.field("written", report == null ? List.<String>of() : report.written());
  }
}
