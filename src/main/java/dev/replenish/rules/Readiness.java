package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.Buried;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the tasks of a board may be moved, and if not, gives every reason
 * (docs/reference/choosing.md, "Ready tasks"). Only the bodies of the tasks in question are read.
 */
public final class Readiness {
  private final Board board;
  private final Policy policy;
  private final Set<String> inWork = new HashSet<>();

  /** How often each id is used; counted when first needed. */
  private @Nullable Map<String, Integer> uses;

  private @Nullable Set<String> inBacklog;

  /** Readiness on {@code board} under {@code policy}. */
  public Readiness(Board board, Policy policy) {
    this.board = board;
    this.policy = policy;
    if (board.todo().isPresent()) {
      for (Task task : board.todo().get().activeTasks()) {
        if (task.id().isPresent()) {
          inWork.add(task.id().get().value());
        }
      }
    }
  }

  /** The same board on another day; what was counted on the board is kept. */
  Readiness on(LocalDate day) {
    Readiness other = new Readiness(board, policy.on(day));
    other.uses = uses;
    other.inBacklog = inBacklog;
    return other;
  }

  private Map<String, Integer> uses() {
    Map<String, Integer> known = uses;
    if (known == null) {
      known = new HashMap<>();
      count(board.backlog(), known);
      for (Optional<Document> file : List.of(board.todo(), board.archive())) {
        if (file.isPresent()) {
          count(file.get(), known);
        }
      }
      uses = known;
    }
    return known;
  }

  private static void count(Document document, Map<String, Integer> uses) {
    for (Buried other : document.blocks().buried()) {
      String id = other.id().value();
      uses.put(id, uses.getOrDefault(id, 0) + 1);
    }
    for (Task task : document.tasks()) {
      if (task.id().isPresent()) {
        String id = task.id().get().value();
        uses.put(id, uses.getOrDefault(id, 0) + 1);
      }
    }
  }

  private Set<String> inBacklog() {
    Set<String> known = inBacklog;
    if (known == null) {
      known = new HashSet<>();
      for (Buried other : board.backlog().blocks().buried()) {
        known.add(other.id().value());
      }
      for (Task task : board.backlog().tasks()) {
        if (task.form().isPresent() && !task.isActive()) {
          continue; // finished in the backlog: no other task waits for it to be moved
        }
        if (task.id().isPresent()) {
          known.add(task.id().get().value());
        }
      }
      inBacklog = known;
    }
    return known;
  }

  /**
   * One task and why it may not be moved.
   *
   * @param task the task
   * @param reasons every reason; empty if it is ready
   */
  public record Verdict(Task task, List<Reason> reasons) {

    /** Whether the task may be moved. */
    public boolean ready() {
      return reasons.isEmpty();
    }
  }

  /** The ids of tasks that are moved; read only on a look-up, as few tasks have dependencies. */
  static final class MovedIds {
    private final List<Task> pending = new ArrayList<>();
    private final Set<String> all = new HashSet<>();

    void add(Task task) {
      pending.add(task);
    }

    boolean contains(String id) {
      for (Task task : pending) {
        if (task.id().isPresent()) {
          all.add(task.id().get().value());
        }
      }
      pending.clear();
      return all.contains(id);
    }
  }

  /** Whether any file of the board holds a task with this id. */
  public boolean isKnown(String id) {
    return uses().containsKey(id);
  }

  /** Whether several tasks of the board have the id of {@code task}. */
  public boolean isDuplicate(Task task) {
    return task.isNamed() && uses().getOrDefault(task.id().orElseThrow().value(), 0) > 1;
  }

  /** The verdicts on all tasks of {@code group}, in listed order. */
  public List<Verdict> all(Group group) {
    List<Verdict> all = new ArrayList<>();
    for (Iterator<Verdict> verdicts = verdicts(group); verdicts.hasNext(); ) {
      all.add(verdicts.next());
    }
    return all;
  }

  /**
   * The verdicts on {@code group} in listed order, each made when it is requested. A task that
   * depends on others in the backlog is ready if those are ready and precede it in the same group:
   * the batch then contains them, or ends before the task.
   */
  public Iterator<Verdict> verdicts(Group group) {
    return verdicts(group, task -> true);
  }

  /** The same verdicts if only the tasks accepted by {@code moves} are moved. */
  Iterator<Verdict> verdicts(Group group, Predicate<Task> moves) {
    Iterator<Task> tasks = group.tasks().iterator();
    MovedIds movedBefore = new MovedIds();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return tasks.hasNext();
      }

