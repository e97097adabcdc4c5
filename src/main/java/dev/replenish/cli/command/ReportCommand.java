package dev.replenish.cli.command;

import dev.replenish.app.BoardResult;
import dev.replenish.app.report.BoardReport;
import dev.replenish.app.report.MakeReport;
import dev.replenish.app.report.WrittenReport;
import dev.replenish.board.Problem;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.forecast.Pace;
import dev.replenish.report.FailureSeverity;
import dev.replenish.report.forecast.ReportView;
import dev.replenish.report.page.HtmlReport;
import dev.replenish.report.page.MarkdownReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish report}: writes a page about the board. */
final class ReportCommand extends CommandModel {
  private static final String STDOUT = "-";

  private final OptionSpec markdown =
      value("--md", "FILE", "write Markdown with Mermaid charts to this file; - for stdout");
  private final OptionSpec html =
      value("--html", "FILE", "write one self-contained HTML file; - for stdout");
  private final OptionSpec date =
      value("--date", "DATE", "the day to report on; default: that of the last commit");
  private final OptionSpec perDay = option(Options.perDay());

  @Override
  public ReportView view() {
    return new ReportView();
  }

  @Override
  public int run(Call call) {
    List<String> files = files(call);
    List<BoardReport> reports = new ArrayList<>();
    Optional<Problem> problem;
    try (Progress progress = Progress.of(call)) {
      List<BoardResult<BoardReport>> results =
          MakeReport.of(
              call.context(), Options.value(date), Pace.of(Options.value(perDay)), progress);
      results.forEach(result -> result.result().ifPresent(reports::add));
      problem =
          FailureSeverity.mostSevere(results.stream().flatMap(r -> r.problem().stream()).toList());
    }
    if (!reports.isEmpty()) {
      markdown().ifPresent(file -> write(call, file, reports, MarkdownReport::of));
      Options.value(html).ifPresent(file -> write(call, file, reports, HtmlReport::of));
    }
    List<String> written = reports.isEmpty() ? List.of() : files;
    return call.report().printOne(view(), new WrittenReport(reports, written, problem));
  }

  /** The file for Markdown; stdout if no page is asked for. */
  private Optional<String> markdown() {
    return Options.has(html) || Options.has(markdown)
        ? Options.value(markdown)
        : Optional.of(STDOUT);
  }

  /** The files to write; at most one page goes to stdout. */
  private List<String> files(Call call) {
    List<String> files = new ArrayList<>();
    markdown().ifPresent(files::add);
    Options.value(html).ifPresent(files::add);
    int toStdout = Collections.frequency(files, STDOUT);
    if (toStdout > 1 || (toStdout > 0 && Options.has(call.globals().json))) {
      throw Usage.wrong(
          "only one page, and no JSON beside it, can go to stdout", "Name a file for the page.");
    }
    files.removeIf(STDOUT::equals);
    return files;
  }

  private static void write(
      Call call, String file, List<BoardReport> reports, Function<List<BoardReport>, String> page) {
    if (file.equals(STDOUT)) {
      call.report().print(page.apply(reports));
    } else {
      WrittenReport.write(call.dir(), file, page.apply(reports));
    }
  }
}
