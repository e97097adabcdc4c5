package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.core.BoardFiles;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The changes of a step are checked against its declared scope, whatever the kind of step. */
class ScopeTest {
  private static final String END = "## group_end\n";

  private static String task(String id) {
    return "## task_begin\n### # [id:"
        + id
        + "][type:dev] Title\n**Status:** todo\n**Estimated Effort:** 2 days\n## task_end\n";
  }

  private static String group(String priority, String... ids) {
    StringBuilder text =
        new StringBuilder("## group_begin [type:dev][priority:" + priority + "]\n\n");
    for (String id : ids) {
      text.append(task(id)).append("\n---\n\n");
    }
    return text.append(END).toString();
  }

  private static final Board BOARD =
      BoardFiles.backlog(group("high", "A-1", "A-2", "A-3") + "\n" + group("low", "B-1", "B-2"))
          .with(BoardFiles.TODO, "# TODO\n\n" + task("T-1") + "\n---\n\n" + task("T-2"))
          .board();
  private static final Document BACKLOG = BOARD.backlog();
  private static final Document TODO = BOARD.todo().orElseThrow();

  /** A minimal step. */
  private record Simple(List<FileChange> changes, Scope scope) implements Step {}

  private static Optional<String> take(Scope scope, FileChange... changes) {
    return new Draft(BOARD, FileNames.DEFAULT, BoardFiles.READING)
        .take(new Simple(List.of(changes), scope));
  }

  private static void assertProven(Scope scope, FileChange... changes) {
    assertEquals(Optional.empty(), take(scope, changes));
  }

  private static void assertRefused(String why, Scope scope, FileChange... changes) {
    assertEquals(Optional.of(why), take(scope, changes));
  }

  private static FileChange edit(Document document, Replacement... edits) {
    return FileChange.edit(Edits.of(document.source(), Arrays.asList(edits)));
  }

