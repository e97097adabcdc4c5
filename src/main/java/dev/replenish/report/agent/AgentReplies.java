package dev.replenish.report.agent;

import dev.replenish.app.BoardResult;
import dev.replenish.app.GroupCount;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.read.ReadTask;
import dev.replenish.app.read.Tasks.Status;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.report.Json;
import dev.replenish.report.Text;
import dev.replenish.rules.Selection;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replies to agents about the state of boards, and about refused calls (docs/reference/mcp.md). */
public final class AgentReplies {
  private static final int GROUPS = 12;
  private static final int BOARDS = 12;
  private static final int LONGEST_REASON = 80;

  private AgentReplies() {}

  /** The state of a board. */
  public static AgentReply of(Status status) {
    Json json = new Json().open().field("board", status.dir()).openArray("active");
    AgentText text = new AgentText();
    text.line(room(status) + ".");
    for (TaskLine line : status.tasks().active()) {
      Optional<String> blocked =
          ReadTask.blocked(line).map(why -> AgentText.untrusted(why, LONGEST_REASON));
      json.open();
      AgentText.task(line, json);
      AgentText.assignment(line, json);
      blocked.ifPresent(why -> json.field("reason", why));
      json.close();
      text.task(line, blocked.map(why -> ": «" + why + "»").orElse(""));
    }
    json.closeArray().field("room", status.room());
    next(status, json, text);
    groups(status.groups(), json, text);
    return text.reply(json);
  }

  private static String room(Status status) {
    int active = status.tasks().active().size();
    return active + " of " + status.batchSize() + " tasks active, room for " + status.room();
  }

  private static void next(Status status, Json json, AgentText text) {
    RunResult next = status.next().result().orElse(null);
    List<String> ids = new ArrayList<>();
    json.open("next").field("reason", next == null ? "failed" : next.reason());
    if (next == null) {
      String problem = status.next().problem().map(AgentReplies::error).orElse("");
      text.line("Next: nothing can be moved, " + problem + "; backlog_plan says what to do.");
    } else if (next.plan().selection() instanceof Selection.Batch batch) {
      batch.tasks().forEach(task -> ids.add(task.name()));
      String group = AgentText.group(batch.group()) + " (" + next.reason() + "): ";
      text.line("Next: backlog_replenish moves " + group + String.join(", ", ids));
    } else {
      text.line("Next: nothing to move. " + AgentRuns.advice(next));
    }
    json.field("ids", ids).close();
  }

  private static void groups(List<GroupCount> groups, Json json, AgentText text) {
    List<GroupCount> filled = groups.stream().filter(count -> count.tasks() > 0).toList();
    List<String> words = new ArrayList<>();
    json.openArray("groups");
    for (GroupCount count : Text.first(GROUPS, filled)) {
      json.open().field("type", OneLine.clean(count.group().type().orElse("?")));
      json.field("priority", count.group().priority().map(Priority::word).orElse("?"));
      json.field("tasks", count.tasks()).field("ready", count.ready()).close();
      words.add(AgentText.group(count.group()) + " " + count.ready() + "/" + count.tasks());
    }
    json.closeArray();
    String more = filled.size() > GROUPS ? " and " + (filled.size() - GROUPS) + " more groups" : "";
    text.line(
        "Backlog, ready/all: " + (words.isEmpty() ? "empty" : String.join(", ", words) + more));
  }

  /** The state of several boards: a line each. */
  public static AgentReply of(List<BoardResult<Status>> boards) {
    Json json = new Json().open().openArray("boards");
    AgentText text = new AgentText();
    text.line(boards.size() + " boards; give board to see more of one, and to change it.");
    for (BoardResult<Status> board : Text.first(BOARDS, boards)) {
      json.open().field("board", board.board());
      board.result().ifPresent(status -> brief(status, json, text));
      board
          .problem()
          .ifPresent(
              problem -> {
                json.field("error", problem.code().word());
                text.line(board.board() + ": " + error(problem));
              });
      json.close();
    }
    json.closeArray();
    if (boards.size() > BOARDS) {
      text.line("and " + (boards.size() - BOARDS) + " more");
    }
    return text.reply(json);
  }

  private static void brief(Status status, Json json, AgentText text) {
    json.field("active", status.tasks().active().size()).field("room", status.room());
    String reason = status.next().result().map(RunResult::reason).orElse("failed");
    json.field("next", reason);
    text.line(status.dir() + ": " + room(status) + "; next: " + reason);
  }

  /** A refusal: what happened, what was kept, what to do next. */
  public static String of(Problem problem) {
    AgentText text = new AgentText().line(error(problem));
    return text.line("kept: " + problem.kept()).line("next: " + problem.next()).toString();
  }

  private static String error(Problem problem) {
    return "error (" + problem.code().word() + "): " + problem.message() + Text.place(problem);
  }
}
