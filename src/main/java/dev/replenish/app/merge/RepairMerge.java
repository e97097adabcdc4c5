package dev.replenish.app.merge;

import dev.replenish.app.BoardResult;
import dev.replenish.app.CheckBoard;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.IdempotentReplay;
import dev.replenish.app.Proposal;
import dev.replenish.app.Transaction;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.audit.AuditRecord;
import dev.replenish.board.Board;
import dev.replenish.git.Merge;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.merge.Parents;
import dev.replenish.merge.Renumbering;
import dev.replenish.merge.TaskPlaces;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.Repair;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the result of a merge on boards, and repairs what can be proven: a merge at the tip in a
 * new commit, an unfinished merge in the index.
 */
public final class RepairMerge {
  private RepairMerge() {}

  /** Reports what is wrong, without writing anything. */
  public static List<BoardResult<CheckBoard.Result>> verify(CallContext context) {
    try (Session workspace = new Session(context)) {
      Optional<Merge> unfinished = unfinished(workspace);
      if (unfinished.isPresent()) {
        return OpenRepair.each(workspace, unfinished.get(), false, false);
      }
      CommitTree tip = workspace.repo().tip(context.ref());
      Settings settings = workspace.settings(tip);
      BoardReader reader = BoardReader.of(settings);
      CommitInfo merged = merged(workspace.repo(), tip);
      Merge merge = Merge.of(workspace.repo(), workspace.repo().tree(merged.id()));
      return BoardResult.each(
          workspace.boards(tip, settings),
          dir -> {
            Board board = reader.read(tip, dir);
            Parents parents = parents(merge, reader.forBoard(board), settings.files(), dir);
            BoardSnapshot base = new BoardSnapshot(tip, settings, reader, board, workspace.today());
            Renumbering renumbering = new HistoryRenumbering(workspace.repo(), List.of(tip), base);
            return BoardRepair.check(board, parents, settings, renumbering, notices(merged));
          });
    }
  }

  /** Repairs the boards, and reports what is left. */
  public static List<BoardResult<CheckBoard.Result>> repair(
      CallContext context, CommitRequest how) {
    try (Session workspace = new Session(context)) {
      Optional<Merge> unfinished =
          how.push().isPresent() ? Optional.empty() : unfinished(workspace);
      if (unfinished.isPresent()) {
        return OpenRepair.each(workspace, unfinished.get(), true, how.dryRun());
      }
      Transaction transaction = new Transaction(workspace, how);
      CommitTree tip = transaction.tip();
      return BoardResult.each(
          workspace.boards(tip, workspace.settings(tip)),
          dir ->
              transaction.run(
                  dir,
                  base -> {
                    Repo repo = workspace.repo();
                    Merge merge = Merge.of(repo, repo.tree(merged(repo, base.tip()).id()));
                    BoardReader reader = base.reader().forBoard(base.board());
                    Parents parents = parents(merge, reader, base.settings().files(), dir);
                    Renumbering renumbering =
                        new HistoryRenumbering(repo, List.of(base.tip()), base);
                    BoardRepair repair =
                        new BoardRepair(
                            base.board(), parents, base.settings(), reader, renumbering);
                    repair.run();
                    return new Proposal<>(
                        repair.changes(), () -> message(repair, how), repair::result);
                  },
                  RepairMerge::replayed));
    }
  }

  /** A notice if the history is cut off at the tip, so that its parents are unknown. */
  private static List<String> notices(CommitInfo merged) {
    return merged.cutOff()
        ? List.of(
            "the history ends at the tip, so losses of a merge can't be found;"
                + " 'git fetch --unshallow' fetches it")
        : List.of();
  }

  private static CheckBoard.Result replayed(IdempotentReplay first) {
    first.require(!first.trail().repairs().isEmpty());
    return new CheckBoard.Result(
        first.after().dir(), List.of(), List.of(), first.changes(), first.ending());
  }

  private static Optional<Merge> unfinished(Session workspace) {
    return workspace.context().ref().isPresent() ? Optional.empty() : Merge.open(workspace.repo());
  }

  /** The tip, without the repair commits on top of it; each board has its own repair commit. */
  private static CommitInfo merged(Repo repo, CommitTree tip) {
    CommitInfo commit = repo.revision(tip.commit());
    while (isRepair(commit)) {
      commit = repo.revision(commit.parents().get(0));
    }
    return commit;
  }

  private static boolean isRepair(CommitInfo commit) {
    Optional<AuditRecord> record = AuditRecord.of(commit.message());
    return commit.parents().size() == 1
        && record.filter(trail -> !trail.repairs().isEmpty()).isPresent();
  }

  /** The versions of the board on the sides of a merge. */
  static Parents parents(Merge merge, BoardReader reader, FileNames files, String dir) {
    List<TaskPlaces> sides = new ArrayList<>();
    for (CommitTree side : merge.sides()) {
      tasks(side, reader, files, dir).ifPresent(sides::add);
    }
    return sides.isEmpty()
        ? Parents.NONE
        : new Parents(merge.base().flatMap(base -> tasks(base, reader, files, dir)), sides);
  }

  private static Optional<TaskPlaces> tasks(
      Tree tree, BoardReader reader, FileNames files, String dir) {
    return tree.read(FileNames.on(dir, files.backlog()))
        .map(backlog -> new TaskPlaces(reader.read(tree, dir)));
  }

  private static String message(BoardRepair repair, CommitRequest how) {
    return Repair.message(repair.dir(), repair.fixed(), false, Version.current(), how.key());
  }
}
