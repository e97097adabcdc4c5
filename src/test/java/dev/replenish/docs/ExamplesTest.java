package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.BoardResult;
import dev.replenish.app.CheckBoard;
import dev.replenish.app.Outcome;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Problem;
import dev.replenish.rules.BatchFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what {@code examples/} shows. Each folder holds {@code before/}, {@code after/}, the
 * messages of the commits, the output of {@code check} before and the refused boards; a new example
 * needs no Java. After an intended change, {@code -Dreplenish.examples=write} rewrites the results.
 */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.examples"));
  private static final String SEPARATOR = "=".repeat(72) + "\n";

  @TempDir Path tmp;

  @TestFactory
  Stream<DynamicTest> exampleHasTheRecordedResults() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      List<Path> examples =
          folders.filter(f -> Files.isDirectory(f.resolve("before"))).sorted().toList();
      assertTrue(examples.size() >= 5, () -> "only " + examples);
      return examples.stream()
          .map(e -> DynamicTest.dynamicTest(e.getFileName().toString(), () -> example(e)));
    }
  }

  private void example(Path example) throws IOException {
    assertTrue(Files.isRegularFile(example.resolve("README.md")), "an example needs a README.md");
    Map<String, byte[]> before = Scratch.files(example.resolve("before"));
    Path root = Files.createDirectories(tmp.resolve(example.getFileName()));
    Scratch scratch = Scratch.of(root, before);
    sameText(example.resolve("check.txt"), findings(scratch));
    List<RunResult> first = run(scratch, example.resolve("refused.txt"));
    sameFiles(example.resolve("after"), scratch.files());
    sameText(example.resolve("message.txt"), String.join(SEPARATOR, scratch.messages()));
    assertEquals(
        scratch.messages().size(), first.stream().filter(r -> r.commit().isPresent()).count());
    assertSecondRunDoesNothing(scratch, example.resolve("refused.txt"));
  }

  private static void assertSecondRunDoesNothing(Scratch scratch, Path refused) throws IOException {
    Map<String, byte[]> files = scratch.files();
    List<String> messages = scratch.messages();
    run(scratch, refused).forEach(result -> assertEquals(Outcome.NOOP, result.outcome()));
    assertEquals(messages, scratch.messages());
    Map<String, byte[]> now = scratch.files();
    assertEquals(files.keySet(), now.keySet());
    files.forEach((path, bytes) -> assertArrayEquals(bytes, now.get(path), path));
  }

  /** The results of the boards; refused boards are listed in a file of their own. */
  private static List<RunResult> run(Scratch scratch, Path refused) throws IOException {
    List<RunResult> results = new ArrayList<>();
    StringBuilder problems = new StringBuilder();
    for (BoardResult<RunResult> outcome :
        scratch.run(Replenish.Request.of(BatchFilter.NONE, false))) {
      outcome.result().ifPresent(results::add);
      outcome.problem().ifPresent(problem -> problems.append(line(problem)).append('\n'));
    }
    sameText(refused, problems.toString());
    return results;
  }

  private static String line(Problem problem) {
    String where = problem.where() == null ? "" : problem.where() + ": ";
    return where + problem.message() + " (" + problem.code().word() + ")";
  }

  private static String findings(Scratch scratch) {
    StringBuilder text = new StringBuilder();
    for (BoardResult<CheckBoard.Result> outcome : scratch.check(CheckBoard.Request.CHECK_ONLY)) {
      for (Finding finding : outcome.result().orElseThrow().findings()) {
        text.append(Scratch.line(finding)).append('\n');
      }
    }
    return text.toString();
  }

  private static void sameText(Path file, String text) throws IOException {
    if (WRITE) {
      if (text.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, text, UTF_8);
      }
    }
    assertEquals(Files.exists(file) ? Files.readString(file, UTF_8) : "", text, file.toString());
  }

  private static void sameFiles(Path folder, Map<String, byte[]> files) throws IOException {
    if (WRITE) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
    Map<String, byte[]> expected = Scratch.files(folder);
    assertEquals(expected.keySet(), files.keySet());
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      String path = folder.resolve(file.getKey()).toString();
      assertEquals(Scratch.text(file.getValue()), Scratch.text(files.get(file.getKey())), path);
      assertArrayEquals(file.getValue(), files.get(file.getKey()), path);
    }
  }

  @Test
  void damagedExampleShowsEveryKindOfFinding() throws IOException {
    String check = Files.readString(EXAMPLES.resolve("damaged/check.txt"), UTF_8);
    Set<String> shown = check.lines().map(line -> line.split(" ")[2]).collect(Collectors.toSet());
    Set<String> missing =
        EnumSet.allOf(FindingCode.class).stream()
            .filter(code -> !code.isOfMerge())
            .map(FindingCode::word)
            .filter(word -> !shown.contains(word))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), missing);
  }
}
