package dev.replenish.convert;

import dev.replenish.board.Document;
import dev.replenish.board.Priority;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.convert.Headings.Heading;
import dev.replenish.plan.add.GroupKey;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tasks of one type with no heading between them, which are all moved to the place of the first.
 *
 * @param tasks the tasks in listed order, at least one
 * @param heading the heading above them that belongs to them, if any
 */
record TaskRun(List<Converted> tasks, Optional<Heading> heading) {

  TaskRun {
    tasks = List.copyOf(tasks);
  }

  /** The runs of {@code document}, whose tasks are {@code tasks}. */
  static List<TaskRun> of(Document document, List<Converted> tasks) {
    Headings headings = new Headings(document);
    List<TaskRun> runs = new ArrayList<>();
    List<Converted> open = new ArrayList<>();
    int from = document.source().body();
    for (Converted task : tasks) {
      if (!open.isEmpty() && !continuesRun(headings, open.get(open.size() - 1), task)) {
        runs.add(of(headings, from, open));
        from = open.get(open.size() - 1).task().block().to();
        open.clear();
      }
      open.add(task);
    }
    if (!open.isEmpty()) {
      runs.add(of(headings, from, open));
    }
    return runs;
  }

  private static boolean continuesRun(Headings headings, Converted last, Converted next) {
    int end = last.task().block().to();
    return last.type().equals(next.type())
        && headings.between(end, next.task().block().from()).isEmpty();
  }

  private static TaskRun of(Headings headings, int from, List<Converted> tasks) {
    Converted first = tasks.get(0);
    int deepest = level(first);
    Optional<Heading> heading =
        headings
            .between(from, first.task().block().from())
            .filter(above -> above.level() < deepest && !above.title());
    return new TaskRun(tasks, heading);
  }

  /** The level of a task that is a heading; the largest integer for any other task. */
  private static int level(Converted task) {
    SourceText source = task.document().source();
    int from = task.task().block().from();
    int hashes = Ascii.skip(source.bytes(), from, source.length(), '#') - from;
    return hashes == 0 ? Integer.MAX_VALUE : hashes;
  }

  /** Where the first task begins, including its frame. */
  int anchor() {
    Converted first = tasks.get(0);
    List<Span> frame = first.task().form().orElseThrow().frame();
    return frame.isEmpty() ? first.task().block().from() : frame.get(0).from();
  }

  /** Where the last task ends. */
  int end() {
    return tasks.get(tasks.size() - 1).task().block().to();
  }

  /** Whether its last task is a table row, so that further rows may follow. */
  boolean endsInRow() {
    return tasks.get(tasks.size() - 1).task().form().orElseThrow().isRow();
  }

  /** The tasks of each future group of a backlog, by priority, the most urgent first. */
  Map<Priority, List<Converted>> groups() {
    Map<Priority, List<Converted>> groups = new TreeMap<>();
    tasks.forEach(
        task -> groups.computeIfAbsent(task.priority(), p -> new ArrayList<>()).add(task));
    return groups;
  }

  /** The line that opens the group of {@code priority}. */
  String marker(Priority priority) {
    String type = tasks.get(0).type().orElseThrow();
    return "## group_begin " + new GroupKey(priority, type).label();
  }

  /** The headers of tables in which every row is a task and every column's name is kept. */
  List<Span> obsoleteHeaders() {
    Map<Span, List<Converted>> tables = new LinkedHashMap<>();
    for (Converted task : tasks) {
      UnmarkedForm form = task.task().form().orElseThrow();
      if (form.isRow()) {
        tables.computeIfAbsent(form.frame().get(0), table -> new ArrayList<>()).add(task);
      }
    }
    return tables.keySet().stream()
        .filter(frame -> isObsolete(frame, tables.getOrDefault(frame, List.of())))
        .toList();
  }

  private static boolean isObsolete(Span frame, List<Converted> rows) {
    byte[] bytes = rows.get(0).document().source().bytes();
    int at = frame.to();
    for (Converted row : rows) {
      if (row.task().block().from() != at) {
        return false;
      }
      at = row.task().block().to();
    }
    return LineWalk.isBlank(bytes, at) && Columns.areKept(rows);
  }

  /** The spans that are replaced, in order: the tasks and the obsolete table headers. */
  List<Span> removed() {
    List<Span> removed = new ArrayList<>(obsoleteHeaders());
    tasks.forEach(task -> removed.add(task.task().block()));
    removed.sort(Comparator.comparingInt(Span::from));
    return removed;
  }
}
