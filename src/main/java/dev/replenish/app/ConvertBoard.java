package dev.replenish.app;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.SettingsFile;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.convert.Conversion;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Checks;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import dev.replenish.settings.RequiredFields;
import dev.replenish.settings.SettingKey;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Converts boards that are written in another way to the native dialect. */
public final class ConvertBoard {
  private final ConvertBoard.Request request;
  private final UsedIds ids;

  private ConvertBoard(ConvertBoard.Request request, UsedIds ids) {
    this.request = request;
    this.ids = ids;
  }

  /**
   * Converts every board that the call names; each board gets its own commit.
   *
   * @throws dev.replenish.board.ProblemException if the repository can't be used
   */
  public static List<BoardResult<ConvertBoard.Result>> convert(
      CallContext context, ConvertBoard.Request request) {
    request.require().ifPresent(RequiredFields::of);
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, request.how());
      if (request.require().isPresent()) {
        transaction.alsoWrites(Session.SETTINGS_FILE);
      }
      UsedIds ids = new UsedIds(workspace.repo());
      ConvertBoard convert = new ConvertBoard(request, ids);
      CommitTree tip = transaction.tip();
      Settings settings = workspace.settings(tip);
      var today = workspace.authorTime(request.how().date()).toLocalDate();
      ids.lookAhead(tip, settings.files(), today);
      return BoardResult.each(
          workspace.boards(tip, settings),
          dir -> transaction.run(dir, convert::propose, ConvertBoard::replayed));
    }
  }

  private static ConvertBoard.Result replayed(IdempotentReplay first) {
    return new ConvertBoard.Result(first.change("convert", Event.CONVERTED), Optional.empty());
  }

  private Proposal<ConvertBoard.Result> propose(BoardSnapshot base) {
    Board board = base.board();
    List<Document> unmarked = Conversion.unmarked(board);
    Draft draft = new Draft(board, base.settings().files(), base.reader().marked());
    if (unmarked.isEmpty()) {
      return proposal(new Done(base, draft, List.of(), List.of(), List.of()));
    }
    DamageGuard.requireEach(board);
    int lacking = Conversion.lacking(board);
    List<TaskId> newIds = lacking == 0 ? List.of() : ids.next(base, lacking);
    Conversion step = Conversion.on(board, base.settings().files(), newIds, request.archiveDone());
    BoardSnapshot.take(draft, step);
    base.updateIndex(draft, step.ids());
    return proposal(new Done(base, draft, step.ids(), step.archived(), notices(step)));
  }

  private static Proposal<ConvertBoard.Result> proposal(Done done) {
    return new Proposal<>(done.changes(), done::message, done::result);
  }

  private List<String> notices(Conversion step) {
    List<String> notices = new ArrayList<>();
    if (step.held() > 0) {
      notices.add(
          (step.held() == 1 ? "1 task is" : step.held() + " tasks are")
              + " now blocked: set aside in the file, or not clearly open.");
    }
    if (ids.isIncomplete()) {
      notices.add(UsedIds.INCOMPLETE);
    }
    return notices;
  }

  /** A board after its conversion. */
  private final class Done {
    private final BoardSnapshot base;
    private final Draft draft;
    private final List<ChangedTask> tasks = new ArrayList<>();
    private final List<Task> archived = new ArrayList<>();
    private final List<String> notices;

    Done(
        BoardSnapshot base,
        Draft draft,
        List<TaskId> ids,
        List<TaskId> archived,
        List<String> notices) {
      this.base = base;
      this.draft = draft;
      this.notices = notices;
      Map<TaskId, TaskLine> lines = lines(draft.board(), base.settings().effort(base.board()));
      Set<TaskId> moved = Set.copyOf(archived);
      for (TaskId id : ids) {
        TaskLine line = lines.get(id);
        boolean isArchived = moved.contains(id);
        List<Event> events =
            isArchived ? List.of(Event.CONVERTED, Event.ARCHIVED) : List.of(Event.CONVERTED);
        tasks.add(new ChangedTask(Objects.requireNonNull(line), events));
      }
      archived.forEach(id -> this.archived.add(Objects.requireNonNull(lines.get(id)).task()));
    }

    private static Map<TaskId, TaskLine> lines(Board board, EffortScale scale) {
      Map<TaskId, TaskLine> lines = new LinkedHashMap<>();
      for (Group group : board.backlog().groups()) {
        add(board.backlog(), Optional.of(group), group.tasks(), lines, scale);
      }
      board.todo().ifPresent(todo -> add(todo, Optional.empty(), todo.tasks(), lines, scale));
      board.archive().ifPresent(all -> add(all, Optional.empty(), all.tasks(), lines, scale));
      return lines;
    }

    private static void add(
        Document document,
        Optional<Group> group,
        List<Task> tasks,
        Map<TaskId, TaskLine> lines,
        EffortScale scale) {
      for (Task task : tasks) {
        task.id()
            .ifPresent(id -> lines.put(id, TaskLine.of(document, group, task, List.of(), scale)));
      }
    }

    List<FileChange> changes() {
      List<FileChange> changes = new ArrayList<>(draft.changes());
      if (!changes.isEmpty()) {
        request
            .require()
            .map(RequiredFields::words)
            .flatMap(words -> SettingsFile.change(base.tip(), SettingKey.REQUIRE, words))
            .ifPresent(changes::add);
      }
      return changes;
    }

    String message() {
      List<Task> converted = tasks.stream().map(ChangedTask::line).map(TaskLine::task).toList();
      return new TaskMessage(base.board().dir(), "chore(backlog): convert", converted)
          .event(Event.CONVERTED, converted)
          .event(Event.ARCHIVED, archived)
          .text(Version.current(), request.how().key());
    }

    ConvertBoard.Result result(CommitOutcome ending) {
      ChangeResult change =
          new ChangeResult(
              base.board().dir(),
              tasks,
              Optional.empty(),
              changes(),
              findings(),
              ending.and(notices));
      return new ConvertBoard.Result(
          change, tasks.isEmpty() ? Optional.empty() : Optional.of(promotable()));
    }

    private Promotable promotable() {
      Policy before = base.policy(BatchFilter.NONE, base.board());
      return Promotable.of(base.board(), before, draft.board(), policy());
    }

    /** The policy for the converted board. */
    private Policy policy() {
      Policy policy = base.policy(BatchFilter.NONE, draft.board());
      return request.require().map(RequiredFields::of).map(policy::requiring).orElse(policy);
    }

    /** The findings about the open tasks of the backlog. */
    private List<Finding> findings() {
      if (tasks.isEmpty()) {
        return List.of();
      }
      Set<Integer> open = new HashSet<>();
      draft.board().backlog().activeTasks().forEach(task -> open.add(task.line()));
      return Checks.about(draft.board(), policy(), task -> open.contains(task.line()));
    }
  }

  /**
   * The request for {@code convert}.
   *
   * @param require the new value of the setting {@code require}, if given
   * @param archiveDone whether to move finished tasks to the archive
   * @param how the options of the commit, such as a dry run
   */
  public record Request(Optional<String> require, boolean archiveDone, CommitRequest how) {}

  /**
   * The result of {@code convert}.
   *
   * @param change the converted tasks and the changed files
   * @param promotable the effect on promotion; empty if nothing was converted, or by an earlier
   *     call with the same key
   */
  public record Result(ChangeResult change, Optional<Promotable> promotable) {

    /** Returns the change with additional notices. */
    public ChangeResult withNotices(List<String> more) {
      return new ChangeResult(
          change.dir(),
          change.tasks(),
          change.refill(),
          change.changes(),
          change.findings(),
          change.ending().and(more));
    }

    /** Returns the change without the findings about missing fields. */
    public ChangeResult brief() {
      List<FileChange> changes = change.changes();
      return new ChangeResult(
          change.dir(),
          change.tasks(),
          change.refill(),
          changes,
          change.findings().stream().filter(finding -> !finding.code().isOfField()).toList(),
          change.ending());
    }
  }
}
