package dev.replenish.plan.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.audit.Event;
import dev.replenish.board.Task;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.BatchFilter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages of commits that change named tasks. */
class TaskMessageTest {
  private static final String COMMIT = "0123456789012345678901234567890123456789";

  private static String task(String id, String title) {
    return ("## task_begin\n### # [id:" + id + "][type:dev][priority:high] " + title)
        + "\n**Status:** todo\n## task_end\n\n---\n\n";
  }

  private static final BoardFiles FILES =
      BoardFiles.backlog(
          "## group_begin [type:dev][priority:high]\n\n"
              + task("A-1", "Boil water, fixes #7")
              + task("A-2", "Pour it")
              + "## group_end\n");

  private static final List<Task> TASKS = FILES.board().backlog().tasks();

  private static TaskMessage message(List<Task> tasks) {
    return new TaskMessage("house/kitchen", "chore(todo): finish", tasks);
  }

  private static String text(TaskMessage message) {
    return message.text("0.1.0", Optional.empty());
  }

  private static Plan plan(int batchSize) {
    return FILES.plan(BoardFiles.policy(batchSize, BatchFilter.NONE));
  }

  @Test
  void singleTaskIsNamedInSubject() {
    assertEquals(
        """
        chore(todo): finish A-1

        - A-1 Boil water, fixes # 7

        Replenish-Board: house/kitchen
        Replenish-Done: A-1
        Replenish-Version: 0.1.0
        Replenish-Key: night-7
        """,
        message(TASKS.subList(0, 1))
            .event(Event.FINISHED, TASKS.subList(0, 1))
            .text("0.1.0", Optional.of("night-7")));
  }

  @Test
  void reasonIsInBodyAndEventsAreTrailers() {
    assertEquals(
        """
        chore(todo): finish 2 tasks

        - A-1 Boil water, fixes # 7
        - A-2 Pour it

        Reason given: ask @ ina

        Replenish-Board: house/kitchen
        Replenish-Group: type=dev priority=high
        Replenish-Restored: A-2 from 0123456
        Replenish-Done: A-1
        Replenish-Done: A-2
        Replenish-Version: 0.1.0
        """,
        text(
            message(TASKS)
                .reason(Optional.of("ask\n@ina"))
                .group(FILES.board().backlog().groups().get(0))
                .restored(List.of("A-2 from 0123456"))
                .event(Event.FINISHED, TASKS)
                .event(Event.ARCHIVED, List.of())));
  }

  @Test
  void undoneCommitIsQuoted() {
    assertEquals(
        """
        chore(todo): finish

        Takes back 0123456: chore(todo): finish A-1, closes # 7

        Replenish-Board: house/kitchen
        Replenish-Undo: 0123456789012345678901234567890123456789
        Replenish-Version: 0.1.0
        """,
        text(message(List.of()).undo(COMMIT, "chore(todo): finish A-1, closes #7")));
  }

  @Test
  void refillIsNamedAfterOtherChanges() {
    assertEquals(
        """
        chore(todo): finish A-1, replenish 1 dev task (high)

        - A-1 Boil water, fixes # 7

        Moved from the backlog:
        - A-1 Boil water, fixes # 7

        Group [type:dev][priority:high]: highest priority with ready tasks.

        Replenish-Board: house/kitchen
        Replenish-Group: type=dev priority=high
        Replenish-Rule: highest-priority
        Replenish-Task: A-1
        Replenish-Version: 0.1.0
        """,
        text(message(TASKS.subList(0, 1)).refill(plan(1))));
  }

  @Test
  void refillWithoutOtherChangesIsNamedAlone() {
    String text = text(message(List.of()).refill(plan(2)));
    assertEquals("chore(todo): replenish 2 dev tasks (high)", text.lines().findFirst().get());
  }

  @Test
  void planWithoutBatchIsNotMentioned() {
    Plan none =
        FILES
            .with(BoardFiles.TODO, "# TODO\n\n" + task("B-1", "Rake"))
            .plan(BoardFiles.policy(1, BatchFilter.NONE));
    assertEquals(text(message(TASKS)), text(message(TASKS).refill(none)));
  }
}
