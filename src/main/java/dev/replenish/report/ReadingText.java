package dev.replenish.report;

import dev.replenish.board.Document;
import dev.replenish.board.ReadingReport;
import dev.replenish.board.ReadingReport.Part;
import dev.replenish.rules.Overlooked;
import dev.replenish.text.OneLine;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Shows how a backlog was read, and why (docs/reference/unmarked.md, "How a file is read"). */
public final class ReadingText {
  private ReadingText() {}

  /** A summary of the reading. */
  public static String summary(Document backlog) {
    return backlog.path() + ": " + backlog.readingReport().summary() + ".";
  }

  /** What looks like a task but is not read as one, if anything, and what to do about it. */
  public static Optional<String> overlooked(Document backlog) {
    return Overlooked.in(backlog)
        .map(found -> found.where() + ": " + found.message() + ": " + found.hint() + ".");
  }

  /** Prints the cues of every part that contains {@code line}. */
  public static void explain(Document backlog, int line, Text text) {
    List<Part> parts = backlog.readingReport().at(line);
    for (Part part : parts) {
      String to = part.last() > part.first() ? "-" + part.last() : "";
      text.data().put(TextColor.PLACE, backlog.path() + ":" + part.first() + to);
      text.data().line(" " + part.what() + ": " + part.role() + " " + part.sum());
      part.cues().forEach(cue -> text.data().line("  " + cue));
    }
    SourceText source = backlog.source();
    int last = source.lineOf(Math.max(0, source.length() - 1));
    if (line > last) {
      text.remark(backlog.path() + " ends at line " + last + ".");
    } else if (parts.isEmpty()) {
      String none = " is in no heading, list or table that could hold tasks.";
      text.remark(backlog.path() + ":" + line + task(backlog, line).orElse(none));
    }
  }

  /** The task that a line belongs to, which its form alone makes one: it has a box or markers. */
  private static Optional<String> task(Document backlog, int line) {
    SourceText source = backlog.source();
    return backlog.tasks().stream()
        .filter(task -> task.line() <= line && line <= source.lineOf(task.block().to() - 1))
        .map(task -> " belongs to " + OneLine.clean(task.name()) + ", a task by its form alone.")
        .findFirst();
  }

  /** Writes the reading, and the parts that contain the line to explain. */
  public static void json(Document backlog, Optional<Integer> explain, Json json) {
    ReadingReport report = backlog.readingReport();
    json.field("path", backlog.path()).field("summary", report.summary());
    json.openArray("overlooked");
    if (backlog.tasks().isEmpty()) {
      report.overlooked().forEach(json::element);
    }
    json.closeArray();
    json.objects("explained", explain.map(report::at).orElse(List.of()), ReadingText::part);
  }

  private static void part(Part part, Json json) {
    json.field("line", part.first()).field("lastLine", part.last());
    json.field("what", part.what()).field("role", part.role()).field("sum", part.sum());
    json.field("cues", part.cues());
  }
}
