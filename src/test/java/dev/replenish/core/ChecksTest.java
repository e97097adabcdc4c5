package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.plan.Repair;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Scaffold;
import dev.replenish.text.Edits;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of finding is reported, and repairs change nothing but what is fixable. */
class ChecksTest {
  private static final String HEAD = "## group_begin [type:dev][priority:high]\n";
  private static final String BODY =
      """
      **Status:** todo
      **Plan:**
      1. a
      2. b
      3. c
      **Estimated Effort:** M
      **Relevant Documentation:** docs/a.md
      """;
  private static final String ENTRY =
      """
      ## index_entry_begin
      [id:A-1]
      status: todo
      location: BACKLOG.md
      ## index_entry_end
      """;
  private static final Map<FindingCode, BoardFiles> EXAMPLES = examples();

  private static String task(String header, String body) {
    return "## task_begin\n### # " + header + "\n" + body + "## task_end\n";
  }

  private static String tagged(String id) {
    return task("[id:" + id + "][type:dev][priority:high] Title", BODY);
  }

  private static BoardFiles unmarked(String text) {
    return AnyReading.board(BoardFiles.backlog("# Kitchen\n\n" + text).files());
  }

  private static String group(String... tasks) {
    return HEAD + String.join("", tasks) + "## group_end\n";
  }

  private static BoardFiles board(String... tasks) {
    return BoardFiles.backlog(group(tasks));
  }

  private static BoardFiles todo(String... tasks) {
    return board().with(BoardFiles.TODO, "# TODO\n\n" + String.join("\n", tasks));
  }

