package dev.replenish.report;

import dev.replenish.app.ShowResult;
import dev.replenish.app.TaskLine;
import dev.replenish.audit.Event;
import dev.replenish.audit.Journey;
import dev.replenish.board.Status;
import dev.replenish.rules.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells where a task is, and how it got there. */
public final class ShowView implements View<ShowResult> {
  private static final int WIDEST_SUBJECT = 80;
  private static final int EVENT = "promoted".length() + 1;

  @Override
  public String command() {
    return "show";
  }

  @Override
  public void text(ShowResult result, Text text) {
    result.task().ifPresentOrElse(task -> present(task, text), () -> gone(result, text));
    if (!result.committed()) {
      text.remark("That is not committed yet.");
    }
    text.data().end();
    if (result.task().isPresent()) {
      Clean.block(result.text()).lines().forEach(l -> text.data().verbatim(Tone.PLAIN, l));
      text.data().end();
    }
    journey(result.journey(), text);
    if (result.shallow()) {
      text.remark(Moments.CUT_OFF);
    }
  }

  private static void present(TaskLine line, Text text) {
    text.data().put(Tone.BOLD, line.task().name()).line(" " + line.task().title());
    text.data().put(Tone.PLACE, Parts.place(line.document(), line.task()));
    String reasons = line.reasons().stream().map(Reason::words).collect(Collectors.joining(", "));
    String readiness = line.ready() ? "ready" : reasons;
    text.data().line(": " + line.state() + (readiness.isEmpty() ? "" : ", " + readiness));
  }

  private static void gone(ShowResult result, Text text) {
    text.data().put(Tone.BOLD, result.id()).line(" is in no file of this board any more.");
    result.journey().stream()
        .reduce((first, last) -> last)
        .filter(last -> last.event() == Event.REMOVED)
        .ifPresent(last -> removed(last, text));
  }

  private static void removed(Journey.Stop last, Text text) {
    String how = last.byHand() ? "Removed by hand in " : "Removed in ";
    text.data().put(how).put(Tone.PLACE, Moments.shortened(last.commit().id()));
    text.data().put(" by " + Moments.author(last.commit()));
    text.data().line(last.from().map(from -> "; it was in " + from + ".").orElse("."));
  }

  private static void journey(List<Journey.Stop> journey, Text text) {
    int author = 0;
    for (Journey.Stop stop : journey) {
      author = Math.max(author, Columns.of(Moments.author(stop.commit())));
    }
    for (Journey.Stop stop : journey) {
      text.data().put(Tone.DIM, Moments.minute(stop.commit().date())).put(" ");
      text.data().put(Tone.PLACE, Moments.shortened(stop.commit().id())).put(" ");
      text.data().column(Moments.author(stop.commit()), author + 1);
      text.data().column(stop.event().word(), EVENT).put(way(stop));
      text.data().put(Tone.WARNING, stop.byHand() ? ", by hand" : "");
      text.data().line(text.style().verbose() ? ": " + subject(stop) : "");
    }
  }

  private static String subject(Journey.Stop stop) {
    return Columns.cut(Clean.line(stop.commit().subject()), WIDEST_SUBJECT);
  }

  /** {@code BACKLOG.md -> TODO.md}, or the one file that it is about. */
  private static String way(Journey.Stop stop) {
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
  public void json(@Nullable String board, @Nullable ShowResult result, Json json) {
    json.field("board", board);
    if (result == null || result.task().isEmpty()) {
      json.nothing("task").nothing("text");
    } else {
      json.open("task");
      Parts.taskFields(result.task().get(), json);
      json.close().field("text", result.text());
    }
    json.openArray("journey");
    for (Journey.Stop stop : result == null ? List.<Journey.Stop>of() : result.journey()) {
      stop(stop, json);
    }
    json.closeArray().field("committed", result == null || result.committed());
    json.field("shallow", result != null && result.shallow());
  }

  private static void stop(Journey.Stop stop, Json json) {
    json.open().field("event", stop.event().word());
    Moments.commit(stop.commit(), json);
    json.field("from", stop.from().orElse(null)).field("to", stop.to().orElse(null));
    json.field("status", stop.status().map(Status::word).orElse(null));
    json.field("byHand", stop.byHand()).field("subject", stop.commit().subject()).close();
  }
}
