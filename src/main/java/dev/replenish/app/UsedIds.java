package dev.replenish.app;

import dev.replenish.app.board.BoardFinder;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.git.Repo;
import dev.replenish.git.history.HistorySearch;
import dev.replenish.git.history.SearchResult;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.git.setup.RepoPath;
import dev.replenish.plan.FileNames;
import dev.replenish.text.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids that are already used: in any version of any board's files on any branch, and in
 * uncommitted files of other boards (docs/reference/adding.md).
 */
public final class UsedIds {
  /** The notice if {@link #isIncomplete}. */
  public static final String INCOMPLETE =
      "Part of the history is missing here, so an id used in it may be given again.";

  private static final int LEAST_DIGITS = 3;
  private static final int MOST_DIGITS = 6;

  private final Repo repo;
  private final Map<String, SearchResult> searches = new HashMap<>();
  private String searchedTip = "";

  public UsedIds(Repo repo) {
    this.repo = repo;
  }

  /** Whether part of the history is missing, so that ids in it are unknown. */
  public boolean isIncomplete() {
    return searches.values().stream().anyMatch(found -> !found.complete());
  }

  /**
   * Searches the history for {@link #assign} in advance, so that it takes no time under the lock.
   */
  public void lookAhead(CommitTree tip, FileNames files, LocalDate today, List<NewTask> tasks) {
    for (NewTask task : tasks) {
      if (task.id().isPresent()) {
        search(tip, files, header(task.id().get()), true);
      } else {
        search(tip, files, prefix(today), false);
      }
    }
  }

  /** Searches the history for {@link #next} in advance. */
  public void lookAhead(CommitTree tip, FileNames files, LocalDate today) {
    search(tip, files, prefix(today), false);
  }

