package dev.replenish.report.page;

import static dev.replenish.report.page.Table.code;
import static dev.replenish.report.page.Table.title;

import dev.replenish.app.TaskLine;
import dev.replenish.app.report.BoardReport;
import dev.replenish.app.report.BoardReport.Dependency;
import dev.replenish.board.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tasks wait for which, as a graph and a table. */
final class DependencyGraph {
  /** The most arrows in one graph. */
  private static final int MOST_EDGES = 80;

  private DependencyGraph() {}

  static Section section(BoardReport report) {
    Map<String, TaskLine> tasks = new HashMap<>();
    for (TaskLine line : report.tasks()) {
      line.task().id().map(TaskId::value).ifPresent(id -> tasks.putIfAbsent(id, line));
    }
    Table table = new Table("Task", "Title", "Waits for");
    Map<String, Integer> indexes = new HashMap<>();
    List<Chart.Node> nodes = new ArrayList<>();
    List<Chart.Edge> edges = new ArrayList<>();
    for (Dependency dependency : report.dependencies()) {
      TaskLine waiting = tasks.get(dependency.waiting());
      TaskLine awaited = tasks.get(dependency.awaited());
      if (waiting == null || awaited == null) {
        continue;
      }
      table.row(
          code(dependency.waiting()), title(waiting.task().title()), code(dependency.awaited()));
      if (edges.size() < MOST_EDGES) {
        int from = index(dependency.awaited(), awaited, indexes, nodes);
        edges.add(new Chart.Edge(from, index(dependency.waiting(), waiting, indexes, nodes)));
      }
    }
    Section section = Section.of("dependencies", "Dependencies", table);
    return edges.isEmpty()
        ? section
        : section.with(new Chart.Graph("Which task depends on which", nodes, edges));
  }

  private static int index(
      String id, TaskLine line, Map<String, Integer> indexes, List<Chart.Node> nodes) {
    Integer known = indexes.get(id);
    if (known != null) {
      return known;
    }
    indexes.put(id, nodes.size());
    nodes.add(new Chart.Node(id, PageText.title(line.task().title()), line.state()));
    return nodes.size() - 1;
  }
}
