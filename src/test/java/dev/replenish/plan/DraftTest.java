package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Readme;
import dev.replenish.core.BoardFiles;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a draft refuses before it checks the scope, and how it combines several steps. */
class DraftTest {
  private static final String SUMMARY =
      "<!-- replenish:summary -->\nold\n<!-- /replenish:summary -->\n\n";
  private static final String BACKLOG =
      "## group_begin [type:dev][priority:high]\n\n## group_end\n";
  private static final String ERROR = "## task_begin\n";

  /** Allows notes to be inserted into each file. */
  private static final Scope NOTES =
      Scope.of(notes(FileRole.BACKLOG), notes(FileRole.TODO), notes(FileRole.ARCHIVE));

  private static FileScope notes(FileRole file) {
    return FileScope.of(file).allowing(TextRule.insertions());
  }

  private record Simple(List<FileChange> changes, Scope scope, List<Simple> otherwise)
      implements Step {}

  private static Simple step(Scope scope, FileChange... changes) {
    return new Simple(List.of(changes), scope, List.of());
  }

  private static BoardFiles files() {
    return BoardFiles.backlog(BACKLOG)
        .with(BoardFiles.TODO, "# TODO\n")
        .with(BoardFiles.ARCHIVE, "# Archive\n");
  }

  private static Draft draft(Board board) {
    return new Draft(board, FileNames.DEFAULT, BoardFiles.READING);
  }

  private static FileChange note(Document document, String text) {
    return FileChange.edit(Edits.of(document.source(), List.of(Replacement.insert(0, text))));
  }

