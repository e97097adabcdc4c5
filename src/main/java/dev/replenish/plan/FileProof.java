package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
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
 * Checks one file against its scope (docs/reference/moving.md, "Proof"): read again, every block of
 * it has to be accounted for, byte by byte and in order.
 */
final class FileProof {
  private final FileScope scope;
  private final Optional<Document> before;
  private final Optional<Document> after;
  private final String path;
  private final AppliedEdits edits;
  private final Map<Integer, BlockEdit> edited = new HashMap<>();
  private final Set<Integer> gone = new HashSet<>();
  private final List<Task> come = new ArrayList<>();
  private final Set<Integer> changed = new HashSet<>();

  /**
   * The proof of one file.
   *
   * @param change what happens to it; empty where it does not change
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

  /** What is wrong, or nothing. */
  Optional<String> violation() {
    Optional<SourceText> restored = scope.restored();
    if (restored.isPresent() && !isRestored(restored.get())) {
      return Optional.of(path + " would not be what it was before");
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
      violation = new ArrivalProof(after.get(), scope).violation(come);
    }
    if (violation.isEmpty() && scope.file() == BoardFile.BACKLOG) {
      violation = groups(after.get());
    }
    return violation.isEmpty() && isWorse(after.get())
        ? Optional.of(path + " would be damaged")
        : violation;
  }

  /** Where no markers enclose them, what is finished or reopened leaves its group or joins one. */
  private Optional<String> groups(Document now) {
    Set<Integer> arrived = new HashSet<>();
    come.forEach(task -> arrived.add(task.line()));
    GroupProof.Without old = new GroupProof.Without(gone, edited.keySet());
    GroupProof.Without young = new GroupProof.Without(arrived, changed);
    return GroupProof.violation(before.orElseThrow(), old, now, young, scope);
  }

  private boolean isRestored(SourceText then) {
    return after.isPresent() && Arrays.equals(after.get().source().bytes(), then.bytes());
  }

  /** Everything that stays is there in its order, and what came besides is put into a list. */
  private Optional<String> blocks(Document now) {
    List<Task> stay = staying();
    int next = 0;
    for (Task task : now.tasks()) {
      if (hasCome(now, task, stay, next)) {
        if (!task.isUnclear() || ArrivalProof.isMeant(scope.arrives(), now, task)) {
          come.add(task);
        }
        continue;
      }
      while (next < stay.size() && mayGo(stay.get(next)) && !stays(stay.get(next), now, task)) {
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
    while (next < stay.size() && mayGo(stay.get(next))) {
      next++;
    }
    return next == stay.size() && sameTemplates(now) ? Optional.empty() : notKept(Optional.empty());
  }

  private Optional<String> notKept(Optional<Task> task) {
    return task.isPresent() && edited.containsKey(task.get().line())
        ? Optional.of(task.get().name() + " would not be what was asked for")
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

  /** Where a file is restored, no edit of the step says what has come. */
  private boolean hasCome(Document now, Task task, List<Task> stay, int next) {
    if (scope.restored().isEmpty()) {
      int edit = edits.bringing(task, now.source());
      return edit >= 0 && !isValue(edits.all().get(edit));
    }
    boolean stays = next < stay.size() && stays(stay.get(next), now, task);
    return !stays && ArrivalProof.isMeant(scope.arrives(), now, task);
  }

  /** What nobody can tell to be a task may turn out to be none when others have left. */
  private boolean mayGo(Task task) {
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

  /** What is open stays open, and nothing else becomes so. */
  private static boolean sameState(Task old, Task now) {
    return old.form().isEmpty()
        || (old.flaws().equals(now.flaws())
            && old.details().status().equals(now.details().status()));
  }

  /** A template that is brought in is text of ours. */
  private boolean sameTemplates(Document now) {
    List<Task> old = before.isPresent() ? before.get().templates() : List.of();
    int next = 0;
    for (Task template : now.templates()) {
      boolean stays =
          next < old.size()
              && BlockComparison.same(
                  edits.source(), old.get(next).block(), now.source(), template.block());
      if (stays) {
        next++;
      } else if (scope.restored().isPresent() || edits.bringing(template, now.source()) < 0) {
        return false;
      }
    }
    return next == old.size();
  }

  /** No edit does more than what is declared. */
  private boolean staysWithin(Document now) {
    for (int i = 0; i < edits.all().size(); i++) {
      Replacement edit = edits.all().get(i);
      if (!BlockComparison.leaves(edits.source(), scope.leaves(), edit)
          && !isInside(edit.span())
          && !isAllowed(edit, edits.textBeside(i, broughtBy(i, now)))) {
        return false;
      }
    }
    return true;
  }

  private List<Task> broughtBy(int edit, Document now) {
    List<Task> brought = new ArrayList<>();
    for (Task task : come) {
      if (edits.bringing(task, now.source()) == edit) {
        brought.add(task);
      }
    }
    return brought;
  }

  /** A value that is replaced brings no block in, even if it is the whole line of a task. */
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

  private boolean isAllowed(Replacement edit, String comes) {
    if (edit.span().length() == 0 && BlockComparison.isSeparation(comes)) {
      return true;
    }
    for (TextRule rule : scope.text()) {
      if (rule.allows(edits.source(), edit.span(), comes)) {
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
