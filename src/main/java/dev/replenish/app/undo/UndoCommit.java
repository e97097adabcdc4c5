package dev.replenish.app.undo;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.DamageGuard;
import dev.replenish.app.IdempotentReplay;
import dev.replenish.app.Proposal;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Transaction;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.app.history.TaskVersions;
import dev.replenish.audit.Commit;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.plan.undo.ReturnPlacement;
import dev.replenish.plan.undo.UndoStep;
import dev.replenish.rules.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Undoes a command, or an earlier undo (docs/reference/life-cycle.md, "Undo"). */
public final class UndoCommit {
  private final Repo repo;
  private final UndoCommit.Request request;

  private UndoCommit(Repo repo, UndoCommit.Request request) {
    this.repo = repo;
    this.request = request;
  }

  /**
   * Undoes a command on the board that the call names; of several boards, on the one with the
   * newest last command, or with the named commit or task.
   *
   * @throws ProblemException if the repository can't be used, or the named commit or task does not
   *     exist
   */
  public static List<BoardResult<ChangeResult>> undo(
      CallContext context, UndoCommit.Request request) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      UndoCommit undo = new UndoCommit(workspace.repo(), request);
      CommitTree tip = transaction.tip();
      List<String> boards = workspace.boards(tip, workspace.settings(tip));
      String dir =
          boards.size() == 1
              ? boards.get(0)
              : new UndoBoards(workspace, request.what()).newest(tip, boards);
      return List.of(
          BoardResult.of(dir, () -> transaction.run(dir, undo::propose, undo::replayed)));
    }
  }

  private ChangeResult replayed(IdempotentReplay first) {
    return first.require(first.trail().undoes().isPresent()).undo();
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base) {
    DamageGuard.require(base.board());
    Optional<UndoTarget.Move> found = new UndoTarget(repo, base).find(request.what());
    Undo undo = new Undo(base, found);
    if (found.isPresent() && found.get().takenBackBy().isEmpty()) {
      UndoTarget.Move done = found.get();
      if (done.isUndo() && done.isAll(Event.RETURNED) && !undo.restores(done)) {
        undo.moveToTodo(done);
      } else if (!done.isUndo() && done.isAll(Event.PROMOTED)) {
        undo.moveToBacklog(done);
      } else {
        undo.undoAny(done);
      }
    }
    return new Proposal<>(undo.draft.changes(), undo::message, undo::result);
  }

  /** An undo of one commit, in memory; it changes nothing if there is nothing to undo. */
  private final class Undo {
    private final BoardSnapshot base;
    private final Draft draft;
    private final UndoGuard guard;
    private final Optional<UndoTarget.Move> move;
    private final Map<Task, List<Event>> events = new LinkedHashMap<>();
    private Optional<Group> group = Optional.empty();

    Undo(BoardSnapshot base, Optional<UndoTarget.Move> move) {
      this.base = base;
      this.draft = base.draft();
      this.guard = new UndoGuard(base.board());
      this.move = move;
    }

    /** Moves the tasks back to the backlog. */
    void moveToBacklog(UndoTarget.Move done) {
      UndoStep.Replenishment replenishment = replenishment(done);
      List<TaskId> ids = replenishment.ids();
      ids.forEach(guard::requireStillTodo);
      Document backlog = base.board().backlog();
      Document old = replenishment.before().backlog();
      FileNames files = base.settings().files();
      Group home =
          ReturnPlacement.home(backlog, old, ids, files)
              .or(() -> replenishment.vanishedGroup(backlog))
              .orElseThrow(() -> guard.noGroup(done.trail()));
      UndoStep returning = UndoStep.of(base.board(), home, replenishment, files);
      BoardSnapshot.take(draft, returning);
      addEvents(home, returning.tasks(), Event.RETURNED);
      if (!returning.restoresIndex()) {
        updateIndex();
      }
    }

    private UndoStep.Replenishment replenishment(UndoTarget.Move done) {
      List<TaskId> ids = done.trail().ids(Event.PROMOTED);
      TaskVersions.requireParent(done.revision());
      String dir = base.board().dir();
      Board before = base.reader().read(repo.tree(done.revision().parents().get(0)), dir);
      Board after = base.reader().read(repo.tree(done.revision().id()), dir);
      boolean holds =
          ids.stream()
              .allMatch(
                  id ->
                      isIn(before.backlog(), id)
                          && after.todo().filter(todo -> isIn(todo, id)).isPresent());
      if (!holds) {
        throw new ProblemException(
            ErrorCode.INVALID_DOCUMENT,
            Commit.shortened(done.revision().id()) + " has not moved the tasks that it names",
            "Look at it with `git show`; its message can't be trusted.");
      }
      return new UndoStep.Replenishment(before, after, ids);
    }

    /** Moves the tasks to TODO.md again, by the rules for a batch. */
    void moveToTodo(UndoTarget.Move undone) {
      List<TaskId> ids = undone.trail().ids(Event.RETURNED);
      ids.forEach(guard::requireInBacklog);
      Selection.Batch batch = Redo.move(base, draft, guard, undone.trail(), ids);
      addEvents(batch.group(), batch.tasks(), Event.PROMOTED);
      updateIndex();
    }

    /** Whether the files are still as the commit left them. */
    boolean restores(UndoTarget.Move done) {
      return new Reversal(repo, base, draft, done).restores();
    }

    /** Undoes any other commit. */
    void undoAny(UndoTarget.Move done) {
      Reversal reversal = new Reversal(repo, base, draft, done);
      reversal.undo();
      for (Effect effect : reversal.effects()) {
        boolean added = effect.before().isEmpty() && done.trail().action().equals("convert");
        events.put(
            effect.before().orElse(effect.after()).task(),
            added ? List.of(Event.EDITED) : effect.undoEvents());
      }
      reversal.removed().forEach(task -> events.put(task, List.of(Event.ADDED)));
    }

    private void addEvents(Group of, List<Task> tasks, Event event) {
      tasks.forEach(task -> events.put(task, List.of(event)));
      group = Optional.of(of);
    }

    private void updateIndex() {
      base.updateIndex(draft, Task.ids(events.keySet()));
    }

    String message() {
      UndoTarget.Move taken = move.orElseThrow();
      TaskMessage message =
          new TaskMessage(base.board().dir(), verb(taken), List.copyOf(events.keySet()));
      group.ifPresent(message::group);
      for (Event event : Event.values()) {
        message.event(
            event,
            events.keySet().stream().filter(task -> eventsOf(task).contains(event)).toList());
      }
      return message
          .undo(taken.revision().id(), taken.revision().subject())
          .text(Version.current(), request.how().key());
    }

    private String verb(UndoTarget.Move taken) {
      Set<Event> first = new HashSet<>();
      events.values().forEach(each -> each.stream().findFirst().ifPresent(first::add));
      String what = first.size() == 1 ? Effect.verb(first.iterator().next()) : "change";
      String undo = "chore(todo): undo " + Commit.shortened(taken.revision().id());
      return events.isEmpty() ? undo : undo + ", " + what;
    }

    /** The task's current place, or its former one if the undo removes it. */
    private TaskFinder.Found found(Task task) {
      boolean exists = !TaskFinder.all(draft.board(), task.name()).isEmpty();
      return TaskFinder.one(exists ? draft.board() : base.board(), task.name());
    }

    private List<Event> eventsOf(Task task) {
      return events.getOrDefault(task, List.of());
    }

    ChangeResult result(CommitOutcome ending) {
      List<ChangedTask> tasks = new ArrayList<>();
      for (Task task : events.keySet()) {
        TaskLine line = TaskLine.of(base, group, found(task));
        tasks.add(new ChangedTask(line, eventsOf(task)));
      }
      return ChangeResult.of(base.board().dir(), tasks, draft.changes(), ending);
    }
  }

  private static boolean isIn(Document document, TaskId id) {
    return document.tasks().stream().anyMatch(task -> task.id().filter(id::equals).isPresent());
  }

  /**
   * The request for {@code undo}.
   *
   * @param what the command to undo: its commit, or a task whose last command it was; by default,
   *     the last command that was not undone
   * @param how the options of the commit, such as a dry run
   */
  public record Request(Optional<String> what, CommitRequest how) {}
}
