package dev.replenish.core;

import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Policy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Reads random backlogs whose open tasks are known, and empties each. A failure names its seed:
 * {@code -Dreplenish.seed=N -Dreplenish.readings=1} reads only that one.
 */
class MadeUpBacklogsTest {
  private static final long SEED = Long.getLong("replenish.seed", 20261128);
  private static final int FILES = Integer.getInteger("replenish.readings", 200);
  private static final int SHOWN = 5;

  /** Spreads neighbouring seeds, whose random numbers begin alike. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** The share of open tasks that must be found: a reader that finds none makes no mistakes. */
  private static final int FOUND_PERCENT = 90;

  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> failuresByKind = new TreeMap<>();
  private int expected;
  private int found;

  @Test
  void onlyTasksAreReadAsOpenBeforeAndAfterEachRun() {
    for (int i = 0; i < FILES; i++) {
      check(SEED + i);
    }
    assertEquals(
        List.of(), failures, () -> failureCount() + " of " + FILES + ": " + failuresByKind);
    assertTrue(
        found * 100L >= (long) expected * FOUND_PERCENT, "found " + found + " of " + expected);
  }

  private int failureCount() {
    return failuresByKind.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void check(long seed) {
    MadeUpBacklog backlog = new MadeUpBacklog(new Random(seed * SPREAD));
    try {
      BoardFiles files =
          AnyReading.board(Map.of(BACKLOG, backlog.text().getBytes(StandardCharsets.UTF_8)));
      read(backlog, files);
      empty(files);
    } catch (AssertionError | RuntimeException e) {
      failuresByKind.merge(backlog.way + " " + backlog.language, 1, Integer::sum);
      if (failures.size() < SHOWN) {
        String what = "-Dreplenish.seed=" + seed + " " + backlog + ": " + e.getMessage();
        failures.add(what + "\n" + backlog.text());
      }
    }
  }

  private void read(MadeUpBacklog backlog, BoardFiles files) {
    Set<Integer> wrong = new TreeSet<>();
    for (Task task : files.board().backlog().tasks()) {
      if (OpenTasks.isOpen(task)) {
        boolean right = backlog.open().contains(task.line());
        found += right ? 1 : 0;
        if (!right) {
          wrong.add(task.line());
        }
      }
    }
    expected += backlog.open().size();
    assertEquals(Set.of(), wrong, "open lines that are no open tasks");
  }

  /** Removes TODO.md after each run: the reading must not depend on the moved tasks. */
  private static void empty(BoardFiles files) {
    Policy policy = Policy.DEFAULT.requiring(Set.of());
    Map<String, Integer> before = open(files);
    int left = before.values().stream().mapToInt(Integer::intValue).sum();
    BoardFiles now = files;
    Plan plan = now.plan(policy);
    for (int run = 1; plan.moves(); run++) {
      assertEquals(Optional.empty(), now.objection(plan), "the proof of run " + run);
      now = now.after(plan);
      assertNoneNew(before, open(now), "run " + run);
      Map<String, byte[]> rest = new HashMap<>(now.files());
      rest.remove(TODO);
      now = AnyReading.board(rest);
      assertNoneNew(before, open(now), "run " + run + " without TODO.md");
      assertTrue(run <= left, "still something to move");
      plan = now.plan(policy);
    }
  }

  private static void assertNoneNew(
      Map<String, Integer> before, Map<String, Integer> now, String at) {
    now.forEach(
        (line, count) ->
            assertTrue(count <= before.getOrDefault(line, 0), "open after " + at + ": " + line));
  }

  /** The first lines of the open tasks of the backlog, with their counts. */
  private static Map<String, Integer> open(BoardFiles files) {
    Map<String, Integer> open = new HashMap<>();
    Document backlog = files.board().backlog();
    for (Task task : backlog.tasks()) {
      if (OpenTasks.isOpen(task)) {
        String first = OutlineRun.block(backlog, task).lines().findFirst().orElse("");
        open.merge(first, 1, Integer::sum);
      }
    }
    return open;
  }
}