  private static Task in(Document document, String id) {
    return document.tasks().stream()
        .filter(task -> task.name().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Replacement removal(Document document, String id) {
    return Replacement.remove(in(document, id).extent());
  }

  private static Replacement insertion(int at, String... ids) {
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      text.append(task(id)).append("\n---\n\n");
    }
    return Replacement.insert(at, text.toString());
  }

  private static int before(Document document, String id) {
    return in(document, id).block().from();
  }

  private static int at(Document document, String text) {
    SourceText source = document.source();
    return source.text(new Span(0, source.length())).indexOf(text);
  }

  @Test
  void undeclaredChangesAreRefused() {
    String why = "other files would change than those of the step";
    FileChange change = edit(TODO, Replacement.insert(0, "A note.\n\n"));
    assertRefused(why, Scope.NOTHING, change);
    assertRefused(why, Scope.of(FileScope.of(FileRole.BACKLOG)), change);
    assertRefused(
        "more than the tasks would change in TODO.md",
        Scope.of(FileScope.of(FileRole.TODO)),
        change);
    assertProven(Scope.of(FileScope.of(FileRole.TODO).allowing(TextRule.insertionAt(0))), change);
  }

  @Test
  void declaredChangesMustHappen() {
    Task task = in(BACKLOG, "A-1");
    assertRefused(
        "the tasks left in BACKLOG.md would not be the ones that stay",
        Scope.of(FileScope.of(FileRole.BACKLOG).leaving(List.of(task))));
    assertRefused(
        "TODO.md would not hold its tasks and those that come, each in order",
        Scope.of(FileScope.of(FileRole.TODO).arriving(Arrival.of(BACKLOG, List.of(task)))));
    assertRefused(
        "ARCHIVE.md would be missing",
        Scope.of(FileScope.of(FileRole.ARCHIVE).arriving(Arrival.of(BACKLOG, List.of(task)))));
  }

  /** A-3 moves before A-1: its block leaves and arrives in the same file. */
  @Test
  void moveWithinGroupIsChecked() {
    Task task = in(BACKLOG, "A-3");
    Arrival arrival =
        Arrival.of(BACKLOG, List.of(task))
            .before(BACKLOG, in(BACKLOG, "A-1"), group -> group.label().contains("high"));
    Scope scope = Scope.of(FileScope.of(FileRole.BACKLOG).leaving(List.of(task)).arriving(arrival));
    Replacement out = removal(BACKLOG, "A-3");
    assertProven(scope, edit(BACKLOG, out, insertion(before(BACKLOG, "A-1"), "A-3")));
    String place = "the tasks that come into BACKLOG.md would not be in their place";
    assertRefused(place, scope, edit(BACKLOG, out, insertion(before(BACKLOG, "A-2"), "A-3")));
    assertRefused(place, scope, edit(BACKLOG, out, insertion(before(BACKLOG, "B-1"), "A-3")));
    String others = "BACKLOG.md would not hold its tasks and those that come, each in order";
    assertRefused(others, scope, edit(BACKLOG, out));
    assertRefused(others, scope, edit(BACKLOG, out, insertion(before(BACKLOG, "A-1"), "A-4")));
    assertRefused(
        place, scope, edit(BACKLOG, out, insertion(before(BACKLOG, "A-1"), "A-3", "A-3")));
    String kept = "the tasks left in BACKLOG.md would not be the ones that stay";
    assertRefused(kept, scope, edit(BACKLOG, insertion(before(BACKLOG, "A-1"), "A-3")));
    assertRefused(
        kept,
        scope,
        edit(BACKLOG, removal(BACKLOG, "A-2"), out, insertion(before(BACKLOG, "A-1"), "A-3")));
  }

  @Test
  void moveToAnotherGroupIsChecked() {
    Task task = in(BACKLOG, "A-3");
    Arrival arrival =
        Arrival.of(BACKLOG, List.of(task)).asLastOf(group -> group.label().contains("low"));
    Scope scope = Scope.of(FileScope.of(FileRole.BACKLOG).leaving(List.of(task)).arriving(arrival));
    Replacement out = removal(BACKLOG, "A-3");
    int end = BACKLOG.source().length() - END.length();
    assertProven(scope, edit(BACKLOG, out, insertion(end, "A-3")));
    assertRefused(
        "the tasks that come into BACKLOG.md would not be in their place",
        scope,
        edit(BACKLOG, out, insertion(before(BACKLOG, "B-2"), "A-3")));
    assertRefused(
        "more than the tasks would change in BACKLOG.md",
        scope,
        edit(BACKLOG, out, insertion(end, "A-3"), Replacement.insert(end, "A note.\n")));
    int marker = at(BACKLOG, "\n## group_begin [type:dev][priority:low]");
    assertRefused(
        "BACKLOG.md would be damaged",
        scope,
        edit(
            BACKLOG,
            out,
            insertion(end, "A-3"),
            Replacement.remove(new Span(marker - END.length(), marker))));
  }

  /** A task goes from TODO.md back to the backlog. */
  @Test
  void deferralIsChecked() {
    List<Task> tasks = List.of(in(TODO, "T-1"));
    Scope scope =
        Scope.of(
            FileScope.of(FileRole.TODO).leaving(tasks),
            FileScope.of(FileRole.BACKLOG)
                .arriving(Arrival.of(TODO, tasks).into(group -> group.label().contains("high"))));
    FileChange out = edit(TODO, removal(TODO, "T-1"));
    FileChange in = edit(BACKLOG, insertion(before(BACKLOG, "A-2"), "T-1"));
    assertProven(scope, out, in);
    assertRefused(
        "BACKLOG.md would not hold its tasks and those that come, each in order", scope, out);
    assertRefused("the tasks left in TODO.md would not be the ones that stay", scope, in);
  }

  @Test
  void editOfFieldIsChecked() {
    Task task = in(BACKLOG, "A-2");
    Span effort = task.details().field(FieldName.EFFORT).map(Field::valueSpan).orElseThrow();
    BlockEdit edit =
        new BlockEdit(
            task,
            List.of(effort),
            Optional.of(new Span(task.position().headerEnd(), task.position().bodyEnd())),
            now ->
                now.id().equals(task.id())
                    && now.details()
                        .field(FieldName.EFFORT)
                        .filter(field -> field.value().equals("3 days"))
                        .isPresent());
    Scope scope = Scope.of(FileScope.of(FileRole.BACKLOG).editing(List.of(edit)));
    Replacement value = Replacement.of(effort, "3 days");
    Replacement note = Replacement.insert(effort.to(), "\n**Notes:** slow");
    assertProven(scope, edit(BACKLOG, value));
    assertProven(scope, edit(BACKLOG, value, note));
    assertRefused("A-2 would not have the requested content", scope, edit(BACKLOG, note));
    assertRefused(
        "A-2 would not have the requested content",
        scope,
        edit(BACKLOG, Replacement.of(effort, "4 days")));
    int title = at(BACKLOG, "Title\n**Status:** todo") + 1;
    Span other = new Span(before(BACKLOG, "A-2") + 40, before(BACKLOG, "A-2") + 41);
    assertRefused(
        "more than the tasks would change in BACKLOG.md",
        scope,
        edit(BACKLOG, value, Replacement.of(other, "x")));
    assertRefused(
        "the tasks left in BACKLOG.md would not be the ones that stay",
        scope,
        edit(BACKLOG, value, Replacement.of(new Span(title, title + 1), "x")));
  }

  @Test
  void restoredFileMustBeAsBefore() {
    Document then =
        BoardFiles.backlog("")
            .with(BoardFiles.TODO, "# TODO\n\n" + task("T-2"))
            .board()
            .todo()
            .orElseThrow();
    Scope scope =
        Scope.of(
            FileScope.of(FileRole.TODO).leaving(List.of(in(TODO, "T-1"))).restoring(then.source()));
    assertProven(
        scope, FileChange.edit(Edits.between(TODO.source(), then.source().bytes()).orElseThrow()));
    assertRefused(
        "TODO.md would not get its earlier content back",
        scope,
        edit(TODO, removal(TODO, "T-1"), Replacement.insert(0, "A note.\n\n")));
  }

  private static final String INDEX =
      "## index_entry_begin\n[id:A-1]\nstatus: todo\nlocation: BACKLOG.md\n## index_entry_end\n";

  private static Optional<String> index(String index, Scope scope, UnaryOperator<String> change) {
    Board board = BoardFiles.backlog(group("high", "A-1")).with(BoardFiles.INDEX, index).board();
    SourceText source = board.index().orElseThrow().source();
    byte[] after = change.apply(index).getBytes(StandardCharsets.UTF_8);
    List<FileChange> changes =
        Edits.between(source, after).map(FileChange::edit).map(List::of).orElse(List.of());
    return new Draft(board, FileNames.DEFAULT, BoardFiles.READING).take(new Simple(changes, scope));
  }

  private static List<ExpectedEntry> expectedEntries() {
    return List.of(ExpectedEntry.of(in(BACKLOG, "A-1"), "BACKLOG.md"));
  }

  @Test
  void indexMayChangeOnlyIfDeclared() {
    UnaryOperator<String> untrue = text -> text.replace("todo", "done");
    Scope indexing = Scope.NOTHING.indexing(expectedEntries());
    assertEquals(Optional.empty(), index(INDEX, Scope.NOTHING, text -> text));
    assertEquals(
        Optional.of("other files would change than those of the step"),
        index(INDEX, Scope.NOTHING, untrue));
    assertEquals(Optional.empty(), index(INDEX, indexing, text -> text));
    assertEquals(
        Optional.of("the index would not be true of the tasks"), index(INDEX, indexing, untrue));
    assertEquals(
        Optional.empty(),
        index(INDEX.replace("todo", "done"), indexing, text -> text.replace("done", "todo")));
  }

  @Test
  void indexMustBeRestoredByteForByte() {
    String old = INDEX.replace("todo", "blocked");
    SourceText then = SourceText.of(BoardFiles.INDEX, "", old.getBytes(StandardCharsets.UTF_8));
    Scope scope = Scope.NOTHING.restoringIndex(then);
    assertEquals(Optional.empty(), index(INDEX, scope, text -> old));
    assertEquals(
        Optional.of("TASK_INDEX.md would not get its earlier content back"),
        index(INDEX, scope, text -> text));
  }

  @Test
  void newIndexIsRefused() {
    Scope scope = Scope.NOTHING.indexing(expectedEntries());
    assertProven(scope);
    assertRefused(
        "an index would be created",
        scope,
        FileChange.create(BoardFiles.INDEX, INDEX.getBytes(StandardCharsets.UTF_8)));
  }
}
