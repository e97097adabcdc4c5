package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.CheckBoard;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Priority;
import dev.replenish.board.Severity;
import dev.replenish.board.Status;
import dev.replenish.rules.NothingToDo;
import dev.replenish.rules.SelectionRule;
import dev.replenish.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/reference} is a fixture: every example is run, and every table is compared with the
 * code. After an intended change, {@code -Dreplenish.examples=write} rewrites the results.
 */
class ReferenceTest {
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.examples"));

  /** The file in the repository for each kind of block in an example. */
  private static final Map<String, String> FILES =
      Map.of(
          "backlog", "BACKLOG.md",
          "todo", "TODO.md",
          "archive", "ARCHIVE.md",
          "index", "TASK_INDEX.md",
          "input", "tasks.json",
          "settings", ".replenish");

  @TempDir Path tmp;
  private Reference document;

  @BeforeEach
  void read() throws IOException {
    document = Reference.read();
  }

  @TestFactory
  Stream<DynamicTest> exampleHasTheRecordedOutcome() throws IOException {
    return Reference.read().examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    "example " + example.getKey(),
                    () -> run(example.getKey(), example.getValue())));
  }

  private void run(int number, Map<String, String> blocks) throws IOException {
    Scratch scratch = scratch(number, blocks);
    StringBuilder outcome = new StringBuilder();
    for (String line : blocks.getOrDefault("command", "replenish run").strip().split("\n")) {
      outcome.append(Command.parse(line).run(scratch));
    }
    same(number, "outcome", blocks, outcome.toString());
    Map<String, byte[]> after = scratch.files();
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      byte[] bytes = after.getOrDefault(file.getValue(), new byte[0]);
      String kind = "after-" + file.getKey();
      if (blocks.containsKey(kind)) {
        same(number, kind, blocks, new String(bytes, UTF_8));
      }
    }
    if (blocks.containsKey("message")) {
      same(number, "message", blocks, String.join("", scratch.messages()));
    }
  }

  private Scratch scratch(int number, Map<String, String> blocks) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, String> block : blocks.entrySet()) {
      if (FILES.containsKey(block.getKey())) {
        files.put(FILES.get(block.getKey()), block.getValue().getBytes(UTF_8));
      }
    }
    return Scratch.of(Files.createDirectories(tmp.resolve("example-" + number)), files);
  }

  private static void same(int number, String kind, Map<String, String> blocks, String text)
      throws IOException {
    if (WRITE) {
      Reference.write(number, kind, text);
    } else {
      assertEquals(blocks.get(kind), text, "example " + number + ", " + kind);
    }
  }

  @Test
  void examplesStateTheirOutcome() {
    int count = document.examples().size();
    assertTrue(count >= 100, () -> "only " + count);
    document.examples().forEach((n, blocks) -> assertTrue(blocks.containsKey("outcome"), "" + n));
  }

  @Test
  void sectionsNamedInTheCodeExist() throws IOException {
    Pattern reference = Pattern.compile("(docs/reference/[\\w-]+\\.md)(?:, \"([^\"]+)\")?");
    List<String> missing = new ArrayList<>();
    int count = 0;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source, UTF_8).replaceAll("\\s*\\n\\s*(\\*|//) ?", " ");
        Matcher found = reference.matcher(text);
        for (; found.find(); count++) {
          String section = found.group(2);
          boolean there =
              section == null
                  ? Files.exists(Path.of(found.group(1)))
                  : document.has(found.group(1), section);
          if (!there) {
            missing.add(source.getFileName() + ": " + found.group());
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(count > 100, "only " + count);
  }

  @TestFactory
  Stream<DynamicTest> findingIsDocumented() {
    return Stream.of(FindingCode.values())
        .map(code -> DynamicTest.dynamicTest(code.word(), () -> documented(code)));
  }

  private void documented(FindingCode code) throws IOException {
    String text = document.sections().get(code.word());
    assertTrue(text != null, "a section");
    String flat = text.strip().replaceAll("\\s+", " ");
    String severity = code.severity() == Severity.ERROR ? "Error" : "Warning";
    assertTrue(flat.startsWith(severity + "."), flat);
    assertTrue(flat.contains("Hint: " + code.hint() + "."), flat);
    if (code.isOfMerge()) {
      assertTrue(flat.contains("`repair` fixes it") && flat.contains("`verify` alone"), flat);
      return; // RepairTest finds it, in repositories with merges
    }
    int number = document.examplesIn(code.word()).get(0);
    List<Finding> findings =
        scratch(1000 + number, document.examples().get(number))
            .check(CheckBoard.Request.CHECK_ONLY)
            .get(0)
            .result()
            .orElseThrow()
            .findings();
    Finding shown = findings.stream().filter(f -> f.code() == code).findFirst().orElseThrow();
    String fix = shown.fixable() ? "`check --fix` fixes it." : "Fix it by hand.";
    assertTrue(flat.contains(fix), fix + " | " + flat);
  }

  @Test
  void documentedFindingsExist() {
    List<String> words = Stream.of(FindingCode.values()).map(FindingCode::word).toList();
    List<String> extra = new ArrayList<>();
    for (Map.Entry<String, String> section : document.sections().entrySet()) {
      boolean finding = section.getValue().contains("Hint: ");
      if (finding && !words.contains(section.getKey())) {
        extra.add(section.getKey());
      }
    }
    assertEquals(List.of(), extra);
  }

  @Test
  void exitCodesAreDocumented() {
    for (ErrorCode code : ErrorCode.values()) {
      assertLine("Exit codes", "| " + code.exitCode() + " |", "| `" + code.word() + "` |");
    }
  }

  @Test
  void settingsAreDocumented() {
    for (SettingKey key : SettingKey.values()) {
      String initial = key.initial().isEmpty() ? "" : "`" + key.initial() + "`";
      assertLine(
          "Settings",
          "| `" + key.word() + "` | `" + key.variable() + "` | " + initial,
          key.meaning().replace("|", "\\|"));
    }
  }

  @Test
  void closedSetsAreDocumented() {
    for (Status status : Status.values()) {
      assertLine(
          "Statuses", "| `" + status.word() + "` |", "| " + (status.isActive() ? "yes" : "no"));
    }
    for (Priority priority : Priority.values()) {
      assertLine("Priorities", "| `" + priority.word() + "` | `P" + priority.ordinal() + "` |");
    }
    for (NothingToDo noop : NothingToDo.values()) {
      assertLine("Nothing to do", "`" + noop.word() + "`");
    }
    for (SelectionRule select : SelectionRule.values()) {
      if (select == SelectionRule.NAMED) {
        assertLine("Named tasks", "`" + select.reason() + "`"); // no value of the setting
        continue;
      }
      assertLine(
          "Choosing the batch", "`select = " + select.word() + "`", "`" + select.reason() + "`");
    }
  }

  /** Asserts that one line of the section has all of these parts. */
  private void assertLine(String section, String... parts) {
    String text = document.sections().getOrDefault(section, "");
    assertTrue(
        text.lines().anyMatch(line -> Stream.of(parts).allMatch(line::contains)),
        () -> String.join(" ... ", parts) + " in " + section);
  }
}
