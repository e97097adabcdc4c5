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

/** Takes a command back, or an undo (docs/reference/life-cycle.md, "Undo"). */
public final class UndoCommit {
  private final Repo repo;
  private final UndoCommit.Request request;

  private UndoCommit(Repo repo, UndoCommit.Request request) {
    this.repo = repo;
    this.request = request;
  }

  /**
   * Serves the board that the call names; of several, the one whose last command is the newest, or
   * which the named commit or task is about.
   *
   * @throws ProblemException if the repository can't be used, or nothing is called so
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
      return List.of(BoardResult.of(dir, () -> transaction.run(dir, undo::propose, undo::again)));
    }
  }

  private ChangeResult again(IdempotentReplay first) {
    return first.require(first.trail().undoes().isPresent()).undo();
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base) {
    DamageGuard.require(base.board());
    Optional<UndoTarget.Move> found = new UndoTarget(repo, base).meant(request.what());
    Way way = new Way(base, found);
    if (found.isPresent() && found.get().takenBackBy().isEmpty()) {
      UndoTarget.Move done = found.get();
      if (done.isUndo() && done.isAll(Event.RETURNED) && !way.restores(done)) {
        way.forward(done);
      } else if (!done.isUndo() && done.isAll(Event.PROMOTED)) {
        way.back(done);
      } else {
        way.reverse(done);
      }
    }
    return new Proposal<>(way.draft.changes(), way::message, way::result);
  }

  /** What an undo comes to; nothing where nothing is left to be taken back. */
  private final class Way {
    private final BoardSnapshot base;
    private final Draft draft;
    private final UndoGuard guard;
    private final Optional<UndoTarget.Move> move;
    private final Map<Task, List<Event>> events = new LinkedHashMap<>();
    private Optional<Group> group = Optional.empty();

    Way(BoardSnapshot base, Optional<UndoTarget.Move> move) {
      this.base = base;
      this.draft = base.draft();
      this.guard = new UndoGuard(base.board());
      this.move = move;
    }

    /** The tasks go home to the backlog. */
    void back(UndoTarget.Move done) {
      UndoStep.Replenishment replenishment = replenishment(done);
      List<TaskId> ids = replenishment.ids();
      ids.forEach(guard::requireStillTodo);
      Document backlog = base.board().backlog();
      Document old = replenishment.before().backlog();
      FileNames files = base.settings().files();
      Group home =
          ReturnPlacement.home(backlog, old, ids, files)
              .or(() -> replenishment.gone(backlog))
              .orElseThrow(() -> guard.noGroup(done.trail()));
      UndoStep returning = UndoStep.of(base.board(), home, replenishment, files);
      BoardSnapshot.take(draft, returning);
      happened(home, returning.tasks(), Event.RETURNED);
      if (!returning.restoresIndex()) {
        index();
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

    /** The tasks are moved to TODO.md once more, by the rules for a batch. */
    void forward(UndoTarget.Move undone) {
      List<TaskId> ids = undone.trail().ids(Event.RETURNED);
      ids.forEach(guard::requireInBacklog);
      Selection.Batch batch = Redo.move(base, draft, guard, undone.trail(), ids);
      happened(batch.group(), batch.tasks(), Event.PROMOTED);
      index();
    }

    /** Whether the files are still as the commit left them. */
    boolean restores(UndoTarget.Move done) {
      return new Reversal(repo, base, draft, done).restores();
    }

    /** Whatever the commit did, it is undone. */
    void reverse(UndoTarget.Move done) {
      Reversal reversal = new Reversal(repo, base, draft, done);
      reversal.take();
      for (Effect effect : reversal.effects()) {
        boolean gone = effect.before().isEmpty() && done.trail().action().equals("convert");
        events.put(
            effect.before().orElse(effect.after()).task(),
            gone ? List.of(Event.EDITED) : effect.back());
      }
      reversal.again().forEach(task -> events.put(task, List.of(Event.ADDED)));
    }

    private void happened(Group of, List<Task> tasks, Event event) {
      tasks.forEach(task -> events.put(task, List.of(event)));
      group = Optional.of(of);
    }

    private void index() {
      base.updateIndex(draft, Task.ids(events.keySet()));
    }

    String message() {
      UndoTarget.Move taken = move.orElseThrow();
      TaskMessage message =
          new TaskMessage(base.board().dir(), verb(taken), List.copyOf(events.keySet()));
      group.ifPresent(message::group);
      for (Event event : Event.values()) {
        message.event(
            event, events.keySet().stream().filter(task -> got(task).contains(event)).toList());
      }
      return message
          .undo(taken.revision().id(), taken.revision().subject())
          .text(Version.current(), request.how().key());
    }

    private String verb(UndoTarget.Move taken) {
      Set<Event> first = new HashSet<>();
      events.values().forEach(each -> each.stream().findFirst().ifPresent(first::add));
      String what = first.size() == 1 ? Effect.word(first.iterator().next()) : "change";
      String undo = "chore(todo): undo " + Commit.shortened(taken.revision().id());
      return events.isEmpty() ? undo : undo + ", " + what;
    }

    /** A task where it is now; one that goes, where it was. */
    private TaskFinder.Found found(Task task) {
      boolean stays = !TaskFinder.all(draft.board(), task.name()).isEmpty();
      return TaskFinder.one(stays ? draft.board() : base.board(), task.name());
    }

    private List<Event> got(Task task) {
      return events.getOrDefault(task, List.of());
    }

    ChangeResult result(CommitOutcome ending) {
      List<ChangedTask> tasks = new ArrayList<>();
      for (Task task : events.keySet()) {
        TaskLine line = TaskLine.of(base, group, found(task));
        tasks.add(new ChangedTask(line, got(task)));
      }
      return ChangeResult.of(base.board().dir(), tasks, draft.changes(), ending);
    }
  }

  private static boolean isIn(Document document, TaskId id) {
    return document.tasks().stream().anyMatch(task -> task.id().filter(id::equals).isPresent());
  }

  /**
   * What {@code undo} is asked.
   *
   * @param what the command that is meant: its commit, or a task that it was the last one about;
   *     the last one that still is where nothing is said
   * @param how what the commit carries, and whether it is made
   */
  public record Request(Optional<String> what, CommitRequest how) {}
}
