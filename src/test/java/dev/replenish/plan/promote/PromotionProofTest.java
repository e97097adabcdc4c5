package dev.replenish.plan.promote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.FileChange;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Plans with one error each: the proof must detect every error. */
class PromotionProofTest {
  private static final String NOTE = "A note.\n\n";

  private static String task(String id) {
    return "## task_begin\n### # [id:"
        + id
        + "][type:dev] T\n**Notes:** n-"
        + id
        + "\n## task_end\n";
  }

  private static String entry(String id) {
    return "## index_entry_begin\n[id:" + id + "]\nlocation: BACKLOG.md\n## index_entry_end\n";
  }

  private static final BoardFiles FILES =
      BoardFiles.backlog(
              "## group_begin [type:dev][priority:high]\n"
                  + NOTE
                  + task("A-1")
                  + "\n---\n\n"
                  + task("A-2")
                  + "\n---\n\n"
                  + task("A-3")
                  + "\n---\n\n"
                  + task("A-YYYYMMDD")
                  + "## group_end\n")
          .with(BoardFiles.TODO, "# TODO\n\n**Batch Type:** docs\n\n" + task("B-1") + NOTE)
          .with(BoardFiles.INDEX, entry("A-1") + entry("B-1"));

  private static final Policy POLICY = BoardFiles.policy(3, BatchFilter.NONE);

  private static final Plan GOOD = FILES.plan(POLICY);

  private static Optional<String> violation(Plan plan) {
    return BoardFiles.violation(plan);
  }

  private static Plan with(List<FileChange> changes) {
    return new Plan(
        GOOD.board(), GOOD.policy(), GOOD.selection(), GOOD.id(), changes, GOOD.scope(), List::of);
  }

  /** The correct plan with changed edits of one file. */
  private static Plan edited(int file, UnaryOperator<List<Replacement>> change) {
    List<FileChange> changes = new ArrayList<>(GOOD.changes());
    Edits edits = changes.get(file).edits().orElseThrow();
    List<Replacement> other = change.apply(new ArrayList<>(edits.replacements()));
    changes.set(file, FileChange.edit(Edits.of(edits.source(), other)));
    return with(changes);
  }

  /** The correct plan with {@code from} replaced by {@code to} in the edits of one file. */
  private static Plan rewritten(int file, String from, String to) {
    return edited(
        file,
        edits -> {
          List<Replacement> other = new ArrayList<>();
          for (Replacement edit : edits) {
            String text = new String(edit.bytes(), StandardCharsets.UTF_8).replace(from, to);
            other.add(Replacement.of(edit.span(), text));
          }
          return other;
        });
  }

  private static void assertDetected(Plan plan) {
    assertTrue(violation(plan).isPresent());
  }

  private static int at(int file, String text) {
    String whole = new String(GOOD.changes().get(file).before(), StandardCharsets.UTF_8);
    return whole.indexOf(text);
  }

  private static UnaryOperator<List<Replacement>> and(Replacement more) {
    return edits -> {
      edits.add(more);
      return edits;
    };
  }

  @Test
  void correctPlanIsProven() {
    assertEquals(2, ((Selection.Batch) GOOD.selection()).tasks().size());
    assertEquals(3, GOOD.changes().size());
    assertEquals(Optional.empty(), violation(GOOD));
  }

  @Test
  void lossOfByteInBlockIsDetected() {
    assertDetected(rewritten(1, "n-A-1\n", "n-A-\n"));
  }

  @Test
  void rewrittenBlockIsDetected() {
    assertDetected(rewritten(1, "n-A-1", "N-A-1"));
    assertDetected(rewritten(1, "n-A-1\n", "n-A-1 \n"));
    assertDetected(rewritten(1, "] T", "] U"));
  }

  @Test
  void swappedBlocksAreDetected() {
    assertDetected(
        rewritten(
            1, task("A-1") + "\n---\n\n" + task("A-2"), task("A-2") + "\n---\n\n" + task("A-1")));
  }

  @Test
  void duplicatedBlockIsDetected() {
    assertDetected(rewritten(1, task("A-2"), task("A-2") + task("A-2")));
  }

  @Test
  void lostBlockIsDetected() {
    assertDetected(rewritten(1, task("A-2"), ""));
  }

  @Test
  void blockCopiedButNotRemovedIsDetected() {
    assertDetected(edited(0, edits -> edits.subList(0, edits.size() - 1)));
  }

  @Test
  void removalOfTaskOutsideBatchIsDetected() {
    int from = at(0, task("A-3"));
    assertDetected(edited(0, and(Replacement.remove(new Span(from, from + task("A-3").length())))));
  }

  @Test
  void removalOfTemplateIsDetected() {
    int from = at(0, task("A-YYYYMMDD"));
    int to = from + task("A-YYYYMMDD").length();
    assertDetected(edited(0, and(Replacement.remove(new Span(from, to)))));
  }

