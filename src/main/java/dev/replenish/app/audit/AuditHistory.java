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

/** Whether tasks were ever lost (docs/reference/audit.md): {@code audit}. */
public final class AuditHistory {
  private AuditHistory() {}

  /**
   * What became of all tasks of the repository, or of the boards that the call names.
   *
   * @param progress is told how many commits have been looked at, after each
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
    Tree tree = workspace.reading();
    return Set.copyOf(workspace.boards(tree, workspace.settings(tree)));
  }

  /** The same of all boards, and of the history that leads to {@code tip}. */
  static AuditHistory.Result audit(
      Session workspace, AuditHistory.Request request, CommitTree tip, IntConsumer progress) {
    Repo repo = workspace.repo();
    Tree tree = workspace.reading();
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
    } catch (ProblemException none) {
      if (none.problem().code() != ErrorCode.USAGE) {
        throw none;
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
   * What {@code audit} is asked.
   *
   * @param since only what was committed since then: a commit, or a date in any form that Git reads
   * @param all whether to read the history of every branch and tag
   */
  public record Request(Optional<String> since, boolean all) {
    /** Everything that led to the tip. */
    public static final AuditHistory.Request WHOLE =
        new AuditHistory.Request(Optional.empty(), false);
  }

  /**
   * What an audit found.
   *
   * @param commits how many commits were read
   * @param boards how many boards there are or were
   * @param balance what happened
   * @param accepted what was accepted as meant
   * @param shallow whether there is more in the history than this shallow clone has
   * @param tip the 40 hex digits of the commit that it ends with
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

    /** What of it is about {@code some} boards. */
    AuditHistory.Result about(Set<String> some) {
      TaskTracker.Balance part =
          new TaskTracker.Balance(
              balance.events().stream().filter(each -> some.contains(each.board())).toList(),
              balance.losses().stream()
                  .filter(each -> some.contains(each.event().board()))
                  .toList(),
              balance.duplicates().stream()
                  .filter(each -> some.contains(each.file().dir()))
                  .toList(),
              balance.fused(),
              balance.deleting());
      return new AuditHistory.Result(commits, some.size(), part, accepted, shallow, tip);
    }

    /** The same with one decision more. */
    AuditHistory.Result accepting(Acceptance decision) {
      List<Acceptance> more = new ArrayList<>(accepted);
      more.add(decision);
      return new AuditHistory.Result(commits, boards, balance, more, shallow, tip);
    }

    /** Whether someone has accepted it. */
    public boolean isAccepted(AuditEvent event) {
      return accepted.stream().anyMatch(each -> each.covers(event));
    }

    /** The tasks that are lost, in no file at the tip, and not accepted. */
    public List<Loss> missing() {
      return balance.losses().stream()
          .filter(loss -> loss.missing() && !isAccepted(loss.event()))
          .toList();
    }

    /** The tasks that were lost and came back. */
    public long broughtBack() {
      return balance.losses().stream().filter(loss -> !loss.missing()).count();
    }

    /** The ids that occur twice at the tip, and were not accepted. */
    public List<Instance> duplicates() {
      return balance.duplicates().stream().filter(twice -> !isAccepted(twice)).toList();
    }

    private boolean isAccepted(Instance twice) {
      return balance.events().stream()
          .filter(each -> each.task().id().equals(twice.text().id()))
          .filter(each -> each.board().equals(twice.file().dir()))
          .filter(
              each ->
                  each.kind() == AuditEventKind.DUPLICATED
                      || each.kind() == AuditEventKind.ID_REUSED)
          .anyMatch(this::isAccepted);
    }

    /** Whether tasks are missing, doubled or fused at the tip. */
    public boolean isWrongNow() {
      return !missing().isEmpty() || !duplicates().isEmpty() || !balance.fused().isEmpty();
    }

    /** Whether anything grave ever happened that was not accepted, fixed since or not. */
    public boolean wasWrong() {
      return balance.events().stream().anyMatch(each -> each.kind().isGrave() && !isAccepted(each));
    }

    /** How many events of a kind there were. */
    public int count(AuditEventKind kind) {
      return (int) balance.events().stream().filter(event -> event.kind() == kind).count();
    }

    /** How many ids were given to other tasks. */
    public int reused() {
      return (int)
          balance.events().stream()
              .filter(event -> event.kind() == AuditEventKind.ID_REUSED)
              .map(event -> event.board() + '\n' + event.task().id())
              .distinct()
              .count();
    }

    /** What happened, the newest commit first. */
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
