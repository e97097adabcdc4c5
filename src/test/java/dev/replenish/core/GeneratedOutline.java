package dev.replenish.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random board without markers: tasks of all forms below all kinds of headings, with difficult
 * text in and between them.
 */
final class GeneratedOutline {
  private static final List<String> HEADINGS =
      List.of(
          "Kitchen",
          "Kitchen",
          "Cellar (high)",
          "P1 – Roof",
          "🔴 Urgent",
          "High Priority",
          "Done",
          "✅ Recently Completed",
          "Icebox",
          "Notes",
          "已完成",
          "高优先级",
          "1. Phase one",
          "2) Phase two",
          "EPIC-3 Bridge",
          "✅ Quality",
          "🚧 Works",
          "Won't do",
          "In progress",
          "~~Struck~~",
          "Q1 2026",
          "!!!");
  private static final List<String> WORDS =
      List.of(
          "Paint",
          "the",
          "gate",
          "`a | b`",
          "~~old~~",
          "**bold**",
          "_soft_",
          "P1",
          "[P2]",
          "(high)",
          "DONE",
          "✅",
          "🔴",
          "漢字",
          "â€”",
          "— done",
          "(blocked: no key)",
          "[link](#kitchen)",
          "<b>html</b>",
          "&amp;",
          "B-2",
          "#7",
          "1.5",
          "`",
          "*",
          "\\|",
          "  ",
          "\t",
          "[x]",
          "TODO");
  private static final List<String> NOISE =
      List.of(
          "",
          "",
          "",
          "A line of prose.\n\n",
          "Prose right above\n",
          "<!-- a comment -->\n\n",
          "<!--\n- [ ] a template\n-->\n",
          "<!-- Task 1a2b3c4d moved to TODO.md on 2026-01-01 -->\n\n",
          "```\n- [ ] a sample\n## Sample\n```\n",
          "~~~\n| Task |\n|---|\n| sample |\n~~~\n\n",
          "> - [ ] quoted\n\n",
          "    - [ ] indented code\n\n",
          "---\n\n",
          "***\n\n",
          "<div>\n\n</div>\n\n",
          "[ref]: https://example.org\n\n",
          "**Owner:** Ida\n\n",
          "\n\n\n");
  private static final List<String> BOXES =
      List.of("[ ]", "[ ]", "[ ]", "[x]", "[X]", "[~]", "[/]", "[-]", "[]", "[?]");
  private static final List<String> BULLETS = List.of("- ", "- ", "* ", "+ ", "1. ", "2) ", "*   ");
  private static final List<String> STATUSES =
      List.of("todo", "TODO", "Done", "in progress", "✅", "📝 TODO", "", "who knows", "blocked");
  private static final List<String> LEVELS = List.of("P0", "P1", "high", "low", "", "🟡", "Won't");

  final BoardFiles files;

  private final Random random;
  private int serial;

