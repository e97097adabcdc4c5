package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.core.AnyReading;
import dev.replenish.core.BoardFiles;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Undeclared changes of one file, and the message that refuses each. */
class FileProofTest {
  private static final String STAY = "the tasks left in BACKLOG.md would not be the ones that stay";
  private static final String MORE = "more than the tasks would change in BACKLOG.md";
  private static final String GROUPS = "the groups of BACKLOG.md would change";
  private static final String ARRIVE =
      "BACKLOG.md would not hold its tasks and those that come, each in order";
  private static final String PLACE =
      "the tasks that come into BACKLOG.md would not be in their place";
  private static final FileScope NOTHING = FileScope.of(FileRole.BACKLOG);

  /** Allows any text, so that no other part of the proof refuses it first. */
  private static final FileScope TEXT = NOTHING.allowing((source, gone, comes) -> true);

  private record Simple(List<FileChange> changes, Scope scope) implements Step {}

  private static Board board(String backlog) {
    return AnyReading.board(Map.of(BoardFiles.BACKLOG, backlog.getBytes(StandardCharsets.UTF_8)))
        .board();
  }

  private static String text(Document document) {
    SourceText source = document.source();
    return source.text(new Span(0, source.length()));
  }

  private static Optional<String> violation(Board board, FileScope scope, Replacement... edits) {
    FileChange change = FileChange.edit(Edits.of(board.backlog().source(), List.of(edits)));
    return new Draft(board, FileNames.DEFAULT, AnyReading.READING)
        .take(new Simple(List.of(change), Scope.of(scope)));
  }

  private static void assertRefused(
      String why, Board board, FileScope scope, Replacement... edits) {
    assertEquals(Optional.of(why), violation(board, scope, edits));
  }

  private static void assertProven(Board board, FileScope scope, Replacement... edits) {
    assertEquals(Optional.empty(), violation(board, scope, edits));
  }

  private static Span in(Board board, String words) {
    int at = text(board.backlog()).indexOf(words);
    return new Span(at, at + words.length());
  }

  private static Replacement replace(Board board, String words, String by) {
    return Replacement.of(in(board, words), by);
  }

  private static Replacement insert(Board board, String before, String text) {
    return Replacement.insert(in(board, before).from(), text);
  }

