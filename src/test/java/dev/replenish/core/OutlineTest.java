package dev.replenish.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.rules.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads every {@link GoldenCase} of {@code outline} in every {@link Variant}: its tasks, the result
 * of a run, and runs until nothing is left to move. A new way of writing is a new case.
 */
@Tag("long")
class OutlineTest {
  @Test
  void thereAreManyCases() {
    int cases = GoldenCase.in("outline").size();
    assertTrue(cases >= 30, "only " + cases);
  }

  @TestFactory
  Stream<DynamicNode> backlogsAreReadAndMovedAsExpected() {
    return GoldenCase.tests(
        "outline", (golden, variant) -> variant.fits(golden.before()), OutlineTest::run);
  }

  private static void run(GoldenCase golden, Variant variant) {
    BoardFiles before = AnyReading.board(variant.before(golden.before()));
    Policy policy = policy(golden);
    OutlineRun run = OutlineRun.of(before, policy, golden.date());
    String list = TaskLines.of(before.board().backlog());
    String words = PlanWords.of(run.plan());
    golden.write(variant, "list", list);
    golden.write(variant, "outcome", words);
    golden.write(variant, run.after().files());
    Map<String, byte[]> expected = variant.after(golden.after(), golden.before());
    assertAll(
        () -> assertEquals(golden.text("list"), list),
        () -> assertEquals(golden.text("outcome"), words),
        () ->
            GoldenCase.assertSame(
                comparable(variant, expected), comparable(variant, run.after().files())),
        run::check,
        () -> OutlineEmptying.of(before, policy, golden.date(), each -> {}));
  }

  /** Ignores the ends of files: if the last line is moved, the one above keeps its ending. */
  private static Map<String, byte[]> comparable(Variant variant, Map<String, byte[]> files) {
    Map<String, byte[]> result = new LinkedHashMap<>(files);
    if (variant == Variant.NO_FINAL_NEWLINE) {
      result.replaceAll((name, bytes) -> new String(bytes, UTF_8).stripTrailing().getBytes(UTF_8));
    }
    return result;
  }

  /** The policy of a case; no fields are required if the settings name none. */
  private static Policy policy(GoldenCase golden) {
    return golden.requires() ? golden.policy() : golden.policy().requiring(Set.of());
  }
}
