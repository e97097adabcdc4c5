package dev.replenish.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A random board, realistic and difficult, with the facts about its tasks. From these facts {@link
 * NaiveModel} predicts what happens to the board, without reading a file.
 */
final class GeneratedBoard {
  static final List<String> TYPES = List.of("dev", "docs", "infra");
  static final List<String> PRIORITIES = List.of("critical", "high", "medium", "low");

  private static final List<String> READY_EFFORTS =
      List.of("2 days", "4h", "M", "~1 week", "2-3 days", "1.5 days");
  private static final List<String> NO_EFFORTS =
      List.of("TBD", "", "soon", "[hours/days/weeks]", "3");
  private static final List<String> READY_DOCS =
      List.of("`docs/a.md`", "[Guide](https://example.org)", "\n- docs/b.md: why", "README.md");
  private static final List<String> NO_DOCS =
      List.of("TBD", "", "None", "the wiki", "[path/to.md]");
  private static final List<String> READY_PLANS =
      List.of(
          "\n1. One\n2. Two\n3. Three\n",
          "\n1) One\n2) Two\n3) Three\n4) Four\n",
          " 1. One\n2. Two\n3. Three\n",
          "\n\n1. One\n   - **Hint:** 1h\n\n2. Two\n\n   ```\n   ## task_end\n   ```\n3. Three\n",
          "\n#### Step 1\nOne\n#### Step 2: Two\n#### Step 3\n- Three\n");
  private static final List<String> NO_PLANS =
      List.of(
          "\n",
          " TBD\n",
          "\n1. One\n2. Two\n",
          "\n1. [Step 1]\n2. [Step 2]\n3. [Step 3]\n",
          "\n1.\n2.\n3.\n",
          "\n- One\n- Two\n- Three\n");
  private static final String SAMPLE =
      "## group_begin [type:dev][priority:critical]\n"
          + "## task_begin\n### # [id:SAMPLE-1][type:dev][priority:critical] Sample\n## task_end\n"
          + "## group_end\n";
  private static final List<String> NOISE =
      List.of(
          "",
          "",
          "",
          "A note.\n\n",
          "A note.\n",
          "<!--\n" + SAMPLE + "-->\n\n",
          "<!-- Task OLD-1 moved to TODO.md on 2026-01-01 -->\n",
          "```md\n" + SAMPLE + "```\n",
          "~~~\n" + SAMPLE + "~~~\n\n",
          "<pre>\n" + SAMPLE + "</pre>\n",
          indented(SAMPLE, "> ") + "\n",
          indented(SAMPLE, "    ") + "\n",
          "- A list\n\n" + indented(SAMPLE, "  ") + "\n",
          "- one\n- two\n",
          "### A heading\n",
          "Title\n=====\n\n",
          "<div>\n\n</div>\n\n",
          "***\n\n",
          "---\n\n---\n\n",
          "| a | b |\n|---|---|\n| 1 | 2 |\n",
          "\u0090 â€” ðŸš€ 🚀 漢字 \uFEFF\n",
          "   \n\t\n");
  private static final List<String> NOTES =
      List.of(
          "",
          "",
          "**Notes:** trailing  \n",
          "**Notes:**\n\n# A document\n\n## Of its own\n\n---\n\n---\n\ntext\n---\n",
          "**Notes:**\n\n```\n" + SAMPLE + "```\n",
          "**Notes:**\n\n<!--\n## task_end\n-->\n",
          "**Notes:**\n\n    ## task_end\n",
          "**Notes:**\n- a list\n\n  ## task_end\n\n",
          "**Notes:** 🚀 漢字 â€” \u0090\ttab\n",
          "### Notes\n1. One\n2. Two\n\n> ## task_end\n\n",
          "\n\n\n");
  private static final List<String> SEPARATORS =
      List.of(
          "\n---\n\n",
          "\n---\n\n",
          "\n---\n\n",
          "\n",
          "",
          "---\n",
          "\n---\n\n---\n\n",
          "\n***\n\n");

  /** A task with the facts that decide whether it is moved. */
  static final class TaskModel {
    String id = "";
    String type = "";
    String status = "todo";
    boolean complete;
    boolean damaged;
    List<String> dependencies = List.of();
    String text = "";

