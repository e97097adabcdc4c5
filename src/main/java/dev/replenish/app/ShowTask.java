package dev.replenish.app;

import dev.replenish.audit.Sighting;
import dev.replenish.audit.Sighting.Place;
import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import dev.replenish.board.TaskId;
import dev.replenish.git.Tree;
import dev.replenish.rules.Words;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Answers where a task is, and how it got there (docs/reference/history.md): {@code show}. What
 * counts is what the files of each commit held, whoever made it.
 */
public final class ShowTask {
  private final Workspace workspace;
  private final String id;
  private final Tree tree;
  private final Settings settings;
  private final BoardReader reader;
  private final Past past;
  private final Journeys journeys;
  private final Origins origins;
  private final TreeSet<String> others = new TreeSet<>();

  private ShowTask(
      Workspace workspace,
      String id,
      Tree tree,
      Settings settings,
      List<String> dirs,
      IntConsumer progress) {
    this.workspace = workspace;
    this.id = id;
    this.tree = tree;
    this.settings = settings;
    this.reader = new BoardReader(settings.files());
    this.past = new Past(id, reader);
    this.journeys = new Journeys(id, past, reader, dirs);
    this.origins = new Origins(workspace.repo(), id, past, settings.files(), progress);
  }

  /**
   * The task called {@code id} on each board that has or had it.
   *
   * @param progress is told how many commits have been looked at, after each
   * @throws dev.replenish.board.Refusal {@code USAGE} where no board has ever had it
   */
  public static List<Outcome<ShowResult>> show(Context context, String id, IntConsumer progress) {
    requireId(id);
    try (Workspace workspace = new Workspace(context)) {
      Tree tree = workspace.reading();
      Settings settings = workspace.settings(tree);
      List<String> dirs = workspace.boards(tree, settings);
      ShowTask show = new ShowTask(workspace, id, tree, settings, dirs, progress);
      workspace
          .repo()
          .newest(context.ref())
          .ifPresent(tip -> show.journeys.read(workspace.repo(), tip, progress));
      List<Outcome<ShowResult>> answers =
          dirs.stream()
              .map(dir -> Outcome.of(dir, () -> show.result(dir)))
              .filter(outcome -> dirs.size() == 1 || show.isAnswer(outcome))
              .toList();
      if (answers.stream().allMatch(outcome -> show.isNothing(outcome))) {
        Optional<String> meant = ShortId.meant(id, show.others);
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
      throw Problem.of(
              ErrorCode.USAGE,
              "'" + Words.clean(id) + "' can't be the id of a task",
              "'replenish list' shows all tasks.")
          .refusal();
    }
  }

  /** Of several boards, one that can't be read says nothing about a task that it never had. */
  private boolean isAnswer(Outcome<ShowResult> outcome) {
    return journeys.know(outcome.board()) || outcome.result().flatMap(ShowResult::task).isPresent();
  }

  private boolean isNothing(Outcome<ShowResult> outcome) {
    return outcome.problem().isEmpty() && !isAnswer(outcome);
  }

  private ShowResult result(String dir) {
    Optional<Board> board = board(dir);
    Optional<TaskFinder.Found> found = board.flatMap(this::find);
    Optional<Sighting> now = board.flatMap(b -> found.map(f -> sighting(b, f)));
    return new ShowResult(
        dir,
        id,
        board.flatMap(b -> found.flatMap(f -> line(b, f))),
        found.map(f -> f.document().source().text(f.task().block())).orElse(""),
        origins.before(journeys.on(dir)),
        now.equals(journeys.end(dir)),
        journeys.isShallow());
  }

  /** The board as it stands now; a backlog that is gone takes the board with it. */
  private Optional<Board> board(String dir) {
    return tree.read(reader.paths(dir).get(0)).map(backlog -> workspace.board(reader, tree, dir));
  }

  private Optional<TaskFinder.Found> find(Board board) {
    List<TaskFinder.Found> found = TaskFinder.all(board, id);
    if (found.size() > 1) {
      throw TaskFinder.several(id, found);
    }
    Optional<Refusal> buried = found.isEmpty() ? TaskFinder.buried(board, id) : Optional.empty();
    if (buried.isPresent()) {
      throw buried.get();
    }
    others.addAll(TaskFinder.ids(board));
    return found.stream().findFirst();
  }

  private Sighting sighting(Board board, TaskFinder.Found found) {
    Place place = found.isIn(board.todo()) ? Place.TODO : Place.ARCHIVE;
    boolean waiting = found.document().path().equals(board.backlog().path());
    return past.sighting(waiting ? Place.BACKLOG : place, found.document(), found.task());
  }

  private Optional<TaskLine> line(Board board, TaskFinder.Found found) {
    return Tasks.lines(board, settings).stream()
        .filter(line -> line.document().path().equals(found.document().path()))
        .filter(line -> line.task().line() == found.task().line())
        .findFirst();
  }
}
