package dev.replenish.app.audit;

import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.history.BoardPaths;
import dev.replenish.app.history.HistoryAudit;
import dev.replenish.audit.history.AuditEvent;
import dev.replenish.audit.history.AuditEventKind;
import dev.replenish.audit.history.Instance;
import dev.replenish.audit.history.Loss;
import dev.replenish.audit.history.TaskTracker;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.Repo;
import dev.replenish.git.history.WholeHistory;
import dev.replenish.git.identity.RelativeDate;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.SettingKey;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Finds out whether tasks were ever lost (docs/reference/audit.md): {@code audit}. */
public final class AuditHistory {
  private AuditHistory() {}

  /**
   * Audits all tasks of the repository, or those of the boards that the call names.
   *
   * @param progress is called after each commit with the number of commits read so far
   * @throws ProblemException {@code USAGE} for a {@code since} that is neither commit nor date
   */
  public static AuditHistory.Result audit(
      CallContext context, AuditHistory.Request request, IntConsumer progress) {
    try (Session workspace = new Session(context)) {
      Repo repo = workspace.repo();
      CommitTree tip = repo.newest(context.ref()).orElseGet(() -> repo.tip(context.ref()));
      AuditHistory.Result whole = audit(workspace, request, tip, progress);
      boolean named = context.flags().containsKey(SettingKey.BOARD);
      return named ? whole.about(named(workspace)) : whole;
    }
  }

  private static Set<String> named(Session workspace) {
    Tree tree = workspace.treeToRead();
    return Set.copyOf(workspace.boards(tree, workspace.settings(tree)));
  }

  /** Audits the tasks of all boards in the history of {@code tip}. */
  static AuditHistory.Result audit(
      Session workspace, AuditHistory.Request request, CommitTree tip, IntConsumer progress) {
    Repo repo = workspace.repo();
    Tree tree = workspace.treeToRead();
    Settings settings = workspace.settings(tree);
    BoardPaths paths = new BoardPaths(settings.files());
    try (WholeHistory history = repo.wholeHistory(paths.namesWithIndex(), progress)) {
      history.from(tip.commitId());
      if (request.all()) {
        history.fromAllRefs();
      }
      request.since().ifPresent(text -> since(workspace, history, text));
      HistoryAudit audit = new HistoryAudit(repo, settings, history);
      TaskTracker.Balance balance = audit.balance(tip);
      return new AuditHistory.Result(
          history.seen(),
          audit.boards().size(),
          balance,
          Acceptance.all(settings.get(SettingKey.AUDIT_ACCEPT).value()),
          history.isCutOff(),
          tip.commit());
    }
  }

  private static void since(Session workspace, WholeHistory history, String text) {
    Optional<String> commit;
    try {
      commit = Optional.of(workspace.repo().resolve(text));
    } catch (ProblemException e) {
      if (e.problem().code() != ErrorCode.USAGE) {
        throw e;
      }
      commit = Optional.empty();
    }
    if (commit.isPresent()) {
      history.until(workspace.repo().tree(commit.get()).commitId());
    } else {
      history.since(RelativeDate.moment(text, "--since", workspace.context().env()));
    }
  }

  /**
   * The request for {@code audit}.
   *
   * @param since only later commits: a commit, or a date in any form that Git accepts
   * @param all whether to read the history of every branch and tag
   */
  public record Request(Optional<String> since, boolean all) {
    /** The whole history of the tip. */
    public static final AuditHistory.Request WHOLE =
        new AuditHistory.Request(Optional.empty(), false);
  }

  /**
   * The result of an audit.
   *
   * @param commits how many commits were read
   * @param boards how many boards there are or were
   * @param balance the events, losses and duplicates
   * @param accepted the losses that were accepted as intended
   * @param shallow whether the history is incomplete because the clone is shallow
   * @param tip the id of the last commit, 40 hex digits
   */
  public record Result(
      int commits,
      int boards,
      TaskTracker.Balance balance,
      List<Acceptance> accepted,
      boolean shallow,
      String tip) {

    /** Copies the list. */
    public Result {
      accepted = List.copyOf(accepted);
    }

    /** Returns the part of the result that is about the boards {@code dirs}. */
    AuditHistory.Result about(Set<String> dirs) {
      TaskTracker.Balance part =
          new TaskTracker.Balance(
              balance.events().stream().filter(each -> dirs.contains(each.board())).toList(),
              balance.losses().stream()
                  .filter(each -> dirs.contains(each.event().board()))
                  .toList(),
              balance.duplicates().stream()
                  .filter(each -> dirs.contains(each.file().dir()))
                  .toList(),
              balance.fused(),
              balance.deleting());
      return new AuditHistory.Result(commits, dirs.size(), part, accepted, shallow, tip);
    }

    /** Returns a copy with one more acceptance. */
    AuditHistory.Result accepting(Acceptance decision) {
      List<Acceptance> more = new ArrayList<>(accepted);
      more.add(decision);
      return new AuditHistory.Result(commits, boards, balance, more, shallow, tip);
    }

    /** Whether the loss was accepted. */
    public boolean isAccepted(AuditEvent event) {
      return accepted.stream().anyMatch(each -> each.covers(event));
    }

    /** The lost tasks that are in no file at the tip and were not accepted. */
    public List<Loss> missing() {
      return balance.losses().stream()
          .filter(loss -> loss.missing() && !isAccepted(loss.event()))
          .toList();
    }

    /** How many tasks were lost and came back. */
    public long broughtBack() {
      return balance.losses().stream().filter(loss -> !loss.missing()).count();
    }

    /** The tasks whose id occurs twice at the tip and was not accepted. */
    public List<Instance> duplicates() {
      return balance.duplicates().stream().filter(duplicate -> !isAccepted(duplicate)).toList();
    }

    private boolean isAccepted(Instance duplicate) {
      return balance.events().stream()
          .filter(each -> each.task().id().equals(duplicate.text().id()))
          .filter(each -> each.board().equals(duplicate.file().dir()))
          .filter(
              each ->
                  each.kind() == AuditEventKind.DUPLICATED
                      || each.kind() == AuditEventKind.ID_REUSED)
          .anyMatch(this::isAccepted);
    }

    /** Whether tasks are missing, duplicated or fused at the tip. */
    public boolean isWrongNow() {
      return !missing().isEmpty() || !duplicates().isEmpty() || !balance.fused().isEmpty();
    }

    /**
     * Whether there ever was a severe event that was not accepted, even if it has been fixed since.
     */
    public boolean wasWrong() {
      return balance.events().stream().anyMatch(each -> each.kind().isGrave() && !isAccepted(each));
    }

    /** How many events of a kind there were. */
    public int count(AuditEventKind kind) {
      return (int) balance.events().stream().filter(event -> event.kind() == kind).count();
    }

    /** How many ids were reused for other tasks. */
    public int reused() {
      return (int)
          balance.events().stream()
              .filter(event -> event.kind() == AuditEventKind.ID_REUSED)
              .map(event -> event.board() + '\n' + event.task().id())
              .distinct()
              .count();
    }

    /** The events, the newest commit first. */
    public List<AuditEvent> newestFirst() {
      List<AuditEvent> newest = new ArrayList<>();
      int end = balance.events().size();
      for (int at = end - 1; at >= 0; at--) {
        String commit = balance.events().get(at).commit().id();
        if (at == 0 || !balance.events().get(at - 1).commit().id().equals(commit)) {
          newest.addAll(balance.events().subList(at, end));
          end = at;
        }
      }
      return newest;
    }
  }
}
