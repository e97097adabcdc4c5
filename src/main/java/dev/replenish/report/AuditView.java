package dev.replenish.report;

import dev.replenish.app.audit.AuditHistory;
import dev.replenish.audit.Commit;
import dev.replenish.audit.history.AuditEvent;
import dev.replenish.audit.history.AuditEventKind;
import dev.replenish.audit.history.Loss;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the result of an audit: what happened to the tasks in the history.
 *
 * @param strict whether losses and duplicates that were repaired since fail the audit as well
 */
public record AuditView(boolean strict) implements View<AuditHistory.Result> {
  private static final int MOST_LINES = 5;
  private static final int WIDEST_ID = 30;
  private static final int WIDEST_TITLE = 50;
  private static final int WIDEST_SUBJECT = 60;
  private static final int NARROWEST_KIND = "lost".length() + 7;

  @Override
  public Optional<Problem> failure(AuditHistory.Result result) {
    if (result.isWrongNow()) {
      return Optional.of(
          Problem.of(
              ErrorCode.INVALID_DOCUMENT,
              wrong(result),
              "See what is missing, and " + next(result)));
    }
    if (strict && result.wasWrong()) {
      return Optional.of(
          Problem.of(
              ErrorCode.INVALID_DOCUMENT,
              "tasks were lost or duplicated in the history, and restored since",
              "Accept what was intended: 'replenish audit --accept COMMIT --reason TEXT'."));
    }
    return Optional.empty();
  }

  private static String wrong(AuditHistory.Result result) {
    List<String> wrong = new ArrayList<>();
    add(result.missing().size(), "task is missing", "tasks are missing", wrong);
    add(result.duplicates().size(), "id occurs twice", "ids occur twice", wrong);
    int fused = result.balance().fused().size();
    add(fused, "task is in another's block", "tasks are in another's block", wrong);
    return String.join("; ", wrong);
  }

  private static void add(int count, String one, String several, List<String> wrong) {
    if (count > 0) {
      wrong.add(count + " " + (count == 1 ? one : several));
    }
  }

  private static String next(AuditHistory.Result result) {
    return result.missing().isEmpty()
        ? "repair the board: 'replenish check' lists the lines."
        : "restore it: 'replenish audit --restore'.";
  }

  @Override
  public void text(AuditHistory.Result result, Text text) {
    if (!text.style().quiet()) {
      Map<String, List<AuditEvent>> commits = new LinkedHashMap<>();
      for (AuditEvent event : result.newestFirst()) {
        if (event.kind().isUsual() || text.style().verbose()) {
          commits.computeIfAbsent(event.commit().id(), id -> new ArrayList<>()).add(event);
        }
      }
      commits.values().forEach(events -> commit(events, result, text));
      summary(result, text);
    }
    for (String path : result.balance().deleting()) {
      text.remark(path + " deletes what is done, so it is unknown whether it has lost anything");
    }
    if (result.shallow()) {
      text.remark(CommitFormat.CUT_OFF);
    }
  }