      @Override
      public Verdict next() {
        Task task = tasks.next();
        Verdict verdict = verdict(task, group, movedBefore);
        if (verdict.ready() && moves.test(task)) {
          movedBefore.add(task);
        }
        return verdict;
      }
    };
  }

  /** The verdict on a task of {@code group} after other tasks have left the backlog. */
  Verdict verdict(Task task, Group group, MovedIds movedBefore) {
    return new Verdict(task, reasons(task, Optional.of(group), movedBefore));
  }

  /** The verdict on a task of the backlog that is in no group. */
  public Verdict outside(Task task) {
    return new Verdict(task, reasons(task, Optional.empty(), new MovedIds()));
  }

  private List<Reason> reasons(Task task, Optional<Group> group, MovedIds movedBefore) {
    List<Reason> reasons = new ArrayList<>();
    boolean soundGroup = group.isEmpty() || group.get().isSound();
    if (task.defects().contains(TaskDefect.DAMAGED) || !soundGroup) {
      reasons.add(Reason.DAMAGED);
    }
    if (task.defects().contains(TaskDefect.SECOND_HEADER)) {
      reasons.add(Reason.SECOND_HEADER);
    }
    if (task.defects().contains(TaskDefect.ID_MISSING)) {
      reasons.add(Reason.ID_MISSING);
    }
    if (task.defects().contains(TaskDefect.ID_UNSAFE)) {
      reasons.add(Reason.ID_UNSAFE);
    }
    if (task.defects().contains(TaskDefect.OUTSIDE_GROUP)) {
      reasons.add(Reason.OUTSIDE_GROUP);
    }
    if (isDuplicate(task)) {
      reasons.add(Reason.DUPLICATE_ID);
    }
    if (group.isPresent() && group.get().type().isPresent()) {
      add(mismatch(task, group.get().type().get()), reasons);
    }
    if (task.defects().contains(TaskDefect.PARKED)) {
      reasons.add(Reason.PARKED);
    }
    if (task.isUnclear()) {
      reasons.add(Reason.READING_UNCLEAR);
    }
    if (task.defects().contains(TaskDefect.UNDECIDED)) {
      reasons.add(Reason.UNDECIDED);
    } else {
      add(status(task), reasons);
    }
    add(notBefore(task), reasons);
    if (!isFinished(task)) {
      reasons.addAll(Requirements.missing(task.details(), policy.require()));
    }
    if (policy.holdDependents()) {
      waiting(task, movedBefore, reasons);
    }
    return List.copyOf(reasons);
  }

  private static void add(Optional<Reason> reason, List<Reason> reasons) {
    if (reason.isPresent()) {
      reasons.add(reason.get());
    }
  }

  /** The reason if the type tag is not the group's {@code type}; a missing tag is no mismatch. */
  static Optional<Reason> mismatch(Task task, String type) {
    Optional<String> own = task.type();
    return own.isEmpty() || own.get().toLowerCase(Locale.ROOT).equals(type)
        ? Optional.empty()
        : Optional.of(Reason.typeMismatch(own.get()));
  }

  /** Whether it is done or rejected, so that no fields are required any more. */
  static boolean isFinished(Task task) {
    Optional<Status> status = task.details().status();
    return status.isPresent() && !status.get().isActive();
  }

  private static Optional<Reason> status(Task task) {
    Optional<Status> status = task.details().status();
    if (status.isPresent()) {
      return status.get() == Status.TODO
          ? Optional.empty()
          : Optional.of(Reason.statusNotTodo(status.get().word()));
    }
    return Optional.of(Reason.unknownStatus(task));
  }

  /** The reasons why a task in {@code TODO.md} waits for dependencies that are not finished. */
  public List<Reason> unfinished(Task task) {
    List<Reason> reasons = new ArrayList<>();
    for (String id : Dependencies.of(task, this::isKnown)) {
      if (inBacklog().contains(id) || inWork.contains(id)) {
        reasons.add(Reason.waitingFor(id));
      }
    }
    return reasons;
  }

  private Optional<Reason> notBefore(Task task) {
    Optional<LocalDate> day = task.details().notBefore();
    return day.isPresent() && policy.today().isBefore(day.get())
        ? Optional.of(Reason.notBefore(day.get()))
        : Optional.empty();
  }

  private void waiting(Task task, MovedIds movedBefore, List<Reason> reasons) {
    for (String id : Dependencies.of(task, this::isKnown)) {
      if (inBacklog().contains(id) && !movedBefore.contains(id)) {
        reasons.add(Reason.waitingFor(id));
      }
    }
  }
}
