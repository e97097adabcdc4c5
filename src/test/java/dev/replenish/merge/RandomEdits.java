package dev.replenish.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random file of a board, and random edits of it by two people. */
final class RandomEdits {
  private static final List<String> BODIES =
      List.of(
          "Hot, note.",
          "Round.\n\n- a\n- b",
          "```\n## task_end\n```",
          "# A document\n\n---\n\ntext");

  private final Random random;
  private int number;

  /** One task. */
  private record TaskBlock(String id, String body, String status, String tail) {
    String text() {
      return "## task_begin\n### # [id:"
          + id
          + "][type:dev][priority:high] Task "
          + id
          + "\n**Status:** "
          + status
          + "\n**Plan:**\n1. One\n2. Two\n3. Three\n**Notes:**\n\n"
          + body
          + "\n## task_end\n"
          + tail;
    }
  }

  /** One group; the first of a file without groups has no marker. */
  private static final class GroupBlock {
    String marker = "";
    final List<String> comments = new ArrayList<>();
    final List<Object> items = new ArrayList<>();

    GroupBlock copy() {
      GroupBlock copy = new GroupBlock();
      copy.marker = marker;
      copy.comments.addAll(comments);
      copy.items.addAll(items);
      return copy;
    }
  }

  /** A version of the file. */
  static final class Page {
    private final List<GroupBlock> groups = new ArrayList<>();
    private String head = "# Tea\n\nAbout tea.\n\n";
    private String foot = "";

    Page copy() {
      Page copy = new Page();
      groups.forEach(group -> copy.groups.add(group.copy()));
      copy.head = head;
      copy.foot = foot;
      return copy;
    }

    String text() {
      StringBuilder text = new StringBuilder(head);
      for (GroupBlock group : groups) {
        text.append(group.marker);
        if (!group.comments.isEmpty()) {
          text.append('\n').append(String.join("", group.comments));
        }
        text.append(group.marker.isEmpty() ? "" : "\n");
        for (Object item : group.items) {
          text.append(item instanceof TaskBlock task ? task.text() : item);
        }
        text.append(group.marker.isEmpty() ? "" : "## group_end\n\n");
      }
      return text.append(foot).toString();
    }
  }

  RandomEdits(long seed) {
    random = new Random(seed);
  }

  Page page() {
    Page page = new Page();
    boolean grouped = random.nextInt(4) > 0;
    for (int i = grouped ? 1 + random.nextInt(3) : 1; i > 0; i--) {
      GroupBlock group = new GroupBlock();
      group.marker = grouped ? marker() : "";
      for (int tasks = random.nextInt(5); tasks > 0; tasks--) {
        group.items.add(task("B"));
      }
      page.groups.add(group);
    }
    page.foot = pick("", "", "The end.\n");
    return page;
  }

  private String marker() {
    return "## group_begin [type:"
        + pick("dev", "docs", "ops")
        + "][priority:"
        + pick("high", "low")
        + "]\n";
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private TaskBlock task(String who) {
    String body = BODIES.get(random.nextInt(BODIES.size()));
    return new TaskBlock(who + ++number, body, "todo", pick("\n---\n\n", "\n---\n\n", "\n"));
  }

  /** The page after random edits by {@code who}. */
  Page edited(Page page, String who) {
    Page edited = page.copy();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      edit(edited, who);
    }
    return edited;
  }

  private void edit(Page page, String who) {
    GroupBlock group = page.groups.get(random.nextInt(page.groups.size()));
    List<Integer> tasks = new ArrayList<>();
    for (int i = 0; i < group.items.size(); i++) {
      if (group.items.get(i) instanceof TaskBlock) {
        tasks.add(i);
      }
    }
    int at = tasks.isEmpty() ? -1 : tasks.get(random.nextInt(tasks.size()));
    TaskBlock task = at < 0 ? null : (TaskBlock) group.items.get(at);
    switch (random.nextInt(11)) {
      case 0, 1 -> group.items.add(random.nextInt(group.items.size() + 1), task(who));
      case 2, 3 -> {
        if (task != null) {
          group.items.remove(at);
          if (!group.marker.isEmpty() && random.nextBoolean()) {
            group.comments.add(
                "<!-- Task " + task.id() + " moved to TODO.md on 2026-02-0" + day() + " -->\n");
          }
        }
      }
      case 4 -> {
        if (task != null) {
          String status = pick("in-progress", "blocked", "done");
          group.items.set(at, new TaskBlock(task.id(), task.body(), status, task.tail()));
        }
      }
      case 5 -> {
        if (task != null) {
          String body = task.body() + "\n\nMore of " + who + random.nextInt(9);
          group.items.set(at, new TaskBlock(task.id(), body, task.status(), task.tail()));
        }
      }
      case 6 -> {
        if (task != null) {
          group.items.remove(at);
          GroupBlock other = page.groups.get(random.nextInt(page.groups.size()));
          other.items.add(random.nextInt(other.items.size() + 1), task);
        }
      }
      case 7 -> page.head = page.head.replace("About", pick("On", "Of", "About all"));
      case 8 -> group.items.add(pick("A note.\n\n", "Note of " + who + ".\n\n"));
      case 9 -> page.groups.add(page.groups.remove(random.nextInt(page.groups.size())));
      default -> {
        if (!group.marker.isEmpty()) {
          group.marker = marker();
        }
      }
    }
  }

  private int day() {
    return 1 + random.nextInt(9);
  }
}
