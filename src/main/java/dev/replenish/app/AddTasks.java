package dev.replenish.app;

import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.Tip;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.IndexUpdate;
import dev.replenish.plan.NewTasks;
import dev.replenish.plan.TaskDraft;
import dev.replenish.plan.TaskMessage;
import dev.replenish.rules.Checks;
import dev.replenish.rules.IndexFact;
import dev.replenish.rules.IndexFacts;
import dev.replenish.rules.Narrowing;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Readiness;
import dev.replenish.rules.Words;
import dev.replenish.text.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes new tasks into the backlog of a board, all of them in one commit or none. */
public final class AddTasks {
  private final List<NewTask> tasks;
  private final Committing how;
  private final UsedIds ids;

  private AddTasks(List<NewTask> tasks, Committing how, UsedIds ids) {
    this.tasks = tasks;
    this.how = how;
    this.ids = ids;
  }

  /**
   * Adds the tasks to the one board that the call names.
   *
   * @throws dev.replenish.board.Refusal if the repository can't be used, or if anything that a task
   *     needs is missing or wrong: then all of it is told at once
   */
  public static List<Outcome<ChangeResult>> add(Context context, AddRequest request) {
    InputCheck.tasks(request.tasks());
    try (Workspace workspace = new Workspace(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      UsedIds ids = new UsedIds(workspace.repo());
      Tip tip = transaction.tip();
      Settings settings = workspace.settings(tip);
      String dir = board(workspace.boards(tip, settings));
      List<NewTask> tasks = InputCheck.tasks(spelledOut(request.tasks(), tip, dir, settings));
      AddTasks add = new AddTasks(tasks, request.how(), ids);
      LocalDate today = workspace.repo().authorTime(request.how().date()).toLocalDate();
      ids.lookAhead(tip, settings.files(), today, tasks);
      return List.of(Outcome.of(dir, () -> transaction.on(dir, add::propose, add::again)));
    }
  }

  private static String board(List<String> boards) {
    if (boards.size() != 1) {
      throw Problem.of(
              ErrorCode.USAGE,
              "tasks are added to one board, and " + boards.size() + " are named",
              "Name one of them with --board.")
          .refusal();
    }
    return boards.get(0);
  }

  /** The ids of dependencies may be short; what is short for nothing stays as it is. */
  private static List<TaskInput> spelledOut(
      List<TaskInput> inputs, Tip tip, String dir, Settings settings) {
    if (inputs.stream().noneMatch(input -> input.has(InputField.DEPENDENCIES))) {
      return inputs;
    }
    List<String> known = new ArrayList<>();
    inputs.forEach(input -> input.one(InputField.ID).map(String::strip).ifPresent(known::add));
    known.addAll(TaskFinder.ids(new BoardReader(settings.files()).read(tip, dir)));
    return inputs.stream()
        .map(
            input ->
                input.with(
                    InputField.DEPENDENCIES,
                    input.all(InputField.DEPENDENCIES).stream()
                        .map(String::strip)
                        .map(word -> ShortId.meant(word, known).orElse(word))
                        .toList()))
        .toList();
  }

  private ChangeResult again(Replay first) {
    List<TaskId> added = first.require(first.trail().action().equals("add")).ids(Event.ADDED);
    Policy policy = first.before().settings().policy(Narrowing.NONE, first.before().board());
    List<TaskLine> lines = lines(first.after(), added, policy);
    if (lines.size() < added.size()) {
      throw first.untrue();
    }
    return new ChangeResult(
        first.after().dir(),
        lines.stream().map(line -> new ChangedTask(line, List.of(Event.ADDED))).toList(),
        Optional.empty(),
        first.changes(),
        findings(first.after(), lines, policy),
        first.ending());
  }

  private Proposal<ChangeResult> propose(Base base) {
    Whole.requireMarked(base.board().backlog());
    List<TaskId> free = ids.assign(base, tasks);
    List<TaskDraft> drafts = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      drafts.add(tasks.get(i).called(free.get(i)));
    }
    Draft draft = base.draft();
    Base.take(draft, NewTasks.on(base.board(), drafts));
    List<TaskLine> lines =
        lines(draft.board(), free, base.settings().policy(Narrowing.NONE, draft.board()));
    index(base, draft, free);
    return proposal(base, draft, lines);
  }

