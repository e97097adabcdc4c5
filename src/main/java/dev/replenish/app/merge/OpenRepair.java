package dev.replenish.app.merge;

import dev.replenish.app.BoardResult;
import dev.replenish.app.CheckBoard;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.Session;
import dev.replenish.board.Board;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.git.LineMatches;
import dev.replenish.git.Merge;
import dev.replenish.git.Stages;
import dev.replenish.git.WorkFiles;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.merge.FileMerge;
import dev.replenish.merge.Parents;
import dev.replenish.merge.Renumbering;
import dev.replenish.plan.FileChange;
import dev.replenish.settings.Settings;
import dev.replenish.text.Edits;
import dev.replenish.text.Intake;
import dev.replenish.text.Location;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one board in an unfinished merge, and repairs it in the work tree and in the index. */
final class OpenRepair {
  private static final int MARKER_SIZE = 7;

  private final Session workspace;
  private final WorkFiles files;
  private final Stages stages;
  private final Map<String, byte[]> merged = new LinkedHashMap<>();
  private final List<Finding> resolved = new ArrayList<>();
  private final List<Finding> left = new ArrayList<>();

  private OpenRepair(Session workspace) {
    this.workspace = workspace;
    this.files = workspace.repo().workFiles().orElseThrow();
    this.stages = Stages.of(workspace.repo());
  }

  static List<BoardResult<CheckBoard.Result>> each(
      Session workspace, Merge merge, boolean fixes, boolean dryRun) {
    WorkFiles tree = workspace.repo().workFiles().orElseThrow();
    Settings settings = workspace.settings(tree);
    return BoardResult.each(
        workspace.boards(tree, settings),
        dir -> new OpenRepair(workspace).board(merge, settings, dir, fixes, dryRun));
  }

  private CheckBoard.Result board(
      Merge merge, Settings settings, String dir, boolean fixes, boolean dryRun) {
    BoardReader reader = BoardReader.of(settings);
    reader.paths(dir).forEach(this::mergeConflicted);
    if (!left.isEmpty() && fixes) {
      return finish(dir, left, resolved, changes(), !dryRun);
    }
    if (!left.isEmpty()) {
      left.addAll(resolved);
      return finish(dir, left, List.of(), List.of(), false);
    }
    Board board = reader.read(new Resolved(), dir);
    BoardReader fileReader = reader.forBoard(board);
    Parents parents = RepairMerge.parents(merge, fileReader, settings.files(), dir);
    Renumbering renumbering = renumbering(merge, settings, fileReader, board);
    if (!fixes) {
      CheckBoard.Result found = BoardRepair.check(board, parents, settings, renumbering, List.of());
      List<Finding> all = new ArrayList<>(resolved);
      all.addAll(found.findings());
      return finish(dir, all, List.of(), List.of(), false);
    }
    BoardRepair repair = new BoardRepair(board, parents, settings, fileReader, renumbering).run();
    repair.changes().forEach(change -> merged.put(change.path(), change.after()));
    List<Finding> fixed = new ArrayList<>(resolved);
    fixed.addAll(repair.fixed());
    CheckBoard.Result result = repair.result(CommitOutcome.PLAIN);
    return finish(dir, result.findings(), fixed, changes(), !dryRun);
  }

  private Renumbering renumbering(Merge merge, Settings settings, BoardReader reader, Board board) {
    CommitTree head = workspace.repo().newest(Optional.empty()).orElseThrow();
    BoardSnapshot base = new BoardSnapshot(head, settings, reader, board, workspace.today());
    List<CommitTree> sides = merge.sides().isEmpty() ? List.of(head) : merge.sides();
    return new HistoryRenumbering(workspace.repo(), sides, base);
  }

  private CheckBoard.Result finish(
      String dir,
      List<Finding> findings,
      List<Finding> fixed,
      List<FileChange> changes,
      boolean writes) {
    if (writes && !merged.isEmpty()) {
      Stages.write(workspace.repo(), merged);
    }
    return new CheckBoard.Result(dir, findings, fixed, changes, CommitOutcome.PLAIN);
  }

  private List<FileChange> changes() {
    List<FileChange> changes = new ArrayList<>();
    merged.forEach((path, bytes) -> change(path, bytes).ifPresent(changes::add));
    return changes;
  }

  /**
   * The change compared with our side of the merge, or with the work file if our side has no
   * version.
   */
  private Optional<FileChange> change(String path, byte[] bytes) {
    return stages
        .version(path, 2)
        .or(() -> files.read(path).map(Blob::bytes))
        .map(ours -> Edits.between(SourceText.of(path, "", ours), bytes).map(FileChange::edit))
        .orElseGet(() -> Optional.of(FileChange.create(path, bytes)));
  }

  /** Merges a file with an unresolved conflict again, by its tasks. */
  private void mergeConflicted(String path) {
    if (!stages.isConflicted(path)) {
      return;
    }
    Optional<Blob> work = files.read(path);
    boolean isResolved =
        work.isPresent() && Intake.objection(SourceText.of(path, "", work.get().bytes())).isEmpty();
    if (isResolved) {
      return;
    }
    byte[] none = new byte[0];
    FileMerge.Result result =
        FileMerge.of(
            stages.version(path, 1).orElse(none),
            stages.version(path, 2).orElse(none),
            stages.version(path, 3).orElse(none),
            MARKER_SIZE,
            LineMatches::of);
    if (result instanceof FileMerge.Result.Merged merge && merge.conflicts().isEmpty()) {
      merged.put(path, merge.bytes());
      resolved.add(resolvable(path, work, merge.bytes()));
    } else {
      String why =
          result instanceof FileMerge.Result.Merged conflict
              ? conflict.conflicts().get(0)
              : ((FileMerge.Result.Plain) result).why();
      left.add(finding(path, "a conflict remains: " + why));
    }
  }

  private static Finding resolvable(String path, Optional<Blob> work, byte[] bytes) {
    Span whole = new Span(0, work.map(blob -> blob.bytes().length).orElse(0));
    return finding(path, "the conflict can be resolved task by task")
        .advising("resolve it with 'replenish repair'")
        .fixedBy(new Replacement(whole, bytes));
  }

  private static Finding finding(String path, String message) {
    return Finding.of(FindingCode.CONFLICT_LEFT, Location.of(path), message);
  }

  /** The work tree with resolved conflicts. */
  private final class Resolved implements Tree {
    @Override
    public Optional<Blob> read(String path) {
      byte[] bytes = merged.get(path);
      return bytes == null ? files.read(path) : Optional.of(new Blob(path, "merged", bytes));
    }

    @Override
    public Optional<String> blob(String path) {
      return Optional.empty();
    }

    @Override
    public List<String> folders(String dir) {
      return files.folders(dir);
    }
  }
}
