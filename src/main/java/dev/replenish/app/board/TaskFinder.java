package dev.replenish.app.board;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the tasks that a caller names by their ids. */
public final class TaskFinder {
  private TaskFinder() {}

  /** A task and the file that it is in. */
  public record Found(Document document, Task task) {

    /** Whether the task is in {@code file}. */
    public boolean isIn(Optional<Document> file) {
      return file.map(Document::path).filter(document.path()::equals).isPresent();
    }

    /** Which file of {@code board} holds the task, if it is one of them. */
    public Optional<FileRole> role(Board board) {
      return Stream.of(FileRole.values()).filter(role -> isIn(role.in(board))).findFirst();
    }

    public Location where() {
      return new Location(document.path(), task.line(), 1);
    }

    /** The refusal of a change of this task. */
    public ProblemException refusal(String message, String next) {
      return new ProblemException(ErrorCode.INVALID_DOCUMENT, where(), message, next);
    }
  }

  /** Every place of {@code id} on a board: TODO first, then backlog, then archive. */
  public static List<Found> all(Board board, String id) {
    List<Found> found = new ArrayList<>();
    for (Document document : documents(board)) {
      for (Task task : document.tasks()) {
        if (task.id().map(TaskId::value).filter(id::equals).isPresent()) {
          found.add(new Found(document, task));
        }
      }
    }
    return found;
  }

  /**
   * The id that {@code word} is, or is short for; {@code word} itself if no task matches.
   *
   * @throws ProblemException {@code USAGE} if it is short for several ids
   */
  public static String fullId(Board board, String word) {
    return ShortId.resolve(word, ids(board)).orElse(word);
  }

  /**
   * The task called {@code id}.
   *
   * @throws ProblemException {@code USAGE} if no file holds it, {@code INVALID_DOCUMENT} if several
   *     tasks have it
   */
  public static Found one(Board board, String id) {
    List<Found> found = all(board, id);
    if (found.isEmpty()) {
      throw unknown(List.of(board), id);
    }
    if (found.size() > 1) {
      return byNumber(board, found).orElseThrow(() -> several(id, found));
    }
    return found.get(0);
  }

  /**
   * The task that a number means if several have it: the one in TODO.md, else the last archived
   * one.
   */
  private static Optional<Found> byNumber(Board board, List<Found> found) {
    if (found.stream().anyMatch(place -> place.task().isNamed())) {
      return Optional.empty();
    }
    List<Found> atWork = found.stream().filter(place -> place.isIn(board.todo())).toList();
    List<Found> archived = found.stream().filter(place -> place.isIn(board.archive())).toList();
    boolean unique = atWork.size() == 1 || (atWork.isEmpty() && !archived.isEmpty());
    return unique
        ? Optional.of(atWork.isEmpty() ? archived.get(archived.size() - 1) : atWork.get(0))
        : Optional.empty();
  }

  /**
   * Assigns {@code ids} to those boards of the call that hold them.
   *
   * @throws ProblemException as {@link #one} does
   */
  public static Map<String, List<String>> byBoard(Session session, Tree tree, List<String> ids) {
    Settings settings = session.settings(tree);
    return byBoard(BoardReader.of(settings), tree, session.boards(tree, settings), ids);
  }

  /**
   * Assigns {@code ids} to the boards that hold them; omits boards that hold none. If there is only
   * one board, the ids are not looked up.
   *
   * @throws ProblemException as {@link #one} does
   */
  public static Map<String, List<String>> byBoard(
      BoardReader reader, Tree tree, List<String> dirs, List<String> ids) {
    if (dirs.size() == 1) {
      return Map.of(dirs.get(0), ids);
    }
    List<Board> boards = dirs.stream().map(dir -> reader.read(tree, dir)).toList();
    Map<String, List<String>> byBoard = new LinkedHashMap<>();
    List<String> known = new ArrayList<>();
    boards.forEach(board -> known.addAll(ids(board)));
    for (String word : ids) {
      String id = ShortId.resolve(word, known).orElse(word);
      List<Board> holders = boards.stream().filter(board -> !all(board, id).isEmpty()).toList();
      if (holders.isEmpty()) {
        throw unknown(boards, id);
      }
      if (holders.size() > 1) {
        throw several(id, holders.stream().flatMap(board -> all(board, id).stream()).toList());
      }
      byBoard.computeIfAbsent(holders.get(0).dir(), dir -> new ArrayList<>()).add(id);
    }
    return byBoard;
  }

  /** The refusal of an id that several tasks have. */
  public static ProblemException several(String id, List<Found> found) {
    String places =
        found.stream().map(place -> place.where().toString()).collect(Collectors.joining(", "));
    return found
        .get(0)
        .refusal(
            OneLine.clean(id) + " names several tasks: " + places,
            "Give each its own id, and commit.");
  }

  /** The refusal of an id that no file of {@code boards} holds. */
  public static ProblemException unknown(List<Board> boards, String id) {
    for (Board board : boards) {
      Optional<ProblemException> buried = buried(board, id);
      if (buried.isPresent()) {
        return buried.get();
      }
    }
    List<String> ids = new ArrayList<>();
    boards.forEach(board -> ids.addAll(ids(board)));
    return new ProblemException(
        ErrorCode.USAGE,
        "there is no task '" + OneLine.clean(id) + "'",
        Suggestion.to(id, ids)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse(
                "'replenish list' shows all tasks; 'replenish show ID' shows where a task went."));
  }

  /** The refusal of an id that is only in a second header in another task's block. */
  public static Optional<ProblemException> buried(Board board, String id) {
    for (Document document : documents(board)) {
      for (Finding finding : document.findings()) {
        boolean names =
            document.blocks().buried().stream()
                .anyMatch(
                    other ->
                        other.id().value().equals(id) && other.where().equals(finding.where()));
        if (names) {
          String next = "Fix it by hand, and commit: " + finding.hint() + ".";
          return Optional.of(
              new ProblemException(
                  ErrorCode.INVALID_DOCUMENT, finding.where(), finding.message(), next));
        }
      }
    }
    return Optional.empty();
  }

  /** The ids of all tasks of a board. */
  public static List<String> ids(Board board) {
    List<String> ids = new ArrayList<>();
    for (Document document : documents(board)) {
      document.tasks().forEach(task -> task.id().map(TaskId::value).ifPresent(ids::add));
    }
    return ids;
  }

  /** The existing documents of the board: TODO first, then backlog, then archive. */
  public static List<Document> documents(Board board) {
    List<Document> documents = new ArrayList<>();
    board.todo().ifPresent(documents::add);
    documents.add(board.backlog());
    board.archive().ifPresent(documents::add);
    return documents;
  }
}
