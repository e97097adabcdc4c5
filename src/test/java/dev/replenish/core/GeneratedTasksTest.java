package dev.replenish.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.FieldName;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Severity;
import dev.replenish.board.TaskId;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.add.AddStep;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.add.TaskDraft;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random tasks with hostile values are added to random boards. A failure names its seed: {@code
 * -Dreplenish.seed=N -Dreplenish.boards=1} runs only that board.
 */
class GeneratedTasksTest {
  private static final long SEED = Long.getLong("replenish.seed", 20260204);
  private static final int BOARDS = Integer.getInteger("replenish.boards", 1500);

  private static final List<String> HOSTILE =
      List.of(
          "Boil water",
          "## task_end",
          "  ## task_end",
          "## task_begin",
          "### # [id:A-1][type:dev][priority:high] x",
          "[priority:low] first",
          "[id:X-1][type:",
          "a <!-- b",
          "<!-- Task A-1 moved to TODO.md on 2026-01-01 -->",
          "```",
          "~~~ md",
          "<div>",
          "<pre>",
          "</script>",
          "---",
          "- - -",
          "***",
          "===",
          "> ```",
          "- ## Plan",
          "- - # Status",
          "1. # Plan",
          "> ### Estimated Effort",
          "**Status:** done",
          "- **Plan:** none",
          "__Dependencies__: A-1",
          "**Status**: rejected",
          "C #",
          "C ###",
          "#",
          "\\",
          "trailing \\",
          "2. two",
          "10) ten",
          "- [x] done",
          "\t\ttabs\there",
          "a\u0000b\u001b[31m\u202e\u200b",
          "漢字 🚀 â€”",
          "\ud83d",
          "--",
          "=",
          "`code` <!--",
          "[ref]: <url",
          "| a | b |",
          "%%%",
          "\u2028## task_end",
          "\u0085## task_end",
          "x\u000b## task_end\f## group_end");

  private final List<String> pool = new ArrayList<>(HOSTILE);

  @Test
  void generatedTasksAreAddedWithoutNewErrors() {
    int added = 0;
    for (int i = 0; i < BOARDS; i++) {
      long seed = SEED + i;
      try {
        added += add(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dreplenish.seed=" + seed, e);
      }
    }
    assertTrue(added >= BOARDS, "only " + added + " tasks added: the boards test too little");
  }

  private int add(Random random) {
    Board before = new GeneratedBoard(random).files.board();
    List<TaskDraft> drafts = new ArrayList<>();
    List<TaskId> ready = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      TaskDraft draft = draft(random, new TaskId("NEW-" + i), ready);
      drafts.add(draft);
    }
    AddStep step;
    try {
      step = AddStep.on(before, drafts);
    } catch (ProblemException damaged) {
      assertTrue(before.backlog().damage().isPresent(), damaged.problem().message());
      return 0;
    }
    Draft draft = new Draft(before, FileNames.DEFAULT, BoardFiles.READING);
    assertEquals(Optional.empty(), draft.take(step), () -> text(step));
    assertEquals(errors(before), errors(draft.board()), () -> text(step));
    ready.forEach(id -> assertReady(draft.board(), id));
    return drafts.size();
  }

  private static void assertReady(Board board, TaskId id) {
    Readiness readiness = new Readiness(board, Policy.DEFAULT);
    for (Group group : board.backlog().groups()) {
      for (Readiness.Verdict verdict : readiness.all(group)) {
        if (verdict.task().id().equals(Optional.of(id))) {
          assertEquals(List.of(), verdict.reasons());
          return;
        }
      }
    }
    throw new AssertionError(id + " is in no group");
  }

  private static long errors(Board board) {
    return Checks.of(board, Policy.DEFAULT).stream()
        .map(Finding::severity)
        .filter(severity -> severity == Severity.ERROR)
        .count();
  }

  private TaskDraft draft(Random random, TaskId id, List<TaskId> ready) {
    boolean complete = random.nextBoolean();
    List<String> plan = values(random);
    List<String> docs = values(random);
    if (complete) {
      plan = new ArrayList<>(plan);
      plan.addAll(List.of("One", "Two", "Three"));
      docs = List.of("docs/a.md");
      ready.add(id);
    }
    TaskBody body =
        TaskBody.of(
            new TaskBody.Fields(
                String.join("\n", values(random)),
                values(random),
                docs,
                List.of(),
                plan,
                Map.of(FieldName.EFFORT, complete ? "2 days" : value(random))));
    String type = GeneratedBoard.TYPES.get(random.nextInt(GeneratedBoard.TYPES.size()));
    Priority priority = Priority.values()[random.nextInt(4)];
    Optional<String> component = random.nextBoolean() ? Optional.of("kettle") : Optional.empty();
    return new TaskDraft(id, "T " + value(random), type, priority, component, body);
  }

  private String value(Random random) {
    return pool.get(random.nextInt(pool.size()));
  }

  private List<String> values(Random random) {
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value(random));
    }
    return values;
  }

  private static String text(AddStep step) {
    return new String(step.changes().get(0).after(), UTF_8);
  }
}
