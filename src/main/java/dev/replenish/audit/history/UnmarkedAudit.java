package dev.replenish.audit.history;

import dev.replenish.audit.Commit;
import dev.replenish.audit.TaskText;
import dev.replenish.audit.history.AuditEvent.TaskPlace;
import dev.replenish.audit.history.UnmarkedState.Item;
import dev.replenish.audit.history.UnmarkedState.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds the open items of backlogs without markers that have probably vanished
 * (docs/reference/audit.md, "Backlogs without markers"). Items can't be identified for sure, so
 * these are notices.
 */
public final class UnmarkedAudit {
  private static final double TITLES_ALIKE = 0.8;
  private static final double WORDS_KEPT = 0.6;
  private static final double WORDS_ALIKE = 0.3; // with fewer, the titles are not compared
  private static final int MOST_LINES = 100_000;
  private static final double MARKED = 0.6;
  private static final int FEWEST_ENDED = 10;
  private static final int AT_ONCE = 5;
  private static final Pattern REMOVAL =
      Pattern.compile(
          "\\b(?:remov|delet|drop|clean|prun|obsolet|trim|archiv|discard|purg|clear|wip(?:e|ing)|tidy"
              + "|tidi|retir|supersed|condens|consolidat|rewrit|rewrote|restructur|reorgani|replac)",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, Board> boards = new TreeMap<>();
  private final Map<String, Set<String>> words = new HashMap<>(); // by line

  /** What is known of a board so far. */
  private static final class Board {
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<String> finished = new HashSet<>();
    private String path = "";
    private int marked;
    private int gone;
  }

  /** An item that may have vanished. */
  private record Candidate(Commit commit, Item item, Set<String> words) {}

  /**
   * The result.
   *
   * @param events the items that have probably vanished
   * @param deleting the files that delete finished items, so that nothing is known of them
   */
  public record Balance(List<AuditEvent> events, List<String> deleting) {

    /** Copies the lists. */
    public Balance {
      events = List.copyOf(events);
      deleting = List.copyOf(deleting);
    }
  }

  /**
   * Processes the next commit that changed the board in {@code dir}.
   *
   * @param before the board in each parent
   * @param pages the other Markdown files that the commit has written
   */
  public void take(
      Commit commit,
      String message,
      String dir,
      UnmarkedState now,
      List<UnmarkedState> before,
      Supplier<List<String>> pages) {
    Board board = boards.computeIfAbsent(dir, any -> new Board());
    Set<String> known = before.isEmpty() ? Set.of() : before.get(0).lines();
    for (String line : board.candidates.isEmpty() ? Set.<String>of() : now.lines()) {
      if (!known.contains(line)) {
        board.candidates.removeIf(each -> isIn(each.item, each.words, line));
      }
    }
    for (Item item : now.items()) {
      board.path = board.path.isEmpty() ? item.path() : board.path;
      if (item.progress() == Progress.FINISHED) {
        board.finished.add(item.plain());
      }
    }
    if (before.isEmpty() || now.items().isEmpty()) {
      return;
    }
    List<Candidate> gone = gone(commit, now, before, board);
    boolean announced = REMOVAL.matcher(message).find();
    gone.removeIf(each -> announced || isIn(each, message.lines().toList()));
    boolean many = gone.size() >= AT_ONCE;
    gone.removeIf(each -> !many && each.item.id().isEmpty());
    if (!gone.isEmpty()) {
      pages.get().forEach(page -> gone.removeIf(each -> isIn(each, page.lines().toList())));
      board.candidates.addAll(gone);
    }
  }

  /** The open items of every parent that are not there any more. */
  private List<Candidate> gone(
      Commit commit, UnmarkedState now, List<UnmarkedState> before, Board board) {
    Map<String, Progress> titles = new HashMap<>();
    Map<String, Progress> ids = new HashMap<>();
    for (Item item : now.items()) {
      titles.put(item.plain(), item.progress());
      ids.put(item.id(), item.progress());
    }
    List<Candidate> gone = new ArrayList<>();
    for (Item item : before.get(0).items()) {
      Progress progress =
          item.id().isEmpty()
              ? titles.get(item.plain())
              : ids.getOrDefault(item.id(), titles.get(item.plain()));
      boolean open = item.progress() == Progress.OPEN;
      if (open && progress == Progress.FINISHED) {
        board.marked += before.size() == 1 ? 1 : 0;
      } else if (open && progress == null && isOpenIn(before, item)) {
        Set<String> words = UnmarkedState.words(item.title());
        if (now.lines().stream().noneMatch(line -> isIn(item, words, line))) {
          board.gone += before.size() == 1 ? 1 : 0;
          gone.add(new Candidate(commit, item, words));
        }
      }
    }
    return gone;
  }

  private static boolean isOpenIn(List<UnmarkedState> sides, Item item) {
    return sides.stream()
        .allMatch(
            side ->
                side.items().stream()
                    .anyMatch(
                        other ->
                            other.plain().equals(item.plain())
                                && other.progress() == Progress.OPEN));
  }

  private boolean isIn(Candidate candidate, List<String> lines) {
    return lines.stream().anyMatch(line -> isIn(candidate.item, candidate.words, line));
  }

  /** Whether a line has the item's id, most of its words, or a similar title. */
  private boolean isIn(Item item, Set<String> wanted, String line) {
    if (!item.id().isEmpty() && line.contains(item.id())) {
      return true;
    }
    Set<String> other = wordsOf(line);
    int kept = 0;
    for (String word : wanted) {
      kept += other.contains(word) ? 1 : 0;
    }
    return wanted.isEmpty()
        || kept >= WORDS_KEPT * wanted.size()
        || (kept >= WORDS_ALIKE * wanted.size()
            && TaskText.likeness(item.plain(), TaskText.plain(line)) >= TITLES_ALIKE);
  }

  private Set<String> wordsOf(String line) {
    if (words.size() >= MOST_LINES) {
      words.clear();
    }
    return words.computeIfAbsent(line, UnmarkedState::words);
  }

  /** The result. */
  public Balance close() {
    List<AuditEvent> events = new ArrayList<>();
    List<String> deleting = new ArrayList<>();
    boards.forEach(
        (dir, board) -> {
          int ended = board.marked + board.gone;
          boolean marks = board.marked >= MARKED * ended;
          if (ended >= FEWEST_ENDED && !marks) {
            deleting.add(board.path);
          } else if (ended >= FEWEST_ENDED) {
            board.candidates.removeIf(each -> isFinished(each.item, board.finished));
            board.candidates.forEach(each -> events.add(event(dir, each)));
          }
        });
    return new Balance(events, deleting);
  }

  private static boolean isFinished(Item item, Set<String> finished) {
    return finished.stream()
        .anyMatch(title -> TaskText.likeness(item.plain(), title) >= TITLES_ALIKE);
  }

  private static AuditEvent event(String dir, Candidate each) {
    Item item = each.item;
    TaskPlace place =
        new TaskPlace(item.id(), item.title(), item.path(), item.line(), Optional.empty());
    return new AuditEvent(
        each.commit, AuditEventKind.VANISHED, dir, place, 1, Optional.empty(), "");
  }
}