    boolean isTemplate() {
      return id.contains("YYYYMMDD");
    }
  }

  /** A group with its tasks. */
  static final class GroupModel {
    String type = "";
    String priority = "";
    boolean damaged;
    List<TaskModel> tasks = new ArrayList<>();
  }

  final List<GroupModel> groups = new ArrayList<>();
  final List<TaskModel> outside = new ArrayList<>();
  final List<TaskModel> todo = new ArrayList<>();
  final List<TaskModel> archive = new ArrayList<>();
  final BoardFiles files;

  private final Random random;
  private final List<String> ids = new ArrayList<>();
  private int serial;
  private boolean openAtEnd;

  GeneratedBoard(Random random) {
    this.random = random;
    String backlog = backlog();
    BoardFiles board = BoardFiles.of(Map.of());
    String todoText = todo();
    String archiveText = archive();
    board = board.with(BoardFiles.BACKLOG, written(backlog));
    if (!todo.isEmpty() || chance(3)) {
      board = board.with(BoardFiles.TODO, written(todoText));
    }
    if (!archive.isEmpty()) {
      board = board.with(BoardFiles.ARCHIVE, written(archiveText));
    }
    files =
        chance(3)
            ? board.with(BoardFiles.INDEX, written(new GeneratedIndex(random).of(ids)))
            : board;
  }

  private static String indented(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    text.lines().forEach(line -> lines.append(indent).append(line).append('\n'));
    return lines.toString();
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private <E> E any(List<E> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The text with a random line ending, and perhaps a byte order mark and no final line break. */
  private byte[] written(String text) {
    String all = chance(4) ? text.stripTrailing() : text;
    all = all.replace("\n", any(List.of("\n", "\n", "\r\n", "\r")));
    return (chance(4) ? "\uFEFF" + all : all).getBytes(StandardCharsets.UTF_8);
  }

  private String backlog() {
    StringBuilder text = new StringBuilder();
    text.append(chance(2) ? "# Backlog\n\n" : "").append(any(NOISE));
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      group(text);
    }
    while (chance(5)) {
      TaskModel task = task("dev", "high");
      (openAtEnd ? groups.get(groups.size() - 1).tasks : outside).add(task);
      text.append(task.text).append("\n---\n\n");
    }
    return text.toString();
  }

  private void group(StringBuilder text) {
    GroupModel group = new GroupModel();
    groups.add(group);
    group.type = any(TYPES);
    group.priority = any(PRIORITIES);
    String code = chance(6) ? "P" + PRIORITIES.indexOf(group.priority) : group.priority;
    String type = chance(8) ? group.type.toUpperCase(Locale.ROOT) : group.type;
    text.append("## group_begin ");
    text.append(
        chance(2)
            ? "[type:" + type + "][priority:" + code + "]\n"
            : "[priority:" + code + "] [type:" + type + "]\n");
    text.append(chance(3) ? "" : "## 🚀 Title of the group\n").append(chance(3) ? "" : "\n");
    text.append(chance(3) ? any(NOISE) : "");
    String separator = any(SEPARATORS);
    int count = chance(2) ? 0 : random.nextInt(8);
    for (int i = 0; i < count; i++) {
      TaskModel task = task(group.type, group.priority);
      text.append(damage(group, task));
      group.tasks.add(task);
      text.append(separator).append(chance(5) ? any(NOISE) : "");
    }
    if (chance(25) && !group.damaged) {
      text.append("## task_end\n");
      group.damaged = true;
    }
    openAtEnd = chance(15);
    if (openAtEnd) {
      group.damaged = true;
    } else {
      text.append("## group_end\n").append(chance(2) ? "\n" : "");
      text.append(chance(5) ? any(NOISE) : "");
    }
  }

  private String damage(GroupModel group, TaskModel task) {
    if (!chance(30)) {
      return task.text;
    }
    group.damaged = true;
    return switch (random.nextInt(3)) {
      case 0 -> task.text.replaceFirst("## task_begin\\s*\n", "## task_begin");
      case 1 -> task.text.substring(0, task.text.lastIndexOf("## task_end"));
      default -> task.text.substring(0, task.text.length() - 1) + " and more\n";
    };
  }

  private TaskModel task(String type, String priority) {
    TaskModel task = new TaskModel();
    task.id = id();
    task.type = chance(10) ? any(TYPES) : chance(10) ? "" : type;
    task.status = chance(8) ? any(List.of("done", "in-progress", "blocked", "later")) : "todo";
    task.complete = true;
    StringBuilder tags = new StringBuilder("[id:" + task.id + "]");
    tags.append(task.type.isEmpty() ? "" : "[type:" + task.type + "]");
    tags.append(chance(8) ? "" : "[priority:" + (chance(8) ? "low" : priority) + "]");
    tags.append(chance(3) ? "[component:server]" : "").append(chance(6) ? "[p_level:P1]" : "");
    StringBuilder text =
        new StringBuilder("## task_begin").append(chance(9) ? "  " : "").append('\n');
    text.append(chance(9) ? "\n" : "");
    text.append(chance(6) ? "## " + (1 + random.nextInt(9)) + ". # " : "### # ");
    text.append(tags).append(" Title of it 🚀 \n").append(chance(3) ? "\n" : "");
    fields(task, text);
    text.append(any(NOTES)).append("## task_end\n");
    task.text = text.toString();
    return task;
  }

  private void fields(TaskModel task, StringBuilder text) {
    boolean sections = chance(5);
    if (!task.status.equals("todo") || !chance(6)) {
      text.append("**Status:** ").append(task.status).append(chance(2) ? "  \n" : "\n");
    }
    if (chance(4)) {
      task.dependencies = dependencies();
      text.append("**Dependencies:** ").append(String.join(", ", task.dependencies)).append('\n');
    }
    List<String> parts = new ArrayList<>();
    parts.add(label("Plan", sections) + value(task, READY_PLANS, NO_PLANS));
    parts.add(label("Estimated Effort", sections) + value(task, READY_EFFORTS, NO_EFFORTS) + "\n");
    parts.add(label("Relevant Documentation", sections) + value(task, READY_DOCS, NO_DOCS) + "\n");
    Collections.shuffle(parts, random);
    for (String part : parts) {
      if (chance(25)) {
        task.complete = false;
      } else {
        text.append(part);
      }
    }
  }

  private static String label(String name, boolean section) {
    return section ? "\n### " + name + "\n" : "**" + name + ":** ";
  }

  private String value(TaskModel task, List<String> ready, List<String> missing) {
    boolean whole = !chance(12);
    task.complete &= whole;
    return any(whole ? ready : missing);
  }

  private List<String> dependencies() {
    List<String> named = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      named.add(ids.isEmpty() || chance(6) ? "B-" + random.nextInt(1000) : any(ids));
    }
    return named;
  }

