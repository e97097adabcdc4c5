package dev.replenish.convert;

import dev.replenish.board.Document;
import dev.replenish.board.Priority;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One file whose tasks have no markers, and the same file with markers
 * (docs/reference/converting.md).
 *
 * @param document the file in its present form
 * @param tasks its tasks in listed order
 * @param grouped whether it is a backlog
 */
record ConvertedFile(Document document, List<Converted> tasks, boolean grouped) {
  private static final Pattern BLANK_LINES = Pattern.compile("^(?:[ \\t]*(?:\\r\\n|\\n|\\r))+");

  ConvertedFile {
    tasks = List.copyOf(tasks);
  }

  List<TaskRun> runs() {
    return TaskRun.of(document, tasks);
  }

  /** The converted text of the file, with only those of its tasks that are {@code kept}. */
  String text(Predicate<Converted> kept) {
    SourceText source = document.source();
    String newLine = source.lineEnding(LineEnding.LF).text();
    MarkdownWriter writer = new MarkdownWriter(newLine);
    int at = 0;
    boolean belowRow = false;
    for (TaskRun run : runs()) {
      at = write(writer, at, run, belowRow, newLine, kept);
      belowRow = run.endsInRow();
    }
    writeRest(writer, source.text(new Span(at, source.length())), belowRow);
    return writer.text();
  }

  /** Writes the text above a run, the run, and the text that was between its tasks. */
  private int write(
      MarkdownWriter writer,
      int at,
      TaskRun run,
      boolean belowRow,
      String newLine,
      Predicate<Converted> kept) {
    Map<Priority, List<Converted>> groups = run.groups();
    int anchor = run.anchor();
    boolean inside = grouped && groups.size() == 1 && run.heading().isPresent();
    int start = inside ? run.heading().get().at() : anchor;
    upTo(writer, at, start, belowRow);
    writer.separate();
    groups.forEach(
        (priority, members) -> {
          if (grouped) {
            writer.line(run.marker(priority));
          }
          writer.raw(text(start, anchor));
          if (grouped) {
            writer.separate();
          }
          members.stream().filter(kept).forEach(task -> writer.block(task.block(newLine)));
          if (grouped) {
            writer.line("## group_end");
            writer.line("");
          }
        });
    between(run, anchor).forEach(part -> writeRest(writer, part, run.endsInRow()));
    return run.end();
  }

  private void upTo(MarkdownWriter writer, int at, int to, boolean belowRow) {
    String part = text(at, to);
    if (at == 0) {
      writer.raw(part);
    } else {
      writeRest(writer, part, belowRow);
    }
  }

  private String text(int from, int to) {
    return document.source().text(new Span(from, to));
  }

  /** Writes the text below a run; a row that is not a task stays in its table. */
  private static void writeRest(MarkdownWriter writer, String part, boolean belowRow) {
    String words = BLANK_LINES.matcher(part).replaceFirst("");
    if (!words.isBlank()) {
      if (!belowRow || !words.equals(part)) {
        writer.separate();
      }
      writer.raw(words);
    }
  }

  /** The parts between the tasks that contain significant text. */
  private List<String> between(TaskRun run, int anchor) {
    List<String> parts = new ArrayList<>();
    int at = anchor;
    for (Span removed : run.removed()) {
      String part = text(at, removed.from());
      if (part.lines().anyMatch(line -> !VisibleText.isInsignificant(line))) {
        parts.add(part);
      }
      at = removed.to();
    }
    return parts;
  }
}
