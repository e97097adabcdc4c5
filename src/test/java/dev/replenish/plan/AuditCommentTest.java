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
  void itGrows() {
    String same = "<!-- Tasks B, C moved to TODO.md on 2026-02-04 (tasks are boxes) -->";
    String later = "<!-- Task D moved to TODO.md on 2026-02-05 -->";
    String both = and(ONE, same);
    assertEquals("<!-- Tasks A, B, C moved to TODO.md on 2026-02-04 (tasks are boxes) -->", both);
    assertEquals(
        "<!-- Tasks A, B, C moved to TODO.md on 2026-02-04; D on 2026-02-05 (tasks are boxes) -->",
        and(both, later));
  }

  @Test
  void anotherFileOrAnotherFormNeedsOneOfItsOwn() {
    assertEquals("-", and(ONE, "<!-- Task B moved to NOW.md on 2026-02-04 -->"));
    String rows = "<!-- Task B moved to TODO.md on 2026-02-04 (tasks are rows) -->";
    assertEquals("-", and(rows.replace("rows", "boxes"), rows));
  }

  @Test
  void whatReturnsIsNotTold() {
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
  void otherCommentsAreNone() {
    for (String text :
        List.of(
            "<!-- Task A moved away -->",
            "<!-- Task A moved to TODO.md on monday -->",
            ONE + " and more",
            "<!-- Task A moved to TODO.md on 2026-02-04; -->")) {
      assertEquals(Optional.empty(), AuditComment.of(text), text);
    }
  }
}