  private static boolean isOneOf(Set<TaskId> ids, Task task) {
    return task.id().filter(ids::contains).isPresent();
  }

  /** The index gets an entry for each, created today. */
  private static void index(Base base, Draft draft, List<TaskId> added) {
    if (base.board().index().isPresent()) {
      List<IndexFact> facts =
          new IndexFacts(draft.board())
              .of(added).stream().map(fact -> fact.createdOn(base.today())).toList();
      Base.take(draft, new IndexUpdate(draft.board(), base.settings().files(), facts));
    }
  }

  private Proposal<ChangeResult> proposal(Base base, Draft draft, List<TaskLine> lines) {
    List<Task> added = lines.stream().map(TaskLine::task).toList();
    return new Proposal<>() {
      @Override
      public List<FileChange> changes() {
        return draft.changes();
      }

      @Override
      public String message() {
        return new TaskMessage(base.board().dir(), "chore(backlog): add", added)
            .event(Event.ADDED, added)
            .text(Version.current(), how.key());
      }

      @Override
      public ChangeResult result(Ending ending) {
        List<ChangedTask> changed =
            lines.stream().map(line -> new ChangedTask(line, List.of(Event.ADDED))).toList();
        return new ChangeResult(
            base.board().dir(),
            changed,
            Optional.empty(),
            draft.changes(),
            findings(draft.board(), lines, base.settings().policy(Narrowing.NONE, draft.board())),
            told(ending));
      }
    };
  }

  private Ending told(Ending ending) {
    return ids.isIncomplete() ? ending.and(List.of(UsedIds.INCOMPLETE)) : ending;
  }

  /** The new tasks as the board has them afterwards, in the order in which they were given. */
  private static List<TaskLine> lines(Board board, List<TaskId> ids, Policy policy) {
    Readiness readiness = new Readiness(board, policy);
    Set<TaskId> wanted = Set.copyOf(ids);
    Map<TaskId, TaskLine> lines = new HashMap<>();
    for (Group group : board.backlog().groups()) {
      if (group.tasks().stream().anyMatch(task -> isOneOf(wanted, task))) {
        for (Readiness.Verdict verdict : readiness.all(group)) {
          Task task = verdict.task();
          TaskLine line = TaskLine.of(board.backlog(), Optional.of(group), task, verdict.reasons());
          task.id().filter(wanted::contains).ifPresent(id -> lines.put(id, line));
        }
      }
    }
    return ids.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList();
  }

  /** What {@code check} says of the new tasks, and every dependency that no file holds. */
  private List<Finding> findings(Board after, List<TaskLine> lines, Policy policy) {
    Set<Integer> added = new HashSet<>();
    lines.forEach(line -> added.add(line.task().line()));
    List<Finding> findings =
        new ArrayList<>(Checks.about(after, policy, task -> added.contains(task.line())));
    Readiness readiness = new Readiness(after, policy);
    for (int i = 0; i < Math.min(tasks.size(), lines.size()); i++) {
      for (String id : tasks.get(i).dependencies()) {
        Finding unknown = unknown(after, lines.get(i).task(), id);
        if (!readiness.isKnown(id) && !findings.contains(unknown)) {
          findings.add(unknown);
        }
      }
    }
    return findings;
  }

  /** What the caller calls a dependency is one, also where it does not look like an id. */
  private static Finding unknown(Board board, Task task, String id) {
    Location where = new Location(board.backlog().path(), task.headerLine(), 1);
    String message = task.name() + " depends on " + Words.clean(id) + ", which no file holds";
    return Finding.of(FindingCode.DEPENDENCY_UNKNOWN, where, message);
  }
}
