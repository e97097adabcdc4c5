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
import dev.replenish.audit.TaskVersion.Place;
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
 * Answers where a task is, and how it got there (docs/reference/history.md): {@code show}. What
 * counts is what the files of each commit held, whoever made it.
 */
public final class ShowTask {
  private final Session workspace;
  private final String id;
  private final Tree tree;
  private final Settings settings;
  private final BoardReader reader;
  private final TaskVersions past;
  private final TaskHistory journeys;
  private final MoveTracer origins;
  private final TreeSet<String> others = new TreeSet<>();

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
    this.past = new TaskVersions(id, reader);
    this.journeys = new TaskHistory(id, past, reader, dirs);
    this.origins =
        new MoveTracer(
            workspace.repo(), id, past, reader, new BoardPaths(settings.files()), progress);
  }

  /**
   * The task called {@code id} on each board that has or had it.
   *
   * @param progress is told how many commits have been looked at, after each
   * @throws dev.replenish.board.ProblemException {@code USAGE} where no board has ever had it
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
          .ifPresent(tip -> show.journeys.read(workspace.repo(), tip, progress));
      List<BoardResult<ShowTask.Result>> answers =
          BoardResult.each(dirs, show::result).stream()
              .filter(outcome -> dirs.size() == 1 || show.isAnswer(outcome))
              .toList();
      if (answers.stream().allMatch(outcome -> show.isNothing(outcome))) {
        Optional<String> meant = ShortId.resolve(id, show.others);
        if (meant.isPresent()) {
          return show(context, meant.get(), progress);
        }
        throw new UnknownTask(workspace.repo(), settings.files(), id).refusal(show.others);
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

  /** Of several boards, one that can't be read says nothing about a task that it never had. */
  private boolean isAnswer(BoardResult<ShowTask.Result> outcome) {
    return journeys.has(outcome.board())
        || outcome.result().flatMap(ShowTask.Result::task).isPresent();
  }

  private boolean isNothing(BoardResult<ShowTask.Result> outcome) {
    return outcome.problem().isEmpty() && !isAnswer(outcome);
  }

  private ShowTask.Result result(String dir) {
    Optional<Board> board = board(dir);
    Optional<TaskFinder.Found> found = board.flatMap(this::find);
    Optional<TaskVersion> now = board.flatMap(b -> found.map(f -> sighting(b, f)));
    TaskTimeline.Journey journey = journeys.journey(dir);
    return new ShowTask.Result(
        dir,
        id,
        board.flatMap(b -> found.flatMap(f -> line(b, f))),
        found.map(f -> f.document().source().text(f.task().block())).orElse(""),
        origins.before(journey.stops()),
        journey.others(),
        removal(dir, journey.stops()),
        now.equals(journeys.end(dir)),
        journeys.isShallow());
  }

  /** Where the task went, if its journey on the board has ended. */
  private Optional<Removal> removal(String dir, List<TaskTimeline.Stop> stops) {
    Optional<TaskTimeline.Stop> last = stops.stream().reduce((first, next) -> next);
    return last.filter(stop -> stop.event() == Event.REMOVED)
        .flatMap(
            stop ->
                MissingEntries.removal(workspace.repo(), settings, stop.commit().id(), dir, id));
  }

  /** The board as it is now; a backlog that is gone takes the board with it. */
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
    others.addAll(TaskFinder.ids(board));
    return found.stream().findFirst();
  }

  private TaskVersion sighting(Board board, TaskFinder.Found found) {
    Place place = found.isIn(board.todo()) ? Place.TODO : Place.ARCHIVE;
    boolean waiting = found.document().path().equals(board.backlog().path());
    return past.version(waiting ? Place.BACKLOG : place, found.document(), found.task());
  }

  private Optional<TaskLine> line(Board board, TaskFinder.Found found) {
    return Tasks.lines(board, settings, workspace.today()).stream()
        .filter(line -> line.document().path().equals(found.document().path()))
        .filter(line -> line.task().line() == found.task().line())
        .findFirst();
  }

  /**
   * A task and how it got where it is.
   *
   * @param dir the board
   * @param id the task's id
   * @param task the task as {@code list} shows it; empty where no file has it any more
   * @param text its block as it is in the file, untrusted; "" where no file has it
   * @param journey what happened to it, oldest first
   * @param others the tasks that had the id before, oldest first
   * @param removal where the task went; empty where a file has it, or nobody knows
   * @param committed whether the branch's tip has it like that, too
   * @param shallow whether there is more in the history than this shallow clone has
   */
  public record Result(
      String dir,
      String id,
      Optional<TaskLine> task,
      String text,
      List<TaskTimeline.Stop> journey,
      List<TaskTimeline.Former> others,
      Optional<Removal> removal,
      boolean committed,
      boolean shallow) {

    /** Copies the lists. */
    public Result {
      journey = List.copyOf(journey);
      others = List.copyOf(others);
    }
  }
}
