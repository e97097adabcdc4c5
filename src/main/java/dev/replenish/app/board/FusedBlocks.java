package dev.replenish.app.board;

import dev.replenish.audit.Commit;
import dev.replenish.board.Board;
import dev.replenish.board.Buried;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
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
 * Adds the commit that fused two tasks to the hints of the findings about them.
 *
 * @param tip the last commit of the history to search; called only if needed
 */
public record FusedBlocks(Repo repo, Supplier<Optional<CommitTree>> tip) {

  /**
   * Returns the board with the hints; the same board if nothing is fused.
   *
   * @param reader the reader that has read the board
   */
  public Board withHints(Board board, BoardReader reader) {
    if (!isFused(board)) {
      return board;
    }
    BoardReader fileReader = reader.forBoard(board);
    return new Board(
        board.dir(),
        withHints(board.backlog(), text -> fileReader.read(text, FileRole.BACKLOG)),
        board.todo().map(todo -> withHints(todo, text -> fileReader.read(text, FileRole.TODO))),
        board
            .archive()
            .map(archive -> withHints(archive, text -> fileReader.read(text, FileRole.ARCHIVE))),
        board.index(),
        board.readme());
  }

  private static boolean isFused(Board board) {
    for (Document document : board.documents()) {
      if (!document.blocks().buried().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds the hints to the findings of a document; without a readable history, they stay as they
   * are.
   */
  private Document withHints(Document document, Function<SourceText, Document> reader) {
    if (document.blocks().buried().isEmpty()) {
      return document;
    }
    Map<TaskId, CommitInfo> commits = new HashMap<>();
    try {
      tip.get().ifPresent(from -> commits.putAll(commits(document, from, reader)));
    } catch (ProblemException e) {
      return document;
    }
    List<Finding> findings = new ArrayList<>(document.findings());
    for (Buried other : document.blocks().buried()) {
      Optional.ofNullable(commits.get(other.id()))
          .ifPresent(commit -> findings.replaceAll(withCommit(other, commit)));
    }
    return document.with(findings);
  }

  /** For each buried task, the newest commit in which it is buried, but in none of the parents. */
  private Map<TaskId, CommitInfo> commits(
      Document document, CommitTree from, Function<SourceText, Document> reader) {
    Map<TaskId, CommitInfo> commits = new HashMap<>();
    Map<String, Set<TaskId>> buriedByBlob = new HashMap<>();
    String path = document.path();
    List<TaskId> wanted = document.blocks().buried().stream().map(Buried::id).distinct().toList();
    try (History history = repo.history(from, List.of(path))) {
      Optional<History.Step> step = history.next();
      while (step.isPresent() && commits.size() < wanted.size()) {
        Set<TaskId> newlyBuried =
            new HashSet<>(buried(path, step.get().blobs().get(0), history, reader, buriedByBlob));
        for (List<String> parent : step.get().before()) {
          newlyBuried.removeAll(buried(path, parent.get(0), history, reader, buriedByBlob));
        }
        CommitInfo revision = step.get().revision();
        if (!revision.parents().isEmpty()) {
          newlyBuried.forEach(id -> commits.putIfAbsent(id, revision));
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
      Map<String, Set<TaskId>> buriedByBlob) {
    Set<TaskId> ids = buriedByBlob.get(blob);
    if (ids == null) {
      ids = new HashSet<>();
      if (!blob.isEmpty()) {
        SourceText text = SourceText.of(path, blob, history.bytes(path, blob));
        for (Buried other : reader.apply(text).blocks().buried()) {
          ids.add(other.id());
        }
      }
      buriedByBlob.put(blob, ids);
    }
    return ids;
  }

  private static UnaryOperator<Finding> withCommit(Buried other, CommitInfo commit) {
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
