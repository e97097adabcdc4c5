package dev.replenish.report.page;

import dev.replenish.text.OneLine;
import java.util.List;
import java.util.stream.Collectors;

/** Charts in Mermaid's language. Labels keep letters, digits, - and _; others become blanks. */
final class Mermaid {
  private static final int LONGEST_LABEL = 40;

  private Mermaid() {}

  /** The chart as a fenced code block. */
  static String of(Chart chart) {
    String body;
    if (chart instanceof Chart.Bars bars) {
      body = axes(bars.title(), bars.labels(), bars.values()) + line("bar", bars.values());
    } else if (chart instanceof Chart.Lines lines) {
      List<Integer> all = lines.series().stream().flatMap(s -> s.values().stream()).toList();
      body =
          axes(title(lines), lines.labels(), all)
              + lines.series().stream()
                  .map(series -> line("line", series.values()))
                  .collect(Collectors.joining());
    } else {
      body = graph((Chart.Graph) chart);
    }
    return "```mermaid\n" + body + "```\n";
  }

  /** Mermaid has no legend for lines: the title names them, the upper one first. */
  private static String title(Chart.Lines lines) {
    return lines.series().stream().map(Chart.Series::name).collect(Collectors.joining(" and "));
  }

  private static String axes(String title, List<String> labels, List<Integer> values) {
    int most = Math.max(1, values.stream().mapToInt(Integer::intValue).max().orElse(1));
    String words = labels.stream().map(Mermaid::quoted).collect(Collectors.joining(", "));
    return "xychart-beta\n    title "
        + quoted(title)
        + "\n    x-axis ["
        + words
        + "]\n    y-axis \"Tasks\" 0 --> "
        + most
        + "\n";
  }

  private static String line(String kind, List<Integer> values) {
    return "    " + kind + " " + values + "\n";
  }

  private static String graph(Chart.Graph graph) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      Chart.Node node = graph.nodes().get(i);
      text.append("    n").append(i).append('[').append(quoted(node.name() + " " + node.title()));
      text.append("]\n");
    }
    for (Chart.Edge edge : graph.edges()) {
      text.append("    n").append(edge.from()).append(" --> n").append(edge.to()).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String text) {
    StringBuilder label = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : ' ')
        .forEach(label::appendCodePoint);
    String words = label.toString().strip().replaceAll(" +", " ").replaceFirst("^[-_ ]+", "");
    return '"' + OneLine.cut(words.isEmpty() ? "task" : words, LONGEST_LABEL) + '"';
  }
}