  GeneratedOutline(Random random) {
    this.random = random;
    BoardFiles board = AnyReading.board(Map.of());
    board = board.with(BoardFiles.BACKLOG, written("# Backlog\n\n", 1 + random.nextInt(5)));
    files =
        chance(2) ? board.with(BoardFiles.TODO, written("# TODO\n\n", random.nextInt(3))) : board;
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private <E> E any(List<E> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The text with a random line ending, and perhaps a byte order mark and no final line break. */
  private byte[] written(String title, int sections) {
    StringBuilder text = new StringBuilder(chance(5) ? "" : title);
    body(text, 2);
    for (int i = 0; i < sections; i++) {
      section(text);
    }
    String all = chance(4) ? text.toString().stripTrailing() : text.toString();
    all = all.replace("\n", any(List.of("\n", "\n", "\r\n", "\r")));
    return (chance(4) ? "\uFEFF" + all : all).getBytes(StandardCharsets.UTF_8);
  }

  private void section(StringBuilder text) {
    int level = chance(8) ? 1 : 2 + random.nextInt(2);
    if (chance(8)) {
      text.append(any(HEADINGS)).append(level == 1 ? "\n===\n" : "\n---\n");
    } else {
      text.append("#".repeat(level)).append(' ').append(any(HEADINGS)).append('\n');
    }
    text.append(chance(4) ? "" : "\n");
    body(text, 4);
    int tasks = chance(3) ? random.nextInt(4) : 0;
    for (int i = 0; i < tasks; i++) {
      headingTask(text, level + 1);
    }
  }

  private void body(StringBuilder text, int limit) {
    text.append(any(NOISE));
    for (int i = random.nextInt(limit); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0, 1 -> items(text, "", true);
        case 2 -> items(text, "", false);
        case 3 -> table(text);
        default -> headline(text);
      }
      text.append(chance(6) ? "" : "\n").append(any(NOISE));
    }
  }

  private String title() {
    StringBuilder title = new StringBuilder();
    title.append(chance(5) ? "T-" + ++serial + " " : "").append("Task ").append(++serial);
    for (int i = random.nextInt(4); i > 0; i--) {
      title.append(' ').append(any(WORDS));
    }
    return chance(12) ? "~~" + title + "~~" : title.toString();
  }

  private void items(StringBuilder text, String indent, boolean boxes) {
    String bullet = any(BULLETS);
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(indent).append(chance(9) ? any(BULLETS) : bullet);
      text.append(boxes && !chance(8) ? any(BOXES) + " " : "").append(title()).append('\n');
      String inner = indent + " ".repeat(bullet.length());
      switch (random.nextInt(12)) {
        case 0 -> items(text, inner, chance(2));
        case 1 -> text.append(inner).append("more of it\n");
        case 2 -> text.append("lazily more\n");
        case 3 -> text.append('\n').append(inner).append("a paragraph\n\n");
        case 4 ->
            text.append(inner)
                .append("```\n")
                .append(inner)
                .append("- [ ] x\n")
                .append(inner)
                .append("```\n");
        case 5 -> text.append(inner).append("- Depends on: T-1\n");
        case 6 -> text.append('\n');
        default -> {}
      }
    }
  }

  private void table(StringBuilder text) {
    boolean status = chance(2);
    text.append("| ID | Task | Priority |").append(status ? " Status |\n" : "\n");
    text.append("|----|------|----------|").append(status ? "--------|\n" : "\n");
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append("| ").append(chance(3) ? "" : ++serial).append(" | ");
      text.append(title().replace("\t", " ")).append(" | ").append(any(LEVELS)).append(" |");
      text.append(status ? " " + any(STATUSES) + " |" : "")
          .append(chance(9) ? " more | cells" : "");
      text.append('\n');
    }
  }

  private void headline(StringBuilder text) {
    text.append(any(List.of("P0 ", "P1 ", "P2 — medium ", ""))).append(title());
    text.append(any(List.of(" To do", " Done", " In progress"))).append("\n\n");
    text.append("1) Summary\nIt is so.\n2) Value\nMuch.\n");
  }

  private void headingTask(StringBuilder text, int level) {
    text.append("#".repeat(level)).append(' ');
    text.append(chance(2) ? ++serial + ". " : "H-" + ++serial + " ").append(title()).append('\n');
    text.append(chance(2) ? "- **Status**: " + any(STATUSES) + "\n" : "");
    text.append(chance(3) ? "**Priority:** " + any(LEVELS) + "\n" : "");
    text.append(chance(3) ? "\nA paragraph about it.\n" : "\n");
    text.append(chance(4) ? "- [ ] a criterion\n- [x] another\n" : "");
    text.append(chance(5) ? "\n" + "#".repeat(level + 1) + " Notes\n\ntext\n" : "");
    text.append(any(List.of("\n", "\n", "\n---\n\n", "")));
  }
}
