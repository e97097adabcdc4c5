package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every {@link GoldenCase} of {@code golden} in every {@link Variant}. */
class GoldenTest {
  @Test
  void thereAreManyCases() {
    int cases = GoldenCase.in("golden").size();
    assertTrue(cases >= 40, "only " + cases);
  }

  @TestFactory
  Stream<DynamicNode> casesGiveTheExpectedResult() {
    return GoldenCase.tests(
        "golden", (golden, variant) -> variant.fits(golden.before()), GoldenTest::run);
  }

  private static void run(GoldenCase golden, Variant variant) {
    BoardFiles before = BoardFiles.of(variant.before(golden.before()));
    Run run = Run.of(before, golden.policy(), golden.date());
    golden.write(variant, "outcome", run.words());
    golden.write(variant, run.after().files());
    Map<String, byte[]> expected = variant.after(golden.after(), golden.before());
    assertAll(
        () -> assertEquals(golden.text("outcome"), run.words()),
        () -> GoldenCase.assertSame(expected, run.after().files()),
        run::check);
  }
}
