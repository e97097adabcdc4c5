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
 * @param document the file as it is
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

  /** The file as it will be; of its tasks, those that are {@code kept} stay in it. */
  String text(Predicate<Converted> kept) {
    SourceText source = document.source();
    String newLine = source.lineEnding(LineEnding.LF).text();
    MarkdownWriter page = new MarkdownWriter(newLine);
    int at = 0;
    boolean belowRow = false;
    for (TaskRun run : runs()) {
      at = write(page, at, run, belowRow, newLine, kept);
      belowRow = run.endsInRow();
    }
    rest(page, source.text(new Span(at, source.length())), belowRow);
    return page.text();
  }

  /** Writes what is above a run, the run, and what was between its tasks. */
  private int write(
      MarkdownWriter page,
      int at,
      TaskRun run,
      boolean belowRow,
      String newLine,
      Predicate<Converted> kept) {
    Map<Priority, List<Converted>> groups = run.groups();
    int anchor = run.anchor();
    boolean inside = grouped && groups.size() == 1 && run.heading().isPresent();
    int head = inside ? run.heading().get().at() : anchor;
    upTo(page, at, head, belowRow);
    page.apart();
    groups.forEach(
        (priority, members) -> {
          if (grouped) {
            page.line(run.marker(priority));
          }
          page.raw(text(head, anchor));
          if (grouped) {
            page.apart();
          }
          members.stream().filter(kept).forEach(task -> page.block(task.block(newLine)));
          if (grouped) {
            page.line("## group_end");
            page.line("");
          }
        });
    between(run, anchor).forEach(part -> rest(page, part, run.endsInRow()));
    return run.end();
  }

  private void upTo(MarkdownWriter page, int at, int to, boolean belowRow) {
    String part = text(at, to);
    if (at == 0) {
      page.raw(part);
    } else {
      rest(page, part, belowRow);
    }
  }

  private String text(int from, int to) {
    return document.source().text(new Span(from, to));
  }

  /** What goes on below a run; a row that is no task stays in its table. */
  private static void rest(MarkdownWriter page, String part, boolean belowRow) {
    String words = BLANK_LINES.matcher(part).replaceFirst("");
    if (!words.isBlank()) {
      if (!belowRow || !words.equals(part)) {
        page.apart();
      }
      page.raw(words);
    }
  }

  /** What was between the tasks and says something. */
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