  private static FileChange create(String path, String text) {
    return FileChange.create(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String why, Board board, Step step) {
    Draft draft = draft(board);
    assertEquals(Optional.of(why), draft.take(step));
    assertEquals(board, draft.board());
    assertEquals(List.of(), draft.changes());
  }

  @Test
  void changesOfOtherFilesAreRefused() {
    Board board = files().board();
    String why = "other files would change than those of the board";
    assertRefused(why, board, step(NOTES, create("notes.md", "A note.\n")));
    assertRefused(why, board, step(NOTES, create(Readme.NAME, "A note.\n")));
    assertRefused(why, board, step(NOTES, create("sub/ARCHIVE.md", "A note.\n")));
    FileChange todo = note(board.todo().orElseThrow(), "A note.\n");
    assertRefused(why, board, step(NOTES, todo, todo));
    Board below = new Board("sub", board.backlog(), board.todo(), board.archive(), board.index());
    assertRefused(why, below, step(NOTES, todo));
    Board summarized = files().with(Readme.NAME, SUMMARY).board();
    assertRefused(why, summarized, step(NOTES, create("OTHER.md", "A note.\n")));
  }

  @Test
  void changesThatEditsDoNotExplainAreRefused() {
    Board board = files().board();
    String why = "bytes outside the edits of TODO.md would change";
    assertRefused(why, board, step(NOTES, create(BoardFiles.TODO, "# TODO\n")));
    Document other = files().board().todo().orElseThrow();
    assertRefused(why, board, step(NOTES, note(other, "A note.\n")));
    SourceText none = SourceText.of(BoardFiles.ARCHIVE, "", new byte[0]);
    Board without =
        new Board(board.dir(), board.backlog(), board.todo(), Optional.empty(), board.index());
    assertRefused(
        "bytes outside the edits of ARCHIVE.md would change",
        without,
        step(NOTES, FileChange.edit(Edits.of(none, List.of(Replacement.insert(0, "A note.\n"))))));
  }

  @Test
  void missingOrEmptyFileIsCreated() {
    for (BoardFiles files :
        List.of(BoardFiles.backlog(BACKLOG), BoardFiles.backlog(BACKLOG).with("ARCHIVE.md", ""))) {
      Draft draft = draft(files.board());
      Scope scope = Scope.of(notes(FileRole.ARCHIVE));
      assertEquals(Optional.empty(), draft.take(step(scope, create("ARCHIVE.md", "A note.\n"))));
      assertEquals("A note.\n", text(draft.changes().get(0)));
    }
  }

  private static String text(FileChange change) {
    return new String(change.after(), StandardCharsets.UTF_8);
  }

  private static Scope rewriting(Optional<String> violation, boolean restores) {
    return Scope.rewriting(
        new Scope.Rewrite() {
          @Override
          public Optional<String> violation(Board before, Board after) {
            return violation;
          }

          @Override
          public boolean restores() {
            return restores;
          }
        });
  }

  @Test
  void onlyRestoringRewriteMayDamageFile() {
    Board board = files().board();
    Document todo = board.todo().orElseThrow();
    Document archive = board.archive().orElseThrow();
    for (Document document : List.of(board.backlog(), todo, archive)) {
      FileChange damage = note(document, ERROR);
      String why = document.path() + " would be damaged";
      assertRefused(why, board, step(rewriting(Optional.empty(), false), damage));
      assertEquals(
          Optional.empty(), draft(board).take(step(rewriting(Optional.empty(), true), damage)));
      assertRefused("no.", board, step(rewriting(Optional.of("no."), true), damage));
      FileChange fine = note(document, "A note.\n\n");
      assertRefused("no.", board, step(rewriting(Optional.of("no."), false), fine));
      assertEquals(
          Optional.empty(), draft(board).take(step(rewriting(Optional.empty(), false), fine)));
    }
    Scope plain = Scope.rewriting((before, after) -> Optional.empty());
    assertRefused("TODO.md would be damaged", board, step(plain, note(todo, ERROR)));
  }

  @Test
  void existingErrorsMayStay() {
    Board board = files().with(BoardFiles.TODO, ERROR + ERROR).board();
    FileChange note = note(board.todo().orElseThrow(), "A note.\n\n");
    assertEquals(Optional.empty(), draft(board).take(step(NOTES, note)));
  }

  @Test
  void firstProvableAlternativeIsTaken() {
    Board board = files().board();
    Document todo = board.todo().orElseThrow();
    Simple first = step(NOTES, note(todo, ERROR));
    Simple second = step(Scope.NOTHING, note(todo, "Second.\n"));
    Simple third = step(NOTES, note(todo, "Third.\n"));
    Simple fourth = step(NOTES, note(todo, "Fourth.\n"));
    Draft draft = draft(board);
    List<Simple> others = List.of(second, third, fourth);
    assertEquals(Optional.empty(), draft.take(new Simple(first.changes(), NOTES, others)));
    assertEquals("Third.\n# TODO\n", text(draft.changes().get(0)));
    assertRefused(
        "TODO.md would be damaged",
        board,
        new Simple(first.changes(), NOTES, List.of(second, first)));
    Draft good = draft(board);
    assertEquals(Optional.empty(), good.take(new Simple(third.changes(), NOTES, List.of(fourth))));
    assertEquals("Third.\n# TODO\n", text(good.changes().get(0)));
  }

  @Test
  void summariesAreUpdatedAfterStepWithChanges() {
    Board board = files().with(BoardFiles.BACKLOG, SUMMARY + BACKLOG).board();
    Draft idle = draft(board);
    assertEquals(Optional.empty(), idle.take(step(NOTES)));
    assertEquals(List.of(), idle.changes());
    Draft draft = draft(board);
    FileChange todo = note(board.todo().orElseThrow(), "A note.\n\n");
    assertEquals(Optional.empty(), draft.take(step(NOTES, todo)));
    assertEquals(List.of("TODO.md", "BACKLOG.md"), paths(draft));
    assertRefused(
        "more than the tasks would change in TODO.md", board, step(todoWithoutInsertions(), todo));
  }

  private static Scope todoWithoutInsertions() {
    return Scope.of(FileScope.of(FileRole.TODO));
  }

  private static List<String> paths(Draft draft) {
    List<String> paths = new ArrayList<>();
    draft.changes().forEach(change -> paths.add(change.path()));
    return paths;
  }

  @Test
  void stepsOnOneFileAreCombinedIntoOneChange() {
    Draft draft = draft(files().board());
    assertEquals(Optional.empty(), draft.take(step(NOTES, noteNow(draft, "One.\n"))));
    assertEquals(Optional.empty(), draft.take(step(NOTES, noteNow(draft, "Two.\n"))));
    assertEquals(List.of("TODO.md"), paths(draft));
    FileChange change = draft.changes().get(0);
    assertEquals("Two.\nOne.\n# TODO\n", text(change));
    assertEquals("# TODO\n", new String(change.before(), StandardCharsets.UTF_8));
    SourceText now = draft.board().todo().orElseThrow().source();
    FileChange back = FileChange.edit(Edits.between(now, change.before()).orElseThrow());
    assertEquals(Optional.empty(), draft.take(step(rewriting(Optional.empty(), false), back)));
    assertEquals(List.of(), draft.changes());
  }

  private static FileChange noteNow(Draft draft, String text) {
    return note(draft.board().todo().orElseThrow(), text);
  }

  @Test
  void newFileStaysNewAfterFurtherEdits() {
    Draft draft = draft(BoardFiles.backlog(BACKLOG).board());
    Scope scope = Scope.of(notes(FileRole.TODO));
    assertEquals(Optional.empty(), draft.take(step(scope, create("TODO.md", "# TODO\n"))));
    assertEquals(Optional.empty(), draft.take(step(scope, noteNow(draft, "One.\n"))));
    FileChange change = draft.changes().get(0);
    assertEquals("One.\n# TODO\n", text(change));
    assertEquals(Optional.empty(), change.edits());
  }

  private static SourceText source(Board board, String name) {
    return switch (name) {
      case BoardFiles.BACKLOG -> board.backlog().source();
      case BoardFiles.TODO -> board.todo().orElseThrow().source();
      case BoardFiles.ARCHIVE -> board.archive().orElseThrow().source();
      case BoardFiles.INDEX -> board.index().orElseThrow().source();
      default -> board.readme().orElseThrow().source();
    };
  }

  @Test
  void everyChangedFileIsReadAgain() {
    BoardFiles files =
        files().with(BoardFiles.INDEX, "# Index\n").with(Readme.NAME, "# Read\n\n" + SUMMARY);
    for (String name : files.files().keySet()) {
      Draft draft = draft(files.board());
      SourceText old = source(draft.board(), name);
      FileChange change =
          FileChange.edit(Edits.of(old, List.of(Replacement.insert(0, "A note.\n\n"))));
      Step step = step(rewriting(Optional.empty(), false), change);
      assertEquals(Optional.empty(), draft.take(step), name);
      SourceText now = source(draft.board(), name);
      assertEquals("A note.", now.text(new Span(0, 7)), name);
      assertTrue(now.id().startsWith(old.id() + "+"), name);
    }
  }
}
