package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Priority;
import dev.replenish.board.Readme;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text between the markers of a summary: a bar for each priority (docs/reference/summary.md).
 * It depends only on the board's files, never on the date.
 */
public final class Summary {
  private static final int WIDTH = 10;
  private static final String DONE = "█";
  private static final String REMAINING = "░";

  private final String text;

  /** The summary of {@code board}. */
  public Summary(Board board) {
    this.text = text(Progress.of(board));
  }

  private static String text(Progress progress) {
    List<String> lines = lines(progress, WIDTH);
    String words = lines.isEmpty() ? "no task yet" : String.join("\n", lines);
    return "```text\n" + words + "\n```\n";
  }

  /** A bar for each priority, and one for all if there are several. */
  public static List<String> lines(Progress progress, int width) {
    List<String> lines = new ArrayList<>();
    for (Progress.Row row : progress.rows()) {
      lines.add(line(row.priority().map(Priority::word).orElse("other"), row, width));
    }
    if (lines.size() > 1) {
      lines.add(line("all", progress.all(), width));
    }
    return lines;
  }

  private static String line(String label, Progress.Row row, int width) {
    List<String> words = new ArrayList<>();
    words.add(row.done() + " of " + row.tasks() + " done");
    if (row.inWork() > 0) {
      words.add(row.inWork() + " in work");
    }
    if (row.blocked() > 0) {
      words.add(row.blocked() + " blocked");
    }
    String gap = " ".repeat("critical".length() + 2 - label.length());
    return label + gap + bar(row, width) + "  " + String.join(", ", words);
  }

  /** A progress bar of {@code width} characters; it is full only if all tasks are done. */
  public static String bar(Progress.Row row, int width) {
    int done = row.tasks() == 0 ? 0 : (int) ((long) width * row.done() / row.tasks());
    return DONE.repeat(done) + REMAINING.repeat(width - done);
  }

  /** The text for {@code source}, with its line endings. */
  public String in(SourceText source) {
    return text.replace("\n", source.lineEnding(LineEnding.LF).text());
  }

  /** Whether {@code summary} is this text, ignoring line endings and surrounding blank lines. */
  public boolean isIn(SourceText source, Span summary) {
    String actual = source.text(summary).replace("\r\n", "\n").replace('\r', '\n');
    return actual.strip().equals(text.strip());
  }

  /** The edits that update the summaries of a file. */
  public List<Replacement> edits(SourceText source, List<Span> summaries) {
    List<Replacement> edits = new ArrayList<>();
    for (Span summary : summaries) {
      if (!isIn(source, summary)) {
        edits.add(Replacement.of(summary, in(source)));
      }
    }
    return edits;
  }

  /** The findings of {@code check} about the summaries of {@code board}. */
  static List<Finding> findings(Board board) {
    if (!board.isSummarized()) {
      return List.of();
    }
    Summary summary = new Summary(board);
    List<Finding> findings =
        new ArrayList<>(summary.findings(board.backlog().source(), board.backlog().summaries()));
    Optional<Readme> readme = board.readme();
    readme.ifPresent(file -> findings.addAll(summary.findings(file.source(), file.summaries())));
    return findings;
  }

  private List<Finding> findings(SourceText source, List<Span> summaries) {
    List<Finding> findings = new ArrayList<>();
    for (Replacement edit : edits(source, summaries)) {
      findings.add(
          Finding.of(
                  FindingCode.SUMMARY_OUTDATED,
                  source.location(edit.span().from()),
                  "the summary does not match the tasks")
              .fixedBy(edit));
    }
    return findings;
  }
}
