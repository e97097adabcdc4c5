package dev.replenish.app.audit;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.Proposal;
import dev.replenish.app.TaskLine;
import dev.replenish.app.Transaction;
import dev.replenish.app.UsedIds;
import dev.replenish.app.Version;
import dev.replenish.app.board.BoardFinder;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.ShortId;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Event;
import dev.replenish.audit.history.AuditEvent;
import dev.replenish.audit.history.AuditEventKind;
import dev.replenish.audit.history.Instance;
import dev.replenish.audit.history.Loss;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.Draft;
import dev.replenish.plan.add.RestoreStep;
import dev.replenish.plan.message.TaskMessage;
import dev.replenish.rules.EffortScale;
import dev.replenish.settings.SettingKey;
import dev.replenish.settings.Settings;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Restores lost tasks (docs/reference/audit.md, "Bringing tasks back"). */
public final class RestoreTasks {
  private final Session workspace;
  private final CommitRequest how;
  private final UsedIds ids;

  private RestoreTasks(Session workspace, CommitRequest how) {
    this.workspace = workspace;
    this.how = how;
    this.ids = new UsedIds(workspace.repo());
  }

  /**
   * Restores the tasks called {@code wanted}, or all that are missing; each board gets its own
   * commit.
   *
   * @throws ProblemException {@code USAGE} for an id that was never lost
   */
  public static List<BoardResult<ChangeResult>> restore(
      CallContext context, List<String> wanted, CommitRequest how, IntConsumer progress) {
    try (Session workspace = new Session(context)) {
      Transaction transaction = new Transaction(workspace, how);
      CommitTree tip = transaction.tip();
      Settings settings = workspace.settings(tip);
      AuditHistory.Result audit =
          AuditHistory.audit(workspace, AuditHistory.Request.WHOLE, tip, progress);
      RestoreTasks restore = new RestoreTasks(workspace, how);
      Map<String, List<Loss>> byBoard = new LinkedHashMap<>();
      List<String> boards = new BoardFinder(tip, settings.files()).all();
      List<Loss> losses =
          new ArrayList<>(wanted.isEmpty() ? audit.missing() : named(audit, wanted));
      losses.removeIf(loss -> !restore.isRequested(loss, boards, tip, settings));
      for (Loss loss : losses) {
        String dir = restore.board(loss, boards, tip, settings);
        byBoard.computeIfAbsent(dir, any -> new ArrayList<>()).add(loss);
      }
      LocalDate today = workspace.authorTime(how.date()).toLocalDate();
      if (!losses.isEmpty()) {
        restore.ids.lookAhead(tip, settings.files(), today);
      }
      if (byBoard.isEmpty()) {
        boards.stream().limit(1).forEach(dir -> byBoard.put(dir, List.of()));
      }
      return BoardResult.each(
          byBoard,
          (dir, missing) ->
              transaction.run(
                  dir,
                  base -> restore.propose(base, missing),
                  first -> first.change("audit", Event.RESTORED)));
    }
  }

  /**
   * Whether the call applies to the task: it names no board, or the task's board, or that board no
   * longer exists.
   */
  private boolean isRequested(Loss loss, List<String> boards, CommitTree tip, Settings settings) {
    String old = loss.event().board();
    boolean named = workspace.context().flags().containsKey(SettingKey.BOARD);
    return !named || !boards.contains(old) || workspace.boards(tip, settings).contains(old);
  }

