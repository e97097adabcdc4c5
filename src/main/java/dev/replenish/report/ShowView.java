package dev.replenish.report;

import dev.replenish.app.TaskLine;
import dev.replenish.app.read.ShowTask;
import dev.replenish.audit.Commit;
import dev.replenish.audit.Event;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.audit.history.AuditEventKind;
import dev.replenish.audit.history.Removal;
import dev.replenish.board.Status;
import dev.replenish.rules.Reason;
import java.util.List;
import java.util.Optional;

/** Shows where a task is, and how it got there. */
public final class ShowView implements View<ShowTask.Result> {
  private static final int WIDEST_SUBJECT = 80;
  private static final int EVENT_WIDTH = "promoted".length() + 1;

  @Override
  public void text(ShowTask.Result result, Text text) {
    result.task().ifPresentOrElse(task -> present(task, text), () -> gone(result, text));
    if (!result.committed()) {
      text.remark("This is not committed yet.");
    }
    text.data().end();
    if (result.task().isPresent()) {
      TerminalText.block(result.text())
          .lines()
          .forEach(l -> text.data().verbatim(TextColor.PLAIN, l));
      text.data().end();
    }
    others(result.history().others(), text);
    journey(result.history().journey(), text);
    if (result.history().shallow()) {
      text.remark(CommitFormat.CUT_OFF);
    }
  }

  private static void present(TaskLine line, Text text) {
    text.data().put(TextColor.BOLD, line.task().name()).line(" " + line.task().title());
    text.data().put(TextColor.PLACE, JsonParts.place(line.document(), line.task()));
    String reasons = Reason.words(line.reasons());
    String readiness = line.ready() ? "ready" : reasons;
    text.data().line(": " + line.state().word() + (readiness.isEmpty() ? "" : ", " + readiness));
  }

  private static void gone(ShowTask.Result result, Text text) {
    text.data().put(TextColor.BOLD, result.id()).line(" is no longer in any file of this board.");
    result.history().journey().stream()
        .reduce((first, last) -> last)
        .filter(last -> last.event() == Event.REMOVED)
        .ifPresent(last -> removed(last, result, text));
  }

  private static void removed(TaskTimeline.Stop last, ShowTask.Result result, Text text) {
    String commit = Commit.shortened(last.commit().id());
    Optional<String> destination = result.removal().flatMap(ShowView::destination);
    if (destination.isPresent()) {
      text.data().put(destination.get() + " in ").put(TextColor.PLACE, commit);
      text.data().line(" by " + CommitFormat.author(last.commit()) + ".");
      return;
    }
    boolean lost =
        result.removal().flatMap(Removal::kind).filter(AuditEventKind.LOST::equals).isPresent();
    String how = lost ? "Lost in " : last.byHand() ? "Removed by hand in " : "Removed in ";
    text.data().put(how).put(TextColor.PLACE, commit);
    text.data().put(" by " + CommitFormat.author(last.commit()));
    text.data().line(last.from().map(from -> "; it was in " + from + ".").orElse("."));
    if (lost) {
      text.remark("Restore it: replenish audit --restore " + ShellWord.quoted(result.id()));
    }
  }

  /** {@code It went to tea/TODO.md:3}, {@code It became A-7}. */
  private static Optional<String> destination(Removal removal) {
    if (removal.kind().isEmpty() || removal.kind().get() == AuditEventKind.MOVED_OUT) {
      return Optional.of("It went to " + removal.to());
    }
    return removal.kind().get() == AuditEventKind.RENUMBERED
        ? Optional.of("It became " + removal.to())
        : Optional.empty();
  }

  private static void others(List<TaskTimeline.Former> others, Text text) {
    for (TaskTimeline.Former other : others) {
      String title = Columns.cut(TerminalText.title(other.title()), WIDEST_SUBJECT);
      text.data().put("Another task had this id until ");
      text.data().put(TextColor.PLACE, Commit.shortened(other.last().commit().id()));
      text.data().line(": " + title + " (" + other.last().event().word() + ").");
    }
  }

  private static void journey(List<TaskTimeline.Stop> journey, Text text) {
    int author = 0;
    for (TaskTimeline.Stop stop : journey) {
      author = Math.max(author, Columns.of(CommitFormat.author(stop.commit())));
    }
    for (TaskTimeline.Stop stop : journey) {
      text.data().put(TextColor.DIM, CommitFormat.minute(stop.commit().date())).put(" ");
      text.data().put(TextColor.PLACE, Commit.shortened(stop.commit().id())).put(" ");
      text.data().column(CommitFormat.author(stop.commit()), author + 1);
      text.data().column(stop.event().word(), EVENT_WIDTH).put(files(stop));
      text.data().put(TextColor.WARNING, stop.byHand() ? ", by hand" : "");
      text.data().line(text.style().verbose() ? ": " + subject(stop) : "");
    }
  }

  private static String subject(TaskTimeline.Stop stop) {
    return Columns.cut(TerminalText.line(stop.commit().subject()), WIDEST_SUBJECT);
  }

  /** {@code BACKLOG.md -> TODO.md}, or the one file if the task was not moved. */
  private static String files(TaskTimeline.Stop stop) {
    Optional<String> here = stop.to().or(stop::from);
    boolean moved = stop.from().isPresent() && stop.to().isPresent() && !stop.from().equals(here);
    boolean moves =
        switch (stop.event()) {
          case ADDED, PROMOTED, RETURNED, ARCHIVED, RESTORED -> moved;
          default -> false;
        };
    return moves ? stop.from().orElse("") + " -> " + here.orElse("") : here.orElse("");
  }

  @Override
  public void json(Optional<String> board, Optional<ShowTask.Result> result, Json json) {
    Optional<TaskLine> task = result.flatMap(ShowTask.Result::task);
    Optional<ShowTask.History> history = result.map(ShowTask.Result::history);
    json.field("board", board);
    json.object("task", task, JsonParts::taskFields);
    json.field("text", result.filter(each -> task.isPresent()).map(ShowTask.Result::text));
    json.objects(
        "journey", history.map(ShowTask.History::journey).orElse(List.of()), ShowView::stop);
    json.objects(
        "others", history.map(ShowTask.History::others).orElse(List.of()), ShowView::other);
    json.object("went", result.flatMap(ShowTask.Result::removal), ShowView::removal);
    json.field("committed", result.map(ShowTask.Result::committed).orElse(true));
    json.field("shallow", history.map(ShowTask.History::shallow).orElse(false));
  }

  private static void other(TaskTimeline.Former other, Json json) {
    json.field("title", other.title()).field("until", other.last().commit().id());
    json.field("event", other.last().event().word());
  }

  private static void removal(Removal removal, Json json) {
    json.field("how", removal.kind().map(AuditEventKind::word).orElse("moved"));
    json.fieldOrNull("to", removal.to());
  }

  private static void stop(TaskTimeline.Stop stop, Json json) {
    json.field("event", stop.event().word());
    CommitFormat.commit(stop.commit(), json);
    json.field("from", stop.from()).field("to", stop.to());
    json.field("status", stop.status().map(Status::word));
    json.field("byHand", stop.byHand()).field("subject", stop.commit().subject());
  }
}
