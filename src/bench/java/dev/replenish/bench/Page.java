package dev.replenish.bench;

import dev.replenish.bench.Race.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code docs/performance.md}: tables, a chart, and how to measure again. */
final class Page {
  static final String BEFORE = ", earlier version";
  static final String MARKED = "`replenish plan`, native board of the same size";
  static final String RUN = "`replenish run`";
  static final String SCRIPT = "an awk script, `git add`, `git commit`";
  static final String FLOOR = "`git add`, `git commit` alone";
  static final String BARE_SMALL = "`replenish run`, bare, 2 files";
  static final String BARE_BIG = "`replenish run`, bare";
  static final String WALK = "`git log --name-only` of the same files";
  static final String PLAN = "`replenish plan`";
  static final String FORECAST = "`replenish forecast`";
  static final String REPORT = "`replenish report`";
  static final String REPAIR = "`replenish repair --dry-run`";
  static final String TREE_BIG = "`replenish run`, work tree";

  static final String HELLO = "`java` Hello World";
  static final String PICOCLI = "`java` Hello World with picocli";
  static final String TEN = "`replenish run`, 10 tasks";
  static final String TASKS_AXI = "`tasks-axi mv`, `git add`, `git commit`";
  static final String LOG = "`replenish log`";
  static final String AUDIT = "`replenish audit`";
  static final String SHOW = "`replenish show`, one task";

  private final StringBuilder tables = new StringBuilder();
  private String before = "";
  private final StringBuilder warm = new StringBuilder();
  private final Map<Goal, List<Double>> ratios = new EnumMap<>(Goal.class);
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Map<String, Result>> bySize = new ArrayList<>();

  /** States the commit of the earlier version. */
  void before(String commit) {
    before = "The earlier version is commit " + commit + ", measured in the same run.\n\n";
  }

  void start(Map<String, Result> results) {
    tables.append(
        """
        ## From the shell and back

        A whole call, as a person or an agent waits for it. `java` Hello World is what Java itself takes.

        """);
    table(results, HELLO, "Hello World");
    compare(Goal.COLD, results, TEN, PICOCLI);
  }

  void backlog(int tasks, long bytes, Map<String, Result> results, Set<String> leftOut) {
    if (sizes.isEmpty()) {
      tables.append(
          """
          ## Moving five tasks, and committing

          The same work in other ways. The script and plain Git check nothing and lose tasks in a race; they are the lower bound.
          Peers keep their tasks in their own ways: in one file of check boxes, in a file for each task, in files of their own.
          For each, it is checked once that five tasks were moved.

          """);
    }
    sizes.add(tasks);
    bySize.add(results);
    tables.append(format("**%,d tasks, %,d KB:**\n\n", tasks, bytes / 1000));
    table(results, SCRIPT, "the script");
    if (tasks == 10) {
      compare(Goal.PEER, results, RUN, TASKS_AXI);
    } else if (tasks == 10_000) {
      compare(Goal.NATIVE, results, RUN, SCRIPT);
    }
    if (!leftOut.isEmpty()) {
      String names = String.join("; ", leftOut);
      tables.append("Left out, because one run took more than ten seconds before: ");
      tables.append(names).append(".\n\n");
    }
  }

  void unmarked() {
    tables.append(
        """
        ## Reading a backlog without marks

        The form of a file is recognised from the whole file, so such files are read more than once. These are extreme ones.

        """);
  }

  void unmarked(String what, long bytes, Map<String, Result> results) {
    tables.append(format("**%s, %,d KB:**\n\n", what, bytes / 1000));
    table(results, MARKED, "the native board");
    compare(Goal.UNMARKED, results, PLAN, MARKED);
  }

  void repository(int files, Map<String, Result> results) {
    tables.append(
        """
        ## In a big repository

        What a repository holds besides the board costs next to nothing in a bare one. In a work tree the index, in which
        each file has an entry, is read and written as a whole.

        """);
    tables.append(format("%,d files, %,d commits, a board of ten tasks:\n\n", files, files / 10));
    table(results, BARE_SMALL, "the small one");
    compare(Goal.WORK_TREE, results, TREE_BIG, FLOOR);
  }

  void history(int commits, Map<String, Result> results) {
    tables.append(
        """
        ## Through a long history

        Each commit changes a board of ten tasks.

        """);
    tables.append(format("%,d commits:\n\n", commits));
    table(results, WALK, "Git's own walk");
    compare(Goal.LOG, results, LOG, WALK);
    compare(Goal.AUDIT, results, AUDIT, WALK);
    compare(Goal.SHOW, results, SHOW, WALK);
  }

  void allTasks() {
    tables.append(
        """
        ## All tasks of a board

        A `plan` looks at tasks until its batch is full. These commands look at each task, and `forecast` and `report` at all
        batches to come.

        """);
  }

  void allTasks(int tasks, Map<String, Result> results) {
    tables.append(format("**%,d tasks:**\n\n", tasks));
    table(results, PLAN, "`plan`");
  }

