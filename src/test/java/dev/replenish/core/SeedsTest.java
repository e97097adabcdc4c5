package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Task;
import dev.replenish.rules.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Five realistic backlogs, each in its own way of writing: their tasks, the first run, and the
 * batches of all runs. The expected result of each is a {@link GoldenCase}.
 */
@Tag("long")
class SeedsTest {
  private static final Path FOLDER = Path.of("src/test/resources/seeds");
  private static final Set<Variant> VARIANTS =
      Set.of(Variant.AS_WRITTEN, Variant.CR_LF, Variant.BOM);

  @Test
  void thereAreFiveSeeds() {
    assertEquals(
        List.of("000", "001", "002", "003", "004"),
        GoldenCase.in("seeds").stream().map(GoldenCase::name).toList());
  }

  @TestFactory
  Stream<DynamicNode> seedsGiveTheExpectedResult() {
    return GoldenCase.tests(
        "seeds", (golden, variant) -> VARIANTS.contains(variant), SeedsTest::run);
  }

  private static void run(GoldenCase golden, Variant variant) {
    BoardFiles start = AnyReading.board(variant.before(files(golden.name())));
    boolean marked = start.board().backlog().marked();
    Policy policy = marked ? Policy.DEFAULT : Policy.DEFAULT.requiring(Set.of());
    OutlineRun first = OutlineRun.of(start, policy, BoardFiles.DATE);
    StringBuilder batches = new StringBuilder();
    OutlineEmptying.of(start, policy, BoardFiles.DATE, run -> batches.append(batch(run)));
    assertAll(
        () -> assertText(golden, variant, "list", TaskLines.of(start.board().backlog())),
        () -> assertText(golden, variant, "outcome", PlanWords.of(first.plan())),
        () -> assertText(golden, variant, "after-todo", text(first, BoardFiles.TODO)),
        () -> assertText(golden, variant, "after-backlog", text(first, BoardFiles.BACKLOG)),
        () -> assertText(golden, variant, "batches", batches.toString()));
  }

  private static String batch(OutlineRun run) {
    String group = run.moved().get(0).type().orElse("-");
    return run.moved().stream()
        .map(task -> "- " + task.name() + "  " + task.title() + "\n")
        .collect(Collectors.joining("", group + "\n", "\n"));
  }

  private static String text(OutlineRun run, String file) {
    return run.after().text(file).replace("\uFEFF", "").replace("\r\n", "\n");
  }

  private static Map<String, byte[]> files(String name) {
    try {
      return Map.of(BoardFiles.BACKLOG, Files.readAllBytes(FOLDER.resolve(name + ".txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertText(GoldenCase golden, Variant variant, String kind, String text) {
    golden.write(variant, kind, text);
    assertEquals(golden.text(kind), text, kind);
  }

  @Test
  void tableHasThirteenOpenTasksAndTheMostUrgentAreMovedFirst() {
    List<String> moved = moved("000");
    assertEquals(List.of("1", "2", "3", "4", "13"), moved);
    assertEquals(13, open("000"));
  }

  @Test
  void fourTablesHoldTwentyTasksAndOtherListsHoldNone() {
    assertEquals(List.of("0.1", "0.2", "0.3", "0.4", "0.5"), moved("001"));
    assertEquals(20, open("001"));
  }

  @Test
  void onlyOpenCriticalItemIsMovedFirst() {
    BoardFiles files = AnyReading.board(files("002"));
    OutlineRun run = OutlineRun.of(files, Policy.DEFAULT.requiring(Set.of()), BoardFiles.DATE);
    assertEquals(1, run.moved().size());
    assertEquals(
        "QA foundation: dedicated tester space, test process, and full testing pyramid"
            + " (frontend + backend)",
        run.moved().get(0).title());
    assertEquals(28, files.board().backlog().tasks().size());
    assertEquals(16, open("002"));
  }

  @Test
  void thirtyHeadingsAreOpenAndTheCompletedSectionHoldsNoTasks() {
    assertEquals(List.of("1", "2"), moved("003"));
    assertEquals(30, open("003"));
    assertEquals(30, AnyReading.board(files("003")).board().backlog().tasks().size());
  }

  @Test
  void runMovesTheTwoTasksOfTheSeedWithMarkers() {
    assertEquals(List.of("TASK-20260204-132", "TASK-20260204-133"), moved("004"));
  }

  private static List<String> moved(String name) {
    BoardFiles files = AnyReading.board(files(name));
    Policy policy = name.equals("004") ? Policy.DEFAULT : Policy.DEFAULT.requiring(Set.of());
    return OutlineRun.of(files, policy, BoardFiles.DATE).moved().stream().map(Task::name).toList();
  }

  private static long open(String name) {
    return AnyReading.board(files(name)).board().backlog().tasks().stream()
        .filter(task -> TaskLines.of(task).startsWith("open "))
        .count();
  }
}
