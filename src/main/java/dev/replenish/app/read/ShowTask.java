package dev.replenish.app.read;

import dev.replenish.app.BoardResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.ShortId;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.app.board.UnknownTask;
import dev.replenish.app.history.BoardPaths;
import dev.replenish.app.history.MissingEntries;
import dev.replenish.app.history.MoveTracer;
import dev.replenish.app.history.TaskHistory;
import dev.replenish.app.history.TaskVersions;
import dev.replenish.audit.Event;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.audit.TaskVersion;
import dev.replenish.audit.history.Removal;
import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import dev.replenish.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Finds where a task is and how it got there (docs/reference/history.md): {@code show}. It relies
 * on the content of the files in each commit, whoever made the commit.
 */
public final class ShowTask {
  private final Session workspace;
  private final String id;
  private final Tree tree;
  private final Settings settings;
  private final BoardReader reader;
  private final TaskVersions versions;
  private final TaskHistory history;
  private final MoveTracer tracer;
  private final TreeSet<String> otherIds = new TreeSet<>();

  private ShowTask(
      Session workspace,
      String id,
      Tree tree,
      Settings settings,
      List<String> dirs,
      IntConsumer progress) {
    this.workspace = workspace;
    this.id = id;
    this.tree = tree;
    this.settings = settings;
    this.reader = BoardReader.of(settings);
    this.versions = new TaskVersions(id, reader);
    this.history = new TaskHistory(id, versions, reader, dirs);
    this.tracer =
        new MoveTracer(
            workspace.repo(), id, versions, reader, new BoardPaths(settings.files()), progress);
  }

  /**
   * The task called {@code id} on each board that has or had it.
   *
   * @param progress is called after each commit with the number of commits read so far
   * @throws dev.replenish.board.ProblemException {@code USAGE} if no board ever had it
   */
  public static List<BoardResult<ShowTask.Result>> show(
      CallContext context, String id, IntConsumer progress) {
    requireId(id);
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.treeToRead();
      Settings settings = workspace.settings(tree);
      List<String> dirs = workspace.boards(tree, settings);
      ShowTask show = new ShowTask(workspace, id, tree, settings, dirs, progress);
      workspace
          .repo()
          .newest(context.ref())
          .ifPresent(tip -> show.history.read(workspace.repo(), tip, progress));
      List<BoardResult<ShowTask.Result>> answers =
          BoardResult.each(dirs, show::result).stream()
              .filter(outcome -> dirs.size() == 1 || show.hasTask(outcome))
              .toList();
      if (answers.stream().allMatch(outcome -> show.isUnknown(outcome))) {
        Optional<String> meant = ShortId.resolve(id, show.otherIds);
        if (meant.isPresent()) {
          return show(context, meant.get(), progress);
        }
        throw new UnknownTask(workspace.repo(), settings.files(), id).refusal(show.otherIds);
      }
      return answers;
    }
  }

  private static void requireId(String id) {
    if (!TaskId.isSafeWord(id)) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "'" + OneLine.clean(id) + "' can't be the id of a task",
          "'replenish list' shows all tasks.");
    }
  }

  /**
   * Whether the board has or had the task; an unreadable board that never had it is omitted if
   * there are several.
   */
  private boolean hasTask(BoardResult<ShowTask.Result> outcome) {
    return history.has(outcome.board())
        || outcome.result().flatMap(ShowTask.Result::task).isPresent();
  }

  private boolean isUnknown(BoardResult<ShowTask.Result> outcome) {
    return outcome.problem().isEmpty() && !hasTask(outcome);
  }

  private ShowTask.Result result(String dir) {
    Optional<Board> board = board(dir);
    Optional<TaskFinder.Found> found = board.flatMap(this::find);
    Optional<TaskVersion> now = board.flatMap(b -> found.map(f -> version(b, f)));
    TaskTimeline.Journey journey = history.journey(dir);
    return new ShowTask.Result(
        dir,
        id,
        board.flatMap(b -> found.flatMap(f -> line(b, f))),
        found.map(f -> f.document().source().text(f.task().block())).orElse(""),
        new History(tracer.before(journey.stops()), journey.others(), history.isShallow()),
        removal(dir, journey.stops()),
        now.equals(history.end(dir)));
  }

  /** How the task was removed, if its journey on the board has ended. */
  private Optional<Removal> removal(String dir, List<TaskTimeline.Stop> stops) {
    Optional<TaskTimeline.Stop> last = stops.stream().reduce((first, next) -> next);
    return last.filter(stop -> stop.event() == Event.REMOVED)
        .flatMap(
            stop ->
                MissingEntries.removal(workspace.repo(), settings, stop.commit().id(), dir, id));
  }

  /** The current board; empty if its backlog no longer exists. */
  private Optional<Board> board(String dir) {
    return tree.read(reader.paths(dir).get(0)).map(backlog -> workspace.board(reader, tree, dir));
  }

  private Optional<TaskFinder.Found> find(Board board) {
    List<TaskFinder.Found> found = TaskFinder.all(board, id);
    if (found.size() > 1) {
      throw TaskFinder.several(id, found);
    }
    Optional<ProblemException> buried =
        found.isEmpty() ? TaskFinder.buried(board, id) : Optional.empty();
    if (buried.isPresent()) {
      throw buried.get();
    }
    otherIds.addAll(TaskFinder.ids(board));
    return found.stream().findFirst();
  }

  private TaskVersion version(Board board, TaskFinder.Found found) {
    return versions.version(found.role(board).orElseThrow(), found.document(), found.task());
  }

  private Optional<TaskLine> line(Board board, TaskFinder.Found found) {
    return Tasks.lines(board, settings, workspace.today()).stream()
        .filter(line -> line.document().path().equals(found.document().path()))
        .filter(line -> line.task().line() == found.task().line())
        .findFirst();
  }

  /**
   * A task and its history.
   *
   * @param dir the board
   * @param id the task's id
   * @param task the task as {@code list} shows it; empty if no file has it any more
   * @param text its block as it is in the file, untrusted; "" if no file has it
   * @param history what happened to it
   * @param removal how the task was removed; empty if a file has it, or if unknown
   * @param committed whether the branch's tip has the same version
   */
  public record Result(
      String dir,
      String id,
      Optional<TaskLine> task,
      String text,
      History history,
      Optional<Removal> removal,
      boolean committed) {}

  /**
   * What happened to a task.
   *
   * @param journey its events, oldest first
   * @param others the earlier tasks that had the id, oldest first
   * @param shallow whether the history is incomplete because the clone is shallow
   */
  public record History(
      List<TaskTimeline.Stop> journey, List<TaskTimeline.Former> others, boolean shallow) {

    /** Copies the lists. */
    public History {
      journey = List.copyOf(journey);
      others = List.copyOf(others);
    }
  }
}
