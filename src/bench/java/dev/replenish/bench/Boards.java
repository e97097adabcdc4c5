package dev.replenish.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Backlogs generated from a seed: the same bytes on every machine. A task has about 1.2 KB. */
final class Boards {
  private static final long SEED = 20260204;

  /** The approximate size in bytes of a task of {@link #writeNative}. */
  static final int TASK_BYTES = 1_200;

  private static final int GROUP_TASKS = 5;
  private static final List<String> TYPES = List.of("dev", "docs", "test", "infra");
  private static final List<String> PRIORITIES = List.of("critical", "high", "medium", "low");
  private static final List<String> WORDS =
      List.of(
          "tide",
          "clock",
          "harbour",
          "reading",
          "gauge",
          "forecast",
          "moon",
          "table",
          "sensor",
          "offset",
          "drift",
          "storm",
          "alarm",
          "chart",
          "buoy",
          "cable",
          "signal",
          "window",
          "retries",
          "keeps",
          "shows",
          "stores",
          "compares",
          "the",
          "of",
          "and",
          "when",
          "after");

  private static final String BACKLOG_HEAD =
      "# Tide clock: Backlog\n\n"
          + "<!--\nINSTRUCTIONS: BACKLOG.md\n\n"
          + "  ## group_begin [type:dev][priority:high]\n"
          + "  ## task_begin\n"
          + "  ### # [id:TASK-YYYYMMDD-001][type:dev][priority:high] Sample\n"
          + "  ## task_end\n"
          + "  ## group_end\n-->\n\n";
  private static final String TODO =
      "# Tide clock: TODO\n\n<!--\nINSTRUCTIONS: TODO.md\n-->\n\n"
          + "## Current Batch Focus\n\n**Batch Type:** dev\n\n";

  private final Random random = new Random(SEED);
  private int written;

  /** Writes {@code BACKLOG.md} with {@code tasks} tasks, and an empty {@code TODO.md}. */
  static void writeNative(Path folder, int tasks) throws IOException {
    new Boards().backlog(folder.resolve("BACKLOG.md"), tasks);
    Files.writeString(folder.resolve("TODO.md"), TODO);
  }

  /** Writes the same tasks as a list of check boxes, which tasks-axi reads. */
  static void writeCheckboxes(Path folder, int tasks) throws IOException {
    Boards boards = new Boards();
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("backlog.md"), UTF_8)) {
      out.write("# Backlog\n\n## In flight\n## Queued\n");
      for (int i = 1; i <= tasks; i++) {
        out.write("- [ ] t-" + i + " - " + boards.sentence(6) + " (since 2026-02-04)\n");
        out.write(("\n" + boards.body().strip()).replace("\n", "\n  ").substring(1) + "\n");
      }
      out.write("## Done\n");
    }
    Files.writeString(folder.resolve("todo.md"), "# Backlog\n\n## In flight\n## Queued\n## Done\n");
  }

  /** Writes the same tasks one to a file, as backlog.md keeps them, with its settings. */
  static void writeTaskFiles(Path folder, int tasks) throws IOException {
    Boards boards = new Boards();
    Path files = Files.createDirectories(folder.resolve("backlog/tasks"));
    Files.writeString(
        folder.resolve("backlog/config.yml"),
        "project_name: \"bench\"\ndefault_status: \"To Do\"\n"
            + "statuses: [\"To Do\", \"In Progress\", \"Done\"]\n"
            + "labels: []\ndate_format: yyyy-mm-dd\nmax_column_width: 80\nauto_open_browser: true\n"
            + "default_port: 6420\nremote_operations: false\nauto_commit: false\n"
            + "bypass_git_hooks: false\ncheck_active_branches: true\nactive_branch_days: 30\n"
            + "task_prefix: \"task\"\n");
    for (int i = 1; i <= tasks; i++) {
      Files.writeString(
          files.resolve("task-" + i + " - Task-" + i + ".md"),
          "---\nid: TASK-"
              + i
              + "\ntitle: "
              + boards.sentence(6)
              + "\nstatus: To Do\nassignee: []\ncreated_date: '2026-02-04 09:30'\nlabels: []\n"
              + "dependencies: []\n---\n\n## Description\n\n"
              + boards.body());
    }
  }

  /** Writes the same tasks as taskwarrior keeps them, with its settings in {@code taskrc}. */
  static void writePending(Path folder, int tasks) throws IOException {
    Boards boards = new Boards();
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("taskrc"),
        "data.location=data\nconfirmation=off\nverbose=nothing\nbulk=0\nhooks=off\n");
    try (BufferedWriter out = Files.newBufferedWriter(data.resolve("pending.data"), UTF_8)) {
      for (int i = 1; i <= tasks; i++) {
        String id = "00000000-0000-4000-8000-" + "000000000000".substring(("" + i).length()) + i;
        String text = boards.body().replace("\n", " ").replace("[", "(").replace("]", ")");
        out.write(
            "[annotation_1770193801:\""
                + text
                + "\" description:\""
                + boards.sentence(6)
                + "\" entry:\"1770193800\" status:\"pending\" uuid:\""
                + id
                + "\"]\n");
      }
    }
  }

  private void backlog(Path file, int tasks) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      out.write(BACKLOG_HEAD);
      for (int group = 0; written < tasks; group++) {
        String type = TYPES.get(group / PRIORITIES.size() % TYPES.size());
        String priority = PRIORITIES.get(group % PRIORITIES.size());
        out.write("## group_begin [type:" + type + "][priority:" + priority + "]\n\n");
        boolean empty = group % 3 == 1; // like most groups of real backlogs
        for (int i = 0; !empty && i < GROUP_TASKS && written < tasks; i++) {
          out.write(task(type, priority));
        }
        out.write("## group_end\n\n");
      }
    }
  }

  private String task(String type, String priority) {
    written++;
    String id = "TASK-20260204-" + "000000".substring(("" + written).length()) + written;
    return "## task_begin\n\n### # [id:"
        + id
        + "][type:"
        + type
        + "][priority:"
        + priority
        + "][component:server] "
        + sentence(6)
        + "\n\n**Status:** todo  \n"
        + (written % 7 == 0 ? "<!-- asked for by the harbour master -->\n" : "")
        + body()
        + "\n## task_end\n\n---\n\n";
  }

  private String body() {
    StringBuilder body = new StringBuilder("**Description:**\n\n");
    while (body.length() < TASK_BYTES - 420) {
      body.append(sentence(14)).append('\n');
    }
    body.append("\n**Relevant Documentation:** `docs/tides.md`\n\n**Plan:**\n\n");
    for (int step = 1; step <= 3; step++) {
      body.append(step).append(". ").append(sentence(8)).append('\n');
    }
    return body.append("\n**Estimated Effort:** 3 hours\n").toString();
  }

  private String sentence(int words) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      sentence.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }
}
