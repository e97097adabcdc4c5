package dev.replenish.app.read;

import dev.replenish.app.BoardResult;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.ShortId;
import dev.replenish.app.board.UnknownTask;
import dev.replenish.app.history.TaskHistory;
import dev.replenish.app.history.TaskVersions;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Commit;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.git.identity.RelativeDate;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.plan.FileNames;
import dev.replenish.settings.Settings;
import dev.replenish.text.OneLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Reads what was done to boards (docs/reference/history.md): {@code log}. */
public final class ReadLog {
  private final Repo repo;
  private final ReadLog.Request request;
  private final Map<String, List<ReadLog.Entry>> entries = new LinkedHashMap<>();
  private final Map<String, String> boards = new LinkedHashMap<>();
  private final Map<String, List<TaskTimeline.Former>> others = new LinkedHashMap<>();
  private final TreeSet<String> otherIds = new TreeSet<>();
  private boolean shallow;

  private ReadLog(Repo repo, ReadLog.Request request, List<String> dirs) {
    this.repo = repo;
    this.request = request;
    for (String dir : dirs) {
      entries.put(dir, new ArrayList<>());
      boards.put(OneLine.line(dir), dir); // in the form of the trailer
    }
  }

  /**
   * The commits that Replenish made to each board, newest first.
   *
   * @param progress is called after each commit with the number of commits read so far
   * @throws dev.replenish.board.ProblemException {@code USAGE} for an invalid date, or a task that
   *     no board ever had
   */
  public static List<BoardResult<ReadLog.Result>> of(
      CallContext context, ReadLog.Request request, IntConsumer progress) {
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.treeToRead();
      Settings settings = workspace.settings(tree);
      BoardReader reader = BoardReader.of(settings);
      List<String> dirs = workspace.boards(tree, settings);
      ReadLog log = new ReadLog(workspace.repo(), request, dirs);
      Optional<Instant> since =
          request.since().map(text -> RelativeDate.moment(text, "--since", context.env()));
      Optional<CommitTree> tip = log.repo.newest(context.ref());
      tip.ifPresent(start -> log.read(start, paths(reader, dirs), since, progress));
      if (request.task().isPresent() && log.isEmpty()) {
        String id = request.task().get();
        Optional<String> meant = ShortId.resolve(id, log.otherIds);
        if (meant.isPresent()) {
          return of(context, request.about(meant.get()), progress);
        }
        log.requireKnown(id, settings.files());
      }
      if (request.task().isPresent() && tip.isPresent()) {
        log.findOthers(request.task().get(), tip.get(), reader, dirs);
      }
      return BoardResult.each(dirs, log::result);
    }
  }

  /**
   * Everything that was done to {@code dirs} up to {@code tip}, for forecasts and reports.
   *
   * @return the result for each folder
   */
  public static Map<String, ReadLog.Result> upTo(
      Optional<CommitTree> tip,
      Repo repo,
      BoardReader reader,
      List<String> dirs,
      IntConsumer progress) {
    ReadLog log = new ReadLog(repo, ReadLog.Request.ALL, dirs);
    tip.ifPresent(start -> log.read(start, paths(reader, dirs), Optional.empty(), progress));
    Map<String, ReadLog.Result> results = new LinkedHashMap<>();
    dirs.forEach(dir -> results.put(dir, log.result(dir)));
    return results;
  }

  private static List<String> paths(BoardReader reader, List<String> dirs) {
    return dirs.stream().flatMap(dir -> reader.paths(dir).stream()).toList();
  }

  private void read(
      CommitTree tip, List<String> paths, Optional<Instant> since, IntConsumer progress) {
    try (History history = repo.history(tip, paths, History.Order.BY_TIME, progress)) {
      since.ifPresent(history::since);
      Optional<History.Step> step = history.next();
      while (step.isPresent()) {
        take(step.get().revision());
        step = isEnough() ? Optional.empty() : history.next();
      }
      shallow = history.isCutOff();
    }
  }

  private void take(CommitInfo revision) {
    Optional<AuditRecord> trail = AuditRecord.of(revision.message());
    String dir = trail.map(t -> boards.get(t.board())).orElse(null);
    List<ReadLog.Entry> list = dir == null ? null : entries.get(dir);
    if (list == null || list.size() >= request.limit()) {
      return;
    }
    ReadLog.Entry entry =
        new ReadLog.Entry(
            TaskVersions.commit(revision), trail.orElseThrow(), undone(trail.orElseThrow()));
    if (request.task().map(entry.trail()::names).orElse(true)) {
      list.add(entry);
    } else {
      entry.trail().tasks().forEach(task -> otherIds.add(task.id().value()));
    }
  }

  /** Records the earlier tasks that had the same id. */
  private void findOthers(String id, CommitTree tip, BoardReader reader, List<String> dirs) {
    TaskHistory journeys = new TaskHistory(id, new TaskVersions(id, reader), reader, dirs);
    journeys.read(repo, tip, seen -> {});
    for (String dir : dirs) {
      List<TaskTimeline.Former> former = journeys.journey(dir).others();
      if (!former.isEmpty()) {
        others.put(dir, former);
      }
    }
  }

  /** The command that an undo reverted; empty if its commit no longer exists. */
  private Optional<String> undone(AuditRecord trail) {
    try {
      return trail
          .undoes()
          .flatMap(commit -> AuditRecord.of(repo.revision(commit).message()))
          .map(AuditRecord::action);
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private boolean isEnough() {
    return entries.values().stream().allMatch(list -> list.size() >= request.limit());
  }

  private boolean isEmpty() {
    return entries.values().stream().allMatch(List::isEmpty);
  }

  /**
   * Refuses an id that no version of any board names; a task that Replenish never changed just has
   * no entries.
   */
  private void requireKnown(String id, FileNames files) {
    UnknownTask unknown = new UnknownTask(repo, files, id);
    if (!unknown.isNamedSomewhere()) {
      throw unknown.refusal(otherIds);
    }
  }

  private ReadLog.Result result(String dir) {
    return new ReadLog.Result(
        dir, entries.getOrDefault(dir, List.of()), others.getOrDefault(dir, List.of()), shallow);
  }

  /**
   * The request for {@code log}.
   *
   * @param since only commits since then: a date in any form that Git accepts, or words such as
   *     {@code 2 weeks ago}
   * @param task only commits that name the task with this id
   * @param limit the maximum number of commits of each board, 1 or more
   */
  public record Request(Optional<String> since, Optional<String> task, int limit) {
    /** Everything. */
    public static final ReadLog.Request ALL =
        new ReadLog.Request(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);

    /** Returns a copy for another task. */
    ReadLog.Request about(String id) {
      return new ReadLog.Request(since, Optional.of(id), limit);
    }

    /** Checks the limit. */
    public Request {
      if (limit < 1) {
        throw new ProblemException(
            ErrorCode.USAGE, "the limit can't be '" + limit + "'", "Give a number of 1 or more.");
      }
    }
  }

  /**
   * The result for a board.
   *
   * @param dir the board
   * @param entries its commits, newest first
   * @param others the earlier tasks that had the id, if one task is requested; oldest first
   * @param shallow whether the history is incomplete because the clone is shallow
   */
  public record Result(
      String dir, List<ReadLog.Entry> entries, List<TaskTimeline.Former> others, boolean shallow) {

    /** Copies the lists. */
    public Result {
      entries = List.copyOf(entries);
      others = List.copyOf(others);
    }
  }

  /**
   * A commit that Replenish made.
   *
   * @param commit who made it and when
   * @param trail the audit record in its message
   * @param undone the command that it reverted, if it is an undo
   */
  public record Entry(Commit commit, AuditRecord trail, Optional<String> undone) {}
}
