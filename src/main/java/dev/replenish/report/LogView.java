package dev.replenish.report;

import dev.replenish.app.read.ReadLog;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Commit;
import dev.replenish.audit.Event;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.board.Priority;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows what was done to a board, newest first.
 *
 * @param narrow whether only some of the commits were asked for
 */
public record LogView(boolean narrow) implements View<ReadLog.Result> {
  private static final int NARROWEST_ACTION = "archive".length() + 1;

  private static final int DATE_AND_COMMIT = "2026-02-04 09:30 a1b2c3d  ".length();

  /** Longer reasons, of more than two lines, are shown only with {@code -v}. */
  private static final int SHORT_WHY = 2 * 78;

  private static final int WIDEST_EVENT = "promoted".length() + 1;

  @Override
  public void text(ReadLog.Result result, Text text) {
    int name = 0;
    int object = 0;
    int id = 0;
    for (ReadLog.Entry entry : result.entries()) {
      name = Math.max(name, Columns.of(TerminalText.line(entry.commit().name())));
      int action = Math.max(entry.trail().action().length() + 1, NARROWEST_ACTION);
      object = Math.max(object, action + Columns.of(TerminalText.line(object(entry))));
      for (AuditRecord.Entry task : entry.trail().tasks()) {
        id = Math.max(id, Math.min(40, Columns.of(TerminalText.line(task.id().value()))));
      }
    }
    Set<TaskTimeline.Former> printed = new HashSet<>();
    int room = text.style().width() - DATE_AND_COMMIT - object;
    int author = Math.min(name, Math.max(CommitFormat.WIDEST_AUTHOR, room));
    for (ReadLog.Entry entry : result.entries()) {
      other(entry, result).filter(printed::add).ifPresent(other -> boundary(other, text));
      headline(entry, author, text);
      tasks(entry.trail(), id, text);
      why(entry.trail().why(), text);
    }
    if (result.entries().isEmpty()) {
      text.remark(narrow ? "No command matches." : "No command has been run on this board yet.");
    }
    if (result.shallow()) {
      text.remark(CommitFormat.CUT_OFF);
    }
  }

  /** The former task that had the id at this commit, if it is not the task of today. */
  private static Optional<TaskTimeline.Former> other(ReadLog.Entry entry, ReadLog.Result result) {
    return result.others().stream()
        .filter(other -> other.commits().contains(entry.commit().id()))
        .findFirst();
  }

  /** Prints that the entries below are about another task. */
  private static void boundary(TaskTimeline.Former other, Text text) {
    text.data().put("Another task had this id until ");
    text.data().put(TextColor.PLACE, Commit.shortened(other.last().commit().id()));
    text.data().line(": " + TerminalText.title(other.title()));
  }

  private static void headline(ReadLog.Entry entry, int author, Text text) {
    AuditRecord trail = entry.trail();
    String minute = CommitFormat.minute(entry.commit().date());
    String commit = Commit.shortened(entry.commit().id());
    text.data().put(TextColor.DIM, minute).put(" ").put(TextColor.PLACE, commit).put(" ");
    text.data().column(CommitFormat.author(entry.commit(), author), author + 1);
    String action = trail.action();
    String object = object(entry);
    int column = Math.max(action.length() + 1, NARROWEST_ACTION);
    int used = minute.length() + commit.length() + author + 3 + column;
    if (used + Columns.of(TerminalText.line(object)) > text.style().width()) {
      text.data().put(TextColor.BOLD, action).end().wrapped("  ", object);
    } else {
      text.data()
          .put(TextColor.BOLD, action)
          .put(" ".repeat(column - action.length()))
          .line(object);
    }
  }

  /**
   * The object of the action: {@code of a1b2c3d (run)}, {@code 5 dev tasks (high)}, {@code 2
   * repairs}.
   */
  private static String object(ReadLog.Entry entry) {
    AuditRecord trail = entry.trail();
    if (trail.undoes().isPresent()) {
      String command = entry.undone().map(word -> " (" + word + ")").orElse("");
      return "of " + Commit.shortened(trail.undoes().get()) + command;
    }
    if (trail.tasks().isEmpty()) {
      return trail.repairs().isEmpty() ? "" : String.join(", ", trail.repairs());
    }
    long moved = count(trail, true);
    long others = count(trail, false);
    String batch = moved == 0 ? "" : batch(trail, moved);
    if (others == 0) {
      return batch;
    }
    if (trail.action().equals("run")) {
      return batch + ", archived " + number(others, "");
    }
    return number(others, "") + (batch.isEmpty() ? "" : ", replenished " + batch);
  }

  private static long count(AuditRecord trail, boolean promoted) {
    return trail.tasks().stream()
        .filter(task -> (task.event() == Event.PROMOTED) == promoted)
        .map(AuditRecord.Entry::id)
        .distinct()
        .count();
  }

  private static String batch(AuditRecord trail, long count) {
    String type = trail.group().map(group -> group.type() + " ").orElse("");
    String priority =
        trail
            .group()
            .flatMap(AuditRecord.Source::priority)
            .map(p -> " (" + p.word() + ")")
            .orElse("");
    return number(count, type) + priority;
  }

  private static String number(long count, String type) {
    return count + " " + type + (count == 1 ? "task" : "tasks");
  }

  /** Prints a line for each task, with its event if the events differ. */
  private static void tasks(AuditRecord trail, int width, Text text) {
    boolean alike = trail.tasks().stream().map(AuditRecord.Entry::event).distinct().count() < 2;
    List<AuditRecord.Entry> shown =
        text.style().verbose() ? trail.tasks() : text.capped(trail.tasks());
    for (AuditRecord.Entry task : shown) {
      if (!alike) {
        text.data().put("  ").column(task.event().word(), WIDEST_EVENT);
      }
      text.task(task.id().value(), task.title(), width);
    }
    if (shown.size() < trail.tasks().size()) {
      text.rest(trail.tasks(), "  ");
    }
  }

  /** Prints the reason; a long one only with {@code -v}. */
  private static void why(String why, Text text) {
    if (!why.isEmpty() && (text.style().verbose() || why.length() <= SHORT_WHY)) {
      text.data().wrapped("  ", why);
    }
  }

  @Override
  public void json(Optional<String> board, Optional<ReadLog.Result> result, Json json) {
    json.field("board", board);
    json.objects(
        "entries",
        result.map(ReadLog.Result::entries).orElse(List.of()),
        (entry, fields) -> entry(entry, other(entry, result.orElseThrow()).isPresent(), fields));
    json.field("shallow", result.map(ReadLog.Result::shallow).orElse(false));
  }

  private static void entry(ReadLog.Entry entry, boolean other, Json json) {
    AuditRecord trail = entry.trail();
    CommitFormat.commit(entry.commit(), json);
    json.field("action", trail.action());
    json.object("group", trail.group(), LogView::group);
    json.objects("tasks", trail.tasks(), LogView::task);
    json.fieldOrNull("why", trail.why());
    json.field("undoes", trail.undoes());
    json.field("undone", entry.undone());
    json.field("key", trail.key());
    json.field("repairs", trail.repairs());
    json.field("subject", entry.commit().subject());
    json.field("otherTask", other);
  }

  private static void group(AuditRecord.Source group, Json json) {
    json.field("type", group.type()).field("priority", group.priority().map(Priority::word));
  }

  private static void task(AuditRecord.Entry task, Json json) {
    json.field("id", task.id().value()).field("event", task.event().word());
    json.fieldOrNull("title", task.title());
  }
}
