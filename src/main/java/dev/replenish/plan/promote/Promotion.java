package dev.replenish.plan.promote;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.Task;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.plan.AppendedBlocks;
import dev.replenish.plan.AuditComment;
import dev.replenish.plan.Explicit;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.IndexUpdate;
import dev.replenish.plan.UnmarkedPlacement;
import dev.replenish.plan.Values;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.text.Ascii;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a batch into edits of the board's files (docs/reference/moving.md). */
record Promotion(Board board, Policy policy, FileNames files, LocalDate date) {

  List<FileChange> move(Selection.Batch batch, Explicit explicit) {
    List<FileChange> changes = new ArrayList<>();
    changes.add(FileChange.edit(backlog(batch, explicit)));
    changes.add(todo(batch, explicit));
    changes.addAll(IndexUpdate.of(board, files, facts(batch, files)).changes());
    return changes;
  }

  /** The index entries that are expected for {@code batch} afterwards. */
  static List<ExpectedEntry> facts(Selection.Batch batch, FileNames files) {
    Group group = batch.group();
    List<ExpectedEntry> facts = new ArrayList<>();
    for (Task task : batch.tasks()) {
      facts.add(ExpectedEntry.of(task, files.todo()).orElse(group.type(), group.priority()));
    }
    return facts;
  }

  /** Removes the blocks with what belongs to them; the group stays and gets an audit comment. */
  private Edits backlog(Selection.Batch batch, Explicit explicit) {
    SourceText source = board.backlog().source();
    List<Replacement> edits = new ArrayList<>();
    Optional<Group.Section> section = batch.group().section();
    String form = section.isPresent() ? form(section.get(), explicit) : "";
    if (policy.auditComment() || !form.isEmpty()) {
      String newLine = source.lineEnding(LineEnding.LF).text();
      edits.add(audit(batch.group(), batch.tasks(), form, newLine));
    }
    for (Task task : batch.tasks()) {
      edits.add(Replacement.remove(task.extent()));
    }
    return Edits.of(source, edits);
  }

  private static String form(Group.Section section, Explicit explicit) {
    return switch (explicit.audit()) {
      case LEAST -> section.form();
      case FORM -> section.tasks();
      case ALONE -> Group.Section.ALONE;
    };
  }

  /**
   * Adds a comment for each run in a group with markers; elsewhere extends the existing one. {@code
   * form} describes the remaining lines, which could otherwise be taken for tasks.
   */
  private Replacement audit(Group group, List<Task> tasks, String form, String newLine) {
    AuditComment.Move move = new AuditComment.Move(AuditComment.names(tasks), String.valueOf(date));
    AuditComment comment = new AuditComment(List.of(move), files.todo(), form);
    InsertionPoint at = group.position().audit();
    if (group.position().followsAudit() && group.section().isPresent()) {
      Span last = lastComment(at.offset());
      Optional<AuditComment> grown =
          AuditComment.of(board.backlog().source().text(last)).flatMap(old -> old.and(comment));
      if (grown.isPresent()) {
        return Replacement.of(last, grown.get().text());
      }
    }
    String before = group.position().followsAudit() || at.blankBefore() ? "" : newLine;
    String after = newLine + (at.blankAfter() || group.position().followsAudit() ? "" : newLine);
    return Replacement.insert(at.offset(), before + comment.text() + after);
  }

  /** The line above {@code offset}. */
  private Span lastComment(int offset) {
    SourceText source = board.backlog().source();
    int line = LineWalk.previous(source.bytes(), source.body(), offset);
    return Ascii.strip(source.bytes(), line, LineWalk.end(source.bytes(), line));
  }

  private FileChange todo(Selection.Batch batch, Explicit explicit) {
    SourceText backlog = board.backlog().source();
    LineEnding backlogEnding = backlog.lineEnding(LineEnding.LF);
    if (batch.group().section().isPresent()) {
      return unmarked(batch, backlogEnding, explicit);
    }
    if (board.todo().isPresent()) {
      return FileChange.edit(append(batch, board.todo().get(), backlogEnding));
    }
    AppendedBlocks addition = new AppendedBlocks(backlog, backlogEnding);
    addition.appendText(
        TodoTemplate.text(type(batch), policy.batchSize(), files, backlogEnding.text()));
    for (Task task : batch.tasks()) {
      addition.appendTask(task);
    }
    return FileChange.create(FileNames.on(board.dir(), files.todo()), addition.bytes());
  }

  /** The change of {@code TODO.md} for tasks without markers, which keep their shape. */
  private FileChange unmarked(Selection.Batch batch, LineEnding backlogEnding, Explicit explicit) {
    boolean exists = board.todo().isPresent();
    LineEnding ending =
        exists ? board.todo().get().source().lineEnding(backlogEnding) : backlogEnding;
    UnmarkedPlacement placement =
        new UnmarkedPlacement(board.backlog().source(), batch.tasks(), ending, explicit);
    if (board.todo().isPresent()) {
      Document todo = board.todo().get();
      return FileChange.edit(Edits.of(todo.source(), placement.into(todo, batch.group())));
    }
    String head = TodoTemplate.unmarked(policy.batchSize(), files, ending.text());
    return FileChange.create(
        FileNames.on(board.dir(), files.todo()), placement.create(head, batch.group()));
  }

  private static String type(Selection.Batch batch) {
    return batch.group().type().orElseThrow();
  }

  /** Appends after the last block; a blank line and a separator follow each block. */
  private Edits append(Selection.Batch batch, Document todo, LineEnding fallback) {
    SourceText source = todo.source();
    LineEnding ending = source.lineEnding(fallback);
    List<Replacement> edits = new ArrayList<>();
    Optional<Span> type = todo.batchType();
    if (type.isPresent()) {
      batchType(source, type.get(), batch.group()).ifPresent(edits::add);
    }
    AppendedBlocks addition = new AppendedBlocks(board.backlog().source(), ending);
    edits.add(addition.insertionInto(todo, batch.tasks()));
    return Edits.of(source, edits);
  }

  /**
   * Changes only the value; {@code [type:old]} keeps its brackets and code its backticks, and a
   * priority in brackets changes, too.
   */
  private static Optional<Replacement> batchType(SourceText source, Span value, Group group) {
    String old = source.text(value);
    String type = group.type().orElseThrow();
    if (old.isEmpty()) {
      return Optional.of(Values.replace(source, value, type));
    }
    Optional<String> tagged = tagged(old, "[type:", type);
    String now = tagged.isPresent() ? tagged.get() : wrapped(old, type);
    if (tagged.isPresent() && group.priority().isPresent()) {
      now = tagged(now, "[priority:", group.priority().get().word()).orElse(now);
    }
    boolean same = old.equalsIgnoreCase(now);
    return same ? Optional.empty() : Optional.of(Replacement.of(value, now));
  }

  /** The text with another value in the tag that begins with {@code open}, if it holds that tag. */
  private static Optional<String> tagged(String text, String open, String value) {
    int from = text.indexOf(open) + open.length();
    int to = text.indexOf(']', from);
    boolean found = text.contains(open) && to >= 0;
    return found
        ? Optional.of(text.substring(0, from) + value + text.substring(to))
        : Optional.empty();
  }

  private static String wrapped(String old, String type) {
    boolean code = old.length() > 1 && old.startsWith("`") && old.endsWith("`");
    return code ? "`" + type + "`" : type;
  }
}
