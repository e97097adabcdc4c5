package dev.replenish.app.history;

import dev.replenish.audit.Commit;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.Removal;
import dev.replenish.board.Board;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskIndex;
import dev.replenish.git.Repo;
import dev.replenish.git.history.History;
import dev.replenish.git.history.WholeHistory;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.settings.Settings;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds hints to the findings about index entries without a task: where the task went. Such an entry
 * may be the last trace of a lost task.
 */
public final class MissingEntries {
  private final Repo repo;
  private final Settings settings;
  private final Supplier<Optional<CommitTree>> tip;
  private boolean complete;

  /** Searches the history of {@code tip}, which is called only if needed. */
  public MissingEntries(Repo repo, Settings settings, Supplier<Optional<CommitTree>> tip) {
    this.repo = repo;
    this.settings = settings;
    this.tip = tip;
  }

  /** Returns {@code findings} about {@code board} with the hints. */
  public List<Finding> withHints(Board board, List<Finding> findings) {
    Map<Location, String> ids = new HashMap<>();
    board.index().ifPresent(index -> unknown(index, findings, ids));
    Optional<CommitTree> start = ids.isEmpty() ? Optional.empty() : tip.get();
    if (start.isEmpty()) {
      return findings;
    }
    Map<String, String> hints = new HashMap<>();
    try {
      Map<String, String> commits = commits(start.get(), board.dir(), Set.copyOf(ids.values()));
      for (String id : Set.copyOf(ids.values())) {
        hint(board.dir(), id, commits.get(id)).ifPresent(hint -> hints.put(id, hint));
      }
    } catch (ProblemException unreadable) {
      return findings; // without a readable history, the findings stay as they are
    }
    List<Finding> results = new ArrayList<>();
    for (Finding finding : findings) {
      String hint = hints.getOrDefault(ids.getOrDefault(finding.where(), ""), "");
      boolean meant = finding.code() == FindingCode.INDEX_ENTRY_UNKNOWN && !hint.isEmpty();
      results.add(meant ? finding.advising(hint) : finding);
    }
    return results;
  }

  private static void unknown(TaskIndex index, List<Finding> findings, Map<Location, String> ids) {
    Set<Location> places = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (finding.code() == FindingCode.INDEX_ENTRY_UNKNOWN) {
        places.add(finding.where());
      }
    }
    for (IndexEntry entry : places.isEmpty() ? List.<IndexEntry>of() : index.entries()) {
      Location where = index.source().location(entry.span().from());
      if (places.contains(where)) {
        ids.put(where, entry.id().value());
      }
    }
  }

  /** For each task, the newest commit that removed it; "" if the tip has the task. */
  private Map<String, String> commits(CommitTree from, String dir, Set<String> ids) {
    List<BoardFile> board = BoardPaths.of(settings.files(), dir);
    List<String> paths = board.stream().map(BoardFile::path).toList();
    Map<String, String> found = new HashMap<>();
    Map<String, String> dropped = new HashMap<>();
    try (History history = repo.history(from, paths)) {
      Versions versions = new Versions(settings.statusAliases(), history::bytes);
      heldIds(versions, board, history.tip(), ids).forEach(id -> found.put(id, ""));
      Optional<History.Step> step = history.next();
      while (step.isPresent() && found.size() < ids.size()) {
        Set<String> now = heldIds(versions, board, step.get().blobs(), ids);
        int parents = step.get().before().size();
        Map<String, Integer> before = new HashMap<>();
        for (List<String> blobs : step.get().before()) {
          heldIds(versions, board, blobs, ids).forEach(id -> before.merge(id, 1, Integer::sum));
        }
        String commit = step.get().revision().id();
        before.keySet().removeAll(now);
        before.forEach((id, sides) -> (sides == parents ? found : dropped).putIfAbsent(id, commit));
        step = history.next();
      }
      complete = !history.isCutOff();
    }
    dropped.forEach(found::putIfAbsent); // merges that left out a task that one side had added
    return found;
  }

  private static Set<String> heldIds(
      Versions versions, List<BoardFile> board, List<String> blobs, Set<String> ids) {
    Set<String> heldIds = new LinkedHashSet<>();
    for (int i = 0; i < board.size(); i++) {
      if (!blobs.get(i).isEmpty()) {
        versions.read(board.get(i), blobs.get(i)).tasks().stream()
            .map(entry -> entry.task().text().id())
            .filter(ids::contains)
            .forEach(heldIds::add);
      }
    }
    return heldIds;
  }

  private Optional<String> hint(String dir, String id, @Nullable String commit) {
    if (commit == null) {
      return complete
          ? Optional.of("no commit has ever had the task: remove the entry, or add the task")
          : Optional.empty();
    }
    if (commit.isEmpty()) {
      return Optional.of("the last commit has the task: it was removed from the files since");
    }
    String in = Commit.shortened(commit);
    return removal(repo, settings, commit, dir, id)
        .map(removal -> words(removal, OneLine.clean(id), in))
        .or(
            () ->
                Optional.of(
                    "the task has been in no file since " + in + ": see `git show " + in + "`"));
  }

  /** How a commit removed the task called {@code id}; empty if its file has no markers. */
  public static Optional<Removal> removal(
      Repo repo, Settings settings, String commit, String dir, String id) {
    try (WholeHistory history =
        repo.wholeHistory(new BoardPaths(settings.files()).names(), seen -> {})) {
      return new HistoryAudit(repo, settings, history).removal(commit, dir, id);
    }
  }

  private static String words(Removal removal, String id, String commit) {
    String to = OneLine.clean(removal.to());
    if (removal.kind().isEmpty()) {
      return "the task went to " + to + " in " + commit + ": remove the entry";
    }
    return switch (removal.kind().get()) {
      case RENUMBERED -> "the task became " + to + " in " + commit + ": rename the entry";
      case MOVED_OUT -> "the task went to " + to + " in " + commit + ": remove the entry";
      case LOST ->
          "the task was lost in "
              + commit
              + ": restore it with 'replenish audit --restore "
              + id
              + "'";
      case REMOVED_AND_SAID -> commit + " removed the task and says so: remove the entry";
      default ->
          "the task was finished, and has been in no file since "
              + commit
              + ": say so in the entry";
    };
  }
}
