package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every folder of {@code src/test/resources/golden} in every {@link Variant}. A new case is a
 * new folder with a {@code BACKLOG.md}; {@code -Dreplenish.golden=write} writes its expectations,
 * for a person to look over.
 */
class GoldenTest {
  static final boolean WRITE = "write".equals(System.getProperty("replenish.golden"));

  static List<GoldenCase> cases() {
    return cases("/golden");
  }

  static List<GoldenCase> cases(String folder) {
    try {
      URI uri = Objects.requireNonNull(GoldenTest.class.getResource(folder)).toURI();
      Path root = WRITE ? Path.of("src/test/resources" + folder) : Path.of(uri);
      try (Stream<Path> folders = Files.list(root)) {
        return folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thereAreManyCases() {
    assertTrue(cases().size() >= 40, "only " + cases().size());
  }

  @TestFactory
  Stream<DynamicNode> cases_come_out_as_expected() {
    return cases().stream().map(GoldenTest::container);
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
    BoardFiles before = BoardFiles.of(variant.before(golden.before()));
    Run run = Run.of(before, golden.policy(), golden.date());
    if (WRITE && variant == Variant.AS_WRITTEN) {
      golden.write(run.after(), run.words());
    }
    Map<String, byte[]> expected = variant.after(golden.after(), golden.before());
    assertAll(
        () -> assertEquals(golden.plan(), run.words()),
        () -> assertEquals(expected.keySet(), run.after().files().keySet()),
        () -> expected.forEach((name, bytes) -> assertSame(name, bytes, run.after())),
        run::check);
  }

  static void assertSame(String name, byte[] bytes, BoardFiles after) {
    assertEquals(
        visible(Variant.text(bytes)), visible(Variant.text(after.files().get(name))), name);
  }

  private static String visible(String text) {
    return text.replace("\r", "<CR>").replace("\n", "<LF>\n");
  }
}
