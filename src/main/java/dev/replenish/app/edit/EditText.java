package dev.replenish.app.edit;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.Proposal;
import dev.replenish.app.Transaction;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.audit.Event;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.Draft;
import dev.replenish.plan.add.GroupKey;
import dev.replenish.plan.edit.BlockStep;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Lets the user edit the text of one task (docs/reference/editing.md, "In an editor"). */
public final class EditText {
  private final String id;
  private final TaskEditor editor;
  private final CommitRequest how;

  private EditText(String id, TaskEditor editor, CommitRequest how) {
    this.id = id;
    this.editor = editor;
    this.how = how;
  }

  /** The text to open, or the result of an earlier call with the same key. */
  private record Opened(String text, Optional<ChangeResult> before) {}

  /**
   * Opens the task that {@code id} names in the editor, and commits the edited text.
   *
   * @throws ProblemException if there is no such task, or if the edited text is not exactly this
   *     task; the text is kept then
   */
  public static List<BoardResult<ChangeResult>> edit(
      CallContext context, String id, TaskEditor editor, CommitRequest how) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, how);
      EditText command = new EditText(id, editor, how);
      String dir = EditTask.board(workspace, transaction.tip(), id);
      return List.of(BoardResult.of(dir, () -> command.run(transaction, dir)));
    }
  }

  private ChangeResult run(Transaction transaction, String dir) {
    Opened opened =
        transaction.preview(
            dir,
            base -> open(new Editing(base, base.draft(), id).text()),
            replay -> new Opened("", Optional.of(EditTask.replayed(replay))));
    if (opened.before().isPresent()) {
      return opened.before().get();
    }
    String text = editor.edit(opened.text());
    try {
      ChangeResult result =
          transaction.run(dir, base -> propose(base, opened.text(), text), EditTask::replayed);
      editor.discard();
      return result;
    } catch (ProblemException refusal) {
      throw withKeptFile(refusal);
    }
  }

  private static Proposal<Opened> open(String text) {
    return new Proposal<>(List.of(), () -> "", ending -> new Opened(text, Optional.empty()));
  }

  /** The refusal with the name of the file that holds the edited text. */
  private ProblemException withKeptFile(ProblemException refusal) {
    Problem problem = refusal.problem();
    if (!problem.kept().equals(Problem.NOTHING_WRITTEN)) {
      return refusal;
    }
    String kept = "Nothing was committed; your text is in " + editor.file() + ".";
    return problem.keeping(kept).refusal(refusal);
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base, String before, String text) {
    Draft draft = base.draft();
    Editing editing = new Editing(base, draft, id);
    if (!editing.text().equals(before)) {
      throw new ProblemException(
          ErrorCode.CONFLICT,
          editing.task().name() + " has been changed meanwhile",
          "Call 'replenish edit' again, and merge the two versions.");
    }
    if (text.isBlank()) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the editor left an empty file",
          "To give up a task, use 'replenish reject'.");
    }
    rewrite(base, editing, text);
    base.updateIndex(draft, editing.task().id().stream().toList());
    return new TaskProposal(base, draft, editing.file(), editing.task(), Event.EDITED)
        .proposal(how.key());
  }

  private void rewrite(BoardSnapshot base, Editing editing, String text) {
    Document document = editing.document();
    Task task = editing.task();
    SourceText source = document.source();
    String newLine = source.lineEnding(LineEnding.LF).text();
    String old = source.text(task.block());
    String now = text.replace("\r\n", "\n").stripTrailing().replace("\n", newLine);
    now += LineEnding.isEnded(old) ? newLine : "";
    if (now.equals(old)) {
      return;
    }
    requireTask(base, editing, now);
    boolean named = task.isNamed();
    editing.take(
        BlockStep.text(
            editing.file(),
            document,
            task,
            now,
            read ->
                named && !read.id().equals(task.id())
                    ? Optional.of(task.name() + " would be another task")
                    : Optional.empty()));
    Task after = editing.task();
    Optional<Group> group = editing.group();
    boolean tagged = after.type().isPresent() && after.priority().isPresent();
    if (after.form().isEmpty() && group.isPresent() && tagged) {
      editing.regroup(new GroupKey(after.priority().get(), after.type().get()));
    }
  }

  /**
   * Reads the edited text in its place in the document, and refuses it unless it is still this one
   * task. The first error is reported with its line in the file that is kept.
   */
  private void requireTask(BoardSnapshot base, Editing editing, String now) {
    Document before = editing.document();
    Task old = editing.task();
    SourceText source = before.source();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(source.copy(new Span(0, old.block().from())));
    bytes.writeBytes(now.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(source.copy(new Span(old.block().to(), source.length())));
    SourceText text = SourceText.of(source.path(), "edited", bytes.toByteArray());
    BoardReader reader = base.reader().forBoard(base.board());
    Document after = reader.read(text, editing.file());
    int lines = (int) now.lines().count();
    for (Finding finding : after.findings()) {
      int line = finding.where().line() - old.line() + 1;
      boolean known = before.findings().size() == after.findings().size();
      if (!known && line >= 1 && line <= lines) {
        throw invalid(line, finding.message());
      }
    }
    int place = before.tasks().indexOf(old);
    List<Task> tasks = after.tasks();
    int more = tasks.size() - before.tasks().size();
    if (more > 0 && place + 1 < tasks.size()) {
      throw invalid(tasks.get(place + 1).line() - old.line() + 1, "a second task begins here");
    }
    boolean same =
        more == 0
            && tasks.get(place).line() == old.line()
            && (!old.isNamed() || tasks.get(place).id().equals(old.id()));
    if (!same) {
      throw invalid(1, "this is no longer the task " + OneLine.clean(old.name()));
    }
  }

  private ProblemException invalid(int line, String message) {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        new Location(editor.file(), line, 1),
        message,
        "Call 'replenish edit' again, and leave exactly one task with its id.");
  }
}
