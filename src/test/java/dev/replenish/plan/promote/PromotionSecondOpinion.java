package dev.replenish.plan.promote;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.TaskIndex;
import dev.replenish.plan.AuditComment;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.SecondComparison;
import dev.replenish.rules.Selection;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a promotion as the first releases did, by rules for promotions alone: an independent check
 * of the proof of the scope. It does not check the index.
 */
public final class PromotionSecondOpinion {
  private final List<FileChange> changes;
  private final Document backlog;
  private final Optional<Document> todo;
  private final Optional<TaskIndex> index;

  private PromotionSecondOpinion(Plan plan) {
    this.changes = plan.changes();
    this.backlog = plan.board().backlog();
    this.todo = plan.board().todo();
    this.index = plan.board().index();
  }

  /**
   * The violation of {@code plan}, if any.
   *
   * @param after the plan's board with the changed files read again
   */
  public static Optional<String> violation(Plan plan, Board after) {
    if (!(plan.selection() instanceof Selection.Batch batch)) {
      boolean idle = plan.changes().isEmpty();
      return idle ? Optional.empty() : Optional.of("a plan to do nothing has edits");
    }
    PromotionSecondOpinion proof = new PromotionSecondOpinion(plan);
    if (!proof.changesTheRightFiles()) {
      return Optional.of("other files would change than those of the board");
    }
    Optional<String> violation = proof.editsViolation(batch);
    if (violation.isEmpty()) {
      violation = proof.backlog(batch, after.backlog());
    }
    if (violation.isEmpty()) {
      violation = proof.todo(batch, after.todo().orElseThrow());
    }
    return violation;
  }

  /**
   * Whether the backlog, TODO.md and, if it lists moved tasks, the index are edited in this order.
   */
  private boolean changesTheRightFiles() {
    boolean indexed = changes.size() == 3 && index.isPresent();
    return (changes.size() == 2 || indexed)
        && edits(changes.get(0), backlog.source())
        && (todo.isEmpty() || edits(changes.get(1), todo.get().source()))
        && (!indexed || edits(changes.get(2), index.get().source()));
  }

  private static boolean edits(FileChange change, SourceText source) {
    return change.edits().isPresent() && change.edits().get().source() == source;
  }

  /** Checks that edits touch only the batch, its audit comment, and lines that refer to it. */
  private Optional<String> editsViolation(Selection.Batch batch) {
    for (FileChange change : changes) {
      for (Replacement edit : replacements(change)) {
        boolean within =
            change.path().equals(backlog.path())
                ? SecondComparison.removesTask(backlog.source(), batch.tasks(), edit)
                    || insertsAuditComment(edit)
                    || extendsAuditComment(edit)
                : isInsertionOrBatchType(edit.span()) || isOfIndex(change);
        if (!within) {
          return Optional.of("more than the batch would change in " + change.path());
        }
      }
    }
    return Optional.empty();
  }

  private static List<Replacement> replacements(FileChange change) {
    return change.edits().isPresent() ? change.edits().get().replacements() : List.of();
  }

  /** Whether an audit comment keeps its moves and may gain others. */
  private boolean extendsAuditComment(Replacement edit) {
    String text = new String(edit.bytes(), StandardCharsets.UTF_8);
    Optional<AuditComment> old = AuditComment.of(backlog.source().text(edit.span()));
    return old.isPresent()
        && isComment(text)
        && AuditComment.of(text)
            .filter(now -> old.get().moves().stream().allMatch(move -> now.isAbout(move.names())))
            .isPresent();
  }

  /** Whether one audit comment on one line is inserted. */
  private static boolean insertsAuditComment(Replacement edit) {
    String text = new String(edit.bytes(), StandardCharsets.UTF_8).strip();
    return edit.span().length() == 0 && isComment(text);
  }

  private static boolean isComment(String text) {
    return text.startsWith("<!-- Task")
        && text.lines().count() == 1
        && text.indexOf("-->") == text.length() - 3;
  }

  /** Whether the span is an insertion or the batch type of TODO.md. */
  private boolean isInsertionOrBatchType(Span span) {
    Optional<Span> type = todo.isPresent() ? todo.get().batchType() : Optional.empty();
    return span.length() == 0
        || (type.isPresent() && type.get().from() == span.from() && type.get().to() == span.to());
  }

  private boolean isOfIndex(FileChange change) {
    return index.isPresent() && index.get().path().equals(change.path());
  }

