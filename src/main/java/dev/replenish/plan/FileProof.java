package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks one file against its scope (docs/reference/moving.md, "Proof"): after it is read again,
 * every block must be accounted for, byte by byte and in order.
 */
final class FileProof {
  private final FileScope scope;
  private final Optional<Document> before;
  private final Optional<Document> after;
  private final String path;
  private final AppliedEdits edits;
  private final Map<Integer, BlockEdit> edited = new HashMap<>();
  private final Set<Integer> gone = new HashSet<>();
  private final List<Task> arrived = new ArrayList<>();
  private final Set<Integer> changed = new HashSet<>();

  /**
   * The proof of one file.
   *
   * @param change the change of the file; empty if it does not change
   */
  FileProof(FileScope scope, Board before, Board after, Optional<FileChange> change, String path) {
    this.scope = scope;
    this.before = scope.file().in(before);
    this.after = scope.file().in(after);
    this.path = path;
    this.edits = new AppliedEdits(this.before, change, path);
    for (BlockEdit edit : scope.edited()) {
      edited.put(edit.task().line(), edit);
    }
    for (Task task : scope.leaves()) {
      gone.add(task.line());
    }
  }

  /** What is wrong, if anything. */
  Optional<String> violation() {
    Optional<SourceText> restored = scope.restored();
    if (restored.isPresent() && !isRestored(restored.get())) {
      return Optional.of(path + " would not get its earlier content back");
    }
    if (after.isEmpty()) {
      boolean nothing = before.isEmpty() && scope.arrives().isEmpty();
      return nothing ? Optional.empty() : Optional.of(path + " would be missing");
    }
    Optional<String> violation = blocks(after.get());
    if (violation.isEmpty() && restored.isEmpty() && !staysWithin(after.get())) {
      violation = Optional.of("more than the tasks would change in " + path);
    }
    if (violation.isEmpty()) {
      violation = new ArrivalProof(after.get(), scope).violation(arrived);
    }
    if (violation.isEmpty() && scope.file() == FileRole.BACKLOG) {
      violation = groups(after.get());
    }
    return violation.isEmpty() && isWorse(after.get())
        ? Optional.of(path + " would be damaged")
        : violation;
  }

  /**
   * Checks the groups. A finished task without markers leaves its group, and a reopened one joins
   * one, so edited tasks don't count there.
   */
  private Optional<String> groups(Document now) {
    Set<Integer> arrivedLines = new HashSet<>();
    arrived.forEach(task -> arrivedLines.add(task.line()));
    GroupProof.Without notCountedBefore = new GroupProof.Without(gone, edited.keySet());
    GroupProof.Without notCountedAfter = new GroupProof.Without(arrivedLines, changed);
    return GroupProof.violation(
        before.orElseThrow(), notCountedBefore, now, notCountedAfter, scope);
  }

  private boolean isRestored(SourceText original) {
    return after.isPresent() && Arrays.equals(after.get().source().bytes(), original.bytes());
  }

  /** Checks that all tasks that stay are there in order, and collects those that arrived. */
  private Optional<String> blocks(Document now) {
    List<Task> stay = staying();
    int next = 0;
    for (Task task : now.tasks()) {
      if (hasArrived(now, task, stay, next)) {
        if (!task.isUnclear() || ArrivalProof.isDeclared(scope.arrives(), now, task)) {
          arrived.add(task);
        }
        continue;
      }
      while (next < stay.size()
          && mayDisappear(stay.get(next))
          && !stays(stay.get(next), now, task)) {
        next++;
      }
      if (next < stay.size() && stays(stay.get(next), now, task)) {
        if (edited.containsKey(stay.get(next).line())) {
          changed.add(task.line());
        }
        next++;
      } else if (!task.isUnclear()) {
        return notKept(next < stay.size() ? Optional.of(stay.get(next)) : Optional.empty());
      }
    }
    while (next < stay.size() && mayDisappear(stay.get(next))) {
      next++;
    }
    return next == stay.size() && sameTemplates(now) ? Optional.empty() : notKept(Optional.empty());
  }

