package dev.replenish.app.life;

import dev.replenish.app.Archive;
import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.DamageGuard;
import dev.replenish.app.IdempotentReplay;
import dev.replenish.app.NamedTasks;
import dev.replenish.app.Proposal;
import dev.replenish.app.TaskLine;
import dev.replenish.app.TopUp;
import dev.replenish.app.Transaction;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Event;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.Transition;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.life.StatusStep;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.BatchFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts, blocks, finishes, rejects and reopens tasks: all named tasks or none
 * (docs/reference/life-cycle.md).
 */
public final class SetStatus {
  private final Session workspace;
  private final StatusRequest request;
  private final Claim claim;
  private final StatusGuard guard;

  private SetStatus(Session workspace, StatusRequest request) {
    this.workspace = workspace;
    this.request = request;
    this.claim = new Claim(workspace, request);
    this.guard = new StatusGuard(request, claim);
  }

  /**
   * Changes the tasks on every board that holds one of them; each board gets its own commit. If one
   * board can't be changed, none is.
   *
   * @throws ProblemException if the repository can't be used or a task is not found
   */
  public static List<BoardResult<ChangeResult>> set(CallContext context, StatusRequest request) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      SetStatus command = new SetStatus(workspace, request);
      return NamedBoards.run(
          workspace, transaction, request.ids(), command::propose, command::replayed);
    }
  }

  private ChangeResult replayed(IdempotentReplay first) {
    boolean refilled = request.refill() && first.trail().action().equals("run");
    return first.require(refilled || !first.trail().ids(event()).isEmpty()).change(event());
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base, List<String> words) {
    DamageGuard.require(base.board());
    List<String> ids = words.stream().map(word -> TaskFinder.fullId(base.board(), word)).toList();
    List<TaskFinder.Found> found = new ArrayList<>();
    for (String id : ids) {
      TaskFinder.Found one = TaskFinder.one(base.board(), id);
      if (guard.needsChange(base, one)) {
        found.add(one);
      }
    }
    Draft draft = base.draft();
    List<Task> tasks = found.stream().map(TaskFinder.Found::task).toList();
    Optional<Plan> promotion = promotion(base, draft, found);
    for (FileRole file : FileRole.values()) {
      change(base, draft, file, tasks);
    }
    Map<String, Event> returnEvents = new HashMap<>();
    for (TaskFinder.Found one : found) {
      if (one.isIn(base.board().archive())) {
        TaskReturn taskReturn = new TaskReturn(workspace.repo(), base, draft);
        returnEvents.put(id(one.task()), taskReturn.fromArchive(id(one.task())));
      }
    }
    claim.write(base, draft, tasks);
    List<TaskId> changed = Task.ids(tasks);
    base.updateIndex(draft, changed);
    List<Task> archived = archived(base, draft, changed);
    Optional<TopUp> refill =
        request.refill() ? Optional.of(TopUp.of(base, draft, BatchFilter.NONE)) : Optional.empty();
    refill.ifPresent(topUp -> archived.addAll(topUp.archived()));
    Change change =
        new Change(this, base, draft, ids, tasks, promotion, returnEvents, archived, refill);
    return new Proposal<>(change.changes(), change::message, change::result);
  }

  /** Moves the tasks that are started in the backlog to TODO.md first, by the rules for a batch. */
  private Optional<Plan> promotion(BoardSnapshot base, Draft draft, List<TaskFinder.Found> found) {
    List<TaskFinder.Found> waiting =
        found.stream().filter(one -> one.isIn(Optional.of(base.board().backlog()))).toList();
    if (request.transition() != Transition.START || waiting.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(NamedTasks.move(base, draft, waiting, request.how().dryRun()));
  }

  /** Sets the new status of those of {@code tasks} that {@code file} holds. */
  private void change(BoardSnapshot base, Draft draft, FileRole file, List<Task> tasks) {
    Optional<Document> document = file.in(draft.board());
    List<Task> here =
        document.stream()
            .flatMap(present -> tasks.stream().map(task -> TaskFinder.one(draft.board(), id(task))))
            .filter(one -> one.isIn(document))
            .map(TaskFinder.Found::task)
            .toList();
    if (!here.isEmpty()) {
      BoardSnapshot.take(
          draft,
          StatusStep.of(
              file,
              document.orElseThrow(),
              here,
              request.transition(),
              request.reason(),
              base.today()));
    }
  }

  private static String id(Task task) {
    return task.id().orElseThrow().value();
  }

  /** Archives the finished tasks if commands archive automatically. */
  private List<Task> archived(BoardSnapshot base, Draft draft, List<TaskId> changed) {
    List<Task> archived = new ArrayList<>();
    if (request.transition().target().isActive() || !Archive.isAutomatic(base)) {
      return archived;
    }
    for (FileRole file : List.of(FileRole.TODO, FileRole.BACKLOG)) {
      List<Task> finished =
          file.in(draft.board()).stream()
              .flatMap(document -> document.tasks().stream())
              .filter(task -> task.isOneOf(changed))
              .toList();
      archived.addAll(Archive.archive(base, draft, file, finished));
    }
    return archived;
  }

  /** The proven change, ready to be committed. */
  private record Change(
      SetStatus command,
      BoardSnapshot base,
      Draft draft,
      List<String> ids,
      List<Task> tasks,
      Optional<Plan> promotion,
      Map<String, Event> returnEvents,
      List<Task> archived,
      Optional<TopUp> refill) {

    List<FileChange> changes() {
      boolean refills = refill.map(TopUp::moves).orElse(false);
      return tasks.isEmpty() && !refills ? List.of() : draft.changes();
    }

    String message() {
      TaskMessage message =
          new TaskMessage(base.board().dir(), "chore(todo): " + command.verb(), tasks)
              .event(command.event(), tasks)
              .event(Event.RESTORED, returned(Event.RESTORED))
              .event(Event.RETURNED, returned(Event.RETURNED))
              .event(Event.ARCHIVED, archived)
              .reason(command.request.reason());
      promotion.ifPresent(message::refill);
      refill.ifPresent(topUp -> message.refill(topUp.plan()));
      return message.text(Version.current(), command.request.how().key());
    }

    ChangeResult result(CommitOutcome ending) {
      List<ChangedTask> changed = new ArrayList<>();
      for (String id : ids) {
        TaskFinder.Found found = TaskFinder.one(draft.board(), id);
        TaskLine line = TaskLine.of(base, Optional.empty(), found);
        changed.add(new ChangedTask(line, events(id)));
      }
      boolean dryRun = command.request.how().dryRun();
      List<FileChange> changes = changes();
      return new ChangeResult(
          base.board().dir(),
          changed,
          refill.map(topUp -> topUp.result(dryRun, ending.ofPart())),
          changes,
          List.of(),
          changes.isEmpty() ? ending.and(command.claim.notices(base, ids)) : ending);
    }

    private List<Task> returned(Event how) {
      return tasks.stream().filter(task -> returnEvents.get(SetStatus.id(task)) == how).toList();
    }

    private List<Event> events(String id) {
      List<Event> events = new ArrayList<>();
      if (promotion.flatMap(Plan::batch).filter(batch -> holds(batch.tasks(), id)).isPresent()) {
        events.add(Event.PROMOTED);
      }
      if (holds(tasks, id)) {
        events.add(command.event());
      }
      Optional.ofNullable(returnEvents.get(id)).ifPresent(events::add);
      if (holds(archived, id)) {
        events.add(Event.ARCHIVED);
      }
      return events;
    }
  }

  private static boolean holds(List<Task> tasks, String id) {
    return tasks.stream()
        .anyMatch(task -> task.id().map(TaskId::value).filter(id::equals).isPresent());
  }

  private Event event() {
    return Event.of(request.transition().target());
  }

  private String verb() {
    return request.transition() == Transition.DONE ? "finish" : request.transition().word();
  }
}
