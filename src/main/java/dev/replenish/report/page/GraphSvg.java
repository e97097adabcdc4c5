package dev.replenish.report.page;

import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws a graph in columns: each box is to the right of all boxes that it waits for. */
final class GraphSvg {
  private static final int BOX = 190;
  private static final int BOX_HEIGHT = 46;
  private static final int GAP = 56;
  private static final int ROW = 60;
  private static final int MARGIN = 8;
  private static final int LONGEST_NAME = 22;
  private static final int LONGEST_TITLE = 24;

  private final Chart.Graph graph;
  private final int[] columns;
  private final int[] rows;

  private GraphSvg(Chart.Graph graph) {
    this.graph = graph;
    this.columns = columns(graph);
    this.rows = new int[columns.length];
  }

  static String of(Chart.Graph graph, String id) {
    return new GraphSvg(graph).draw(id);
  }

  /** The column of each node: the length of the longest path to it, limited if there is a cycle. */
  private static int[] columns(Chart.Graph graph) {
    int[] columns = new int[graph.nodes().size()];
    for (int round = 0; round < columns.length; round++) {
      boolean moved = false;
      for (Chart.Edge edge : graph.edges()) {
        int least = columns[edge.from()] + 1;
        if (columns[edge.to()] < least && least < columns.length) {
          columns[edge.to()] = least;
          moved = true;
        }
      }
      if (!moved) {
        break;
      }
    }
    return dense(columns);
  }

  /** Renumbers the columns so that none is empty. */
  private static int[] dense(int[] columns) {
    int[] used = Arrays.stream(columns).distinct().sorted().toArray();
    return Arrays.stream(columns).map(column -> Arrays.binarySearch(used, column)).toArray();
  }

  private String draw(String id) {
    List<Integer> heights = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      while (heights.size() <= columns[i]) {
        heights.add(0);
      }
      rows[i] = heights.get(columns[i]);
      heights.set(columns[i], rows[i] + 1);
    }
    int most = heights.stream().mapToInt(Integer::intValue).max().orElse(1);
    int width = heights.size() * (BOX + GAP) - GAP + 2 * MARGIN;
    StringBuilder svg = Svg.open(graph.title(), id, width, most * ROW + MARGIN);
    String arrow = id + "-arrow";
    svg.append("<defs><marker id=\"" + arrow + "\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" ");
    svg.append("markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">");
    svg.append("<path class=\"arrow\" d=\"M0 0L8 4L0 8z\"/></marker></defs>");
    graph.edges().forEach(edge -> edge(edge, arrow, svg));
    for (int i = 0; i < columns.length; i++) {
      node(graph.nodes().get(i), x(i), y(i), svg);
    }
    return svg.append("</svg>").toString();
  }

  private int x(int node) {
    return MARGIN + columns[node] * (BOX + GAP);
  }

  private int y(int node) {
    return MARGIN + rows[node] * ROW;
  }

  private void edge(Chart.Edge edge, String arrow, StringBuilder svg) {
    int x1 = x(edge.from()) + BOX;
    int y1 = y(edge.from()) + BOX_HEIGHT / 2;
    int x2 = x(edge.to());
    int y2 = y(edge.to()) + BOX_HEIGHT / 2;
    svg.append("<path class=\"edge\" d=\"M" + x1 + ' ' + y1 + 'C' + (x1 + GAP / 2) + ' ' + y1);
    svg.append(" " + (x2 - GAP / 2) + ' ' + y2 + ' ' + x2 + ' ' + y2);
    svg.append("\" marker-end=\"url(#" + arrow + ")\"/>");
  }

  private static void node(Chart.Node node, int x, int y, StringBuilder svg) {
    Svg.rect("node " + node.state().word(), x, y, BOX, BOX_HEIGHT, svg);
    String name = OneLine.cut(PageText.line(node.name()), LONGEST_NAME);
    String title = OneLine.cut(PageText.line(node.title()), LONGEST_TITLE);
    Svg.text("start", x + 8.0, y + 19.0, name, svg);
    Svg.text("start", x + 8.0, y + 36.0, title, svg);
  }
}
