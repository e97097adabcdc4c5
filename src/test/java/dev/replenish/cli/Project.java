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

/** A board that changes by commands alone, and is checked after each of them. */
final class Project {
  private static final String TRAILER_PREFIX = "Replenish-";

  private final Shell shell;

  /** The expected state and file of each task by its title. */
  private final Map<String, String> tasks = new TreeMap<>();

  private final Map<String, String> ids = new HashMap<>();

  Project(Shell shell) {
    this.shell = shell;
    tasksByTitle().forEach((title, task) -> tasks.put(title, state(task)));
  }

  /** Dates the following commits on this day, at nine. */
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

  /** The state and file of a task, such as {@code open in TODO.md}. */
  String at(String title) {
    return tasks.getOrDefault(title, "nowhere");
  }

  /** The titles of the tasks of a file, in order. */
  List<String> in(String path) {
    List<String> titles = new ArrayList<>();
    tasksByTitle()
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
    return tasksByTitle().get(title).get("line").asInt();
  }

  /** Asserts that a call succeeds and changes nothing; returns its output. */
  String assertReads(String... call) {
    String before = head();
    String out = shell.ok(call);
    assertEquals(before, head(), "a commit by " + String.join(" ", call));
    assertBoard(call);
    return out;
  }

  /** Asserts that a call fails with this exit code and changes nothing; returns its error. */
  String assertRefused(int code, String... call) {
    String before = head();
    Shell.Result result = shell.run(call);
    assertEquals(code, result.code(), result.all());
    assertTrue(result.err().contains("next:"), result.err());
    assertEquals(before, head());
    assertBoard(call);
    return result.err();
  }

  /** Begins the description of a call and its effects. */
  Call call(String... words) {
    return new Call(words);
  }

  /** A call that makes one commit, and its expected changes. */
  final class Call {
    private final String[] words;
    private final Map<String, String> expected = new TreeMap<>(tasks);

    private Call(String... words) {
      this.words = words;
    }

    /** Expects the task in this state and file; null: in no file. */
    Call leaves(String title, String place) {
      if (place == null) {
        expected.remove(title);
      } else {
        expected.put(title, place);
      }
      return this;
    }

    /** Expects that the task has another title. */
    Call renames(String from, String to) {
      expected.put(to, expected.remove(from));
      return this;
    }

    /** Runs the call and asserts the trailers of its one commit, with titles in place of ids. */
    void commits(String... trailers) {
      Map<String, String> titles = byId();
      String before = head();
      String call = String.join(" ", words);
      shell.ok(words);
      assertNotEquals(before, head(), "no commit by " + call);
      assertEquals(before, git("rev-parse", "HEAD~"), "one commit by " + call);
      tasks.clear();
      tasks.putAll(expected);
      assertBoard(words);
      titles.putAll(byId());
      assertEquals(new TreeSet<>(Arrays.asList(trailers)), new TreeSet<>(trailers(titles)), call);
    }
  }

  private Map<String, String> byId() {
    Map<String, String> titles = new HashMap<>();
    ids.forEach((title, id) -> titles.put(id, title));
    return titles;
  }

  /** The trailers of the last commit, without those that every commit has. */
  private List<String> trailers(Map<String, String> titles) {
    List<String> found = new ArrayList<>();
    for (String line : git("log", "-1", "--format=%(trailers:only)").lines().toList()) {
      String[] parts = line.split(": ", 2);
      assertTrue(parts[0].startsWith(TRAILER_PREFIX), line);
      String name = parts[0].substring(TRAILER_PREFIX.length());
      switch (name) {
        case "Board", "Version", "Group", "Rule" -> {}
        case "Undo" -> found.add(name);
        default -> found.add(name + ": " + titles.getOrDefault(parts[1], parts[1]));
      }
    }
    return found;
  }

  /** Asserts that no task is lost or duplicated, and that the board and repository are sound. */
  private void assertBoard(String... call) {
    String after = " after: " + String.join(" ", call);
    Map<String, String> found = new TreeMap<>();
    ids.clear();
    tasksByTitle()
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

  private Map<String, JsonNode> tasksByTitle() {
    Map<String, JsonNode> tasksByTitle = new HashMap<>();
    for (JsonNode task : shell.json(0, "list").get("tasks")) {
      String title = task.get("title").asText().replace(" @ina", "");
      JsonNode twice = tasksByTitle.put(title, task);
      assertEquals(null, twice, "two tasks have one title");
    }
    return tasksByTitle;
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
