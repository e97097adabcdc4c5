package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Status;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.core.BoardFiles;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.index.IndexReader;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Updates of the index with one error each: the proof must detect every error. */
class IndexProofTest {
  private static final String INDEX =
      """
      # Index

      ## index_entry_begin
      [id:B-1]
      status: todo
      ## index_entry_end

      A text between.

      ## index_entry_begin
      [id:A-1]
      status: blocked
      location: BACKLOG.md
      A note.
      ## index_entry_end
      """;
  private static final String ADDED =
      """

      ## index_entry_begin
      [id:A-2]
      status: todo
      location: TODO.md
      ## index_entry_end
      """;
  private static final List<ExpectedEntry> EXPECTED = List.of(expected("A-1"), expected("A-2"));

  private static ExpectedEntry expected(String id) {
    return new ExpectedEntry(
        new TaskId(id),
        "T",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Status.TODO),
        "TODO.md",
        Optional.empty(),
        Optional.empty());
  }

  private static Replacement edit(String from, String to) {
    int at = INDEX.indexOf(from);
    assertTrue(at >= 0, from);
    return Replacement.of(new Span(at, at + from.length()), to);
  }

  private static Replacement insert(String before, String text) {
    return Replacement.insert(INDEX.indexOf(before), text);
  }

  private static final List<Replacement> GOOD =
      List.of(
          edit("blocked", "todo"),
          edit("BACKLOG.md", "TODO.md"),
          Replacement.insert(INDEX.length(), ADDED));

  private static Optional<String> violation(List<Replacement> edits) {
    SourceText source =
        SourceText.of(BoardFiles.INDEX, "1", INDEX.getBytes(StandardCharsets.UTF_8));
    TaskIndex before = IndexReader.read(source);
    Edits all = Edits.of(source, edits);
    TaskIndex after = IndexReader.read(SourceText.of(BoardFiles.INDEX, "2", all.apply()));
    return IndexProof.violation(before, after, Optional.of(all), EXPECTED, FileNames.DEFAULT);
  }

  private static void assertDetected(Replacement more) {
    List<Replacement> edits = new ArrayList<>(GOOD);
    edits.add(more);
    assertTrue(violation(edits).isPresent());
  }

  private static void assertDetectedInsteadOf(int good, Replacement other) {
    List<Replacement> edits = new ArrayList<>(GOOD);
    edits.set(good, other);
    assertTrue(violation(edits).isPresent());
  }

  @Test
  void correctUpdateIsProven() {
    assertEquals(Optional.empty(), violation(GOOD));
  }

  @Test
  void outdatedEntryIsDetected() {
    for (int i = 0; i < GOOD.size(); i++) {
      List<Replacement> edits = new ArrayList<>(GOOD);
      edits.remove(i);
      assertTrue(violation(edits).isPresent(), "without edit " + i);
    }
    assertDetectedInsteadOf(0, edit("blocked", "done"));
  }

  @Test
  void changeOfOtherEntryIsDetected() {
    assertDetected(edit("todo\n## index_entry_end\n\nA", "done\n## index_entry_end\n\nA"));
    assertDetected(edit("[id:B-1]", "[id:B-2]"));
    assertDetected(insert("status: todo\n## ", "a line\n"));
  }

  @Test
  void changedOrInsertedTextIsDetected() {
    assertDetected(edit("# Index", "# Text"));
    assertDetected(edit("A text between.\n", ""));
    assertDetected(edit("A note.", "Another."));
    assertDetected(insert("## index_entry_begin\n[id:A-1]", "A text that comes.\n"));
    assertDetected(insert("# Index", "text"));
  }

  @Test
  void superfluousLineInEntryIsDetected() {
    assertDetected(insert("location: BACKLOG", "a line\n"));
  }

  @Test
  void superfluousEntryIsDetected() {
    assertDetectedInsteadOf(2, Replacement.insert(INDEX.length(), ADDED + ADDED));
    assertDetectedInsteadOf(
        2, Replacement.insert(INDEX.length(), ADDED + ADDED.replace("A-2", "A-3")));
  }

  @Test
  void damagedIndexIsDetected() {
    assertDetectedInsteadOf(
        2, Replacement.insert(INDEX.length(), ADDED + "\n## index_entry_begin\n"));
  }

  private static final String DAMAGED = "the index would be damaged";
  private static final String UNTRUE = "the index would not be true of the tasks";
  private static final String LOST = "the index would not hold its entries and the new ones";

  private static String entry(String id, String... lines) {
    String inner = String.join("", List.of(lines).stream().map(line -> line + "\n").toList());
    return "## index_entry_begin\n[id:" + id + "]\n" + inner + "## index_entry_end\n";
  }

  private static TaskIndex index(String text) {
    return IndexReader.read(
        SourceText.of(BoardFiles.INDEX, text, text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The violation in {@code after} if the entry of A-1 must be true in it; edits are not checked.
   */
  private static String violationWithoutEdits(String before, String after) {
    return IndexProof.violation(
            index(before),
            index(after),
            Optional.empty(),
            List.of(expected("A-1")),
            FileNames.DEFAULT)
        .orElse("-");
  }

  @Test
  void otherEntriesMustKeepTheirOrder() {
    String good = entry("A-1", "status: todo", "location: TODO.md");
    String b = entry("B-1", "status: done");
    String c = entry("C-1", "status: done");
    assertEquals("-", violationWithoutEdits(good + b + c, good + b + c));
    assertEquals("-", violationWithoutEdits(b + c, b + c + good));
    assertEquals("-", violationWithoutEdits(b + c, b + good + "\n---\n\n" + c));
    assertEquals(LOST, violationWithoutEdits(good + b + c, good + c + b));
    assertEquals(LOST, violationWithoutEdits(good + b + c, good + b));
    assertEquals(LOST, violationWithoutEdits(good + b, good + b + c));
    assertEquals(LOST, violationWithoutEdits(good + b, good + entry("B-1", "status: todo")));
    assertEquals(LOST, violationWithoutEdits(b, b + good + good));
    assertEquals(LOST, violationWithoutEdits(b, good + "text\n" + b));
    assertEquals(LOST, violationWithoutEdits("text\n" + b + good, b + good));
    assertEquals(UNTRUE, violationWithoutEdits(b, b));
    assertEquals(
        UNTRUE, violationWithoutEdits(good, entry("A-1", "status: done", "location: TODO.md")));
    assertEquals(DAMAGED, violationWithoutEdits(good, good + "## index_entry_begin\n"));
    assertEquals(
        "-",
        violationWithoutEdits(good + "## index_entry_begin\n", good + "## index_entry_begin\n"));
  }

  @Test
  void entryMayGainLinesButLoseNone() {
    String old = entry("A-1", "status: done", "A note.", "Another.");
    assertEquals(
        "-",
        violationWithoutEdits(
            old, entry("A-1", "status: todo", "location: TODO.md", "A note.", "Another.")));
    assertEquals(
        LOST,
        violationWithoutEdits(old, entry("A-1", "status: todo", "location: TODO.md", "Another.")));
    assertEquals(
        LOST,
        violationWithoutEdits(
            old, entry("A-1", "status: todo", "location: TODO.md", "Another.", "A note.")));
    assertEquals(
        LOST,
        violationWithoutEdits(
            old, entry("A-1", "status: todo", "location: TODO.md", "A note.", "Another.", "x")));
    assertEquals(
        LOST,
        violationWithoutEdits(
            old, entry("A-1", "status: todo", "location: TODO.md", "A note.", "Another one.")));
  }

  @Test
  void lastLineMayGainLineBreak() {
    String good = entry("A-1", "status: todo", "location: TODO.md");
    String b = entry("B-1", "status: done");
    assertEquals("-", violationWithoutEdits(b.strip(), b + good));
    assertEquals("-", violationWithoutEdits(b.strip(), b.strip() + "\r\n" + good));
    assertEquals(LOST, violationWithoutEdits(b.strip(), b.replace("done", "todo") + good));
  }

  /** Edits in the wrong place are refused even if they don't change the bytes. */
  @Test
  void editsMustNotTouchOtherEntries() {
    String more = "more of the index would change than the entries of the tasks";
    assertEquals(Optional.of(more), violation(List.of(edit("todo", "todo"))));
    assertEquals(Optional.of(more), violation(List.of(edit("A text", "A text"))));
    assertEquals(Optional.of(more), violation(List.of(insert("text between", ""))));
    assertEquals(Optional.of(UNTRUE), violation(List.of(insert("## index_entry_begin", ""))));
    assertEquals(Optional.of(UNTRUE), violation(List.of(edit("blocked", "todo"))));
    assertEquals(Optional.of(UNTRUE), violation(List.of(insert("location: BACKLOG", ""))));
  }
}
