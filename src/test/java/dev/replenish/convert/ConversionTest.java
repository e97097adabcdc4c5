package dev.replenish.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Severity;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.core.AnyReading;
import dev.replenish.core.BoardFiles;
import dev.replenish.core.GoldenCase;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.plan.BoardParser;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Converts the seeds and every {@link GoldenCase} of {@code golden-convert}; where the name of the
 * case ends in {@code -archived}, finished tasks go to the archive.
 */
class ConversionTest {
  private static final Path SEEDS = Path.of("src/test/resources/seeds");

  /** A board in memory; each file is read in its own dialect. */
  private static Board board(Map<String, byte[]> files) {
    SourceText text = source(files, BoardFiles.BACKLOG).orElseThrow();
    Document backlog = AnyReading.READING.read(text, FileRole.BACKLOG);
    BoardParser reading = backlog.marked() ? BoardFiles.READING : AnyReading.READING;
    return new Board(
        ".",
        backlog,
        source(files, BoardFiles.TODO).map(todo -> reading.read(todo, FileRole.TODO)),
        source(files, BoardFiles.ARCHIVE).map(archive -> reading.read(archive, FileRole.ARCHIVE)),
        Optional.<TaskIndex>empty());
  }

  private static Optional<SourceText> source(Map<String, byte[]> files, String name) {
    return Optional.ofNullable(files.get(name)).map(bytes -> SourceText.of(name, name, bytes));
  }

  private static Conversion conversion(Board board, boolean archive) {
    List<TaskId> newIds =
        IntStream.rangeClosed(1, Conversion.lacking(board))
            .mapToObj(number -> new TaskId(String.format("TASK-20260204-%03d", number)))
            .toList();
    return Conversion.on(board, FileNames.DEFAULT, newIds, archive);
  }

  /** The files after the conversion, whose proof must hold. */
  private static Map<String, byte[]> convert(Map<String, byte[]> files, boolean archive) {
    Board board = board(files);
    Conversion step = conversion(board, archive);
    Draft draft = new Draft(board, FileNames.DEFAULT, BoardFiles.READING);
    assertEquals(Optional.empty(), draft.take(step));
    Map<String, byte[]> after = new LinkedHashMap<>(files);
    for (FileChange change : draft.changes()) {
      after.put(change.path(), change.after());
    }
    return after;
  }

  private static Map<String, byte[]> backlog(byte[] text) {
    return new LinkedHashMap<>(Map.of(BoardFiles.BACKLOG, text));
  }

  private static byte[] seed(String number) throws IOException {
    return Files.readAllBytes(SEEDS.resolve(number + ".txt"));
  }

  @ParameterizedTest
  @CsvSource({"000, 13", "001, 20", "002, 28", "003, 30"})
  void seedsAreConverted(String number, int tasks) throws IOException {
    Map<String, byte[]> after = convert(backlog(seed(number)), false);
    golden()
        .filter(golden -> golden.name().equals("seed-" + number))
        .findFirst()
        .orElseThrow()
        .compare(after);
    Board board = board(after);
    assertEquals(tasks, board.backlog().tasks().size());
    assertClean(board);
  }

  @Test
  void finishedTasksOfASeedGoToTheArchive() throws IOException {
    Map<String, byte[]> after = convert(backlog(seed("002")), true);
    Board board = board(after);
    assertEquals(16, board.backlog().tasks().size());
    assertEquals(12, board.archive().orElseThrow().tasks().size());
    assertClean(board);
  }

  @Test
  void nativeSeedNeedsNoConversion() throws IOException {
    assertEquals(List.of(), Conversion.unmarked(board(backlog(seed("004")))));
  }

  private static void assertClean(Board board) {
    assertEquals(
        List.of(),
        Checks.of(board, Policy.DEFAULT).stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList());
    assertEquals(List.of(), Conversion.unmarked(board), "a second conversion has nothing to do");
  }

  @TestFactory
  Stream<DynamicTest> boardsAreConvertedAsExpected() {
    return golden()
        .filter(golden -> golden.has("backlog"))
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> run(golden)));
  }

  private static Stream<GoldenCase> golden() {
    return GoldenCase.in("golden-convert").stream();
  }

  private static void run(GoldenCase golden) {
    Map<String, byte[]> files = golden.before();
    boolean archive = golden.name().endsWith("-archived");
    Map<String, byte[]> after = convert(files, archive);
    golden.compare(after);
    assertClean(board(after));
    assertSameInOtherLineEndings(files, after, archive);
  }

  private static void assertSameInOtherLineEndings(
      Map<String, byte[]> files, Map<String, byte[]> after, boolean archive) {
    Map<String, byte[]> windows = convert(crLf(files), archive);
    crLf(after).forEach((name, bytes) -> assertArrayEquals(bytes, windows.get(name), name));
  }

  private static Map<String, byte[]> crLf(Map<String, byte[]> files) {
    Map<String, byte[]> other = new LinkedHashMap<>();
    files.forEach(
        (name, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8).replace("\n", "\r\n");
          other.put(name, text.getBytes(StandardCharsets.UTF_8));
        });
    return other;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Boil water",
        "**Notes:** till it sings",
        "**Part of:** Kitchen",
        "Read the label"
      })
  void proofFindsAllDroppedText(String words) {
    byte[] text =
        """
        # Tea

        Read the label

        - Kitchen
          - [ ] Boil water
            **Notes:** till it sings
        """
            .getBytes(StandardCharsets.UTF_8);
    Board board = board(backlog(text));
    Conversion step = conversion(board, false);
    String after = new String(step.changes().get(0).after(), StandardCharsets.UTF_8);
    assertTrue(after.contains(words), after);
    byte[] less = after.replace(words, "").getBytes(StandardCharsets.UTF_8);
    Board damaged =
        new Board(".", inMarkers(less), Optional.empty(), Optional.empty(), Optional.empty());
    boolean isAdded = words.startsWith("**Part of");
    assertEquals(
        !isAdded, step.scope().rewrite().orElseThrow().violation(board, damaged).isPresent());
  }

  private static Document inMarkers(byte[] text) {
    return new NativeDialect()
        .read(SourceText.of(BoardFiles.BACKLOG, "after", text), FileRole.BACKLOG);
  }
}
