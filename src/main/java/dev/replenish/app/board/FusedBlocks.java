package dev.replenish.app.board;

import dev.replenish.audit.Commit;
import dev.replenish.board.Board;
import dev.replenish.board.Buried;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Names the commit that has fused two tasks, in the hints of the findings about them.
 *
 * @param tip where the history ends that is looked through; asked for where it is needed
 */
public record FusedBlocks(Repo repo, Supplier<Optional<CommitTree>> tip) {

  /**
   * The board with the hints, which is the same board where nothing is fused.
   *
   * @param reader has read the board
   */
  public Board explained(Board board, BoardReader reader) {
    if (!isFused(board)) {
      return board;
    }
    BoardReader like = reader.like(board);
    return new Board(
        board.dir(),
        explained(board.backlog(), like::backlog),
        board.todo().map(todo -> explained(todo, like::todo)),
        board.archive().map(archive -> explained(archive, like::archive)),
        board.index(),
        board.readme());
  }

  private static boolean isFused(Board board) {
    for (Document document : board.documents()) {
      if (!document.buried().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A history that can't be read is no reason to say nothing of the finding. */
  private Document explained(Document document, Function<SourceText, Document> reader) {
    if (document.buried().isEmpty()) {
      return document;
    }
    Map<TaskId, CommitInfo> commits = new HashMap<>();
    try {
      tip.get().ifPresent(from -> commits.putAll(commits(document, from, reader)));
    } catch (ProblemException unreadable) {
      return document;
    }
    List<Finding> findings = new ArrayList<>(document.findings());
    for (Buried other : document.buried()) {
      Optional.ofNullable(commits.get(other.id()))
          .ifPresent(commit -> findings.replaceAll(named(other, commit)));
    }
    return document.with(findings);
  }

  /** The newest commit in which each buried task is buried, and in none of its parents. */
  private Map<TaskId, CommitInfo> commits(
      Document document, CommitTree from, Function<SourceText, Document> reader) {
    Map<TaskId, CommitInfo> commits = new HashMap<>();
    Map<String, Set<TaskId>> known = new HashMap<>();
    String path = document.path();
    List<TaskId> wanted = document.buried().stream().map(Buried::id).distinct().toList();
    try (History history = repo.history(from, List.of(path))) {
      Optional<History.Step> step = history.next();
      while (step.isPresent() && commits.size() < wanted.size()) {
        Set<TaskId> fresh =
            new HashSet<>(buried(path, step.get().blobs().get(0), history, reader, known));
        for (List<String> parent : step.get().before()) {
          fresh.removeAll(buried(path, parent.get(0), history, reader, known));
        }
        CommitInfo revision = step.get().revision();
        if (!revision.parents().isEmpty()) {
          fresh.forEach(id -> commits.putIfAbsent(id, revision));
        }
        step = history.next();
      }
    }
    return commits;
  }

  private static Set<TaskId> buried(
      String path,
      String blob,
      History history,
      Function<SourceText, Document> reader,
      Map<String, Set<TaskId>> known) {
    Set<TaskId> ids = known.get(blob);
    if (ids == null) {
      ids = new HashSet<>();
      if (!blob.isEmpty()) {
        SourceText text = SourceText.of(path, blob, history.bytes(path, blob));
        for (Buried other : reader.apply(text).buried()) {
          ids.add(other.id());
        }
      }
      known.put(blob, ids);
    }
    return ids;
  }

  private static UnaryOperator<Finding> named(Buried other, CommitInfo commit) {
    String id = Commit.shortened(commit.id());
    boolean merge = commit.parents().size() > 1;
    String hint =
        (merge ? "the merge " : "the commit ")
            + id
            + " has fused two tasks: end the first with '## task_end', begin the second with"
            + " '## task_begin', and look in "
            + (merge ? "its parents " + id + "^1 and " + id + "^2" : id + "^")
            + " for lines that one of them lacks";
    return finding ->
        finding.code() == FindingCode.SECOND_HEADER && finding.where().equals(other.where())
            ? finding.advising(hint)
            : finding;
  }
}
