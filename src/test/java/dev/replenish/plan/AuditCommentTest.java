package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditCommentTest {
  private static final String ONE = "<!-- Task A moved to TODO.md on 2026-02-04 -->";

  private static AuditComment of(String text) {
    AuditComment comment = AuditComment.of(text).orElseThrow();
    assertEquals(text, comment.text());
    return comment;
  }

  private static String and(String first, String next) {
    return of(first).and(of(next)).map(AuditComment::text).orElse("-");
  }

  @Test
  void commentIsExtendedByFurtherMoves() {
    String same = "<!-- Tasks B, C moved to TODO.md on 2026-02-04 (tasks are boxes) -->";
    String later = "<!-- Task D moved to TODO.md on 2026-02-05 -->";
    String both = and(ONE, same);
    assertEquals("<!-- Tasks A, B, C moved to TODO.md on 2026-02-04 (tasks are boxes) -->", both);
    assertEquals(
        "<!-- Tasks A, B, C moved to TODO.md on 2026-02-04; D on 2026-02-05 (tasks are boxes) -->",
        and(both, later));
  }

  @Test
  void movesToOtherFileOrInOtherFormAreNotCombined() {
    assertEquals("-", and(ONE, "<!-- Task B moved to NOW.md on 2026-02-04 -->"));
    String rows = "<!-- Task B moved to TODO.md on 2026-02-04 (tasks are rows) -->";
    assertEquals("-", and(rows.replace("rows", "boxes"), rows));
  }

  @Test
  void returnedTasksAreRemovedFromComment() {
    AuditComment all =
        of("<!-- Tasks A, B moved to TODO.md on 2026-02-04; C, A on 2026-02-05 (x) -->");
    assertEquals(
        Optional.of("<!-- Tasks A, B moved to TODO.md on 2026-02-04; C on 2026-02-05 (x) -->"),
        all.without(List.of("A")).map(AuditComment::text));
    assertEquals(
        Optional.of("<!-- Tasks C, A moved to TODO.md on 2026-02-05 (x) -->"),
        all.without(List.of("B", "A")).map(AuditComment::text));
    assertEquals(Optional.empty(), of(ONE).without(List.of("A")));
  }

  @Test
  void otherCommentsAreNotAuditComments() {
    for (String text :
        List.of(
            "<!-- Task A moved away -->",
            "<!-- Task A moved to TODO.md on monday -->",
            ONE + " and more",
            "<!-- Task A moved to TODO.md on 2026-02-04; -->")) {
      assertEquals(Optional.empty(), AuditComment.of(text), text);
    }
  }

  @Test
  void commentIsAboutTasksOfOneMove() {
    AuditComment all = of("<!-- Tasks A, B moved to TODO.md on 2026-02-04; C on 2026-02-05 -->");
    assertEquals(
        List.of(true, true, true, false, false),
        List.of(
            all.isAbout(List.of("A")),
            all.isAbout(List.of("B", "A")),
            all.isAbout(List.of("C")),
            all.isAbout(List.of("A", "C")),
            all.isAbout(List.of("D"))));
  }

  @Test
  void tooLongCommentIsNotAuditComment() {
    String names = "A, ".repeat(33_313);
    String longest = "<!-- Tasks " + names + "ABCDEFGHIJKLMNO moved to TODO.md on 2026-02-04 -->";
    assertEquals(100_000, longest.length());
    of(longest);
    of(longest.replace(" -->", "; B, C on 2026-02-05 -->").replace("A, ".repeat(20), ""));
    assertEquals(Optional.empty(), AuditComment.of(longest.replace("J", "JJ")));
  }

  @Test
  void auditCommentIsSingleCommentOnOneLine() {
    assertEquals(
        List.of(true, true, false, false, false, false),
        List.of(
            AuditComment.isOne(ONE),
            AuditComment.isOne("<!-- Task -->"),
            AuditComment.isOne(ONE + "\n" + ONE),
            AuditComment.isOne(ONE + ONE),
            AuditComment.isOne("<!-- A note. -->"),
            AuditComment.isOne("<!-- Task A")));
  }
}