  private static Map<FindingCode, BoardFiles> examples() {
    Map<FindingCode, BoardFiles> all = new EnumMap<>(FindingCode.class);
    all.put(FindingCode.GROUP_END_MISSING, BoardFiles.backlog(HEAD + tagged("A-1")));
    all.put(
        FindingCode.GROUP_TAGS_INVALID,
        BoardFiles.backlog("## group_begin [type:dev]\n## group_end\n"));
    all.put(FindingCode.TASK_END_MISSING, board(tagged("A-1").replace("## task_end\n", "")));
    all.put(FindingCode.GLUED_MARKER, board(tagged("A-1").replace("begin\n", "begin")));
    all.put(FindingCode.STRAY_MARKER, board("## task_end\n"));
    all.put(FindingCode.HEADER_MISSING, board("## task_begin\n" + BODY + "## task_end\n"));
    all.put(FindingCode.ID_MISSING, board(task("[type:dev][priority:high] T", BODY)));
    all.put(FindingCode.STRAY_HEADER, board("### # [id:A-1][type:dev] Title\n"));
    all.put(
        FindingCode.SECOND_HEADER,
        board(tagged("A-1").replace("## task_end", tagged("A-2").replace("## task_begin\n", ""))));
    all.put(FindingCode.ID_UNSAFE, board(tagged("A\u202E-1")));
    all.put(FindingCode.DUPLICATE_ID, board(tagged("A-1"), tagged("A-1")));
    all.put(FindingCode.OUTSIDE_GROUP, BoardFiles.backlog(tagged("A-1")));
    all.put(FindingCode.TYPE_MISMATCH, board(tagged("A-1").replace("type:dev", "type:docs")));
    all.put(
        FindingCode.DEPENDENCY_CYCLE,
        board(task("[id:A-1][type:dev][priority:high] T", BODY + "**Dependencies:** A-1\n")));
    all.put(FindingCode.UNCLOSED_BLOCK, BoardFiles.backlog(group() + "<!-- open\n"));
    all.put(
        FindingCode.MIXED_TYPES,
        todo(tagged("A-1"), tagged("A-2").replace("type:dev", "type:docs")));
    all.put(FindingCode.TAG_TYPO, board(task("[id:A-1][type:dev][pririty:hgih] T", BODY)));
    all.put(FindingCode.TYPE_MISSING, board(task("[id:A-1][priority:high] T", BODY)));
    all.put(FindingCode.PRIORITY_MISSING, board(task("[id:A-1][type:dev] T", BODY)));
    all.put(FindingCode.PRIORITY_MISMATCH, board(tagged("A-1").replace("y:high", "y:low")));
    all.put(FindingCode.STATUS_MISSING, board(tagged("A-1").replace("**Status:** todo\n", "")));
    all.put(FindingCode.STATUS_UNKNOWN, board(tagged("A-1").replace("todo", "soon")));
    all.put(FindingCode.PLAN_MISSING, board(tagged("A-1").replace("Plan", "Idea")));
    all.put(FindingCode.PLAN_TOO_SHORT, board(tagged("A-1").replace("3. c\n", "")));
    all.put(FindingCode.EFFORT_MISSING, board(tagged("A-1").replace("** M", "** TBD")));
    all.put(FindingCode.DOCUMENTATION_MISSING, board(tagged("A-1").replace("docs/a.md", "")));
    all.put(
        FindingCode.DEPENDENCY_UNKNOWN,
        board(task("[id:A-1][type:dev][priority:high] T", BODY + "**Dependencies:** B-7\n")));
    all.put(
        FindingCode.DATE_INVALID,
        board(tagged("A-1").replace("## task_end", "**Due:** soon\n## task_end")));
    all.put(
        FindingCode.OVERDUE,
        board(tagged("A-1").replace("## task_end", "**Due:** 2026-02-03\n## task_end")));
    all.put(FindingCode.SEPARATOR_PILE_UP, board("\n---\n\n---\n\n"));
    all.put(
        FindingCode.TODO_OVERFULL,
        todo(
            Stream.of("1", "2", "3", "4", "5", "6")
                .map(n -> tagged("A-" + n))
                .toArray(String[]::new)));
    all.put(FindingCode.STATE_UNDECIDED, unmarked("- [x] A\n  - [ ] a part of it\n- [ ] B\n"));
    all.put(
        FindingCode.READING_UNCLEAR,
        unmarked("## A\n\n- [ ] B\n- [ ] C\n- [ ] D\n\n## E\n\n- F\n"));
    all.put(FindingCode.TASKS_OVERLOOKED, unmarked("# A\n\n[ ] B\n[ ] C\n"));
    all.put(FindingCode.COMMIT_FORBIDDEN, unmarked("Do NOT commit this file.\n\n- [ ] A\n"));
    all.put(FindingCode.ONE_AT_A_TIME, unmarked("Only one task at a time, please.\n\n- [ ] A\n"));
    all.put(FindingCode.INDEX_DAMAGED, indexed(ENTRY.replace("## index_entry_end\n", "") + ENTRY));
    all.put(FindingCode.INDEX_ENTRY_MISSING, indexed("# Index\n"));
    all.put(FindingCode.INDEX_ENTRY_UNKNOWN, indexed(ENTRY + ENTRY.replace("A-1", "A-2")));
    all.put(FindingCode.INDEX_DUPLICATE, indexed(ENTRY + ENTRY));
    String begin = "<!-- replenish:summary -->\n";
    all.put(
        FindingCode.SUMMARY_OUTDATED,
        board(tagged("A-1"), "\n" + begin + "<!-- /replenish:summary -->\n"));
    all.put(FindingCode.SUMMARY_UNUSABLE, board(tagged("A-1"), "\n" + begin));
    all.put(FindingCode.INDEX_MISMATCH, indexed(ENTRY.replace("BACKLOG", "TODO")));
    return all;
  }

  private static BoardFiles indexed(String index) {
    return board(tagged("A-1")).with(BoardFiles.INDEX, index);
  }

  private static List<Finding> findings(BoardFiles files) {
    return Checks.of(files.board(), Policy.DEFAULT.on(LocalDate.of(2026, 2, 4)));
  }