  /**
   * The task's former board if it still exists, else the one that the call names, else the only
   * one.
   */
  private String board(Loss loss, List<String> boards, CommitTree tip, Settings settings) {
    String old = loss.event().board();
    if (boards.contains(old)) {
      return old;
    }
    boolean named = workspace.context().flags().containsKey(SettingKey.BOARD);
    List<String> candidates = named ? workspace.boards(tip, settings) : boards;
    if (candidates.size() != 1) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "the board '" + OneLine.clean(old) + "' of " + name(loss) + " is gone",
          "Name the board to restore it to with --board.");
    }
    return candidates.get(0);
  }

  private static String name(Loss loss) {
    String id = loss.task().text().id();
    return id.isEmpty() ? "a task without an id" : OneLine.clean(id);
  }

  private static List<Loss> named(AuditHistory.Result audit, List<String> wanted) {
    List<String> missing = audit.missing().stream().map(loss -> loss.task().text().id()).toList();
    List<Loss> named = new ArrayList<>();
    for (String word : wanted) {
      String id = ShortId.resolve(word, missing).orElse(word);
      List<Loss> matches =
          audit.missing().stream().filter(loss -> loss.task().text().id().equals(id)).toList();
      if (matches.isEmpty()) {
        requireLost(audit, id);
      }
      named.addAll(matches);
    }
    return named;
  }

  /**
   * Refuses a task that was never lost or is elsewhere; a task that is back on its board needs
   * nothing.
   */
  private static void requireLost(AuditHistory.Result audit, String id) {
    Optional<Loss> lastLoss =
        audit.balance().losses().stream()
            .filter(loss -> loss.task().text().id().equals(id))
            .reduce((first, last) -> last);
    Optional<Instance> place = lastLoss.flatMap(Loss::found);
    boolean isBack =
        place.filter(p -> p.file().dir().equals(lastLoss.get().event().board())).isPresent();
    if (isBack || (lastLoss.isPresent() && place.isEmpty())) {
      return;
    }
    Optional<String> where =
        place
            .map(Instance::where)
            .or(
                () ->
                    audit.balance().events().stream()
                        .filter(
                            each ->
                                each.kind() == AuditEventKind.MOVED_OUT
                                    && each.task().id().equals(id))
                        .reduce((first, last) -> last)
                        .flatMap(AuditEvent::to));
    if (where.isPresent()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          OneLine.clean(id) + " is not lost: it is in " + where.get(),
          "Move it by hand if it belongs elsewhere.");
    }
    throw new ProblemException(
        ErrorCode.USAGE,
        "no task '" + OneLine.clean(id) + "' is missing",
        "'replenish audit' lists the missing ones; 'replenish show ID' shows where a task went.");
  }

  private Proposal<ChangeResult> propose(BoardSnapshot base, List<Loss> losses) {
    if (!losses.isEmpty()) {
      requireMarked(base.board().backlog());
    }
    Draft draft = base.draft();
    List<String> usedIds = new ArrayList<>(TaskFinder.ids(base.board()));
    base.board()
        .backlog()
        .blocks()
        .templates()
        .forEach(t -> t.id().ifPresent(id -> usedIds.add(id.value())));
    List<RestoreStep.Returning> returning = new ArrayList<>();
    List<String> trailers = new ArrayList<>();
    List<TaskId> newIds = List.of();
    for (Loss loss : losses) {
      String old = loss.task().text().id();
      boolean free = TaskId.isId(old) && TaskId.isSafeWord(old) && !usedIds.contains(old);
      if (!free && newIds.isEmpty()) {
        newIds = new ArrayList<>(ids.next(base, losses.size()));
      }
      TaskId id = free ? new TaskId(old) : newIds.remove(0);
      usedIds.add(id.value());
      LostText text = new LostText(workspace.repo(), base.settings(), loss);
      returning.add(text.returning(id));
      String was = free || !TaskId.isSafeWord(old) ? "" : " was=" + old;
      trailers.add(id + " from=" + loss.event().commit().id() + was);
    }
    if (!returning.isEmpty()) {
      BoardSnapshot.take(draft, RestoreStep.on(base.board(), returning));
      base.updateIndex(draft, returning.stream().map(RestoreStep.Returning::id).toList());
    }
    List<TaskFinder.Found> restored =
        returning.stream().map(task -> TaskFinder.one(draft.board(), task.id().value())).toList();
    TaskMessage message =
        new TaskMessage(
                base.board().dir(),
                "chore(backlog): restore",
                restored.stream().map(TaskFinder.Found::task).toList())
            .restored(trailers);
    EffortScale scale = base.settings().effort(draft.board());
    return new Proposal<>(
        draft.changes(),
        () -> message.text(Version.current(), how.key()),
        ending ->
            ChangeResult.of(
                base.board().dir(),
                restored.stream().map(now -> changed(now, scale)).toList(),
                draft.changes(),
                ending));
  }

  /** Refuses a file without markers: a block with markers would be the only task read in it. */
  private static void requireMarked(Document backlog) {
    if (!backlog.marked() && !backlog.tasks().isEmpty()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          Location.of(backlog.path()),
          "the tasks of this file have no markers, and one with markers would hide them",
          "Convert the file with 'replenish convert' first.");
    }
  }

  private static ChangedTask changed(TaskFinder.Found now, EffortScale scale) {
    TaskLine line = TaskLine.of(now.document(), Optional.empty(), now.task(), List.of(), scale);
    return new ChangedTask(line, List.of(Event.RESTORED));
  }
}
