package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Task;
import dev.replenish.plan.Repair;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.rules.SelectionRule;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random boards are emptied run by run, and each run does what a naive model predicts. A failure
 * names its seed: {@code -Dreplenish.seed=N -Dreplenish.boards=1} runs only that board.
 */
@Tag("long")
class GeneratedBoardsTest {
  private static final long SEED = Long.getLong("replenish.seed", 20260204);
  private static final int BOARDS = Integer.getInteger("replenish.boards", 1500);

  @Test
  void generatedBoardsAreEmptiedAsTheModelPredicts() {
    int moved = 0;
    for (int i = 0; i < BOARDS; i++) {
      moved += empty(SEED + i);
    }
    assertTrue(moved >= BOARDS / 2, "only " + moved + " tasks moved: the boards test too little");
  }

  @Test
  void generatedIndexesAreRepairedInOnePass() {
    int repaired = 0;
    for (int i = 0; i < BOARDS; i++) {
      BoardFiles files = new GeneratedBoard(new Random(SEED + i)).files;
      if (files.files().containsKey(BoardFiles.INDEX)) {
        repaired += repair(SEED + i, files);
      }
    }
    assertTrue(
        repaired >= BOARDS / 5, "only " + repaired + " findings: the boards test too little");
  }

  private static int repair(long seed, BoardFiles files) {
    List<Finding> findings = indexFindings(files);
    SourceText source = files.board().index().orElseThrow().source();
    BoardFiles repaired = files.with(BoardFiles.INDEX, Repair.edits(source, findings).apply());
    String details = "-Dreplenish.seed=" + seed + "\n" + text(files) + text(repaired);
    List<Finding> rest = new ArrayList<>(findings);
    rest.removeIf(Finding::fixable);
    List<FindingCode> codes = rest.stream().map(Finding::code).toList();
    assertEquals(codes, indexFindings(repaired).stream().map(Finding::code).toList(), details);
    int entries = files.board().index().orElseThrow().entries().size();
    assertTrue(repaired.board().index().orElseThrow().entries().size() >= entries, details);
    return findings.size() - rest.size();
  }

  private static List<Finding> indexFindings(BoardFiles files) {
    return Checks.of(files.board(), Policy.DEFAULT).stream()
        .filter(finding -> finding.where().path().equals(BoardFiles.INDEX))
        .toList();
  }

  private static int empty(long seed) {
    Random random = new Random(seed);
    GeneratedBoard board = new GeneratedBoard(random);
    Policy policy =
        new Policy(
            1 + random.nextInt(5),
            random.nextInt(3) == 0 ? SelectionRule.LISTED : SelectionRule.PRIORITY,
            false,
            Policy.REQUIRED,
            true,
            random.nextInt(6) != 0,
            BatchFilter.NONE,
            Policy.NO_DAY);
    NaiveModel model = new NaiveModel(board, policy);
    List<String> moved = new ArrayList<>();
    try {
      Emptying.of(
          board.files,
          policy,
          BoardFiles.DATE,
          run -> {
            check(model, run);
            model.done(run.moved());
            moved.addAll(run.moved());
          });
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dreplenish.seed=" + seed + "\n" + text(board.files), e);
    }
    return moved.size();
  }

  private static void check(NaiveModel model, Run run) {
    List<String> ids = run.plan().board().backlog().tasks().stream().map(Task::name).toList();
    assertEquals(model.backlog(), ids, "the tasks of the backlog");
    String outcome =
        run.plan().selection() instanceof Selection.Nothing nothing
            ? nothing.reason().word()
            : run.moved().toString();
    assertEquals(model.outcome(), outcome);
  }

  static String text(BoardFiles files) {
    StringBuilder text = new StringBuilder();
    files
        .files()
        .forEach(
            (name, bytes) -> {
              text.append("=== ").append(name).append('\n');
              text.append(new String(bytes, StandardCharsets.UTF_8).replaceAll("\r\n?", "\n"));
            });
    return text.toString();
  }
}
