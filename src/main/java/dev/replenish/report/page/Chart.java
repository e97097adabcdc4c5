package dev.replenish.report.page;

import dev.replenish.board.WorkState;
import java.util.List;

/** A chart of figures that a table beside it also has. */
sealed interface Chart {

  /** What the chart shows. */
  String title();

  /** A bar for each label. */
  record Bars(String title, List<String> labels, List<Integer> values) implements Chart {}

  /** Lines over the same labels. */
  record Lines(String title, List<String> labels, List<Series> series) implements Chart {}

  /** One line. */
  record Series(String name, List<Integer> values) {}

  /** Boxes with arrows from each task to the tasks that wait for it. */
  record Graph(String title, List<Node> nodes, List<Edge> edges) implements Chart {}

  /**
   * A task in a graph.
   *
   * @param name its id
   * @param title its title: untrusted text
   * @param state its state
   */
  record Node(String name, String title, WorkState state) {}

  /** An arrow between two nodes, given by their indexes. */
  record Edge(int from, int to) {}
}
