package dev.replenish.report.page;

import dev.replenish.board.WorkState;
import java.util.List;

/** A picture of figures that a table beside it has, too. */
sealed interface Chart {

  /** What it shows. */
  String title();

  /** A bar for each label. */
  record Bars(String title, List<String> labels, List<Integer> values) implements Chart {
    public Bars {
      labels = List.copyOf(labels);
      values = List.copyOf(values);
    }
  }

  /** Lines over the same labels. */
  record Lines(String title, List<String> labels, List<Series> series) implements Chart {
    public Lines {
      labels = List.copyOf(labels);
      series = List.copyOf(series);
    }
  }

  /** One line. */
  record Series(String name, List<Integer> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** Boxes with arrows from each to those that wait for it. */
  record Graph(String title, List<Node> nodes, List<Edge> edges) implements Chart {
    public Graph {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /**
   * A task in a graph.
   *
   * @param name its id
   * @param title its title: untrusted text
   * @param state its state
   */
  record Node(String name, String title, WorkState state) {}

  /** An arrow between two nodes by their places. */
  record Edge(int from, int to) {}
}
