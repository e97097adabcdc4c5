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
 * Checks a promotion as the first releases did, by rules for promotions alone: a second opinion on
 * what the proof of the scope says. It leaves the index to that proof.
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
   * What is wrong with {@code plan}, or nothing.
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
    Optional<String> violation = proof.reach(batch);
    if (violation.isEmpty()) {
      violation = proof.backlog(batch, after.backlog());
    }
    if (violation.isEmpty()) {
      violation = proof.todo(batch, after.todo().orElseThrow());
    }
    return violation;
  }

  /** The backlog, then TODO.md, then the index where it tells of a moved task; none overwritten. */
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

  /** No edit touches more than the batch, its record, and the lines that tell of it. */
  private Optional<String> reach(Selection.Batch batch) {
    for (FileChange change : changes) {
      for (Replacement edit : replacements(change)) {
        boolean within =
            change.path().equals(backlog.path())
                ? SecondComparison.leaves(backlog.source(), batch.tasks(), edit)
                    || records(edit)
                    || grows(edit)
                : tells(edit.span()) || isOfIndex(change);
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

  /** A comment tells what it told, and more. */
  private boolean grows(Replacement edit) {
    String text = new String(edit.bytes(), StandardCharsets.UTF_8);
    Optional<AuditComment> old = AuditComment.of(backlog.source().text(edit.span()));
    return old.isPresent()
        && isComment(text)
        && AuditComment.of(text)
            .filter(now -> old.get().moves().stream().allMatch(move -> now.isAbout(move.names())))
            .isPresent();
  }

  /** One comment on one line comes in. */
  private static boolean records(Replacement edit) {
    String text = new String(edit.bytes(), StandardCharsets.UTF_8).strip();
    return edit.span().length() == 0 && isComment(text);
  }

  private static boolean isComment(String text) {
    return text.startsWith("<!-- Task")
        && text.lines().count() == 1
        && text.indexOf("-->") == text.length() - 3;
  }

  /** What comes in, and the batch type of TODO.md. */
  private boolean tells(Span span) {
    Optional<Span> type = todo.isPresent() ? todo.get().batchType() : Optional.empty();
    return span.length() == 0
        || (type.isPresent() && type.get().from() == span.from() && type.get().to() == span.to());
  }

  private boolean isOfIndex(FileChange change) {
    return index.isPresent() && index.get().path().equals(change.path());
  }

  /** All that was in the backlog is still there, in its order and its groups, but for the batch. */
  private Optional<String> backlog(Selection.Batch batch, Document after) {
    Set<Integer> moved = new HashSet<>();
    for (Task task : batch.tasks()) {
      moved.add(task.line());
    }
    List<Task> rest = new ArrayList<>();
    for (Task task : clear(backlog.tasks())) {
      if (!moved.contains(task.line())) {
        rest.add(task);
      }
    }
    List<Task> left = clear(after.tasks());
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

  /** What nobody can tell to be a task may turn out to be none when others have left. */
  private static List<Task> clear(List<Task> tasks) {
    List<Task> clear = new ArrayList<>();
    for (Task task : tasks) {
      if (!task.flaws().contains(TaskDefect.READING_UNCLEAR)) {
        clear.add(task);
      }
    }
    return clear;
  }

  /** What is open stays open, and nothing else becomes so. */
  private static boolean sameStates(List<Task> before, List<Task> after) {
    for (int i = 0; i < before.size(); i++) {
      Task old = before.get(i);
      Task now = after.get(i);
      boolean same =
          old.flaws().equals(now.flaws()) && old.details().status().equals(now.details().status());
      if (old.form().isPresent() && !same) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where no markers enclose a group, it is gone when it is empty, and its first task places it.
   */
  private static List<String> sizes(List<Group> groups, Set<Integer> without) {
    List<String> marked = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    for (Group group : groups) {
      int left = 0;
      for (Task task : clear(group.tasks())) {
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

  /** Whether a block of the new TODO.md lies in what is added to it. */
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

  /** The type lock reads the type; where no heading has room above the tasks, there is none. */
  private static boolean isOf(Selection.Batch batch, Task task) {
    return task.type().isEmpty() || task.type().equals(batch.group().type());
  }

  /** TODO.md holds what it held, and the batch besides. */
  private Optional<String> todo(Selection.Batch batch, Document after) {
    List<Task> added = new ArrayList<>();
    List<Task> kept = new ArrayList<>();
    for (Task task : clear(after.tasks())) {
      (isInserted(task.block()) ? added : kept).add(task);
    }
    boolean keeps =
        todo.isPresent()
            ? SecondComparison.same(todo.get(), clear(todo.get().tasks()), after, kept)
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
