package dev.replenish.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.replenish.app.InitBoard;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sprint from an empty board to its end, with JSON-RPC messages only. */
@Timeout(120)
class SprintTest {
  private static final String TASK =
      "{'title':'%s','type':'dev','priority':'high','plan':['Boil','Pour','Drink'],"
          + "'effort':'2 days','documentation':['docs/tea.md']}";

  @TempDir Path tmp;
  private GitSandbox git;

  private void set(Peer agent, String action, String id) {
    String call = "{'action':'%s','ids':['%s'],'reason':'no water'}".formatted(action, id);
    String before = git.git("rev-parse", "HEAD");
    JsonObject changed = agent.successful("backlog_set_status", call);
    assertEquals("changed", changed.get("outcome").getAsString(), changed.toString());
    assertEquals(before, git.git("rev-parse", "HEAD~"), "one commit by " + action);
    assertEquals("", git.git("status", "--porcelain"));
    assertPlaced(changed.getAsJsonArray("tasks").get(0).getAsJsonObject());
  }

  /** Asserts that the task is at the place that the reply states. */
  private void assertPlaced(JsonObject task) {
    List<String> lines = git.read(task.get("path").getAsString()).lines().toList();
    String header = lines.get(task.get("line").getAsInt());
    assertTrue(header.contains("[id:" + task.get("id").getAsString() + "]"), header);
  }

  private static JsonObject task(Peer agent, String id) {
    return agent.successful("backlog_task", "{'id':'" + id + "'}");
  }

  private static String state(Peer agent, String id) {
    JsonObject task = task(agent, id).getAsJsonObject("task");
    return task.get("state").getAsString() + " in " + task.get("path").getAsString();
  }

  @Test
  void sprintRunsFromEmptyBoardToLastTask() throws IOException {
    git = GitSandbox.create(tmp);
    InitBoard.init(BoardFixture.context(git), new InitBoard.Request(Optional.empty(), false));
    git.commitAll("begin");
    try (Peer agent = Peer.afterHandshake(BoardFixture.context(git))) {
      for (String title : List.of("Boil water", "Pour tea", "Wash up")) {
        JsonObject added = agent.successful("backlog_add", TASK.formatted(title));
        assertPlaced(added.getAsJsonArray("tasks").get(0).getAsJsonObject());
      }
      assertFalse(agent.successful("backlog_task", "{}").has("task"), "nothing is active yet");
      JsonObject list = agent.successful("backlog_list", "{'text':'pour tea'}");
      assertEquals(1, list.get("count").getAsInt());
      String plan = agent.successful("backlog_plan", "{}").get("planId").getAsString();
      JsonObject moved = agent.successful("backlog_replenish", "{'planId':'" + plan + "'}");
      assertEquals(3, moved.getAsJsonArray("tasks").size());
      for (JsonElement task : moved.getAsJsonArray("tasks")) {
        assertPlaced(task.getAsJsonObject());
      }
      String next = task(agent, "next").getAsJsonObject("task").get("id").getAsString();
      String water = id(agent, "Boil water");
      assertEquals(water, next);
      String tea = id(agent, "Pour tea");
      String cups = id(agent, "Wash up");
      set(agent, "start", water);
      set(agent, "block", tea);
      assertTrue(agent.successful("backlog_status", "{}").toString().contains("no water"));
      set(agent, "defer", tea);
      assertEquals("blocked in BACKLOG.md", state(agent, tea));
      set(agent, "reopen", tea);
      assertEquals("open in BACKLOG.md", state(agent, tea));
      set(agent, "done", water);
      set(agent, "reopen", water); // done by mistake
      set(agent, "done", water);
      set(agent, "start", tea); // also moves it to TODO.md
      assertEquals("in-progress in TODO.md", state(agent, tea));
      set(agent, "reject", cups);
      set(agent, "done", tea);
      String why = agent.refused("backlog_set_status", "{'action':'start','ids':['" + tea + "']}");
      assertTrue(why.contains("done") && !why.contains("--"), why);
      JsonObject status = agent.successful("backlog_status", "{}");
      assertEquals(0, status.getAsJsonArray("active").size());
      assertEquals("backlog-empty", status.getAsJsonObject("next").get("reason").getAsString());
      assertEquals(2, agent.successful("backlog_list", "{'state':'done'}").get("count").getAsInt());
      assertEquals(
          1, agent.successful("backlog_list", "{'state':'rejected'}").get("count").getAsInt());
      assertTrue(task(agent, tea).getAsJsonArray("history").size() > 3);
    }
    assertEquals("", git.git("fsck", "--strict", "--no-dangling"));
  }

  private static String id(Peer agent, String text) {
    JsonObject list = agent.successful("backlog_list", "{'text':'" + text + "'}");
    return list.getAsJsonArray("tasks").get(0).getAsJsonObject().get("id").getAsString();
  }
}
