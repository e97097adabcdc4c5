package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.rules.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads every folder of {@code src/test/resources/outline} in every {@link Variant}: which tasks it
 * holds, what a run makes of it, and what is left when all is done. A new way of writing is a new
 * folder with a {@code BACKLOG.md}; {@code -Dreplenish.golden=write} writes its expectations, for a
 * person to look over.
 */
@Tag("long")
class OutlineTest {
  private static final String FOLDER = "/outline";
  private static final String LIST = "expected/list.txt";

  private static List<GoldenCase> cases() {
    return GoldenTest.cases(FOLDER);
  }

  @Test
  void there_are_many_cases() {
    assertTrue(cases().size() >= 30, "only " + cases().size());
  }

  @TestFactory
  Stream<DynamicNode> backlogs_are_read_and_moved_as_expected() {
    return cases().stream().map(OutlineTest::container);
  }

  private static DynamicContainer container(GoldenCase golden) {
    Map<String, byte[]> before = golden.before();
    Stream<DynamicTest> tests =
        Stream.of(Variant.values())
            .filter(variant -> variant.fits(before))
            .map(variant -> DynamicTest.dynamicTest(variant.name(), () -> run(golden, variant)));
    return DynamicContainer.dynamicContainer(golden.name(), tests);
  }

  private static void run(GoldenCase golden, Variant variant) {
    BoardFiles before = AnyReading.board(variant.before(golden.before()));
    Policy policy = policy(golden);
    OutlineRun run = OutlineRun.of(before, policy, golden.date());
    String list = TaskLines.of(before.board().backlog());
    String words = PlanWords.of(run.plan());
    if (GoldenTest.WRITE && variant == Variant.AS_WRITTEN) {
      golden.write(run.after(), words);
      write(golden, list);
    }
    Map<String, byte[]> expected = variant.after(golden.after(), golden.before());
    assertAll(
        () -> assertEquals(golden.text(LIST), list),
        () -> assertEquals(golden.plan(), words),
        () -> assertEquals(expected.keySet(), run.after().files().keySet()),
        () -> expected.forEach((name, bytes) -> same(variant, name, bytes, run.after())),
        run::check,
        () -> OutlineEmptying.of(before, policy, golden.date(), one -> {}));
  }

  /** Where the last line goes and ended nothing, the one above it still ends its own. */
  private static void same(Variant variant, String name, byte[] bytes, BoardFiles after) {
    if (variant == Variant.NO_FINAL_NEWLINE) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertEquals(text.stripTrailing(), after.text(name).stripTrailing(), name);
    } else {
      GoldenTest.assertSame(name, bytes, after);
    }
  }

  /** No fields are asked for where the settings name none. */
  private static Policy policy(GoldenCase golden) {
    return golden.requires() ? golden.policy() : golden.policy().requiring(Set.of());
  }

  private static void write(GoldenCase golden, String list) {
    try {
      Path file = Path.of("src/test/resources" + FOLDER, golden.name(), LIST);
      Files.writeString(file, list, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
