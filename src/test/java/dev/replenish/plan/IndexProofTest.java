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

/** Updates of the index that are wrong in one way each: the proof must see every one of them. */
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
  private static final List<ExpectedEntry> FACTS = List.of(fact("A-1"), fact("A-2"));

  private static ExpectedEntry fact(String id) {
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
    return IndexProof.violation(before, after, Optional.of(all), FACTS, FileNames.DEFAULT);
  }

  private static void assertSeen(Replacement more) {
    List<Replacement> edits = new ArrayList<>(GOOD);
    edits.add(more);
    assertTrue(violation(edits).isPresent());
  }

  private static void assertSeenInsteadOf(int good, Replacement other) {
    List<Replacement> edits = new ArrayList<>(GOOD);
    edits.set(good, other);
    assertTrue(violation(edits).isPresent());
  }

  @Test
  void theGoodUpdateIsProven() {
    assertEquals(Optional.empty(), violation(GOOD));
  }

  @Test
  void anEntryThatStaysUntrue() {
    for (int i = 0; i < GOOD.size(); i++) {
      List<Replacement> edits = new ArrayList<>(GOOD);
      edits.remove(i);
      assertTrue(violation(edits).isPresent(), "without edit " + i);
    }
    assertSeenInsteadOf(0, edit("blocked", "done"));
  }

  @Test
  void anotherEntryThatChanges() {
    assertSeen(edit("todo\n## index_entry_end\n\nA", "done\n## index_entry_end\n\nA"));
    assertSeen(edit("[id:B-1]", "[id:B-2]"));
    assertSeen(insert("status: todo\n## ", "a line\n"));
  }

  @Test
  void textThatChangesOrComes() {
    assertSeen(edit("# Index", "# Text"));
    assertSeen(edit("A text between.\n", ""));
    assertSeen(edit("A note.", "Another."));
    assertSeen(insert("## index_entry_begin\n[id:A-1]", "A text that comes.\n"));
    assertSeen(insert("# Index", "text"));
  }

  @Test
  void moreThanTheMissingLinesInAnEntry() {
    assertSeen(insert("location: BACKLOG", "a line\n"));
  }

  @Test
  void anEntryTooMany() {
    assertSeenInsteadOf(2, Replacement.insert(INDEX.length(), ADDED + ADDED));
    assertSeenInsteadOf(2, Replacement.insert(INDEX.length(), ADDED + ADDED.replace("A-2", "A-3")));
  }

  @Test
  void anIndexThatWouldBeDamaged() {
    assertSeenInsteadOf(2, Replacement.insert(INDEX.length(), ADDED + "\n## index_entry_begin\n"));
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

  /** What is wrong with {@code after}, wherever it comes from, if A-1 has to be true in it. */
  private static String wrong(String before, String after) {
    return IndexProof.violation(
            index(before), index(after), Optional.empty(), List.of(fact("A-1")), FileNames.DEFAULT)
        .orElse("-");
  }

  @Test
  void theOtherEntriesStayInTheirOrder() {
    String good = entry("A-1", "status: todo", "location: TODO.md");
    String b = entry("B-1", "status: done");
    String c = entry("C-1", "status: done");
    assertEquals("-", wrong(good + b + c, good + b + c));
    assertEquals("-", wrong(b + c, b + c + good));
    assertEquals("-", wrong(b + c, b + good + "\n---\n\n" + c));
    assertEquals(LOST, wrong(good + b + c, good + c + b));
    assertEquals(LOST, wrong(good + b + c, good + b));
    assertEquals(LOST, wrong(good + b, good + b + c));
    assertEquals(LOST, wrong(good + b, good + entry("B-1", "status: todo")));
    assertEquals(LOST, wrong(b, b + good + good));
    assertEquals(LOST, wrong(b, good + "text\n" + b));
    assertEquals(LOST, wrong("text\n" + b + good, b + good));
    assertEquals(UNTRUE, wrong(b, b));
    assertEquals(UNTRUE, wrong(good, entry("A-1", "status: done", "location: TODO.md")));
    assertEquals(DAMAGED, wrong(good, good + "## index_entry_begin\n"));
    assertEquals("-", wrong(good + "## index_entry_begin\n", good + "## index_entry_begin\n"));
  }

  @Test
  void anEntryGainsLinesAndLosesNone() {
    String old = entry("A-1", "status: done", "A note.", "Another.");
    assertEquals(
        "-", wrong(old, entry("A-1", "status: todo", "location: TODO.md", "A note.", "Another.")));
    assertEquals(LOST, wrong(old, entry("A-1", "status: todo", "location: TODO.md", "Another.")));
    assertEquals(
        LOST, wrong(old, entry("A-1", "status: todo", "location: TODO.md", "Another.", "A note.")));
    assertEquals(
        LOST,
        wrong(old, entry("A-1", "status: todo", "location: TODO.md", "A note.", "Another.", "x")));
    assertEquals(
        LOST,
        wrong(old, entry("A-1", "status: todo", "location: TODO.md", "A note.", "Another one.")));
  }

  @Test
  void theLastLineOfAFileMayGainItsEnd() {
    String good = entry("A-1", "status: todo", "location: TODO.md");
    String b = entry("B-1", "status: done");
    assertEquals("-", wrong(b.strip(), b + good));
    assertEquals("-", wrong(b.strip(), b.strip() + "\r\n" + good));
    assertEquals(LOST, wrong(b.strip(), b.replace("done", "todo") + good));
  }

  /** Where the edits are says the rest: the bytes that come out are the same. */
  @Test
  void editsReachNoOtherEntry() {
    String more = "more of the index would change than the entries of the tasks";
    assertEquals(Optional.of(more), violation(List.of(edit("todo", "todo"))));
    assertEquals(Optional.of(more), violation(List.of(edit("A text", "A text"))));
    assertEquals(Optional.of(more), violation(List.of(insert("text between", ""))));
    assertEquals(Optional.of(UNTRUE), violation(List.of(insert("## index_entry_begin", ""))));
    assertEquals(Optional.of(UNTRUE), violation(List.of(edit("blocked", "todo"))));
    assertEquals(Optional.of(UNTRUE), violation(List.of(insert("location: BACKLOG", ""))));
  }
}
