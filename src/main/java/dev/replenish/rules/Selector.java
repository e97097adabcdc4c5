package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the batch: a pure function of the board and the policy (docs/reference/choosing.md). */
public final class Selector {
  private final Board board;
  private final Policy policy;
  private final Readiness readiness;
  private final List<Task> active;
  private final Set<String> activeTypes = new HashSet<>();
  private final Map<Integer, Boolean> takeableByLine = new HashMap<>();

  Selector(Board board, Policy policy) {
    this.board = board;
    this.policy = policy;
    this.readiness = new Readiness(board, policy);
    this.active = board.todo().isPresent() ? board.todo().get().activeTasks() : List.of();
    for (Task task : active) {
      if (task.type().isPresent()) {
        activeTypes.add(task.type().get().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The batch that {@code policy} selects from {@code board}, or why there is none. */
  public static Selection select(Board board, Policy policy) {
    return new Selector(board, policy).select();
  }

  private Selection select() {
    if (room() == 0) {
      return new Selection.Nothing(NothingToDo.TODO_FULL, List.of());
    }
    if (!holdsTasks(board.backlog())) {
      return new Selection.Nothing(NothingToDo.BACKLOG_EMPTY, List.of());
    }
    List<Group> candidates = candidates();
    Optional<Group> chosen = first(candidates, policy.select());
    if (chosen.isPresent()) {
      Optional<Group> other = first(candidates, policy.select().other());
      boolean same = other.isPresent() && other.get().line() == chosen.get().line();
      return batch(chosen.get(), same ? Optional.empty() : other);
    }
    List<Group> unlocked = board.backlog().groups().stream().filter(this::isUnlocked).toList();
    boolean locked =
        !active.isEmpty() && first(ofTypeAskedFor(unlocked), policy.select()).isEmpty();
    return new Selection.Nothing(
        locked ? NothingToDo.TYPE_LOCKED : NothingToDo.NO_READY_TASK,
        notReady(locked ? unlocked : candidates));
  }

  /** The groups that a batch may be taken from, in listed order. */
  List<Group> candidates() {
    List<Group> candidates = new ArrayList<>();
    for (Group group : board.backlog().groups()) {
      if (isUnlocked(group) && policy.narrowing().admits(group)) {
        candidates.add(group);
      }
    }
    return candidates;
  }

  private static boolean holdsTasks(Document backlog) {
    for (Group group : backlog.groups()) {
      if (!group.tasks().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Batch size minus active tasks, at least 0. */
  int room() {
    return Math.max(0, policy.batchSize() - active.size());
  }

  /**
   * Whether tasks of the group fit the type of the active tasks, as TODO.md holds one type at a
   * time. Active tasks without a type are ignored if others have one; if none has, all groups are
   * locked, except that tasks without markers need no type.
   */
  boolean isUnlocked(Group group) {
    boolean free = activeTypes.isEmpty();
    for (Task task : active) {
      free &= task.form().isPresent();
    }
    return free
        || (activeTypes.size() == 1
            && group.type().isPresent()
            && activeTypes.contains(group.type().get()));
  }

  /** The groups of the requested type; a request for a type that is not active counts as locked. */
  private List<Group> ofTypeAskedFor(List<Group> groups) {
    Optional<String> type = policy.narrowing().type();
    return groups.stream().filter(group -> type.isEmpty() || type.equals(group.type())).toList();
  }

  /** Groups in the order of {@code rule}. */
  static List<Group> ordered(List<Group> groups, SelectionRule rule) {
    List<Group> ordered = new ArrayList<>(groups);
    if (rule == SelectionRule.PRIORITY) {
      ordered.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
    }
    return ordered;
  }

  private Optional<Group> first(List<Group> candidates, SelectionRule rule) {
    for (Group group : ordered(candidates, rule)) {
      if (isTakeable(group)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  private boolean isTakeable(Group group) {
    if (!group.isSound() || group.tasks().isEmpty()) {
      return false;
    }
    Boolean known = takeableByLine.get(group.line());
    if (known == null) {
      known = hasTask(group);
      takeableByLine.put(group.line(), known);
    }
    return known;
  }

  private boolean hasTask(Group group) {
    Iterator<Verdict> verdicts = readiness.verdicts(group);
    while (verdicts.hasNext()) {
      boolean ready = verdicts.next().ready();
      if (ready || policy.stopAtIncomplete()) {
        return ready;
      }
    }
    return false;
  }

  /** The batch of this group: its ready tasks in listed order, as many as there is room for. */
  private Selection batch(Group group, Optional<Group> otherwise) {
    int limit = Math.min(room(), policy.narrowing().max());
    List<Task> tasks = new ArrayList<>();
    List<Verdict> skipped = new ArrayList<>();
    Iterator<Verdict> verdicts = readiness.verdicts(group);
    while (tasks.size() < limit && verdicts.hasNext()) {
      Verdict verdict = verdicts.next();
      if (verdict.ready()) {
        tasks.add(verdict.task());
      } else {
        skipped.add(verdict);
        if (policy.stopAtIncomplete()) {
          break;
        }
      }
    }
    return new Selection.Batch(
        group, List.copyOf(tasks), policy.select(), List.copyOf(skipped), otherwise);
  }

  private List<Verdict> notReady(List<Group> groups) {
    List<Verdict> skipped = new ArrayList<>();
    for (Group group : groups) {
      for (Verdict verdict : readiness.all(group)) {
        if (!verdict.ready()) {
          skipped.add(verdict);
        }
      }
    }
    return List.copyOf(skipped);
  }
}