  @Test
  void removalOrChangeOfNoteIsDetected() {
    int note = at(0, NOTE);
    assertDetected(edited(0, and(Replacement.remove(new Span(note, note + NOTE.length())))));
    assertDetected(edited(0, and(Replacement.of(new Span(note, note + 1), "B"))));
    int todo = at(1, NOTE);
    assertDetected(edited(1, and(Replacement.remove(new Span(todo, todo + 1)))));
  }

  @Test
  void removalOfTextAfterBlockIsDetected() {
    assertDetected(
        edited(
            0,
            edits -> {
              Replacement last = edits.remove(edits.size() - 1);
              Span span = last.span();
              edits.add(Replacement.remove(new Span(span.from(), span.to() + 4)));
              return edits;
            }));
  }

  @Test
  void insertionBesidesAuditCommentIsDetected() {
    assertDetected(edited(0, and(Replacement.insert(at(0, NOTE), "Hello.\n"))));
    assertDetected(edited(0, and(Replacement.insert(at(0, NOTE), "<!-- Task x --> and -->\n"))));
  }

  @Test
  void auditCommentThatBreaksGroupIsDetected() {
    assertDetected(rewritten(0, "<!-- Task", "<!-- Task\n## group_end\n"));
    assertDetected(edited(0, and(Replacement.insert(at(0, "## group_end"), "<!-- Task "))));
  }

  @Test
  void changeOfOlderTaskInTodoIsDetected() {
    int from = at(1, "n-B-1");
    assertDetected(edited(1, and(Replacement.of(new Span(from, from + 1), "x"))));
    assertDetected(edited(1, and(Replacement.insert(from, "x"))));
  }

  @Test
  void damagedTodoIsDetected() {
    assertDetected(edited(1, and(Replacement.insert(at(1, NOTE), "## task_end\n"))));
  }

  @Test
  void changedIndexEntryOfOtherTaskIsDetected() {
    int from = at(2, "BACKLOG.md\n## index_entry_end\n## index") + entry("A-1").length();
    assertDetected(edited(2, and(Replacement.of(new Span(from, from + 10), "TODO.md"))));
  }

  @Test
  void missingSwappedAndSuperfluousFilesAreDetected() {
    List<FileChange> changes = GOOD.changes();
    assertDetected(with(List.of()));
    assertDetected(with(changes.subList(0, 1)));
    assertDetected(with(List.of(changes.get(1), changes.get(0))));
    assertDetected(with(List.of(changes.get(0), changes.get(0))));
    assertDetected(with(List.of(changes.get(0), changes.get(1), changes.get(0))));
    assertDetected(with(List.of(changes.get(0), changes.get(1), changes.get(2), changes.get(2))));
  }

  @Test
  void overwrittenTodoIsDetected() {
    List<FileChange> changes = new ArrayList<>(GOOD.changes());
    changes.set(1, FileChange.create(BoardFiles.TODO, changes.get(1).after()));
    assertDetected(with(changes));
  }

  @Test
  void editsInPlanToDoNothingAreDetected() {
    BoardFiles idle = FILES.with(BoardFiles.BACKLOG, NOTE);
    Plan plan = idle.plan(POLICY);
    assertEquals(Optional.empty(), violation(plan));
    Plan wrong =
        new Plan(
            plan.board(),
            plan.policy(),
            plan.selection(),
            plan.id(),
            GOOD.changes(),
            plan.scope(),
            List::of);
    assertDetected(wrong);
  }

  /** A flipped bit in any byte of the result is detected. */
  @Test
  void resultThatDiffersFromEditsIsDetected() {
    byte[] after = GOOD.changes().get(0).after();
    Edits edits = GOOD.changes().get(0).edits().orElseThrow();
    for (int i = 0; i < after.length; i++) {
      byte[] flipped = after.clone();
      flipped[i] ^= 1;
      assertEquals(false, edits.produces(flipped));
    }
  }

  @Test
  void newTodoIsProvenAndWrongOneIsDetected() {
    BoardFiles fresh = BoardFiles.backlog(FILES.text(BoardFiles.BACKLOG));
    Plan plan = fresh.plan(POLICY);
    assertEquals(Optional.empty(), violation(plan));
    Board board = plan.board();
    SourceText none = SourceText.of(BoardFiles.TODO, "", new byte[0]);
    List<FileChange> changes = new ArrayList<>(plan.changes());
    changes.set(1, FileChange.edit(Edits.of(none, List.of(Replacement.insert(0, "# TODO\n")))));
    assertDetected(
        new Plan(
            board, plan.policy(), plan.selection(), plan.id(), changes, plan.scope(), List::of));
  }
}
