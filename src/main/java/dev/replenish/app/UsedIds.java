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
 * Knows which ids were given already: those in any version of any board's files, on whatever
 * branch, and those in files of other boards that are not committed yet (docs/reference/adding.md).
 */
public final class UsedIds {
  /** What to say where {@link #isIncomplete}. */
  public static final String INCOMPLETE =
      "Part of the history is missing here, so an id used there may be given again.";

  private static final int LEAST_DIGITS = 3;
  private static final int MOST_DIGITS = 6;

  private final Repo repo;
  private final Map<String, SearchResult> searches = new HashMap<>();
  private String searched = "";

  public UsedIds(Repo repo) {
    this.repo = repo;
  }

  /** Whether some history is not here, so that ids in it are not known. */
  public boolean isIncomplete() {
    return searches.values().stream().anyMatch(found -> !found.complete());
  }

  /** Searches the history for what {@link #assign} will ask, so that it need not under the lock. */
  public void lookAhead(CommitTree tip, FileNames files, LocalDate today, List<NewTask> tasks) {
    for (NewTask task : tasks) {
      if (task.id().isPresent()) {
        search(tip, files, header(task.id().get()), true);
      } else {
        search(tip, files, prefix(today), false);
      }
    }
  }

  /** Searches the history for what {@link #next} will ask. */
  public void lookAhead(CommitTree tip, FileNames files, LocalDate today) {
    search(tip, files, prefix(today), false);
  }

  /** The next {@code count} ids of the day. */
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
   * An id for each of {@code tasks}: the one that was asked for, else the next of the day.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} where one that was asked for is used already
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
   * {@code id}, which someone asks for.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} where it is used already
   */
  public TaskId free(BoardSnapshot base, TaskId id) {
    requireFree(base, present(base).get(id), id);
    return id;
  }

  /**
   * The id of a new task beside {@code like}, a task of {@code now} with a visible id: a number
   * follows those of its table, or those of all where no two are the same, a name such as {@code
   * B-014} the last of its kind, be it long gone.
   */
  public TaskId following(BoardSnapshot base, Board now, Task like) {
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
    boolean running = isRunning(now);
    for (Task task : running ? all(now) : now.backlog().tasks()) {
      boolean beside =
          task.form().map(UnmarkedForm::frame).equals(like.form().map(UnmarkedForm::frame));
      last = beside || running ? Math.max(last, last(Set.of(task.name()), head)) : last;
    }
    if (like.isNamed()) {
      Map<TaskId, Location> present = new HashMap<>(present(base));
      add(now, present);
      Set<String> words = new HashSet<>(search(base.tip(), base.settings().files(), head, false));
      present.keySet().forEach(one -> words.add(one.value()));
      last = Math.max(last, last(words, head));
    }
    return id(head, last + 1, end - from);
  }

  /** Whether numbers go on from table to table, so that each is there once. */
  private static boolean isRunning(Board board) {
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

  /** With zeros in front where it has fewer digits than {@code least}. */
  private static TaskId id(String head, int number, int least) {
    String digits = Integer.toString(number);
    return new TaskId(head + "0".repeat(Math.max(0, least - digits.length())) + digits);
  }

  /** The number of an id of that day, a suffix aside; 0 for any other word. */
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
    if (!tip.commit().equals(searched)) {
      searches.clear();
      searched = tip.commit();
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

  /** The tasks of the board, and those of the others as they are in the work tree. */
  private Map<TaskId, Location> present(BoardSnapshot base) {
    Map<TaskId, Location> present = new HashMap<>();
    add(base.board(), present);
    Optional<? extends Tree> files = repo.workFiles();
    Tree tree = files.isPresent() ? files.get() : base.tip();
    BoardFinder finder = new BoardFinder(base.tip(), base.settings().files());
    for (String dir : finder.named(List.of("**"), "")) {
      if (!dir.equals(base.board().dir())) {
        readable(base.reader(), tree, dir).ifPresent(board -> add(board, present));
      }
    }
    return present;
  }

  /** A board that can't be read is found in the history, as far as it is committed. */
  private static Optional<Board> readable(BoardReader reader, Tree tree, String dir) {
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
