package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.AddSite;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.add.UnmarkedAddStep;
import dev.replenish.plan.add.UnmarkedDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** New tasks in backlogs without markers: each is written like the tasks beside it. */
class AddUnmarkedTest {
  private static final AddPlace ANYWHERE =
      new AddPlace(Optional.empty(), Optional.empty(), Optional.empty());

  private static AddPlace under(String heading) {
    return new AddPlace(Optional.of(heading), Optional.empty(), Optional.empty());
  }

  private static TaskBody.Fields fields(String description, String effort, String... plan) {
    return new TaskBody.Fields(
        description,
        List.of(),
        List.of(),
        List.of(),
        List.of(plan),
        Map.of(FieldName.EFFORT, effort));
  }

  private static UnmarkedDraft draft(String title) {
    return draft(title, Optional.empty(), fields("", ""));
  }

  private static UnmarkedDraft draft(String title, Optional<String> id, TaskBody.Fields fields) {
    return UnmarkedDraft.of(title, id.map(TaskId::new), fields);
  }

  /** Adds a task to {@code before} and expects {@code after}, in each {@link Variant}. */
  private static void adds(String before, String after, UnmarkedDraft task, AddPlace place) {
    for (Variant variant : Variant.values()) {
      Map<String, byte[]> plain = BoardFiles.backlog(before).files();
      Board board = AnyReading.board(variant.before(plain)).board();
      Draft draft = new Draft(board, FileNames.DEFAULT, AnyReading.READING);
      UnmarkedAddStep step =
          UnmarkedAddStep.on(board.backlog(), task, AddSite.in(board.backlog(), place, List.of()));
      assertEquals(Optional.empty(), draft.take(step), variant.name());
      byte[] expected =
          variant.after(BoardFiles.backlog(after).files(), plain).get(BoardFiles.BACKLOG);
      assertEquals(
          Variant.text(expected),
          Variant.text(draft.board().backlog().source().bytes()),
          variant.name());
    }
  }

  @Test
  void newBoxFollowsLastOpenBoxOfItsList() {
    adds(
        "# B\n\n## Soon\n\n- [ ] Boil water\n- [x] Buy tea\n\n## Later\n\n* [ ] Paint\n  * with green\n\n## Notes\n\nNone.\n",
        "# B\n\n## Soon\n\n- [ ] Boil water\n- [ ] Pour it\n- [x] Buy tea\n\n## Later\n\n* [ ] Paint\n  * with green\n\n## Notes\n\nNone.\n",
        draft("Pour it"),
        under("soon"));
    adds(
        "# B\n\n* [ ] Paint\n  * with green\n",
        "# B\n\n* [ ] Paint\n  * with green\n* [ ] Pour it\n  Slowly.\n  - **Estimated Effort:** 2 h\n",
        draft("Pour it", Optional.empty(), fields("Slowly.", "2 h")),
        ANYWHERE);
  }

  @Test
  void looseListsStayLoose() {
    adds(
        "# B\n\n- [ ] Boil water\n\n- [ ] Buy tea\n",
        "# B\n\n- [ ] Boil water\n\n- [ ] Buy tea\n\n- [ ] Pour it\n",
        draft("Pour it"),
        ANYWHERE);
  }

  @Test
  void listNumbersContinueAndIdsFollowTheStyleOfTheList() {
    adds(
        "# To do\n\n1. [ ] one\n2. [ ] two\n",
        "# To do\n\n1. [ ] one\n2. [ ] two\n3. [ ] three\n",
        draft("three"),
        ANYWHERE);
    adds(
        "# B\n\n- [ ] **A-1**: eins\n- [ ] **A-2**: zwei\n",
        "# B\n\n- [ ] **A-1**: eins\n- [ ] **A-2**: zwei\n- [ ] **A-7**: drei\n",
        draft("drei", Optional.of("A-7"), fields("", "")),
        ANYWHERE);
  }

  @Test
  void priorityIsWrittenWithTheMarkOfOtherTasks() {
    adds(
        "# B\n\n- [ ] 🔴 Fix login\n- [ ] 🟡 Add search\n- [ ] 🔴 Fix logout\n",
        "# B\n\n- [ ] 🔴 Fix login\n- [ ] 🟡 Add search\n- [ ] 🔴 Fix logout\n- [ ] 🔴 Fix all\n",
        draft("Fix all"),
        new AddPlace(Optional.empty(), Optional.empty(), Optional.of(Priority.CRITICAL)));
    adds(
        "# B\n\n- [ ] eins [P1]\n- [ ] zwei [P2]\n",
        "# B\n\n- [ ] eins [P1]\n- [ ] drei [P1]\n- [ ] zwei [P2]\n",
        draft("drei"),
        new AddPlace(Optional.empty(), Optional.empty(), Optional.of(Priority.HIGH)));
  }

