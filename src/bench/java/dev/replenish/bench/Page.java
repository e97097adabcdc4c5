package dev.replenish.bench;

import dev.replenish.bench.Race.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code docs/performance.md}: tables, a chart, and how to measure again. */
final class Page {
  static final String OURS = "`replenish run`";
  static final String SCRIPT = "an awk script, `git add`, `git commit`";
  static final String FLOOR = "`git add`, `git commit` alone";
  static final String PEER = "`tasks-axi mv`, `git add`, `git commit`";
  static final String BARE_SMALL = "`replenish run`, bare, 2 files";
  static final String BARE_BIG = "`replenish run`, bare";
  static final String TREE_BIG = "`replenish run`, work tree";

  private static final List<String> CHARTED = List.of(OURS, SCRIPT, PEER);

  private final StringBuilder tables = new StringBuilder();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Map<String, Result>> bySize = new ArrayList<>();

  void start(Map<String, Result> results, String measure) {
    tables.append("## From the shell and back\n\n");
    table(results, measure, "Hello World");
  }

  void backlog(int tasks, long bytes, Map<String, Result> results) {
    if (sizes.isEmpty()) {
      tables.append("## Moving five tasks, and committing\n\n");
    }
    sizes.add(tasks);
    bySize.add(results);
    tables.append(format("**%,d tasks, %,d KB:**\n\n", tasks, bytes / 1000));
    table(results, SCRIPT, "the script");
  }

  void repository(int files, Map<String, Result> results) {
    tables.append("## In a big repository\n\n");
    tables.append(format("%,d files, %,d commits, a board of ten tasks:\n\n", files, files / 10));
    table(results, BARE_SMALL, "the small one");
  }

  private void table(Map<String, Result> results, String measure, String called) {
    tables.append("| what | median | fastest to slowest | against ").append(called);
    tables.append(" | peak memory |\n|---|--:|--:|--:|--:|\n");
    double one = results.get(measure).median();
    results.forEach(
        (name, result) ->
            tables.append(
                format(
                    "| %s | %,.0f ms | %,.0f to %,.0f | %.2f | %s |\n",
                    name,
                    result.median(),
                    result.fastest(),
                    result.slowest(),
                    result.median() / one,
                    memory(name, result))));
    tables.append('\n');
  }

  /** Of a script it would be the shell's, which says nothing. */
  private static String memory(String name, Result result) {
    boolean script = List.of(SCRIPT, FLOOR, PEER).contains(name);
    return script || result.peakKilobytes().isEmpty()
        ? ""
        : format("%,d MB", result.peakKilobytes().getAsLong() / 1024);
  }

  String text(int runs) {
    return "# How fast it is\n\n"
        + "Written by `bin/bench`, which anyone can run again: it makes its data up from a seed, and"
        + " runs everything in turn (A B C A B C), so\nthat a busy machine is busy for all. The ratios"
        + " say more than the times.\n\n"
        + format("Medians of %d runs of whole processes, on %s.\n\n", runs, machine())
        + tables
        + chart();
  }

  private static String machine() {
    return format(
        "%s %s, %d processors, Java %s (%s)",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"));
  }

  private String chart() {
    StringBuilder chart = new StringBuilder("## The same as a picture\n\n");
    List<String> there = CHARTED.stream().filter(bySize.get(0)::containsKey).toList();
    chart.append("Median milliseconds; lines from top to bottom in the legend: ");
    chart.append(String.join("; ", there)).append(".\n\n```mermaid\nxychart-beta\n");
    chart.append("    title \"Move five tasks and commit\"\n    x-axis \"tasks\" [");
    chart.append(String.join(", ", sizes.stream().map(String::valueOf).toList()));
    chart.append("]\n    y-axis \"milliseconds\"\n");
    for (String name : there) {
      List<String> points =
          bySize.stream()
              .map(results -> Optional.ofNullable(results.get(name)))
              .map(result -> format("%.0f", result.map(Result::median).orElse(0.0)))
              .toList();
      chart.append("    line [").append(String.join(", ", points)).append("]\n");
    }
    return chart.append("```\n").toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
