package dev.replenish.report.agent;

import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.TaskLine;
import dev.replenish.app.read.ReadTask;
import dev.replenish.app.read.Tasks.Listing;
import dev.replenish.audit.Commit;
import dev.replenish.audit.TaskTimeline.Stop;
import dev.replenish.board.Finding;
import dev.replenish.board.Priority;
import dev.replenish.report.CommitFormat;
import dev.replenish.report.Json;
import dev.replenish.report.TerminalText;
import dev.replenish.report.Text;
import dev.replenish.rules.Reason;
import dev.replenish.text.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replies to agents about tasks: a list, one task in full, changed tasks (docs/reference/mcp.md).
 */
public final class AgentTasks {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_REASON = 500;
  private static final int STOPS = 5;
  private static final int FINDINGS = 5;

  private AgentTasks() {}

  /**
   * The tasks of a board that were asked for.
   *
   * @param limit how many are shown at most
   */
  public static AgentReply of(Listing listing, int limit) {
    List<TaskLine> found = listing.tasks();
    List<TaskLine> shown = Text.first(limit, found);
    Json json = new Json().open().field("board", listing.dir());
    json.objects("tasks", shown, AgentTasks::fields).field("count", found.size());
    AgentText text = new AgentText();
    String more = shown.size() < found.size() ? shown.size() + " of " : "";
    text.line(more + Text.count(found.size(), "task"));
    shown.forEach(text::listed);
    return text.reply(json);
  }

  /** Writes the fields of a task into the open object. */
  private static void fields(TaskLine line, Json json) {
    AgentText.task(line, json);
    line.type().ifPresent(type -> json.field("type", OneLine.clean(type)));
    line.priority().map(Priority::word).ifPresent(word -> json.field("priority", word));
    AgentText.assignment(line, json);
    if (line.ready()) {
      json.field("ready", true);
    }
    if (!line.reasons().isEmpty()) {
      json.field("reasons", Reason.codes(line.reasons()));
    }
  }

  /** One task in full. */
  public static AgentReply of(ReadTask.Result read) {
    Json json = new Json().open().field("board", read.dir());
    AgentText text = new AgentText();
    if (read.task().isEmpty()) {
      text.line(
          !read.journey().isEmpty()
              ? "The task is no longer in any file of this board."
              : read.passedOver().isEmpty()
                  ? "No task is active. Move some with backlog_replenish."
                  : "No active task can be started.");
    } else {
      task(read, read.task().get(), json, text);
    }
    passedOver(read.passedOver(), json, text);
    history(read.journey(), json, text);
    read.task().ifPresent(line -> body(read.text(), line, json, text));
    return text.reply(json);
  }

  /** Writes the tasks before the next one that can't be started, and why. */
  private static void passedOver(List<TaskLine> tasks, Json json, AgentText text) {
    if (tasks.isEmpty()) {
      return;
    }
    json.objects("passedOver", tasks, AgentTasks::passedOver);
    for (TaskLine line : tasks) {
      String why = AgentText.untrusted(Reason.words(line.reasons()), LONGEST_REASON);
      text.line("Passed over " + line.task().name() + ": " + why);
    }
  }

  private static void passedOver(TaskLine line, Json json) {
    json.field("id", line.task().name()).field("reasons", Reason.codes(line.reasons()));
  }

  private static void task(ReadTask.Result read, TaskLine line, Json json, AgentText text) {
    Optional<String> why =
        read.blocked().map(reason -> AgentText.untrusted(reason, LONGEST_REASON));
    json.open("task");
    fields(line, json);
    why.ifPresent(reason -> json.field("reason", reason));
    json.close();
    String reasons = Reason.words(line.reasons());
    String more = reasons.isEmpty() ? "" : ", not ready: " + reasons;
    text.line(
        line.task().name()
            + " is "
            + line.state().word()
            + why.map(reason -> ": «" + reason + "»").orElse("")
            + (line.ready() ? ", ready" : more)
            + " ("
            + AgentText.place(line)
            + ").");
    if (!read.dependencies().isEmpty()) {
      List<String> words = new ArrayList<>();
      json.openArray("dependencies");
      read.dependencies()
          .forEach(
              (id, state) -> {
                String name = AgentText.untrusted(id, AgentText.LONGEST_NAME);
                json.open().field("id", name).field("state", state.orElse("unknown")).close();
                words.add(name + " " + state.orElse("unknown"));
              });
      json.closeArray();
      text.line("Depends on: " + String.join(", ", words) + ".");
    }
  }

  private static void history(List<Stop> journey, Json json, AgentText text) {
    if (journey.isEmpty()) {
      return;
    }
    json.objects(
        "history",
        journey.subList(Math.max(0, journey.size() - STOPS), journey.size()),
        AgentTasks::stop);
    Stop last = journey.get(journey.size() - 1);
    String by = AgentText.untrusted(last.commit().name(), AgentText.LONGEST_NAME);
    text.line(
        "Last: "
            + last.event().word()
            + " "
            + CommitFormat.minute(last.commit().date())
            + " by «"
            + by
            + "».");
  }

  private static void stop(Stop stop, Json json) {
    json.field("date", CommitFormat.minute(stop.commit().date()));
    json.field("event", stop.event().word());
    json.field("commit", Commit.shortened(stop.commit().id()));
    json.field("by", AgentText.untrusted(stop.commit().name(), AgentText.LONGEST_NAME));
  }

  private static void body(String block, TaskLine line, Json json, AgentText text) {
    String all = AgentText.withoutMarks(TerminalText.block(block)).strip();
    String shown = cut(all);
    json.field("text", shown);
    text.block(shown);
    if (shown.length() < all.length()) {
      json.field("cut", true);
      text.line("Truncated; the rest is in " + AgentText.place(line) + ".");
    }
  }

  /** The first 4 KB, without a partial character at the end. */
  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_TEXT) {
      return text;
    }
    int end = LONGEST_TEXT;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** The result of a change to tasks. */
  public static AgentReply of(ChangeResult result) {
    Json json =
        new Json().open().field("board", result.dir()).field("outcome", result.outcome().word());
    AgentText text = new AgentText();
    text.line(
        result
            .commit()
            .map(id -> "Changed in " + Commit.shortened(id) + ":")
            .orElse("Nothing changed: the tasks are in that state already."));
    List<TaskLine> lines = result.tasks().stream().map(ChangedTask::line).toList();
    json.objects("tasks", lines, AgentTasks::fields);
    for (TaskLine line : lines) {
      String state = line.task().name() + " " + line.state().word();
      text.line("- " + state + " (" + AgentText.place(line) + ")");
    }
    findings(result.findings(), json, text);
    result.refill().ifPresent(refill -> AgentRuns.refill(refill, json, text));
    AgentText.ending(result.commit(), result.ending().notices(), json, text);
    return text.reply(json);
  }

  /** Writes what is still missing in new tasks. */
  private static void findings(List<Finding> findings, Json json, AgentText text) {
    if (findings.isEmpty()) {
      return;
    }
    List<Finding> shown = Text.first(FINDINGS, findings);
    json.field("findings", shown.stream().map(finding -> finding.code().word()).toList());
    shown.forEach(finding -> text.line("Still to do: " + OneLine.line(finding.message())));
  }
}