  /** Returns the next {@code count} ids of the day. */
  public List<TaskId> next(BoardSnapshot base, int count) {
    Set<String> words = new HashSet<>();
    present(base).keySet().forEach(id -> words.add(id.value()));
    String prefix = prefix(base.today());
    words.addAll(search(base.tip(), base.settings().files(), prefix, false));
    int last = last(words, prefix);
    List<TaskId> ids = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ids.add(id(prefix, last + i, LEAST_DIGITS));
    }
    return ids;
  }

  private static int last(Set<String> words, String prefix) {
    return words.stream().mapToInt(word -> number(word, prefix)).max().orElse(0);
  }

  /**
   * Returns an id for each of {@code tasks}: the requested one, else the next one of the day.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if a requested id is already used
   */
  public List<TaskId> assign(BoardSnapshot base, List<NewTask> tasks) {
    Map<TaskId, Location> present = present(base);
    Set<String> words = new HashSet<>();
    for (NewTask task : tasks) {
      task.id().ifPresent(id -> requireFree(base, present.get(id), id));
      task.id().ifPresent(id -> words.add(id.value()));
    }
    String prefix = prefix(base.today());
    if (words.size() < tasks.size()) {
      present.keySet().forEach(id -> words.add(id.value()));
      words.addAll(search(base.tip(), base.settings().files(), prefix, false));
    }
    int last = last(words, prefix);
    List<TaskId> ids = new ArrayList<>();
    for (NewTask task : tasks) {
      ids.add(task.id().isPresent() ? task.id().get() : id(prefix, ++last, LEAST_DIGITS));
    }
    return ids;
  }

  /**
   * Returns the requested {@code id}.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if it is already used
   */
  public TaskId requested(BoardSnapshot base, TaskId id) {
    requireFree(base, present(base).get(id), id);
    return id;
  }

  /**
   * The id of a new task beside {@code like}, a task of {@code now} with a visible id. A number
   * follows the highest of its table, or of the whole board if its numbers are unique. A name such
   * as {@code B-014} follows the highest of its kind, also in the history.
   */
  public TaskId nextBeside(BoardSnapshot base, Board now, Task like) {
    String id = like.id().orElseThrow().value();
    int end = id.length();
    while (end > 0 && !isDigit(id.charAt(end - 1))) {
      end--;
    }
    if (end == 0) {
      id += "-1";
      end = id.length();
    }
    int from = end;
    while (from > 0 && isDigit(id.charAt(from - 1)) && end - from < MOST_DIGITS) {
      from--;
    }
    String head = id.substring(0, from);
    int last = Integer.parseInt(id.substring(from, end));
    boolean unique = areIdsUnique(now);
    for (Task task : unique ? all(now) : now.backlog().tasks()) {
      boolean sameTable =
          task.form().map(UnmarkedForm::frame).equals(like.form().map(UnmarkedForm::frame));
      last = sameTable || unique ? Math.max(last, last(Set.of(task.name()), head)) : last;
    }
    if (like.isNamed()) {
      Map<TaskId, Location> present = new HashMap<>(present(base));
      add(now, present);
      Set<String> words = new HashSet<>(search(base.tip(), base.settings().files(), head, false));
      present.keySet().forEach(taskId -> words.add(taskId.value()));
      last = Math.max(last, last(words, head));
    }
    return id(head, last + 1, end - from);
  }

  /** Whether each id occurs once on the board, so that numbers continue from table to table. */
  private static boolean areIdsUnique(Board board) {
    Set<TaskId> ids = new HashSet<>();
    return all(board).stream().flatMap(task -> task.id().stream()).allMatch(ids::add);
  }

  private static List<Task> all(Board board) {
    return board.documents().stream().flatMap(file -> file.tasks().stream()).toList();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String prefix(LocalDate day) {
    return "TASK-" + day.toString().replace("-", "") + "-";
  }

  /** The id with {@code number} padded to {@code least} digits. */
  private static TaskId id(String head, int number, int least) {
    String digits = Integer.toString(number);
    return new TaskId(head + "0".repeat(Math.max(0, least - digits.length())) + digits);
  }

  /** The number behind {@code prefix}, without a suffix; 0 for any other word. */
  private static int number(String word, String prefix) {
    int end = Math.min(word.length(), prefix.length());
    while (end < word.length() && isDigit(word.charAt(end))) {
      end++;
    }
    int digits = end - prefix.length();
    boolean counts = word.startsWith(prefix) && digits > 0 && digits <= MOST_DIGITS;
    return counts ? Integer.parseInt(word.substring(prefix.length(), end)) : 0;
  }

  private void requireFree(BoardSnapshot base, @Nullable Location where, TaskId id) {
    String next = "Give another id, or omit --id to get the next free one.";
    if (where != null) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT, where, "the id " + id + " is used here", next);
    }
    if (!search(base.tip(), base.settings().files(), header(id), true).isEmpty()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          "the id "
              + id
              + " was used before: a board's files had it in an earlier commit or"
              + " have it on another branch",
          next);
    }
  }

  private static String header(TaskId id) {
    return Tag.text("id", id.value());
  }

  private Set<String> search(CommitTree tip, FileNames files, String word, boolean whole) {
    if (!tip.commit().equals(searchedTip)) {
      searches.clear();
      searchedTip = tip.commit();
    }
    List<String> names = files.all().stream().map(RepoPath::name).toList();
    return searches
        .computeIfAbsent(
            word,
            any -> {
              HistorySearch search = repo.search(names, count -> {});
              return whole ? search.word(word) : search.beginning(word);
            })
        .words();
  }

  /** The ids of the board, and of the other boards in the work tree, each with its place. */
  private Map<TaskId, Location> present(BoardSnapshot base) {
    Map<TaskId, Location> present = new HashMap<>();
    add(base.board(), present);
    Optional<? extends Tree> files = repo.workFiles();
    Tree tree = files.isPresent() ? files.get() : base.tip();
    BoardFinder finder = new BoardFinder(base.tip(), base.settings().files());
    for (String dir : finder.named(List.of("**"), "")) {
      if (!dir.equals(base.board().dir())) {
        tryRead(base.reader(), tree, dir).ifPresent(board -> add(board, present));
      }
    }
    return present;
  }

  /**
   * Reads a board, if possible; the ids of an unreadable one are found in the history as far as it
   * is committed.
   */
  private static Optional<Board> tryRead(BoardReader reader, Tree tree, String dir) {
    try {
      return Optional.of(reader.read(tree, dir));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  private static void add(Board board, Map<TaskId, Location> present) {
    board.documents().forEach(document -> add(document, present));
    board
        .index()
        .ifPresent(
            index ->
                index
                    .entries()
                    .forEach(
                        entry ->
                            present.putIfAbsent(
                                entry.id(), new Location(index.source().path(), entry.line(), 0))));
  }

  private static void add(Document document, Map<TaskId, Location> present) {
    document
        .tasks()
        .forEach(
            task ->
                task.id()
                    .ifPresent(
                        id ->
                            present.putIfAbsent(
                                id, new Location(document.path(), task.line(), 1))));
  }
}