  private static Task task(Board board, String title) {
    return board.backlog().tasks().stream()
        .filter(task -> task.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<Group> of(String type) {
    return group -> group.type().equals(Optional.of(type));
  }

  private static Arrival arrival(String... blocks) {
    return Arrival.of(
        List.of(blocks).stream()
            .map(block -> Arrival.Block.written(block, task -> Optional.empty()))
            .toList());
  }

  private static Board boxes() {
    return board("# Tea\n\n## Kitchen\n\n- [ ] Boil\n- [ ] Pour\n\n## Garden\n\n- [ ] Rake\n");
  }

  @Test
  void separatorsMayBeAddedButNotPileUp() {
    Board board = board(between("## group_begin [type:dev][priority:high]\n\n", block("A-1"), END));
    assertProven(board, NOTHING, insert(board, END, "\n---\n\n"));
    Replacement two = insert(board, END, "\n---\n\n---\n\n");
    assertRefused("BACKLOG.md would be damaged", board, NOTHING, two);
    assertProven(board, NOTHING.leniently(), two);
    assertRefused(MORE, board, NOTHING, insert(board, END, "text\n"));
    assertRefused(MORE, board, NOTHING, replace(board, "\n\n## task_begin", "\n## task_begin"));
  }

  private static final String END = "## group_end\n";

  private static String between(String begin, String middle, String end) {
    return begin + middle + end;
  }

  private static String block(String id) {
    return "## task_begin\n### # [id:" + id + "][type:dev] T\n**Status:** todo\n## task_end\n";
  }

  @Test
  void changedGroupIsRefused() {
    String first = "## group_begin [type:dev][priority:high]\n";
    String second = "## group_begin [type:docs][priority:low]\n";
    Board board = board(first + block("A-1") + block("A-2") + END + second + END);
    assertRefused(GROUPS, board, TEXT, replace(board, "priority:high", "priority:low"));
    assertRefused(
        GROUPS, board, TEXT, Replacement.insert(board.backlog().source().length(), second + END));
    assertRefused(GROUPS, board, TEXT, Replacement.remove(in(board, second + END)));
    Board three = board(first + block("A-1") + END + second + block("A-2") + END);
    assertRefused(
        GROUPS,
        three,
        TEXT,
        Replacement.remove(in(three, END + second)),
        Replacement.insert(three.backlog().source().length(), second + END));
    assertProven(board, TEXT, replace(board, END + second, END + "\nA note.\n\n" + second));
  }

  @Test
  void groupMayBeCreatedForArrivingTasks() {
    String first = "## group_begin [type:dev][priority:high]\n" + block("A-1") + END;
    Board board = board(first);
    String docs = block("B-1").replace("dev", "docs");
    String second = "## group_begin [type:docs][priority:low]\n" + docs + END;
    FileScope scope = TEXT.arriving(arrival(docs).asLastOf(of("docs")));
    int end = board.backlog().source().length();
    assertProven(board, scope, Replacement.insert(end, second));
    assertRefused(
        GROUPS,
        board,
        scope,
        Replacement.insert(end, second + second.replace(docs, "").replace("docs", "tea")));
    assertRefused(
        PLACE,
        board,
        TEXT.arriving(arrival(docs).asLastOf(of("tea"))),
        Replacement.insert(end, second));
    assertRefused(GROUPS, board, TEXT.arriving(arrival(docs)), Replacement.insert(end, second));
    Board with = board(first + "## group_begin [type:docs][priority:low]\n" + END);
    assertRefused(
        GROUPS, with, scope, Replacement.insert(with.backlog().source().length(), second));
  }

  @Test
  void arrivingTasksMustKeepTheirOrderAndPlace() {
    Board board = board("## group_begin [type:dev][priority:high]\n" + block("A-1") + END);
    Arrival both = arrival(block("B-1"), block("B-2"));
    Replacement behind = insert(board, END, block("B-1") + block("B-2"));
    Replacement turned = insert(board, END, block("B-2") + block("B-1"));
    assertProven(board, NOTHING.arriving(both), behind);
    assertRefused(ARRIVE, board, NOTHING.arriving(both), turned);
    assertProven(board, NOTHING.arriving(both.unordered()), turned);
    assertProven(board, NOTHING.arriving(both.into(of("dev"))), behind);
    assertProven(board, NOTHING.arriving(both.asLastOf(of("dev"))), behind);
    assertRefused(
        PLACE,
        board,
        NOTHING.arriving(both.asLastOf(of("dev"))),
        insert(board, block("A-1"), block("B-1") + block("B-2")));
    Task first = board.backlog().tasks().get(0);
    Arrival before = both.before(board.backlog(), first, of("dev"));
    assertProven(
        board, NOTHING.arriving(before), insert(board, block("A-1"), block("B-1") + block("B-2")));
    assertRefused(PLACE, board, NOTHING.arriving(before), behind);
    assertRefused(ARRIVE, board, NOTHING.arriving(both), insert(board, END, block("B-1")));
    assertRefused(ARRIVE, board, NOTHING, behind);
    assertRefused(ARRIVE, board, NOTHING.arriving(arrival(block("B-1"))), behind);
    assertProven(
        board, NOTHING.arriving(arrival(block("B-1"))).arriving(arrival(block("B-2"))), turned);
    Board empty = board("## group_begin [type:dev][priority:high]\n" + END);
    assertProven(
        empty,
        NOTHING.arriving(arrival(block("B-1")).asLastOf(of("dev"))),
        insert(empty, END, block("B-1")));
  }

  @Test
  void arrivingTaskMustPassItsCheck() {
    Board board = board("## group_begin [type:dev][priority:high]\n" + block("A-1") + END);
    Arrival.Block objected =
        Arrival.Block.written(block("B-1"), task -> Optional.of(task.name() + " is wrong"));
    assertRefused(
        "B-1 is wrong",
        board,
        NOTHING.arriving(Arrival.of(List.of(objected))),
        insert(board, END, block("B-1")));
  }

  @Test
  void existingTemplatesMustStay() {
    String template = block("A-YYYYMMDD-NNN");
    Board board =
        board("## group_begin [type:dev][priority:high]\n" + template + block("A-1") + END);
    assertRefused(STAY, board, TEXT, replace(board, template, template.replace("T\n", "U\n")));
    assertRefused(STAY, board, TEXT, Replacement.remove(in(board, template)));
    assertProven(board, TEXT, insert(board, END, template));
    assertProven(board, TEXT, insert(board, END, template.replace("T\n", "U\n")));
    assertRefused(
        STAY,
        board,
        TEXT,
        insert(board, END, template),
        replace(board, "NNN][type:dev] T", "NNN][type:dev] U"));
    String twice = text(board.backlog()).replace(template, template + template);
    SourceText then = SourceText.of(BoardFiles.BACKLOG, "", twice.getBytes(StandardCharsets.UTF_8));
    assertRefused(STAY, board, NOTHING.restoring(then), insert(board, template, template));
  }

  @Test
  void restoredFileMustBeAsBefore() {
    Board board = boxes();
    UnaryOperator<String> without = text -> text.replace("- [ ] Pour\n", "");
    String old = text(board.backlog());
    SourceText then =
        SourceText.of(BoardFiles.BACKLOG, "", without.apply(old).getBytes(StandardCharsets.UTF_8));
    Replacement out = Replacement.remove(in(board, "- [ ] Pour\n"));
    FileScope leaving = NOTHING.leaving(List.of(task(board, "Pour")));
    assertProven(board, leaving.restoring(then), out);
    assertRefused(STAY, board, NOTHING.restoring(then), out);
    assertRefused(
        "BACKLOG.md would not get its earlier content back",
        board,
        leaving.restoring(then),
        out,
        insert(board, "## Garden", "A note.\n\n"));
    Board after = board(without.apply(old));
    SourceText again = SourceText.of(BoardFiles.BACKLOG, "", old.getBytes(StandardCharsets.UTF_8));
    Replacement in = insert(after, "\n## Garden", "- [ ] Pour\n");
    assertProven(after, NOTHING.restoring(again).arriving(arrival("- [ ] Pour\n")), in);
    assertRefused(STAY, after, NOTHING.restoring(again), in);
    assertRefused(STAY, after, NOTHING.restoring(again).arriving(arrival("- [ ] Pours\n")), in);
  }

  @Test
  void missingFileIsRefusedIfTasksArriveOrItIsRestored() {
    Board board = boxes();
    Draft draft = new Draft(board, FileNames.DEFAULT, AnyReading.READING);
    FileScope archive = FileScope.of(FileRole.ARCHIVE);
    assertEquals(Optional.empty(), draft.take(new Simple(List.of(), Scope.of(archive))));
    assertEquals(
        Optional.of("ARCHIVE.md would be missing"),
        draft.take(new Simple(List.of(), Scope.of(archive.arriving(arrival("- [x] Boil\n"))))));
    assertEquals(
        Optional.of("ARCHIVE.md would not get its earlier content back"),
        draft.take(new Simple(List.of(), Scope.of(archive.restoring(board.backlog().source())))));
  }

  @Test
  void stateChangedByHeadingIsRefused() {
    Board board = boxes();
    Replacement done = replace(board, "Garden", "Someday");
    assertRefused(STAY, board, TEXT, done);
    assertRefused(GROUPS, board, TEXT.leniently(), done);
    assertRefused(GROUPS, board, TEXT, replace(board, "Garden", "Yard"));
    assertProven(board, TEXT, replace(board, "Tea", "Coffee"));
  }

  private static BlockEdit edit(Task task, Predicate<Task> becomes) {
    Span block = task.block();
    return new BlockEdit(task, List.of(block), Optional.empty(), becomes);
  }

  @Test
  void editedTaskMustBecomeAsDeclared() {
    Board board = boxes();
    Task boil = task(board, "Boil");
    FileScope scope = NOTHING.editing(List.of(edit(boil, now -> now.title().equals("Boil water"))));
    assertProven(board, scope, replace(board, "Boil", "Boil water"));
    assertProven(board, scope, replace(board, "- [ ] Boil\n", "- [ ] Boil water\n"));
    String other = boil.name() + " would not have the requested content";
    assertRefused(other, board, scope, replace(board, "Boil", "Boil tea"));
    assertRefused(
        STAY,
        board,
        scope,
        replace(board, "Boil", "Boil water"),
        replace(board, "Pour", "Pouring"));
    assertRefused(
        STAY, board, scope, replace(board, "- [ ] Boil\n", "- [ ] Boil water\n- [ ] More\n"));
    assertRefused(
        MORE, board, scope, replace(board, "Boil", "Boil water"), replace(board, "Tea", "Teas"));
    FileScope finished = NOTHING.editing(List.of(edit(boil, now -> !now.isActive())));
    assertProven(board, finished, replace(board, "[ ] Boil", "[x] Boil"));
    assertRefused(
        STAY,
        board,
        finished,
        replace(board, "[ ] Boil", "[x] Boil"),
        replace(board, "[ ] Pour", "[x] Pour"));
  }

  @Test
  void unmarkedGroupDisappearsWithItsLastTask() {
    Board board = boxes();
    Task rake = task(board, "Rake");
    FileScope scope = NOTHING.leaving(List.of(rake));
    assertProven(board, scope, Replacement.remove(in(board, "- [ ] Rake\n")));
    assertRefused(STAY, board, scope, Replacement.remove(in(board, "- [ ] Pour\n")));
    assertRefused(MORE, board, scope, Replacement.of(in(board, "- [ ] Rake\n"), "text\n"));
  }
}
