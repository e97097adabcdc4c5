package dev.replenish.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.docs.Command;
import dev.replenish.docs.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every {@link GoldenCase} of {@code golden-command} in every {@link Variant}: the files of a
 * board in a repository, a {@code command} with lines such as {@code replenish edit A-1 --effort '2
 * h'} and {@code replenish undo}, and, where they matter, the {@code message} of each commit.
 */
class GoldenCommandTest {
  /** Outcomes in which a task leaves its place, so that another line may be the last one. */
  private static final Pattern TASK_LEAVES =
      Pattern.compile(
          "(?m)^(?:moved|.*(?:archived|returned|restored|promoted|removed|reordered|converted)):");

  @TempDir Path tmp;

  @Test
  void thereAreManyCases() {
    assertTrue(GoldenCase.in("golden-command").size() >= 160);
  }

  @TestFactory
  Stream<DynamicNode> casesGiveTheExpectedResult() {
    return GoldenCase.tests(
        "golden-command", (golden, variant) -> variant == Variant.AS_WRITTEN, this::run);
  }

  @Tag("long")
  @TestFactory
  Stream<DynamicNode> casesGiveTheExpectedResultInOtherVariants() {
    return GoldenCase.tests(
        "golden-command",
        (golden, variant) -> variant != Variant.AS_WRITTEN && variant.fits(golden.before()),
        this::run);
  }

  private void run(GoldenCase golden, Variant variant) {
    try {
      Map<String, byte[]> before = golden.before();
      Path folder = Files.createDirectories(tmp.resolve(golden.name() + "-" + variant));
      Scratch scratch = Scratch.of(folder, variant.before(before));
      StringBuilder outcome = new StringBuilder();
      for (String line : golden.commands()) {
        outcome.append(withoutIds(Command.parse(line).run(scratch)));
      }
      golden.write(variant, "outcome", outcome.toString());
      golden.write(variant, scratch.files());
      if (golden.has("message")) {
        String messages = withoutIds(String.join("", scratch.messages()));
        golden.write(variant, "message", messages);
        assertEquals(golden.text("message"), messages);
      }
      Map<String, byte[]> expected = variant.after(golden.after(), before);
      boolean ignoreEnds =
          variant == Variant.NO_FINAL_NEWLINE && TASK_LEAVES.matcher(outcome).find();
      GoldenCase.assertSame(
          withoutEnds(expected, ignoreEnds), withoutEnds(scratch.files(), ignoreEnds));
      assertEquals(golden.text("outcome"), outcome.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> withoutEnds(Map<String, byte[]> files, boolean ignoreEnds) {
    Map<String, byte[]> result = new LinkedHashMap<>(files);
    if (ignoreEnds) {
      result.replaceAll((name, bytes) -> Variant.text(bytes).stripTrailing().getBytes(ISO_8859_1));
    }
    return result;
  }

  /** Replaces the ids of commits, which differ between variants. */
  private static String withoutIds(String messages) {
    return messages.replaceAll("\\b(?:[0-9a-f]{40}|[0-9a-f]{7})\\b", "(commit)");
  }
}
