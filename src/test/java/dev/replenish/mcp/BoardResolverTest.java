package dev.replenish.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each call determines its repository anew and changes no other repository. */
@Timeout(120)
class BoardResolverTest {
  @TempDir Path tmp;
  private GitSandbox one;
  private GitSandbox two;

  @BeforeEach
  void repositories() {
    one = BoardFixture.commit(GitSandbox.create(tmp, "one"), "", 1);
    two = BoardFixture.commit(GitSandbox.create(tmp, "two words"), "", 2);
  }

  private static int tasks(Agent agent, Map<String, Object> arguments) {
    var groups = agent.call("backlog_status", arguments).get("groups");
    return groups.get(0).get("tasks").asInt();
  }

  @Test
  void serverFolderIsUsedIfClientHasNoRoots() throws IOException {
    try (Agent agent = new Agent(BoardFixture.context(one))) {
      assertEquals(1, tasks(agent, Map.of()));
      assertEquals(2, tasks(agent, Map.of("cwd", two.root().toString())));
      assertEquals(2, tasks(agent, Map.of("cwd", "../two words")));
      assertEquals(1, tasks(agent, Map.of()));
    }
  }

  @Test
  void singleRootTakesPrecedenceOverServerFolder() throws IOException {
    try (Agent agent = new Agent(BoardFixture.context(one), two.root())) {
      assertEquals(2, tasks(agent, Map.of()));
      assertEquals(1, tasks(agent, Map.of("cwd", one.root().toString())));
    }
  }

  @Test
  void oneOfSeveralRootsMustBeNamed() throws IOException {
    try (Agent agent = new Agent(BoardFixture.context(one), one.root(), two.root())) {
      String refused = agent.refused("backlog_replenish", Map.of());
      assertTrue(refused.contains("next: Give cwd: "), refused);
      assertTrue(refused.contains(one.root() + "") && refused.contains(two.root() + ""), refused);
      assertEquals(2, tasks(agent, Map.of("cwd", two.root().toString())));
    }
  }

  @Test
  void callInLinkedWorktreeChangesOnlyThatWorktree() throws IOException {
    Path linked = tmp.toRealPath().resolve("linked");
    one.git("worktree", "add", "-q", "-b", "side", linked.toString());
    String main = one.git("rev-parse", "main");
    try (Agent agent = new Agent(BoardFixture.context(one), one.root())) {
      agent.call("backlog_replenish", Map.of("cwd", linked.toString()));
    }
    assertEquals(main, one.git("rev-parse", "main"));
    assertTrue(Files.exists(linked.resolve("TODO.md")));
    assertEquals("", one.at(linked).git("status", "--porcelain"));
    assertEquals("", one.git("status", "--porcelain"));
  }

  @Test
  void gitDirAndWorkTreeVariablesDoNotOverrideCwd() throws IOException {
    one.env().put("GIT_DIR", one.root().resolve(".git").toString());
    one.env().put("GIT_WORK_TREE", one.root().toString());
    try (Agent agent = new Agent(BoardFixture.context(one))) {
      assertEquals(2, tasks(agent, Map.of("cwd", two.root().toString())));
    }
  }

  @Test
  void missingFolderAndFolderOutsideRepositoryAreRefused() throws IOException {
    try (Agent agent = new Agent(BoardFixture.context(one))) {
      assertTrue(agent.refused("backlog_status", Map.of("cwd", "nowhere")).contains("no folder"));
      String none = agent.refused("backlog_status", Map.of("cwd", tmp.resolve("home").toString()));
      assertTrue(none.startsWith("error (repository-state)"), none);
    }
  }

  @Test
  void oneOfSeveralBoardsMustBeNamed() throws IOException {
    BoardFixture.commit(two, "a/", 2);
    two.write(".replenish", "[replenish]\n\tboard = .\n\tboard = a\n").commitAll("boards");
    try (Agent agent = new Agent(BoardFixture.context(two))) {
      String refused = agent.refused("backlog_replenish", Map.of());
      assertTrue(refused.contains("Give board: ., a."), refused);
      assertEquals("a", agent.call("backlog_status", Map.of("board", "a")).get("board").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file://", "file://localhost", "FILE://LOCALHOST"})
  void rootOnThisMachineIsAccepted(String scheme) throws IOException {
    String root = two.root().toUri().toString().replaceFirst("file:(//)?", scheme);
    try (Peer peer = new Peer(BoardFixture.context(one))) {
      assertEquals(2, taskCountInRoot(peer, root));
    }
  }

  @Test
  void rootOnAnotherMachineIsIgnored() throws IOException {
    try (Peer peer = new Peer(BoardFixture.context(one))) {
      String id = callUntilRootsRequest(peer);
      peer.send(roots(id, "file://elsewhere" + two.root().toUri().getRawPath()));
      String answer = Peer.text(peer.answer().getAsJsonObject("result"));
      assertTrue(answer.contains("Give cwd the absolute path"), answer);
    }
  }

  private static int taskCountInRoot(Peer peer, String root) {
    String id = callUntilRootsRequest(peer);
    JsonObject result = peer.ask(roots(id, root)).getAsJsonObject("result");
    assertFalse(result.get("isError").getAsBoolean(), result.toString());
    JsonObject status = result.getAsJsonObject("structuredContent");
    return status.getAsJsonArray("groups").get(0).getAsJsonObject().get("tasks").getAsInt();
  }

  /** Makes a call and returns the id of the server's request for roots. */
  private static String callUntilRootsRequest(Peer peer) {
    peer.ask(Peer.HELLO.replace("\"capabilities\":{}", "\"capabilities\":{\"roots\":{}}"));
    peer.send(Peer.READY);
    JsonObject rootsRequest = peer.call("backlog_status", "{}");
    assertEquals("roots/list", rootsRequest.get("method").getAsString());
    return rootsRequest.get("id").toString();
  }

  private static String roots(String id, String uri) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"result\":{\"roots\":[{\"uri\":\""
        + uri
        + "\"}]}}";
  }

  @Test
  void callEndsIfClientNeverListsItsRoots() throws IOException {
    try (Peer peer = new Peer(BoardFixture.context(one))) {
      peer.ask(Peer.HELLO.replace("\"capabilities\":{}", "\"capabilities\":{\"roots\":{}}"));
      peer.send(Peer.READY);
      assertEquals("roots/list", peer.call("backlog_status", "{}").get("method").getAsString());
      String answer = Peer.text(peer.answer().getAsJsonObject("result"));
      assertTrue(answer.contains("Give cwd the absolute path"), answer);
    }
  }
}
