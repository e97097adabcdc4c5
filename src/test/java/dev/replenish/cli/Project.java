package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A board on which people work by commands; after each of them it is looked over. */
final class Project {
  private static final String OURS = "Replenish-";

  private final Shell shell;

  /** The state and the file of each task by its title, as they have to be. */
  private final Map<String, String> tasks = new TreeMap<>();

  private final Map<String, String> ids = new HashMap<>();

  Project(Shell shell) {
    this.shell = shell;
    read().forEach((title, task) -> tasks.put(title, state(task)));
  }

  /** From now on it is this day, at nine. */
  void day(String date) {
    shell.git().env().put("GIT_AUTHOR_DATE", date + "T09:00:00+01:00");
    shell.git().env().put("GIT_COMMITTER_DATE", date + "T09:00:00+01:00");
  }

  /** The id of the task with this title. */
  String id(String title) {
    String id = ids.get(title);
    assertTrue(id != null, () -> "no task '" + title + "' in " + ids);
    return id;
  }

  /** Where a task stands and what its state is, such as {@code open in TODO.md}. */
  String at(String title) {
    return tasks.getOrDefault(title, "nowhere");
  }

  /** The titles of the tasks of a file in their order. */
  List<String> in(String path) {
    List<String> titles = new ArrayList<>();
    read()
        .forEach(
            (title, task) -> {
              if (task.get("path").asText().equals(path)) {
                titles.add(title);
              }
            });
    titles.sort((a, b) -> line(a) - line(b));
    return titles;
  }

  private int line(String title) {
    return read().get(title).get("line").asInt();
  }

  /** A call that only reads: it succeeds, and nothing changes. */
  String looks(String... call) {
    String before = head();
    String out = shell.ok(call);
    assertEquals(before, head(), "a commit by " + String.join(" ", call));
    look(call);
    return out;
  }

  /** A call that is refused with this exit code: nothing changes. */
  String isRefused(int code, String... call) {
    String before = head();
    Shell.Result result = shell.run(call);
    assertEquals(code, result.code(), result.all());
    assertTrue(result.err().contains("next:"), result.err());
    assertEquals(before, head());
    look(call);
    return result.err();
  }

  /** Begins to tell what a call does. */
  Call call(String... words) {
    return new Call(words);
  }

  /** A call that makes one commit, and what it is expected to change. */
  final class Call {
    private final String[] words;
    private final Map<String, String> expected = new TreeMap<>(tasks);

    private Call(String... words) {
      this.words = words;
    }

    /** The task is in this state and file afterwards; null where it is nowhere. */
    Call leaves(String title, String place) {
      if (place == null) {
        expected.remove(title);
      } else {
        expected.put(title, place);
      }
      return this;
    }

    /** The task has another title afterwards. */
    Call renames(String from, String to) {
      expected.put(to, expected.remove(from));
      return this;
    }

    /** Carries it out; the trailers of its one commit are these, ids being told by titles. */
    void says(String... trailers) {
      Map<String, String> titles = byId();
      String before = head();
      String call = String.join(" ", words);
      shell.ok(words);
      assertNotEquals(before, head(), "no commit by " + call);
      assertEquals(before, git("rev-parse", "HEAD~"), "one commit by " + call);
      tasks.clear();
      tasks.putAll(expected);
      look(words);
      titles.putAll(byId());
      assertEquals(new TreeSet<>(Arrays.asList(trailers)), new TreeSet<>(trailers(titles)), call);
    }
  }

  private Map<String, String> byId() {
    Map<String, String> titles = new HashMap<>();
    ids.forEach((title, id) -> titles.put(id, title));
    return titles;
  }

  /** The trailers of the last commit but those that each has. */
  private List<String> trailers(Map<String, String> titles) {
    List<String> found = new ArrayList<>();
    for (String line : git("log", "-1", "--format=%(trailers:only)").lines().toList()) {
      String[] parts = line.split(": ", 2);
      assertTrue(parts[0].startsWith(OURS), line);
      String what = parts[0].substring(OURS.length());
      switch (what) {
        case "Board", "Version", "Group", "Rule" -> {}
        case "Undo" -> found.add(what);
        default -> found.add(what + ": " + titles.getOrDefault(parts[1], parts[1]));
      }
    }
    return found;
  }

  /** Nothing is lost, doubled, damaged, or left behind. */
  private void look(String... call) {
    String after = " after: " + String.join(" ", call);
    Map<String, String> found = new TreeMap<>();
    ids.clear();
    read()
        .forEach(
            (title, task) -> {
              found.put(title, state(task));
              ids.put(title, task.get("id").asText());
            });
    assertEquals(tasks, found, after);
    Shell.Result check = shell.run("check");
    assertEquals(0, check.code(), check.all() + after);
    assertEquals("", git("status", "--porcelain"), after);
    assertEquals("", git("fsck", "--strict", "--no-dangling"), after);
  }

  private Map<String, JsonNode> read() {
    Map<String, JsonNode> read = new HashMap<>();
    for (JsonNode task : shell.json(0, "list").get("tasks")) {
      String title = task.get("title").asText().replace(" @ina", "");
      JsonNode twice = read.put(title, task);
      assertEquals(null, twice, "two tasks have one title");
    }
    return read;
  }

  private static String state(JsonNode task) {
    return task.get("state").asText() + " in " + task.get("path").asText();
  }

  String head() {
    return git("rev-parse", "HEAD");
  }

  private String git(String... args) {
    return shell.git().git(args).strip();
  }
}