  private static List<FindingCode> codes(BoardFiles files) {
    return findings(files).stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfFindingIsReported(FindingCode code) {
    assumeFalse(code.isOfMerge()); // covered by RepairTest
    assertEquals(1, codes(EXAMPLES.get(code)).stream().filter(code::equals).distinct().count());
  }

  @Test
  void soundBoardHasNoFindings() {
    BoardFiles files = board(tagged("A-1"), "\n---\n\n", tagged("A-2"));
    assertEquals(List.of(), codes(files.with(BoardFiles.TODO, "# TODO\n" + tagged("A-3"))));
  }

  private static BoardFiles repaired(BoardFiles files) {
    return repair(repair(repair(files, BoardFiles.BACKLOG), BoardFiles.TODO), BoardFiles.INDEX);
  }

  private static BoardFiles repair(BoardFiles files, String name) {
    if (!files.files().containsKey(name)) {
      return files;
    }
    SourceText source = SourceText.of(name, "1", files.files().get(name));
    return files.with(name, Repair.edits(source, findings(files)).apply());
  }

  @TestFactory
  Stream<DynamicTest> repairRemovesFindingsAndIsIdempotent() {
    return EXAMPLES.entrySet().stream()
        .filter(entry -> findings(entry.getValue()).stream().anyMatch(Finding::fixable))
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().word(), () -> checkRepair(entry.getKey(), entry.getValue())));
  }

  private static void checkRepair(FindingCode code, BoardFiles before) {
    BoardFiles after = repaired(before);
    assertFalse(codes(after).contains(code));
    assertTrue(findings(after).stream().noneMatch(Finding::fixable), "mended in one go");
    for (String name : List.of(BoardFiles.BACKLOG, BoardFiles.INDEX)) {
      assertEquals(after.text(name), repaired(after).text(name));
      List<String> lines = new ArrayList<>(Run.lines(before, name));
      lines.removeAll(Run.lines(after, name));
      assertTrue(lines.size() <= 1, "touches one line: " + lines);
    }
    assertEquals(ids(before), ids(after));
  }

  private static List<String> ids(BoardFiles files) {
    return files.board().backlog().tasks().stream().map(task -> task.name()).toList();
  }

  private static String repaired(String backlog) {
    return repaired(BoardFiles.backlog(backlog)).text(BoardFiles.BACKLOG);
  }

  private static String headerAfter(String tags) {
    return repaired(group(task(tags, BODY))).lines().skip(2).findFirst().orElseThrow();
  }

  @Test
  void tagsAreRepairedInPlace() {
    String whole = "### # [id:A-1][type:dev][priority:high] T";
    assertEquals(whole, headerAfter("[id:A-1] T"));
    assertEquals(whole, headerAfter("[id:A-1][type:][priority:] T"));
    assertEquals(whole, headerAfter("[id:A-1][tpye:dev][pririty:hgih] T"));
    assertEquals(whole, headerAfter("[id:A-1][type:dev][priority:hihg] T"));
    assertEquals(
        "### # [id:A-1][owner:Ann][type:dev][priority:high] T",
        headerAfter("[id:A-1][owner:Ann][type:dev][prioriti:high] T"));
  }

  @Test
  void ambiguousTagsAreLeftUnchanged() {
    for (String tags :
        List.of(
            "[id:A-1][type:dev][priority:high][p_level:P1] T",
            "[id:A-1][type:dev][priority:high][tpye:docs] T",
            "[id:A-1][type:dev][priority:urgent] T",
            "[id:A-1][type:dev][priority:high][a-very-long-key-of-someone:x] T")) {
      assertEquals("### # " + tags, headerAfter(tags));
    }
    assertEquals(
        List.of(FindingCode.PRIORITY_MISMATCH),
        codes(board(task("[id:A-1][type:dev][priority:urgent] T", BODY))));
  }

  /** Tags and status are all added at the end of the header: the tags must stay on its line. */
  @Test
  void tagsAndStatusAreAddedToHeaderWithoutTitle() {
    String body = BODY.replace("**Status:** todo\n", "");
    assertEquals(
        group(task("[id:A-1][type:dev][priority:high]", BODY)),
        repaired(group(task("[id:A-1]", body))));
  }

  @Test
  void missingGroupEndsAreWrittenWithTheLineEndingOfTheFile() {
    String backlog = HEAD + "\n" + tagged("A-1") + HEAD + tagged("A-2").stripTrailing();
    String expected =
        HEAD
            + "\n"
            + tagged("A-1")
            + "\n## group_end\n\n"
            + HEAD
            + tagged("A-2")
            + "\n## group_end\n";
    assertEquals(expected, repaired(backlog));
    String windows = repaired(backlog.replace("\n", "\r\n"));
    assertEquals(expected.replace("\n", "\r\n"), windows);
  }

  @Test
  void groupEndIsNotAddedWhereAnUnclosedBlockWouldHideIt() {
    for (String open : List.of("<!-- open", "```\n", "<pre>\n\n")) {
      String backlog = HEAD + tagged("A-1") + open;
      assertEquals(backlog, repaired(backlog));
    }
    String closed = HEAD + tagged("A-1") + "<!-- closed -->\n";
    assertEquals(closed + "\n## group_end\n", repaired(closed));
  }

  @Test
  void repeatedSeparatorsAreReducedToOne() {
    String backlog = group("\n---\n\n\n---\n\n---\n***\n---\n\n" + tagged("A-1") + "\n---\n");
    assertEquals(group("\n---\n***\n---\n\n" + tagged("A-1") + "\n---\n"), repaired(backlog));
  }

  @Test
  void headerGluedToMarkerIsMovedToItsOwnLine() {
    String glued = group(tagged("A-1").replace("begin\n", "begin"));
    assertEquals(group(tagged("A-1")), repaired(glued));
  }

  @Test
  void findingsAreSortedByFileAndPosition() {
    BoardFiles files =
        board(tagged("A-1").replace("M\n", "?\n"))
            .with(BoardFiles.TODO, "## task_end\n" + tagged("A-1"))
            .with(BoardFiles.ARCHIVE, "## task_end\n" + tagged("A-1"));
    assertEquals(
        List.of(
            "BACKLOG.md:3:1 duplicate-id",
            "BACKLOG.md:3:1 effort-missing",
            "TODO.md:1:1 stray-marker",
            "TODO.md:3:1 duplicate-id",
            "ARCHIVE.md:1:1 stray-marker",
            "ARCHIVE.md:3:1 duplicate-id"),
        findings(files).stream().map(f -> f.where() + " " + f.code().word()).toList());
  }

  @Test
  void repairMessageListsTheRepairedFindings() {
    List<Finding> findings = findings(board(task("[id:A-1] T", BODY)));
    assertEquals(
        """
        chore(backlog): repair 2 findings

        - priority-missing, 1
        - type-missing, 1

        Replenish-Board: a/b
        Replenish-Repair: priority-missing
        Replenish-Repair: type-missing
        Replenish-Version: 0.1.0
        """,
        Repair.message("a/b", findings, false, "0.1.0", Optional.empty()));
    assertTrue(
        Repair.message(".", findings.subList(0, 1), false, "1", Optional.empty())
            .startsWith("chore(backlog): repair 1 finding\n"));
    assertTrue(
        Repair.message(".", findings, true, "1", Optional.empty())
            .startsWith("chore(backlog): repair 2 findings, add empty required fields\n"));
    assertTrue(
        Repair.message(".", List.of(), true, "1", Optional.empty())
            .startsWith("chore(backlog): add empty required fields\n\n- empty fields"));
  }

  private static String scaffolded(BoardFiles files) {
    SourceText source = files.board().backlog().source();
    Edits edits = Edits.of(source, Scaffold.edits(files.board().backlog(), Policy.REQUIRED));
    return new String(edits.apply(), StandardCharsets.UTF_8);
  }

  @Test
  void scaffoldAddsEmptyFieldsThatStillCountAsMissing() {
    BoardFiles before = board(task("[id:A-1][type:dev][priority:high] T", "**Status:** todo\n"));
    String after = scaffolded(before);
    assertEquals(
        group(
            task(
                "[id:A-1][type:dev][priority:high] T",
                """
                **Status:** todo
                **Plan:**
                1. TBD
                2. TBD
                3. TBD
                **Estimated Effort:** TBD
                **Relevant Documentation:** TBD
                """)),
        after);
    assertEquals(codes(before), codes(BoardFiles.backlog(after)));
    assertEquals(after, scaffolded(BoardFiles.backlog(after)));
  }

  @Test
  void scaffoldLeavesExistingFieldsAndDamagedTasksUnchanged() {
    BoardFiles whole = board(tagged("A-1"));
    assertEquals(whole.text(BoardFiles.BACKLOG), scaffolded(whole));
    BoardFiles damaged = board(task("[id:A-1] T", "").replace("## task_end\n", ""));
    assertEquals(damaged.text(BoardFiles.BACKLOG), scaffolded(damaged));
  }
}
