package dev.replenish.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.LineMatches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three-way merges of one file. */
class FileMergeTest {
  private static final String A = task("A", "Boil");
  private static final String B = task("B", "Warm");
  private static final String C = task("C", "Pour");
  private static final String D = task("D", "Sip");

  private static String task(String id, String text) {
    return "## task_begin\n### # [id:"
        + id
        + "][type:dev][priority:high] "
        + text
        + "\n**Status:** todo\n**Description:** "
        + text
        + " it.\n## task_end\n\n---\n\n";
  }

  private static String group(String type, String... tasks) {
    return "## group_begin [type:"
        + type
        + "][priority:high]\n\n"
        + String.join("", tasks)
        + "## group_end\n\n";
  }

  private static String backlog(String... groups) {
    return "# Tea\n\n" + String.join("", groups);
  }

  private static FileMerge.Result result(byte[] base, byte[] ours, byte[] theirs) {
    return FileMerge.of(base, ours, theirs, 7, LineMatches::of);
  }

  private static FileMerge.Result.Merged merged(String base, String ours, String theirs) {
    FileMerge.Result result =
        result(base.getBytes(UTF_8), ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
    return assertInstanceOf(FileMerge.Result.Merged.class, result, result::toString);
  }

  /** The text of a merge without conflicts. */
  private static String clean(String base, String ours, String theirs) {
    FileMerge.Result.Merged merged = merged(base, ours, theirs);
    String text = new String(merged.bytes(), UTF_8);
    assertEquals(List.of(), merged.conflicts(), text);
    return text;
  }

  private static String conflict(String base, String ours, String theirs, String message) {
    FileMerge.Result.Merged merged = merged(base, ours, theirs);
    assertEquals(List.of(message), merged.conflicts());
    return new String(merged.bytes(), UTF_8);
  }

  private static void assertPlain(String base, String ours, String theirs, String why) {
    FileMerge.Result result =
        result(base.getBytes(UTF_8), ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
    FileMerge.Result.Plain plain = assertInstanceOf(FileMerge.Result.Plain.class, result);
    assertTrue(plain.why().contains(why), plain.why());
  }

  @Test
  void removalsOfBothSidesAreMerged() {
    String base = backlog(group("dev", A, B, C, D));
    assertEquals(
        backlog(group("dev", C)),
        clean(base, backlog(group("dev", C, D)), backlog(group("dev", A, B, C))));
  }

  @Test
  void ourNewTasksComeBeforeTheirs() {
    String head = "# Todo\n\n---\n\n";
    assertEquals(head + A + C + D + B, clean(head + A, head + A + C + D, head + A + B));
  }

  @Test
  void newTasksStayBehindTheirNeighbours() {
    String base = backlog(group("dev", A, B));
    assertEquals(
        backlog(group("dev", A, C, B, D)),
        clean(base, backlog(group("dev", A, B, D)), backlog(group("dev", A, C, B))));
  }

  @Test
  void editsOfDifferentLinesOfTaskAreMerged() {
    String long1 = A.replace("## task_end", "**Plan:**\n1. One\n2. Two\n## task_end");
    String ours = long1.replace("2. Two", "2. Too");
    String theirs = long1.replace("Status:** todo", "Status:** blocked");
    assertEquals(ours.replace("Status:** todo", "Status:** blocked"), clean(long1, ours, theirs));
  }

  @Test
  void editsOfSameLineOfTaskConflict() {
    String ours = A.replace("todo", "done");
    String theirs = A.replace("todo", "blocked");
    assertEquals(
        A.replace(
            "**Status:** todo\n",
            "<<<<<<< ours\n**Status:** done\n=======\n**Status:** blocked\n>>>>>>> theirs\n"),
        conflict(A + B, ours + B, theirs, "both sides change A"));
  }

  @Test
  void removalAndEditOfTaskConflict() {
    String edited = A.replace("Boil it", "Boil it well");
    assertEquals(
        B + "<<<<<<< ours\n=======\n" + edited + ">>>>>>> theirs\n",
        conflict(B + A, B, B + edited, "A is removed in ours and edited in theirs"));
    assertEquals(
        "<<<<<<< ours\n" + edited + "=======\n>>>>>>> theirs\n" + B,
        conflict(A + B, edited + B, B, "A is edited in ours and removed in theirs"));
  }

  @Test
  void newTasksWithSameIdConflictAsWhole() {
    String other = task("D", "Wash");
    String text = conflict(A, A + D, A + other, "both sides add a task called D");
    assertTrue(text.contains("<<<<<<< ours\n" + D.replace("\n---\n\n", "") + "======="), text);
  }

  @Test
  void conflictMarkersHaveRequestedSize() {
    FileMerge.Result result =
        FileMerge.of(
            (A + B).getBytes(UTF_8),
            (A.replace("todo", "done") + B).getBytes(UTF_8),
            (A.replace("todo", "blocked") + B).getBytes(UTF_8),
            9,
            LineMatches::of);
    String text = new String(((FileMerge.Result.Merged) result).bytes(), UTF_8);
    assertTrue(text.contains("\n<<<<<<<<< ours\n"), text);
    assertTrue(text.contains("\n=========\n"), text);
    assertTrue(text.contains("\n>>>>>>>>> theirs\n"), text);
  }

  @Test
  void auditCommentsOfBothSidesAreKeptOnceWithEarliestDate() {
    String base = backlog(group("dev", A, B, C));
    String marker = "## group_begin [type:dev][priority:high]\n";
    String ours =
        backlog(group("dev", C))
            .replace(marker, marker + "\n<!-- Tasks A, B moved to TODO.md on 2026-02-05 -->\n");
    String theirs =
        backlog(group("dev"))
            .replace(
                marker,
                marker
                    + "\n<!-- Tasks A, B moved to TODO.md on 2026-02-04 -->\n"
                    + "<!-- Task C moved to TODO.md on 2026-02-06 -->\n");
    assertEquals(theirs, clean(base, ours, theirs));
    assertEquals(theirs, clean(base, theirs, ours));
  }

  @Test
  void auditCommentUndoneByOneSideIsRemoved() {
    String marker = "## group_begin [type:dev][priority:high]\n";
    String withComment = marker + "\n<!-- Task A moved to TODO.md on 2026-02-05 -->\n";
    String base = backlog(group("dev", B)).replace(marker, withComment);
    String undone = backlog(group("dev", A, B));
    String more =
        backlog(group("dev"))
            .replace(marker, withComment + "<!-- Task B moved to TODO.md on 2026-02-06 -->\n");
    String merged = clean(base, undone, more);
    assertEquals(
        backlog(group("dev", A))
            .replace(marker, marker + "\n<!-- Task B moved to TODO.md on 2026-02-06 -->\n"),
        merged);
  }

  @Test
  void differentBatchTypesDoNotConflict() {
    String head = "# Todo\n\n**Batch Type:** (none)\n\n---\n\n";
    String ours = head.replace("(none)", "dev") + A;
    String theirs = head.replace("(none)", "docs") + B;
    assertEquals(ours + B, clean(head, ours, theirs));
  }

  @Test
  void groupsMayBeMovedAndRenamed() {
    String base = backlog(group("dev", A, B), group("docs", C, D));
    String turned = backlog(group("docs", C, D), group("dev", A, B));
    assertEquals(
        backlog(group("docs", C, D), group("dev", B)),
        clean(base, backlog(group("dev", B), group("docs", C, D)), turned));
    assertEquals(
        backlog(group("infra", B), group("docs", C, D)),
        clean(
            base,
            backlog(group("dev", B), group("docs", C, D)),
            backlog(group("infra", A, B), group("docs", C, D))));
  }

  @Test
  void taskGoesToGroupThatOneSideMovedItTo() {
    String base = backlog(group("dev", A, B), group("docs", C));
    String moved = backlog(group("dev", B), group("docs", C, A));
    String edited =
        backlog(group("dev", A.replace("Boil it", "Boil it well"), B), group("docs", C));
    assertEquals(moved.replace("Boil it", "Boil it well"), clean(base, edited, moved));
    assertEquals(moved.replace("Boil it", "Boil it well"), clean(base, moved, edited));
  }

  @Test
  void orderOfSideThatChangedItIsUsed() {
    String base = backlog(group("dev", A, B, C));
    String turned = backlog(group("dev", C, B, A));
    assertEquals(
        backlog(group("dev", C, D, B)), clean(base, backlog(group("dev", B, C, D)), turned));
  }

  @Test
  void proseIsMergedAsText() {
    String base = "# Tea\n\nOne\n\nTwo\n\nThree\n\n" + group("dev", A, B);
    String ours = base.replace("One", "Uno").replace(A, "");
    String theirs = base.replace("Three", "Tre");
    assertEquals(ours.replace("Three", "Tre"), clean(base, ours, theirs));
    assertEquals(
        ours.replace("Uno", "<<<<<<< ours\nUno\n=======\nEins\n>>>>>>> theirs"),
        conflict(base, ours, base.replace("One", "Eins"), "both sides change the same lines"));
  }

  @Test
  void newFilesOfBothSidesAreMerged() {
    String head = "# Archive\n\n---\n\n";
    assertEquals(head + A + B, clean("", head + A, head + B));
  }

  @Test
  void newlyAdjacentTasksAreSeparated() {
    String open = "# Todo\n\n";
    String bare = A.replace("\n---\n\n", "");
    String one = B.replace("\n---\n\n", "\n---\n");
    String two = C.replace("\n---\n\n", "\n---\n");
    assertEquals(open + A + B + two, clean(open + bare, open + A + one, open + A + two));
  }

  @Test
  void indexEntriesAreMergedById() {
    String one =
        "## index_entry_begin\n[id:A]\nlocation: BACKLOG.md\nstatus: todo\n## index_entry_end\n\n";
    String two = one.replace("id:A", "id:B");
    String moved = one.replace("BACKLOG", "TODO");
    String third = one.replace("id:A", "id:C");
    assertEquals(
        "# Index\n\n" + moved + two.replace("BACKLOG", "TODO") + third,
        clean(
            "# Index\n\n" + one + two,
            "# Index\n\n" + moved + two + third,
            "# Index\n\n" + one + two.replace("BACKLOG", "TODO")));
  }

  @Test
  void mergeWithUnchangedSideGivesOtherSideByteForByte() {
    String base = "---\nx: y\n---\n# Tea\n\n\n" + group("dev", A, "Between\n", B) + "\n\nEnd";
    String other = base.replace(A, "").replace("End", "The end");
    assertEquals(other, clean(base, base, other));
    assertEquals(other, clean(base, other, base));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEndingsByteOrderMarkAndMissingFinalLineBreakAreKept(String end) {
    String base = backlog(group("dev", A, B, C)) + "End";
    String merged = base.replace(A, "").replace(C, "");
    String mark = "\uFEFF";
    assertEquals(
        (mark + merged).replace("\n", end),
        clean(
            (mark + base).replace("\n", end),
            (mark + base.replace(A, "")).replace("\n", end),
            (mark + base.replace(C, "")).replace("\n", end)));
  }

  @Test
  void lineEndingsChangedByOneSideAreUsed() {
    String base = backlog(group("dev", A, B, C));
    String merged = base.replace(A, "").replace(C, "");
    String ours = base.replace(A, "");
    String theirs = base.replace(C, "").replace("\n", "\r\n");
    assertEquals(merged.replace("\n", "\r\n"), clean(base, ours, theirs));
    assertEquals(merged.replace("\n", "\r\n"), clean(base, theirs, ours));
  }

  @Test
  void mixedLineEndingsAreKept() {
    String odd = B.replace("\n", "\r\n");
    String base = backlog(group("dev", A, odd, C));
    assertEquals(
        backlog(group("dev", odd)),
        clean(base, backlog(group("dev", odd, C)), backlog(group("dev", A, odd))));
  }

  @Test
  void unusualCharactersAreKept() {
    String odd = task("X", "\u0090 â€” 🚀 漢字 \uFEFF\ttab  ");
    String base = backlog(group("dev", A, odd, C));
    assertEquals(
        backlog(group("dev", odd)),
        clean(base, backlog(group("dev", odd, C)), backlog(group("dev", A, odd))));
  }

  @Test
  void unsuitableFilesAreMergedAsText() {
    String broken = A.replace("## task_end\n", "");
    assertPlain(A + B, broken + B, A + B + C, "damaged");
    assertPlain(A + B, A + B + C, A + B + A.replace("Boil", "Cook"), "two tasks are called A");
    assertPlain("# Tea\n\n- one\n", "# Tea\n\n- two\n", "# Tea\n\n- three\n", "no markers");
    assertPlain(A, A + "<<<<<<< x\na\n=======\nb\n>>>>>>> y\n", A + B, "conflict markers");
    assertPlain(A, A + "\0", A + B, "NUL");
    assertPlain(
        backlog(group("dev", A), group("docs", B)),
        backlog(group("docs", B)),
        backlog(group("dev", A, C), group("docs", B)),
        "removes a group");
  }

  @Test
  void malformedTextIsMergedAsText() {
    byte[] odd = (A + "ab\n").getBytes(UTF_8);
    odd[odd.length - 2] = (byte) 0xFF;
    FileMerge.Result result = result(A.getBytes(UTF_8), odd, (A + B).getBytes(UTF_8));
    assertInstanceOf(FileMerge.Result.Plain.class, result);
  }

  @ParameterizedTest
  @CsvSource({"dev, docs", "docs, infra"})
  void movesToDifferentGroupsAreMergedAsText(String one, String other) {
    String base = backlog(group("ops", A, B), group(one, C), group(other, D));
    assertPlain(
        base,
        backlog(group("ops", B), group(one, C, A), group(other, D)),
        backlog(group("ops", B), group(one, C), group(other, D, A)),
        "different groups");
  }

  private static String summary(String text) {
    return "<!-- replenish:summary -->\n" + text + "\n<!-- /replenish:summary -->\n\n";
  }

  /** Both sides count different tasks; the next command writes the correct summary. */
  @Test
  void summariesNeverConflict() {
    String base = summary("0 of 3") + backlog(group("dev", A, B, C));
    String ours = summary("1 of 3") + backlog(group("dev", B, C));
    String theirs = summary("0 of 4") + backlog(group("dev", A, B, C, D));
    assertEquals(summary("1 of 3") + backlog(group("dev", B, C, D)), clean(base, ours, theirs));
    String one = backlog(group("dev", A, B, C));
    assertEquals(summary("1 of 3") + backlog(group("dev", B, C, D)), clean(one, ours, theirs));
  }

  /** Inside a task, the markers are ordinary text. */
  @Test
  void summariesInTasksAreMergedAsText() {
    String with = A.replace("## task_end", summary("%s").strip() + "\n## task_end");
    String base = backlog(group("dev", with.formatted("old")));
    String theirs = backlog(group("dev", with.formatted("new")));
    assertEquals(theirs, clean(base, base, theirs));
  }
}
