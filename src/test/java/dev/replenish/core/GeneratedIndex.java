package dev.replenish.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A random index, with entries for some tasks of a board and for some that do not exist. */
final class GeneratedIndex {
  private static final List<String> HEADS =
      List.of(
          "",
          "# Index\n",
          "# Index\n\nA text.\n\n",
          "<!--\n## index_entry_begin\n[id:SAMPLE]\n## index_entry_end\n-->\n\n");
  private static final List<String> GAPS = List.of("", "\n", "\n---\n\n", "\n\nA text.\n\n");
  private static final List<String> LEADS = List.of("", "- ", "* ", "- **", "**");
  private static final List<String> ID_LEADS = List.of("", "### ", "### # ", "- ");
  private static final List<String> LINES =
      List.of(
          "status: todo",
          "status: In Progress",
          "status:",
          "location: BACKLOG.md",
          "location: a/b/BACKLOG.md",
          "location: [BACKLOG.md](BACKLOG.md#x)",
          "location: nowhere",
          "location:",
          "type: dev",
          "type: docs",
          "priority: P1",
          "priority: low",
          "component: â€” 🚀",
          "created: 2026-01-15",
          "created: 2026-03-01 10:00",
          "completed: 2026-01-20",
          "completed:",
          "title: Title of it 🚀",
          "title: Another",
          "owner: Ann");

  private final Random random;

  GeneratedIndex(Random random) {
    this.random = random;
  }

  /** An index with entries of some of {@code ids}. */
  String of(List<String> ids) {
    String gap = any(GAPS);
    String lead = any(LEADS);
    String idLead = any(ID_LEADS);
    String trail = random.nextBoolean() ? "  " : "";
    StringBuilder text = new StringBuilder(any(HEADS));
    List<String> named = new ArrayList<>(ids);
    named.add("TASK-YYYYMMDD-001");
    for (int i = random.nextInt(4); i > 0; i--) {
      named.add("TASK-2025120" + i + "-00" + i);
    }
    Collections.shuffle(named, random);
    for (String id : named.subList(0, random.nextInt(named.size() + 1))) {
      text.append("## index_entry_begin\n");
      text.append(idLead).append("[id:").append(id).append("]").append(trail).append('\n');
      for (int i = random.nextInt(6); i > 0; i--) {
        String line = any(LINES);
        boolean bold = lead.endsWith("**");
        text.append(lead).append(bold ? line.replaceFirst(":", ":**") : line);
        text.append(trail).append('\n');
      }
      text.append("## index_entry_end\n").append(random.nextInt(5) == 0 ? any(GAPS) : gap);
    }
    return text.toString();
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
