package dev.replenish.app.audit;

import dev.replenish.app.CommitRequest;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.SettingsFile;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Commit;
import dev.replenish.audit.history.AuditEvent;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.CommitSession;
import dev.replenish.git.Repo;
import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.git.setup.ConfigFile;
import dev.replenish.plan.message.Message;
import dev.replenish.settings.SettingKey;
import dev.replenish.text.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Records in {@code .replenish} that a loss was intended, in a commit of its own
 * (docs/reference/audit.md, "Accepting a loss").
 */
public final class AcceptLoss {
  private static final int LONGEST_REASON = 500;
  private static final String SECTION = "[replenish]";

  private AcceptLoss() {}

  /**
   * The request for {@code --accept}.
   *
   * @param what the commit; for a single task, followed by a colon and its id
   * @param reason why the loss was intended
   * @param how the options of the commit; a dry run makes none
   */
  public record Request(String what, String reason, CommitRequest how) {}

  /**
   * Accepts the loss, and returns the audit with it.
   *
   * @throws ProblemException {@code USAGE} if the commit has lost no such task
   */
  public static AuditHistory.Result accept(
      CallContext context, AcceptLoss.Request request, IntConsumer progress) {
    try (Session workspace = new Session(context)) {
      Repo repo = workspace.repo();
      repo.recover(context.ref());
      CommitTree tip = repo.tip(context.ref());
      AuditHistory.Result audit =
          AuditHistory.audit(workspace, AuditHistory.Request.WHOLE, tip, progress);
      int colon = request.what().indexOf(':');
      String commit = repo.resolve(colon < 0 ? request.what() : request.what().substring(0, colon));
      Acceptance decision =
          new Acceptance(
              commit,
              colon < 0 ? "" : request.what().substring(colon + 1),
              OneLine.cut(OneLine.line(request.reason()).strip(), LONGEST_REASON));
      List<AuditEvent> losses =
          audit.balance().events().stream()
              .filter(decision::covers)
              .filter(each -> each.kind().isGrave())
              .toList();
      requireLosses(decision, losses);
      boolean accepted = losses.stream().allMatch(audit::isAccepted);
      if (!accepted && !request.how().dryRun()) {
        write(workspace, decision, losses, request);
      }
      return audit.accepting(decision);
    }
  }

  private static void requireLosses(Acceptance decision, List<AuditEvent> losses) {
    if (decision.reason().isEmpty()) {
      throw new ProblemException(
          ErrorCode.USAGE, "accepting a loss needs a reason", "Give one with --reason.");
    }
    if (losses.isEmpty()) {
      throw new ProblemException(
          ErrorCode.USAGE,
          Commit.shortened(decision.commit())
              + (decision.id().isEmpty()
                  ? " lost no task"
                  : " did not lose " + OneLine.clean(decision.id())),
          "'replenish audit' lists the commits that lost tasks.");
    }
  }

  private static void write(
      Session workspace, Acceptance decision, List<AuditEvent> losses, AcceptLoss.Request request) {
    try (CommitSession commitSession = workspace.repo().begin(workspace.context().ref())) {
      commitSession.requireClean(List.of(Session.SETTINGS_FILE));
      byte[] before =
          commitSession.tip().read(Session.SETTINGS_FILE).map(Blob::bytes).orElse(new byte[0]);
      AuthorOverride author =
          new AuthorOverride(
              request.how().author(),
              workspace.authorTime(request.how().date()),
              request.how().sign());
      commitSession.commit(
          List.of(new Change(Session.SETTINGS_FILE, with(before, decision))),
          message(decision, losses),
          author);
    }
  }

  private static String message(Acceptance decision, List<AuditEvent> losses) {
    List<String> items = new ArrayList<>();
    for (AuditEvent each : losses.subList(0, Math.min(20, losses.size()))) {
      items.add("- " + Message.quoted((each.task().id() + " " + each.task().title()).strip()));
    }
    String subject = "chore(audit): accept what " + Commit.shortened(decision.commit()) + " lost";
    return new Message(subject)
        .paragraph(items)
        .paragraph(List.of(AuditRecord.REASON + Message.quoted(decision.reason())))
        .toString();
  }

  /** Adds a line to the file, and checks that Git reads it back with the same value. */
  private static byte[] with(byte[] before, Acceptance decision) {
    String text = new String(before, StandardCharsets.UTF_8);
    String lineEnd = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    Optional<String> last =
        text.lines().map(String::strip).filter(l -> l.startsWith("[")).reduce((a, b) -> b);
    boolean sectionOpen = last.filter(SECTION::equalsIgnoreCase).isPresent();
    String value = SettingsFile.quoted(decision.value());
    String line = "\t" + SettingKey.AUDIT_ACCEPT.word() + " = " + value + "\n";
    String added = lineEnd + (sectionOpen ? "" : SECTION + "\n") + line;
    byte[] more = added.getBytes(StandardCharsets.UTF_8);
    byte[] after = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, after, before.length, more.length);
    List<ConfigEntry> entries =
        ConfigFile.entries(
            new String(after, StandardCharsets.UTF_8), "replenish", Session.SETTINGS_FILE);
    boolean readBack =
        !entries.isEmpty() && entries.get(entries.size() - 1).value().equals(decision.value());
    if (!readBack) {
      throw new ProblemException(
          ErrorCode.INTERNAL,
          "the change of " + Session.SETTINGS_FILE + " could not be proven",
          "This is a bug in Replenish. Please report it.");
    }
    return after;
  }
}