  private static void commit(List<AuditEvent> events, AuditHistory.Result result, Text text) {
    Commit commit = events.get(0).commit();
    text.data().put(TextColor.PLACE, Commit.shortened(commit.id())).put(" ");
    text.data().put(TextColor.DIM, CommitFormat.minute(commit.date())).put(" ");
    String subject = Columns.cut(TerminalText.line(commit.subject()), WIDEST_SUBJECT);
    text.data().line(CommitFormat.author(commit) + " \"" + subject + "\"");
    List<AuditEvent> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing(AuditEvent::kind));
    boolean all = text.style().verbose() || sorted.size() == MOST_LINES + 1;
    List<AuditEvent> shown = all ? sorted : Text.first(MOST_LINES, sorted);
    int kind = NARROWEST_KIND;
    int id = 0;
    int title = 0;
    for (AuditEvent each : shown) {
      kind = Math.max(kind, each.kind().word().length() + 1);
      id = Math.max(id, Math.min(WIDEST_ID, Columns.of(TerminalText.line(each.task().id())) + 2));
      title = Math.max(title, Math.min(WIDEST_TITLE, Columns.of(title(each)) + 2));
    }
    for (AuditEvent each : shown) {
      TextColor tone = each.kind().isGrave() ? TextColor.ERROR : TextColor.PLAIN;
      String word = each.kind().word();
      text.data().put("  ").put(tone, word).put(" ".repeat(kind - word.length()));
      if (each.count() == 1 && !each.task().id().isEmpty() || !each.task().title().isEmpty()) {
        text.data().column(each.task().id(), id);
        text.data().column(title(each), title);
      }
      text.data().line(details(each, result));
    }
    if (shown.size() < sorted.size()) {
      text.data().line("  ... " + (sorted.size() - shown.size()) + " more (-v)");
    }
  }

  private static String title(AuditEvent event) {
    return Columns.cut(TerminalText.title(event.task().title()), WIDEST_TITLE - 2);
  }

  /** The details of an event: where the task was, and where it went. */
  private static String details(AuditEvent event, AuditHistory.Result result) {
    AuditEvent.TaskPlace task = event.task();
    String place = task.path() + (task.line() > 0 ? ":" + task.line() : "");
    String status = task.status().map(each -> ", " + each.word()).orElse("");
    String to = event.to().orElse("");
    String note = event.note().isEmpty() ? "" : ", " + event.note();
    String board = event.board().equals(".") ? "" : event.board() + ": ";
    return switch (event.kind()) {
      case LOST -> "was " + place + status + ending(event, result);
      case VANISHED -> "probably, was " + place;
      case REMOVED_AND_SAID, FINISHED_REMOVED -> "was " + place + status;
      case MOVED_OUT -> "was " + place + ", now in " + to;
      case RESTORED -> "in " + place + ", lost in " + Commit.shortened(to) + note;
      case RENUMBERED -> "is " + to + " now, was " + place;
      case REWRITTEN, ARCHIVE_REWRITTEN ->
          (to.equals(task.path()) ? place : place + " -> " + to) + note;
      case DUPLICATED, ID_REUSED, FUSED -> place + note;
      case BOARDS_REMOVED -> tasks(event) + ": " + event.board();
      case ARCHIVE_TRIMMED, REORDERED, INDEX_UNTRUE -> board + tasks(event) + note;
      case BATCH_MIXED, BATCH_TOO_BIG, BATCH_OUT_OF_ORDER -> board + tasks(event) + note;
      case TODO_MIXED -> board + event.note();
    };
  }

  private static String ending(AuditEvent lost, AuditHistory.Result result) {
    Optional<Loss> loss =
        result.balance().losses().stream().filter(each -> each.event().equals(lost)).findFirst();
    String back =
        loss.flatMap(Loss::back).map(in -> ", back in " + Commit.shortened(in.id())).orElse("");
    boolean kept = loss.filter(each -> !each.missing()).isPresent();
    String state = back.isEmpty() && kept ? ", but not missing" : back;
    return state + (result.isAccepted(lost) ? ", accepted" : "");
  }

  private static String tasks(AuditEvent event) {
    return Text.count(event.count(), "task");
  }

  private static void summary(AuditHistory.Result result, Text text) {
    int lost = result.balance().losses().size();
    int missing = result.missing().size();
    String what =
        Text.count(result.commits(), "commit") + ", " + Text.count(result.boards(), "board") + ": ";
    if (lost == 0) {
      what += result.shallow() ? "no loss in the history that is here" : "no task was lost";
    } else {
      what += Text.count(lost, "task") + " lost, " + result.broughtBack() + " brought back, ";
      what += missing + " still missing";
    }
    int reused = result.reused();
    what += reused == 0 ? "" : "; " + Text.count(reused, "id") + " used again";
    text.data().line(what + ".");
    if (!result.duplicates().isEmpty() || !result.balance().fused().isEmpty()) {
      text.data().line("Now: " + wrong(result) + ".");
    }
    if (missing > 0) {
      text.data().line("Bring them back: replenish audit --restore");
    }
  }

  @Override
  public void json(Optional<String> board, Optional<AuditHistory.Result> result, Json json) {
    counts(result, json);
    json.objects(
        "events",
        result.map(AuditHistory.Result::newestFirst).orElse(List.of()),
        (event, fields) -> event(event, result.orElseThrow(), fields));
    json.objects(
        "missing",
        result.map(AuditHistory.Result::missing).orElse(List.of()),
        (loss, fields) -> {
          fields.field("commit", loss.event().commit().id());
          task(loss.event(), fields);
        });
    json.field("strict", strict);
    json.field("shallow", result.map(AuditHistory.Result::shallow).orElse(false));
    json.field("tip", result.map(AuditHistory.Result::tip));
  }

  private static void counts(Optional<AuditHistory.Result> result, Json json) {
    json.open("counts");
    json.field("commits", result.map(AuditHistory.Result::commits).orElse(0));
    json.field("boards", result.map(AuditHistory.Result::boards).orElse(0));
    json.field("missing", result.map(each -> each.missing().size()).orElse(0));
    json.field("broughtBack", result.map(each -> (int) each.broughtBack()).orElse(0));
    json.field("twice", result.map(each -> each.duplicates().size()).orElse(0));
    json.open("events");
    for (AuditEventKind kind : AuditEventKind.values()) {
      json.field(kind.word(), result.map(each -> each.count(kind)).orElse(0));
    }
    json.close().close();
  }

  private static void event(AuditEvent event, AuditHistory.Result result, Json json) {
    json.field("event", event.kind().word());
    CommitFormat.commit(event.commit(), json);
    json.field("subject", event.commit().subject());
    task(event, json);
    json.field("to", event.to()).field("tasks", event.count());
    json.fieldOrNull("note", event.note());
    json.field("accepted", result.isAccepted(event));
  }

  private static void task(AuditEvent event, Json json) {
    json.field("board", event.board());
    json.fieldOrNull("id", event.task().id()).fieldOrNull("title", event.task().title());
    json.fieldOrNull("path", event.task().path()).fieldOrNull("line", event.task().line());
    json.field("status", event.task().status().map(Status::word));
  }
}