  @Test
  void firstTaskIsAddedToSectionWithoutTasks() {
    adds(
        "# B\n\n## Soon\n\n- [ ] Boil water\n\n## Later\n\n## Notes\n\nNone.\n",
        "# B\n\n## Soon\n\n- [ ] Boil water\n\n## Later\n\n- [ ] Pour it\n\n## Notes\n\nNone.\n",
        draft("Pour it"),
        under("Later"));
  }

  @Test
  void newRowFillsColumnsByName() {
    String table =
        """
        # B

        | # | Task | Effort | Priority | Status | Owner |
        |---|------|--------|----------|--------|-------|
        | 1 | Boil | M | P1 | open | Ina |
        | 2 | **Pour** | S | P1 | in progress | Bo |
        """;
    adds(
        table,
        table + "| 3 | **Drink a \\| b** | L | P1 | to do |  |\n",
        draft("Drink a | b", Optional.of("3"), fields("", "L")),
        ANYWHERE);
  }

  @Test
  void newRowOfAlignedTableIsAligned() {
    String table =
        """
        # B

        | #  | Task       | Status |
        |----|------------|--------|
        | 1  | Boil water | open   |
        """;
    adds(
        table,
        table + "| 2  | Pour       | open   |\n",
        draft("Pour", Optional.of("2"), fields("", "")),
        ANYWHERE);
  }

  @Test
  void newHeadingHasTheLabelsOfItsSiblings() {
    String board =
        """
        # B

        ## Sprint 1

        ### B-1: Boil water

        - **Priority:** high
        - **Status:** done
        - **Effort:** M

        ---

        ### B-2: Pour it

        - **Priority:** high
        - **Status:** open
        - **Effort:** S
        - **Owner:** Bo
        """;
    adds(
        board,
        board
            + """

            ---

            ### B-3: Drink it

            - **Priority:** high
            - **Status:** open
            - **Effort:** L

            Slowly.

            **Plan:**
            1. Sit
            2. Sip
            3. Smile
            """,
        draft("Drink it", Optional.of("B-3"), fields("Slowly.", "L", "Sit", "Sip", "Smile")),
        ANYWHERE);
  }

  @Test
  void unknownHeadingIsReportedWithASuggestionOrTheExistingHeadings() {
    Document backlog =
        AnyReading.board(
                BoardFiles.backlog("# B\n\n## Soon\n\n- [ ] Boil water\n\n## Empty\n").files())
            .board()
            .backlog();
    Problem problem =
        assertThrows(
                ProblemException.class,
                () ->
                    UnmarkedAddStep.on(
                        backlog, draft("Pour it"), AddSite.in(backlog, under("Soom"), List.of())))
            .problem();
    assertTrue(problem.toString().contains("there is no heading 'Soom'"), problem.toString());
    assertTrue(problem.toString().contains("Did you mean 'Soon'?"), problem.toString());
    Problem unlike =
        assertThrows(
                ProblemException.class,
                () ->
                    UnmarkedAddStep.on(
                        backlog, draft("Pour it"), AddSite.in(backlog, under("Attic"), List.of())))
            .problem();
    assertTrue(unlike.toString().contains("There are: Soon, empty."), unlike.toString());
  }

  /** Each difficult backlog accepts a task, or the proof rejects the change; few are rejected. */
  @Test
  void everyKnownBacklogAcceptsATaskOrStaysUnchanged() {
    int taken = 0;
    List<String> refused = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.in("outline")) {
      Board board = AnyReading.board(golden.before()).board();
      if (board.backlog().marked() || board.backlog().groups().isEmpty()) {
        continue;
      }
      Draft draft = new Draft(board, FileNames.DEFAULT, AnyReading.READING);
      AddSite site = AddSite.in(board.backlog(), ANYWHERE, List.of());
      Optional<TaskId> id = UnmarkedAddStep.numbered(site).map(numbered -> new TaskId("ZZ-9001"));
      UnmarkedDraft task = UnmarkedDraft.of("Wash the good cups", id, fields("", ""));
      UnmarkedAddStep step = UnmarkedAddStep.on(board.backlog(), task, site);
      Optional<String> violation = draft.take(step);
      if (violation.isPresent()) {
        assertEquals(board, draft.board());
        refused.add(golden.name() + ": " + violation.get());
        continue;
      }
      Task added = step.added(draft.board().backlog()).orElseThrow();
      assertTrue(added.title().contains("Wash the good cups"), golden.name());
      assertEquals(Optional.of(Status.TODO), added.details().status(), golden.name());
      assertEquals(
          board.backlog().tasks().size() + 1,
          draft.board().backlog().tasks().size(),
          golden.name());
      taken++;
    }
    assertTrue(refused.size() * 20 <= taken, taken + " taken, refused: " + refused);
  }
}