  private Optional<String> notKept(Optional<Task> task) {
    return task.isPresent() && edited.containsKey(task.get().line())
        ? Optional.of(task.get().name() + " would not have the requested content")
        : Optional.of("the tasks left in " + path + " would not be the ones that stay");
  }

  private List<Task> staying() {
    List<Task> staying = new ArrayList<>();
    if (before.isPresent()) {
      for (Task task : before.get().tasks()) {
        if (!gone.contains(task.line())) {
          staying.add(task);
        }
      }
    }
    return staying;
  }

  /** Whether {@code task} was inserted; in a restored file, the edits don't show that. */
  private boolean hasArrived(Document now, Task task, List<Task> stay, int next) {
    if (scope.restored().isEmpty()) {
      int edit = edits.indexOfInsertion(task, now.source());
      return edit >= 0 && !isValue(edits.all().get(edit));
    }
    boolean stays = next < stay.size() && stays(stay.get(next), now, task);
    return !stays && ArrivalProof.isDeclared(scope.arrives(), now, task);
  }

  /** Whether {@code task} may disappear: an unclear one may be no task once others have left. */
  private boolean mayDisappear(Task task) {
    return task.isUnclear() && !edited.containsKey(task.line());
  }

  private boolean stays(Task old, Document now, Task task) {
    BlockEdit edit = edited.get(old.line());
    if (edit != null) {
      return edit.becomes().test(task);
    }
    SourceText source = edits.source();
    return BlockComparison.same(source, old.block(), now.source(), task.block())
        && (scope.lenient() || sameState(old, task));
  }

  /** Whether a task without markers keeps its status and its defects. */
  private static boolean sameState(Task old, Task now) {
    return old.form().isEmpty()
        || (old.defects().equals(now.defects())
            && old.details().status().equals(now.details().status()));
  }

  /** Whether all templates stay, in order; new ones must be Replenish's own text. */
  private boolean sameTemplates(Document now) {
    List<Task> old = before.isPresent() ? before.get().blocks().templates() : List.of();
    int next = 0;
    for (Task template : now.blocks().templates()) {
      boolean stays =
          next < old.size()
              && BlockComparison.same(
                  edits.source(), old.get(next).block(), now.source(), template.block());
      if (stays) {
        next++;
      } else if (scope.restored().isPresent()
          || edits.indexOfInsertion(template, now.source()) < 0) {
        return false;
      }
    }
    return next == old.size();
  }

  /** Whether no edit does more than the scope declares. */
  private boolean staysWithin(Document now) {
    for (int i = 0; i < edits.all().size(); i++) {
      Replacement edit = edits.all().get(i);
      if (!BlockComparison.removes(edits.source(), scope.leaves(), edit)
          && !isInside(edit.span())
          && !isAllowed(edit, edits.textBeside(i, insertedBy(i, now)))) {
        return false;
      }
    }
    return true;
  }

  private List<Task> insertedBy(int edit, Document now) {
    List<Task> inserted = new ArrayList<>();
    for (Task task : arrived) {
      if (edits.indexOfInsertion(task, now.source()) == edit) {
        inserted.add(task);
      }
    }
    return inserted;
  }

  /**
   * Whether the edit replaces a value; that inserts no block, even if the value is a task's whole
   * line.
   */
  private boolean isValue(Replacement edit) {
    return edit.span().length() > 0 && isInside(edit.span());
  }

  private boolean isInside(Span span) {
    for (BlockEdit block : scope.edited()) {
      if (block.allows(span)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAllowed(Replacement edit, String inserted) {
    if (edit.span().length() == 0 && BlockComparison.isSeparation(inserted)) {
      return true;
    }
    for (TextRule rule : scope.text()) {
      if (rule.allows(edits.source(), edit.span(), inserted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWorse(Document now) {
    int findings = before.isPresent() ? before.get().findings().size() : 0;
    return !scope.lenient() && now.findings().size() > findings;
  }
}
