package dev.replenish.app.add;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.IdempotentReplay;
import dev.replenish.app.NewTask;
import dev.replenish.app.Proposal;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Transaction;
import dev.replenish.app.UsedIds;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.ShortId;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.index.ExpectedEntries;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.IndexUpdate;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Checks;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import dev.replenish.settings.Settings;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds new tasks to the backlog of a board: all of them in one commit, or none. */
public final class AddTasks {
  private final List<NewTask> tasks;
  private final CommitRequest how;
  private final UsedIds ids;

  private AddTasks(List<NewTask> tasks, CommitRequest how, UsedIds ids) {
    this.tasks = tasks;
    this.how = how;
    this.ids = ids;
  }

  /**
   * Adds the tasks to the one board that the call names.
   *
   * @throws dev.replenish.board.ProblemException if the repository can't be used, or if values of
   *     the tasks are missing or wrong: all of these are reported at once
   */
  public static List<BoardResult<ChangeResult>> add(CallContext context, AddTasks.Request request) {
    InputCheck.tasks(request.tasks());
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      UsedIds ids = new UsedIds(workspace.repo());
      CommitTree tip = transaction.tip();
      Settings settings = workspace.settings(tip);
      String dir = board(workspace.boards(tip, settings));
      List<NewTask> tasks = InputCheck.tasks(withFullIds(request.tasks(), tip, dir, settings));
      AddTasks add = new AddTasks(tasks, request.how(), ids);
      LocalDate today = workspace.authorTime(request.how().date()).toLocalDate();
      ids.lookAhead(tip, settings.files(), today, tasks);
      return List.of(BoardResult.of(dir, () -> transaction.run(dir, add::propose, add::replayed)));
    }
  }

  private static String board(List<String> boards) {
    if (boards.size() != 1) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "tasks are added to one board, and " + boards.size() + " are named",
          "Name one of them with --board.");
    }
    return boards.get(0);
  }

  /** Completes shortened ids of dependencies; an id that matches no task stays as it is. */
  private static List<TaskInput> withFullIds(
      List<TaskInput> inputs, CommitTree tip, String dir, Settings settings) {
    if (inputs.stream().noneMatch(input -> input.has(InputField.DEPENDENCIES))) {
      return inputs;
    }
    List<String> known = new ArrayList<>();
    inputs.forEach(input -> input.one(InputField.ID).map(String::strip).ifPresent(known::add));
    known.addAll(TaskFinder.ids(BoardReader.of(settings).read(tip, dir)));
    return inputs.stream()
        .map(
            input ->
                input.with(
                    InputField.DEPENDENCIES,
                    input.all(InputField.DEPENDENCIES).stream()
                        .map(String::strip)
                        .map(word -> ShortId.resolve(word, known).orElse(word))
                        .toList()))
        .toList();
  }

  private ChangeResult replayed(IdempotentReplay first) {
    List<TaskId> added =
        first.require(first.trail().action().equals("add")).trail().ids(Event.ADDED);
    Policy policy = first.before().policy(BatchFilter.NONE, first.before().board());
    List<TaskLine> lines =
        lines(first.before().board(), first.after(), added, policy, first.before().settings());
    if (lines.size() < added.size()) {
      throw first.untrue();
    }
    return result(first.after(), lines, policy, first.changes(), first.ending());
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base) {
    Draft draft = base.draft();
    List<TaskId> added = new TaskWriter(ids, tasks).write(base, draft);
    List<TaskLine> lines =
        lines(
            base.board(),
            draft.board(),
            added,
            base.policy(BatchFilter.NONE, draft.board()),
            base.settings());
    index(base, draft, added);
    return proposal(base, draft, lines);
  }

  /** Adds an entry to the index for each task, created today. */
  private static void index(BoardSnapshot base, Draft draft, List<TaskId> added) {
    if (base.board().index().isPresent()) {
      List<ExpectedEntry> facts =
          new ExpectedEntries(draft.board())
              .of(added).stream().map(fact -> fact.createdOn(base.today())).toList();
      BoardSnapshot.take(draft, IndexUpdate.of(draft.board(), base.settings().files(), facts));
    }
  }

  private Proposal<ChangeResult> proposal(BoardSnapshot base, Draft draft, List<TaskLine> lines) {
    List<Task> added = lines.stream().map(TaskLine::task).toList();
    TaskMessage message =
        new TaskMessage(base.board().dir(), "chore(backlog): add", added).event(Event.ADDED, added);
    return new Proposal<>(
        draft.changes(),
        () -> message.text(Version.current(), how.key()),
        ending ->
            result(
                draft.board(),
                lines,
                base.policy(BatchFilter.NONE, draft.board()),
                draft.changes(),
                withNotices(ending)));
  }

  private ChangeResult result(
      Board after,
      List<TaskLine> lines,
      Policy policy,
      List<FileChange> changes,
      CommitOutcome ending) {
    return new ChangeResult(
        after.dir(),
        lines.stream().map(line -> new ChangedTask(line, List.of(Event.ADDED))).toList(),
        Optional.empty(),
        changes,
        findings(after, lines, policy),
        ending);
  }

  private CommitOutcome withNotices(CommitOutcome ending) {
    return ids.isIncomplete() ? ending.and(List.of(UsedIds.INCOMPLETE)) : ending;
  }

  /** The new tasks on the board afterwards, in the order in which they were given. */
  private static List<TaskLine> lines(
      Board before, Board board, List<TaskId> ids, Policy policy, Settings settings) {
    EffortScale scale = settings.effort(board);
    Readiness readiness = new Readiness(board, policy);
    Set<TaskId> requested = Set.copyOf(ids);
    Map<TaskId, TaskLine> lines = new HashMap<>();
    for (Group group : board.backlog().groups()) {
      if (group.tasks().stream().anyMatch(task -> task.isOneOf(requested))) {
        for (Readiness.Verdict verdict : readiness.all(group)) {
          Task task = verdict.task();
          TaskLine line =
              TaskLine.of(board.backlog(), Optional.of(group), task, verdict.reasons(), scale);
          task.id()
              .filter(requested::contains)
              .filter(id -> !lines.containsKey(id) || !existed(before, task))
              .ifPresent(id -> lines.put(id, line));
        }
      }
    }
    for (Task task : board.backlog().tasks()) { // tasks below a heading that parks them
      task.id()
          .filter(requested::contains)
          .ifPresent(
              id ->
                  lines.computeIfAbsent(
                      id,
                      any ->
                          TaskLine.of(board.backlog(), Optional.empty(), task, List.of(), scale)));
    }
    return ids.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList();
  }

  /**
   * Whether a task with this id and title existed before: rows of two tables may share a number.
   */
  private static boolean existed(Board before, Task task) {
    return before.backlog().tasks().stream()
        .anyMatch(old -> old.id().equals(task.id()) && old.title().equals(task.title()));
  }

  /** The findings of {@code check} about the new tasks, and every dependency that is in no file. */
  private List<Finding> findings(Board after, List<TaskLine> lines, Policy policy) {
    Set<Integer> added = new HashSet<>();
    lines.forEach(line -> added.add(line.task().line()));
    List<Finding> findings =
        new ArrayList<>(Checks.about(after, policy, task -> added.contains(task.line())));
    Readiness readiness = new Readiness(after, policy);
    for (int i = 0; i < Math.min(tasks.size(), lines.size()); i++) {
      for (String id : tasks.get(i).fields().dependencies()) {
        Finding unknown = unknown(after, lines.get(i).task(), id);
        if (!readiness.isKnown(id) && !findings.contains(unknown)) {
          findings.add(unknown);
        }
      }
    }
    return findings;
  }

  /** The finding for an unknown dependency, even if its word does not look like an id. */
  private static Finding unknown(Board board, Task task, String id) {
    Location where = new Location(board.backlog().path(), task.position().headerLine(), 1);
    String message = task.name() + " depends on " + OneLine.clean(id) + ", which is in no file";
    return Finding.of(FindingCode.DEPENDENCY_UNKNOWN, where, message);
  }

  /**
   * The request for {@code add}.
   *
   * @param tasks the new tasks, 1 to {@link #MOST}
   * @param how the options of the commit, such as a dry run
   */
  public record Request(List<TaskInput> tasks, CommitRequest how) {
    /** The maximum number of tasks in one call. */
    public static final int MOST = 100;

    /** The maximum size in bytes of a body, and of the JSON of all tasks. */
    public static final int MOST_BYTES = 1 << 20;

    /** Copies the collection. */
    public Request {
      tasks = List.copyOf(tasks);
    }
  }
}
