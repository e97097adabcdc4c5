package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;
import static dev.replenish.core.OpenTasks.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments that decide what is a task and what is not (unmarked.md, 10.21). */
class ReadingCommentsTest {
  private static final String TABLE =
      """
      # Bakery%s

      | Loaf | Shelf |
      |------|-------|
      | Rye with malt%s | 3 |
      | Spelt | 4 |%s
      """;

  private static List<Integer> lines(String backlog) {
    return read(backlog).stream().map(Task::line).toList();
  }

  @Test
  void nothingBelowHeadingWithNoteCommentIsATask() {
    String backlog =
        """
        # Bakery

        ## Todo

        - [ ] Mend the door

        ## Before May%s

        - [ ] Paint the lid
        - Sweep the flue

        ### OV-7: Count the crates

        Priority: high

        ## Later

        - [ ] Hang the sign
        """;
    assertEquals(List.of(5, 9, 12, 18), lines(backlog.formatted("")));
    assertEquals(List.of(5, 18), lines(backlog.formatted(" <!-- note -->")));
  }

  @Test
  void itemOrRowWithNoteCommentIsNoTask() {
    assertEquals(
        List.of(3, 5),
        lines(
            """
            # Bakery

            - [ ] Mend the door
            - [ ] Paint the lid <!-- note -->
            - [ ] Put `<!-- note -->` behind what is none
            """));
    assertEquals(
        List.of(5),
        lines(
            """
            | Task | Status |
            |------|--------|
            | Mend the door <!-- note --> | open |
            | Paint the lid | open | <!-- note -->
            | Hang the sign | open |
            """));
  }

  @Test
  void tableWithUnknownColumnsHoldsTasksIfACommentSaysSo() {
    assertOpen(TABLE.formatted("", "", ""));
    assertOpen(TABLE.formatted(" <!-- group -->", "", ""), 5, 6);
    assertOpen(TABLE.formatted(" <!-- group: each item is a task -->", "", ""), 5, 6);
  }

  @Test
  void rowWithTaskCommentIsATask() {
    assertOpen(TABLE.formatted("", " <!-- task -->", ""), 5);
    assertOpen(TABLE.formatted("", "", " <!-- task -->"), 6);
  }

  @Test
  void tableHeaderIsNoLineOfText() {
    assertOpen(
        TABLE.formatted(" <!-- group: each line is a task -->", "", "") + "\nCount the sacks\n",
        5,
        6,
        8);
  }

  @Test
  void commentThatNothingElseIsATaskHoldsBelowNestedLabels() {
    String lines = "Later\n\nOven:\n\nclean the burner\nbuy a lamp\nmend the door\n";
    String comment =
        "<!-- Task 1a2b3c4d moved to TODO.md on 2026-02-04 (nothing else here is a task) -->";
    assertOpen("# Backlog\n\n" + lines, 7, 8, 9);
    assertOpen("# Backlog\n\n" + comment + "\n\n" + lines);
  }
}