  private String id() {
    if (chance(25)) {
      return "TASK-YYYYMMDD-" + ++serial;
    }
    if (chance(30) && !ids.isEmpty()) {
      return any(ids);
    }
    String id = String.format(Locale.ROOT, "TASK-20260204-%03d%s", ++serial, chance(9) ? "-A" : "");
    ids.add(id);
    return id;
  }

  private String todo() {
    StringBuilder text = new StringBuilder(chance(2) ? "# TODO\n\n<!--\n" + SAMPLE + "-->\n" : "");
    text.append(chance(2) ? "**Batch Type:** [type:stale]  \n**Batch Goal:** x\n" : "");
    text.append(any(NOISE));
    String type = any(TYPES);
    int count = chance(2) ? 0 : random.nextInt(6);
    for (int i = 0; i < count; i++) {
      TaskModel task = task(type, "high");
      if (chance(2)) {
        task.text = task.text.replaceFirst("\\*\\*Status:\\*\\* [a-z-]+", "**Status:** done");
        task.status = task.text.contains("**Status:** done") ? "done" : task.status;
      }
      todo.add(task);
      text.append("\n").append(task.text).append(any(SEPARATORS));
    }
    return text.append(any(NOISE)).toString();
  }

  private String archive() {
    StringBuilder text = new StringBuilder("# Archive\n\n");
    while (chance(4)) {
      TaskModel task = task("dev", "low");
      archive.add(task);
      text.append(task.text).append("\n---\n\n");
    }
    return text.toString();
  }
}