  /** Checks that the backlog keeps everything but the batch, in its order and its groups. */
  private Optional<String> backlog(Selection.Batch batch, Document after) {
    Set<Integer> moved = new HashSet<>();
    for (Task task : batch.tasks()) {
      moved.add(task.line());
    }
    List<Task> rest = new ArrayList<>();
    for (Task task : clearTasks(backlog.tasks())) {
      if (!moved.contains(task.line())) {
        rest.add(task);
      }
    }
    List<Task> left = clearTasks(after.tasks());
    boolean keeps =
        SecondComparison.same(backlog, rest, after, left)
            && SecondComparison.same(
                backlog, backlog.blocks().templates(), after, after.blocks().templates())
            && sameStates(rest, left);
    if (!keeps) {
      return Optional.of("the tasks left in the backlog would not be the ones that stay");
    }
    if (!sizes(backlog.groups(), moved).equals(sizes(after.groups(), Set.of()))) {
      return Optional.of("the groups of the backlog would change");
    }
    boolean worse = after.findings().size() > backlog.findings().size();
    return worse ? Optional.of("the backlog would be damaged") : Optional.empty();
  }

  /** Leaves out unclear tasks, which may turn out not to be tasks when others have left. */
  private static List<Task> clearTasks(List<Task> tasks) {
    List<Task> clearTasks = new ArrayList<>();
    for (Task task : tasks) {
      if (!task.defects().contains(TaskDefect.READING_UNCLEAR)) {
        clearTasks.add(task);
      }
    }
    return clearTasks;
  }

  /** Whether each unmarked task keeps its status and its defects. */
  private static boolean sameStates(List<Task> before, List<Task> after) {
    for (int i = 0; i < before.size(); i++) {
      Task old = before.get(i);
      Task now = after.get(i);
      boolean same =
          old.defects().equals(now.defects())
              && old.details().status().equals(now.details().status());
      if (old.form().isPresent() && !same) {
        return false;
      }
    }
    return true;
  }

  /**
   * The groups with their sizes. An unmarked group disappears when it is empty, and its first task
   * determines its place.
   */
  private static List<String> sizes(List<Group> groups, Set<Integer> without) {
    List<String> marked = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    for (Group group : groups) {
      int left = 0;
      for (Task task : clearTasks(group.tasks())) {
        left += without.contains(task.line()) ? 0 : 1;
      }
      if (group.section().isEmpty()) {
        marked.add(group.label() + " " + left);
      } else if (left > 0) {
        unmarked.add(group.label() + " " + left);
      }
    }
    Collections.sort(unmarked);
    marked.addAll(unmarked);
    return marked;
  }

  /** Whether a block of the new TODO.md lies in inserted text. */
  private boolean isInserted(Span block) {
    Optional<Edits> edits = changes.get(1).edits();
    if (edits.isEmpty()) {
      return true;
    }
    int shift = 0;
    for (Replacement edit : edits.get().replacements()) {
      int from = edit.span().from() + shift;
      if (from <= block.from() && block.to() <= from + edit.bytes().length) {
        return true;
      }
      shift += edit.bytes().length - edit.span().length();
    }
    return false;
  }

  /** Whether the task has the type of the batch, or none because no heading could be written. */
  private static boolean isOf(Selection.Batch batch, Task task) {
    return task.type().isEmpty() || task.type().equals(batch.group().type());
  }

  /** Checks that TODO.md keeps its tasks and gains the batch. */
  private Optional<String> todo(Selection.Batch batch, Document after) {
    List<Task> added = new ArrayList<>();
    List<Task> kept = new ArrayList<>();
    for (Task task : clearTasks(after.tasks())) {
      (isInserted(task.block()) ? added : kept).add(task);
    }
    boolean keeps =
        todo.isPresent()
            ? SecondComparison.same(todo.get(), clearTasks(todo.get().tasks()), after, kept)
            : kept.isEmpty();
    if (!keeps || !SecondComparison.same(backlog, batch.tasks(), after, added)) {
      return Optional.of("TODO.md would not hold its tasks and the batch, each in order");
    }
    boolean unmarked = batch.group().section().isPresent();
    for (Task task : added) {
      if (!task.isActive()) {
        return Optional.of("TODO.md would tell that the batch is finished");
      }
      if (unmarked && !isOf(batch, task)) {
        return Optional.of("TODO.md would not tell which group the batch is of");
      }
    }
    int findings = todo.isPresent() ? todo.get().findings().size() : 0;
    boolean worse = after.findings().size() > findings;
    return worse ? Optional.of("TODO.md would be damaged") : Optional.empty();
  }
}
