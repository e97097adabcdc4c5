package dev.replenish.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Board;
import dev.replenish.core.BoardFiles;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-02-02");

  private final StringBuilder backlog = new StringBuilder();
  private final StringBuilder todo = new StringBuilder();
  private Policy policy = Policy.DEFAULT.requiring(Set.of());

  private void group(String type, String priority, String... tasks) {
    backlog.append("## group_begin [type:%s][priority:%s]\n\n".formatted(type, priority));
    Stream.of(tasks).forEach(backlog::append);
    backlog.append("## group_end\n\n");
  }

  private static String task(String id, String type, String... fields) {
    return "## task_begin\n### # [id:%s][type:%s][priority:high] %s\n%s\n## task_end\n\n---\n\n"
        .formatted(id, type, id, String.join("\n", fields));
  }

  private static String dev(String id, String... fields) {
    return task(id, "dev", "**Estimated Effort:** 3 hours", String.join("\n", fields));
  }

  private Scheduler scheduler() {
    Board board =
        BoardFiles.backlog(backlog.toString()).with(BoardFiles.TODO, todo.toString()).board();
    EffortScale scale = EffortScale.DEFAULT;
    return new Scheduler(
        board,
        policy,
        task -> task.details().estimate().flatMap(scale::hours),
        WorkCalendar.PLAIN,
        MONDAY);
  }

  /** The tasks with their last days, then the tasks that are held back. */
  private String schedule() {
    Schedule schedule = scheduler().at(Pace.parse("3").get(0));
    String slots =
        schedule.slots().stream()
            .map(s -> s.item().task().name() + " " + s.last().map(LocalDate::toString).orElse("?"))
            .collect(Collectors.joining(", "));
    String held =
        schedule.held().stream()
            .map(item -> item.task().name() + " " + item.reasons().get(0).code())
            .collect(Collectors.joining(", "));
    return held.isEmpty() ? slots : slots + "; " + held;
  }

  @Test
  void batchesFollowRulesOfPlanner() {
    group("dev", "medium", dev("A-1"), dev("A-2"));
    group("docs", "critical", task("B-1", "docs", "**Estimated Effort:** 8 hours"));
    group("dev", "high", dev("C-1"));
    assertEquals("B-1 2026-02-04, C-1 2026-02-05, A-1 2026-02-06, A-2 2026-02-09", schedule());
  }

  @Test
  void activeTasksComeFirstAndLockType() {
    group("docs", "critical", task("B-1", "docs", "**Estimated Effort:** 3 hours"));
    group("dev", "low", dev("A-1"));
    todo.append(dev("T-1", "**Status:** todo")).append(dev("T-2", "**Status:** in-progress"));
    assertEquals("T-2 2026-02-02, T-1 2026-02-03, A-1 2026-02-04, B-1 2026-02-05", schedule());
  }

  @Test
  void finishedTasksAreLeftOutAndBlockedTasksAreListedApart() {
    group("dev", "high", dev("A-1", "**Status:** done"), dev("A-2", "**Status:** blocked"));
    todo.append(dev("T-1", "**Status:** rejected")).append(dev("T-2", "**Status:** blocked"));
    assertEquals("", schedule());
    assertEquals(
        List.of("T-2", "A-2"),
        scheduler().blocked().stream().map(item -> item.task().name()).toList());
  }

  @Test
  void blockedTasksDoNotHoldUpOtherTasks() {
    group("docs", "high", task("B-1", "docs", "**Estimated Effort:** 3 hours"));
    for (int i = 1; i <= Policy.MAX_BATCH; i++) {
      todo.append(dev("T-" + i, "**Status:** blocked"));
    }
    assertEquals("B-1 2026-02-02", schedule());
  }

  @Test
  void taskWithoutEstimateHasPlaceButNoDays() {
    group("dev", "high", task("A-1", "dev", "**Estimated Effort:** M"), dev("A-2"));
    assertEquals("A-1 ?, A-2 2026-02-02", schedule());
  }

  @Test
  void dependentsComeAfterAndCyclesAreHeldBack() {
    group(
        "dev",
        "high",
        dev("A-1", "**Dependencies:** A-2"),
        dev("A-2"),
        dev("A-3", "**Dependencies:** A-4"),
        dev("A-4", "**Dependencies:** A-3"));
    assertEquals(
        "A-2 2026-02-02, A-1 2026-02-03; A-3 waiting-for:A-4, A-4 waiting-for:A-3", schedule());
  }

  @Test
  void incompleteTasksComeLastWithMissingFields() {
    policy = Policy.DEFAULT;
    group("dev", "critical", dev("A-1"));
    group(
        "dev",
        "low",
        dev(
            "A-2",
            "**Plan:**",
            "1. a",
            "2. b",
            "3. c",
            "",
            "**Relevant Documentation:** docs/a.md"));
    assertEquals("A-2 2026-02-02, A-1 2026-02-03", schedule());
    Schedule schedule = scheduler().at(Pace.parse("3").get(0));
    assertEquals(
        List.of("plan-missing", "documentation-missing"),
        schedule.slots().get(1).item().reasons().stream().map(reason -> reason.code()).toList());
  }

  @Test
  void noTaskBeginsBeforeItsNotBeforeDay() {
    group(
        "dev",
        "high",
        dev("A-1", "**Not Before:** 2026-02-07"),
        dev("A-2"),
        dev("A-3", "**Not Before:** 2026-02-03"));
    assertEquals("A-2 2026-02-02, A-3 2026-02-03, A-1 2026-02-09", schedule());
  }

  @Test
  void taskIsLateAfterItsDueDay() {
    group("dev", "high", dev("A-1", "**Due:** 2026-02-02"), dev("A-2", "**Due:** 2026-02-02"));
    Schedule schedule = scheduler().at(Pace.parse("3").get(0));
    assertEquals(
        List.of(false, true), schedule.slots().stream().map(Schedule.Slot::isLate).toList());
    assertEquals(2, schedule.days());
    assertEquals(1, schedule.slots().stream().filter(s -> s.isDoneBy(MONDAY)).count());
  }
}