  private void compare(Goal goal, Map<String, Result> results, String what, String reference) {
    if (results.containsKey(reference)) {
      double ratio = results.get(what).median() / results.get(reference).median();
      ratios.computeIfAbsent(goal, any -> new ArrayList<>()).add(ratio);
    }
  }

  /** The goals with their ratios, and why some are not reached. */
  private String goals() {
    StringBuilder goals =
        new StringBuilder("## Goals\n\n| ratio | at most | measured |\n|---|--:|--:|\n");
    StringBuilder missed = new StringBuilder();
    ratios.forEach(
        (goal, measured) -> {
          double least = measured.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
          double most = measured.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
          String range = least == most ? format("%.2f", most) : format("%.2f to %.2f", least, most);
          boolean met = most <= goal.limit();
          String cell = met ? range : "**" + range + "**";
          goals.append(format("| %s | %.1f | %s |\n", goal.what(), goal.limit(), cell));
          if (!met) {
            missed.append("- ").append(goal.what()).append(": ").append(goal.reason()).append('\n');
          }
        });
    return missed.isEmpty() ? goals + "\n" : goals + "\nNot reached, and why:\n\n" + missed + "\n";
  }

  private void table(Map<String, Result> results, String reference, String called) {
    tables.append("| what | median | fastest to slowest | against ").append(called);
    tables.append(" | peak memory |\n|---|--:|--:|--:|--:|\n");
    double base = results.get(reference).median();
    results.forEach(
        (name, result) ->
            tables.append(
                format(
                    "| %s | %,.0f ms | %,.0f to %,.0f | %.2f | %s |\n",
                    name,
                    result.median(),
                    result.fastest(),
                    result.slowest(),
                    result.median() / base,
                    memory(name, result))));
    tables.append('\n');
  }

  /** Adds the results of JMH: the benchmark, the number of tasks, and the measured times. */
  void warm(List<String> csv) {
    warm.append(
        """
        ## In a running process

        Milliseconds per call in a process with the options that `bin/replenish` has for `mcp`, after some seconds of the same calls, on a branch
        that no work tree has checked out; what a call wrote is removed before the next one. The first calls of an MCP server take longer,
        and those on a branch that is checked out as well. `scan` reads the backlog from
        its bytes, `edit` chooses the batch and edits the files, `plan` is everything from the repository to a proven plan, and
        `commit` from the repository to the commit. The goal of 15 ms for a `commit` of 1,000 tasks is not reached; on a branch that is
        checked out, two fifths of a call go into making ten files durable.

        | what | tasks | mean | error |
        |---|--:|--:|--:|
        """);
    for (String line : csv.subList(1, csv.size())) {
      String[] cells = line.replace("\"", "").split(",");
      String what = cells[0].substring(cells[0].lastIndexOf('.') + 1);
      double mean = Double.parseDouble(cells[4]);
      double error = Double.parseDouble(cells[5]);
      int tasks = Integer.parseInt(cells[7]);
      warm.append(format("| `%s` | %,d | %.1f ms | %.1f |\n", what, tasks, mean, error));
    }
    warm.append('\n');
  }

  /** The peak memory; empty for a script, where it would be that of the shell. */
  private static String memory(String name, Result result) {
    boolean script = !name.startsWith("`replenish") && !name.startsWith("`java");
    return script || result.peakKilobytes().isEmpty()
        ? ""
        : format("%,d MB", result.peakKilobytes().getAsLong() / 1024);
  }

  String text(int runs) {
    return "# How fast it is\n\n"
        + "Written by `bin/bench`, which anyone can run again: it makes up its data from a seed, and"
        + " runs everything in turn (A B C A B C), so\nthat other load affects all alike. The ratios"
        + " say more than the times.\n\n"
        + format(
            "Medians of %d runs of whole processes, on %s. If fastest and slowest are the same, there"
                + " was only one run, because\nit took more than ten seconds; it was the first one,"
                + " in which memory was measured.\n\n",
            runs, machine())
        + before
        + goals()
        + tables
        + warm
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
    List<String> shown = bySize.get(0).keySet().stream().filter(this::isEverywhere).toList();
    chart.append("Median milliseconds; the lines are, in the order of the source: ");
    chart.append(String.join("; ", shown)).append(".\n\n```mermaid\nxychart-beta\n");
    chart.append("    title \"Move five tasks and commit\"\n    x-axis \"tasks\" [");
    chart.append(String.join(", ", sizes.stream().map(String::valueOf).toList()));
    chart.append("]\n    y-axis \"milliseconds\"\n");
    for (String name : shown) {
      List<String> points =
          bySize.stream().map(results -> format("%.0f", results.get(name).median())).toList();
      chart.append("    line [").append(String.join(", ", points)).append("]\n");
    }
    return chart.append("```\n").toString();
  }

  /** Whether the contender was measured at every size. */
  private boolean isEverywhere(String name) {
    return !name.equals(FLOOR) && bySize.stream().allMatch(results -> results.containsKey(name));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
