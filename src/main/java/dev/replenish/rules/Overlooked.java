package dev.replenish.rules;

import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ReadingReport;
import dev.replenish.text.Location;
import java.util.List;
import java.util.Optional;

/** Finds what looks like a task but is not read as one. */
public final class Overlooked {
  private Overlooked() {}

  /** Reports lines that look like tasks if there is no task, else boxes outside of lists. */
  public static Optional<Finding> in(Document backlog) {
    ReadingReport reading = backlog.readingReport();
    return backlog.tasks().isEmpty()
        ? finding(
            backlog,
            reading.overlooked(),
            "this line looks like a task but is not read as one",
            " lines look like tasks but are not read as tasks")
        : finding(
            backlog,
            reading.boxes(),
            "this box is in a quote or a paragraph, so it is not a task",
            " boxes are in quotes or paragraphs, so they are not tasks");
  }

  private static Optional<Finding> finding(
      Document backlog, List<Integer> lines, String one, String many) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Location where = new Location(backlog.path(), lines.get(0), 1);
    String message = lines.size() == 1 ? one : lines.size() + many;
    return Optional.of(Finding.of(FindingCode.TASKS_OVERLOOKED, where, message));
  }
}
