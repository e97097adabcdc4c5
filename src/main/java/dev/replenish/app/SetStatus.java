package dev.replenish.app;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskFields;
import dev.replenish.board.TaskId;
import dev.replenish.board.Transition;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.life.StatusStep;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.rules.BatchFilter;
import dev.replenish.settings.Settings;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Starts, blocks, finishes and rejects tasks of {@code TODO.md}, all that are named or none
 * (docs/reference/life-cycle.md).
 */
public final class SetStatus {
  private final StatusRequest request;
  private final Claim claim;

  private SetStatus(Session workspace, StatusRequest request) {
    this.request = request;
    this.claim = new Claim(workspace, request);
  }

  /**
   * Serves every board that holds one of the tasks, each with a commit of its own; none if one of
   * them can't be served.
   *
   * @throws ProblemException if the repository can't be used or a task is not to be found
   */
  public static List<BoardResult<ChangeResult>> set(CallContext context, StatusRequest request) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      SetStatus use = new SetStatus(workspace, request);
      Map<String, List<String>> boards = use.boards(workspace, transaction.tip());
      if (boards.size() > 1) {
        boards.forEach(
            (dir, ids) -> transaction.preview(dir, base -> use.propose(base, ids), use::again));
      }
      return BoardResult.each(
          boards.keySet(),
          dir ->
              transaction.on(
                  dir, base -> use.propose(base, boards.getOrDefault(dir, List.of())), use::again));
    }
  }

  /** Which board each id belongs to; with one board they are all looked for there. */
  private Map<String, List<String>> boards(Session workspace, CommitTree tip) {
    Settings settings = workspace.settings(tip);
    List<String> dirs = workspace.boards(tip, settings);
    return dirs.size() == 1
        ? Map.of(dirs.get(0), request.ids())
        : TaskFinder.byBoard(BoardReader.of(settings), tip, dirs, request.ids());
  }

  private ChangeResult again(IdempotentReplay first) {
    boolean refilled = request.refill() && first.trail().action().equals("run");
    return first.require(refilled || !first.ids(event()).isEmpty()).change(event());
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base, List<String> words) {
    DamageGuard.require(base.board());
    List<String> ids = words.stream().map(word -> TaskFinder.full(base.board(), word)).toList();
    List<Task> tasks = new ArrayList<>();
    for (String id : ids) {
      TaskFinder.Found found = TaskFinder.one(base.board(), id);
      if (isToChange(base, found)) {
        tasks.add(found.task());
      }
    }
    Draft draft = base.draft();
    if (!tasks.isEmpty()) {
      Document todo = base.board().todo().orElseThrow();
      BoardSnapshot.take(
          draft, new StatusStep(todo, tasks, request.transition(), request.reason(), base.today()));
      claim.write(base, draft, tasks);
    }
    List<TaskId> changed = tasks.stream().flatMap(task -> task.id().stream()).toList();
    base.index(draft, changed);
    List<Task> archived = archived(base, draft, changed);
    Optional<TopUp> refill =
        request.refill() ? Optional.of(TopUp.of(base, draft, BatchFilter.NONE)) : Optional.empty();
    return new Changing(base, draft, ids, tasks, archived, refill);
  }

  /** A finished task goes to the archive at once, where there is one. */
  private List<Task> archived(BoardSnapshot base, Draft draft, List<TaskId> changed) {
    if (request.transition().target().isActive() || !Archive.isByTheWay(base)) {
      return List.of();
    }
    List<Task> finished =
        draft.board().todo().stream()
            .flatMap(todo -> todo.tasks().stream())
            .filter(task -> task.id().filter(changed::contains).isPresent())
            .toList();
    return Archive.these(base, draft, finished);
  }

  /** Whether the task is still to be changed; what can't be is refused with what can. */
  private boolean isToChange(BoardSnapshot base, TaskFinder.Found found) {
    Board board = base.board();
    Transition transition = request.transition();
    Task task = found.task();
    Status status = status(found);
    boolean inTodo = found.isIn(board.todo());
    boolean archived = found.isIn(board.archive());
    if (inTodo && claim.isAbout(status) && claim.takes(base, found)) {
      return true;
    }
    if (status == transition.target() && (inTodo || archived)) {
      return inTodo
          && status.isActive()
          && request.reason().filter(why -> !says(found, why)).isPresent();
    }
    if (!inTodo) {
      throw refused(
          found,
          task.name()
              + " is in "
              + found.document().path()
              + ", and only a task in TODO.md can "
              + "be changed",
          archived
              ? "What is archived stays as it is; add a new task with 'replenish add'."
              : "Move it first with 'replenish run'.");
    }
    if (!transition.isPossibleFrom(status)) {
      throw refused(
          found,
          task.name() + " is " + status.word() + ", so '" + transition.word() + "' is not possible",
          "What is finished stays so; 'replenish archive' moves it to the archive.");
    }
    if (!transition.target().isActive() && task.form().map(UnmarkedForm::openParts).orElse(false)) {
      throw refused(
          found,
          task.name() + " has open parts, so it can't be " + transition.target().word(),
          "Tick its parts off first, and commit.");
    }
    if (!StatusStep.canTell(task)) {
      throw refused(
          found,
          task.name() + " has no place that could say it is " + transition.target().word(),
          "Write it there by hand, or turn the board with 'replenish convert'.");
    }
    return true;
  }

  /** Whether the reason is written down already: a call that is repeated changes nothing. */
  private static boolean says(TaskFinder.Found found, String reason) {
    String block = found.document().source().text(found.task().block());
    return block.contains(StatusStep.written(found.task(), reason));
  }

  /** A status that nobody has written down yet is that of a task that nobody has begun. */
  private static Status status(TaskFinder.Found found) {
    TaskFields details = found.task().details();
    boolean unwritten =
        details.field(FieldName.STATUS).map(Field::value).filter(String::isEmpty).isPresent();
    return unwritten ? Status.TODO : details.status().orElseThrow(() -> unknownStatus(found));
  }

  private static ProblemException unknownStatus(TaskFinder.Found found) {
    String written = found.task().details().field(FieldName.STATUS).orElseThrow().value();
    String words =
        List.of(Status.values()).stream().map(Status::word).collect(Collectors.joining(", "));
    return refused(
        found,
        found.task().name() + " has the status '" + OneLine.clean(written) + "', which is none",
        "Correct it to one of " + words + ", and commit.");
  }

  private static ProblemException refused(TaskFinder.Found found, String message, String next) {
    return Problem.at(ErrorCode.INVALID_DOCUMENT, found.where(), message, next).refusal();
  }

  /** The change, proven and not yet made. */
  private final class Changing implements Proposal<ChangeResult> {
    private final BoardSnapshot base;
    private final Draft draft;
    private final List<String> ids;
    private final List<Task> tasks;
    private final List<Task> archived;
    private final Optional<TopUp> refill;

    Changing(
        BoardSnapshot base,
        Draft draft,
        List<String> ids,
        List<Task> tasks,
        List<Task> archived,
        Optional<TopUp> refill) {
      this.base = base;
      this.draft = draft;
      this.ids = ids;
      this.tasks = tasks;
      this.refill = refill;
      List<Task> all = new ArrayList<>(archived);
      refill.ifPresent(topUp -> all.addAll(topUp.archived()));
      this.archived = all;
    }

    @Override
    public List<FileChange> changes() {
      boolean refills = refill.map(TopUp::moves).orElse(false);
      return tasks.isEmpty() && !refills ? List.of() : draft.changes();
    }

    @Override
    public String message() {
      TaskMessage message =
          new TaskMessage(base.board().dir(), "chore(todo): " + verb(), tasks)
              .event(event(), tasks)
              .event(Event.ARCHIVED, archived)
              .reason(request.reason());
      refill.ifPresent(topUp -> message.refill(topUp.plan()));
      return message.text(Version.current(), request.how().key());
    }

    @Override
    public ChangeResult result(CommitOutcome ending) {
      List<ChangedTask> changed = new ArrayList<>();
      for (String id : ids) {
        TaskFinder.Found now = TaskFinder.one(draft.board(), id);
        TaskLine line =
            TaskLine.of(
                now.document(),
                Optional.empty(),
                now.task(),
                List.of(),
                base.settings().effort(base.board()));
        changed.add(new ChangedTask(line, events(id)));
      }
      boolean dryRun = request.how().dryRun();
      return new ChangeResult(
          base.board().dir(),
          changed,
          refill.map(topUp -> topUp.result(dryRun, ending.ofPart())),
          changes(),
          List.of(),
          changes().isEmpty() ? ending.and(claim.notices(base, ids)) : ending);
    }

    private List<Event> events(String id) {
      List<Event> events = new ArrayList<>();
      if (holds(tasks, id)) {
        events.add(event());
      }
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
    return switch (request.transition()) {
      case START -> Event.STARTED;
      case BLOCK -> Event.BLOCKED;
      case DONE -> Event.FINISHED;
      case REJECT -> Event.REJECTED;
    };
  }

  private String verb() {
    return request.transition() == Transition.DONE ? "finish" : request.transition().word();
  }
}
