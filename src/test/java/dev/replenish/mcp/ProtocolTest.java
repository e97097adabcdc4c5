package dev.replenish.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The revision 2026-07-28, which has no handshake. */
@Timeout(60)
class ProtocolTest {
  private static final String VERSION = "'io.modelcontextprotocol/protocolVersion':'2026-07-28'";
  private static final String CAPABILITIES = "'io.modelcontextprotocol/clientCapabilities':{%s}";

  @TempDir Path tmp;
  private GitSandbox git;
  private Peer peer;

  @BeforeEach
  void begin() throws IOException {
    git = BoardFixture.withTasks(tmp, 3);
    peer = new Peer(BoardFixture.context(git));
  }

  @AfterEach
  void end() {
    peer.close();
  }

  /** A request in which ' stands for ". */
  private static String request(String method, String params) {
    return "{'jsonrpc':'2.0','id':3,'method':'%s','params':{%s}}"
        .formatted(method, params)
        .replace('\'', '"');
  }

  private static String meta(String capabilities) {
    return "'_meta':{" + VERSION + "," + CAPABILITIES.formatted(capabilities) + "}";
  }

  private JsonObject result(String method, String params) {
    JsonObject answer = peer.ask(request(method, params));
    JsonObject result = answer.getAsJsonObject("result");
    assertTrue(result != null, answer.toString());
    JsonObject metadata = result.getAsJsonObject("_meta");
    JsonObject server = metadata.getAsJsonObject("io.modelcontextprotocol/serverInfo");
    assertEquals("replenish", server.get("name").getAsString());
    return result;
  }

  private static String type(JsonObject result) {
    return result.get("resultType").getAsString();
  }

  @Test
  void discoverReturnsVersionsAndCapabilities() {
    JsonObject result = result("server/discover", meta(""));
    assertEquals("complete", type(result));
    assertEquals("[\"2026-07-28\"]", result.get("supportedVersions").toString());
    assertEquals("{\"tools\":{}}", result.get("capabilities").toString());
    assertTrue(result.get("instructions").getAsString().contains("backlog_status"));
    assertTrue(result.get("ttlMs").getAsInt() > 0);
    assertEquals("public", result.get("cacheScope").getAsString());
  }

  @Test
  void toolsAreListedAndCalledWithoutAHandshake() {
    JsonObject list = result("tools/list", meta(""));
    assertEquals(7, list.getAsJsonArray("tools").size());
    assertEquals("public", list.get("cacheScope").getAsString());
    JsonObject moved = result("tools/call", "'name':'backlog_replenish'," + meta(""));
    assertEquals("complete", type(moved));
    assertEquals("moved", moved.getAsJsonObject("structuredContent").get("outcome").getAsString());
    JsonObject refused =
        result("tools/call", "'name':'backlog_list','arguments':{'x':1}," + meta(""));
    assertTrue(refused.get("isError").getAsBoolean());
    assertEquals("complete", type(refused));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-32602 | server/discover | ",
        "-32602 | server/discover | '_meta':{}",
        "-32602 | server/discover | '_meta':{'io.modelcontextprotocol/protocolVersion':7}",
        "-32602 | tools/list | '_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28'}",
        "-32602 | tools/list | '_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28','io.modelcontextprotocol/clientCapabilities':7}",
        "-32022 | tools/list | '_meta':{'io.modelcontextprotocol/protocolVersion':'2025-11-25'}",
        "-32022 | server/discover | '_meta':{'io.modelcontextprotocol/protocolVersion':'1900-01-01'}",
        "-32600 | tools/list | '_meta':{}",
        "-32600 | tools/list | '_meta':7",
        "-32601 | ping | META",
        "-32601 | logging/setLevel | META",
        "-32602 | tools/call | 'name':'backlog_nope',META",
        "-32602 | tools/call | META",
        "-32602 | tools/call | 'name':'backlog_plan','arguments':[],META"
      })
  void invalidRequestGetsMatchingErrorCode(int code, String method, String params) {
    String all = params == null ? "" : params.replace("META", meta(""));
    JsonObject answer = peer.ask(request(method, all));
    assertEquals("3", answer.get("id").toString());
    JsonObject error = answer.getAsJsonObject("error");
    assertEquals(code, error.get("code").getAsInt(), answer.toString());
    assertTrue(answer.toString().length() < 400, answer.toString());
    assertTrue(peer.ask(request("server/discover", meta(""))).has("result"));
  }

  @Test
  void errorForUnsupportedRevisionListsSupportedOne() {
    String other = meta("").replace("2026-07-28", "2031-01-01");
    JsonObject error = peer.ask(request("tools/list", other)).getAsJsonObject("error");
    assertEquals(
        "{\"supported\":[\"2026-07-28\"],\"requested\":\"2031-01-01\"}",
        error.get("data").toString());
  }

  @Test
  void resultRequestsRootsOfClient() throws IOException {
    GitSandbox two = BoardFixture.commit(GitSandbox.create(tmp, "two"), "", 2);
    String call = "'name':'backlog_list',";
    JsonObject rootsRequest = result("tools/call", call + meta("'roots':{}"));
    assertEquals("input_required", type(rootsRequest));
    assertEquals(
        "{\"roots\":{\"method\":\"roots/list\"}}", rootsRequest.get("inputRequests").toString());
    String roots = "'inputResponses':{'roots':{'roots':[{'uri':'" + two.root().toUri() + "'}]}},";
    JsonObject done = result("tools/call", call + roots + meta("'roots':{}"));
    assertEquals("complete", type(done));
    assertEquals(2, done.getAsJsonObject("structuredContent").get("count").getAsInt());
  }

  @Test
  void rootsAreRequestedOnlyWithoutCwdAndWithRootsCapability() {
    String withCwd = "'name':'backlog_list','arguments':{'cwd':'" + git.root() + "'},";
    assertEquals("complete", type(result("tools/call", withCwd + meta("'roots':{}"))));
    String withoutCwd = "'name':'backlog_list','arguments':{'cwd':null},";
    assertEquals("input_required", type(result("tools/call", withoutCwd + meta("'roots':{}"))));
    assertEquals("complete", type(result("tools/call", withoutCwd + meta(""))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"{}", "{'roots':7}", "{'roots':[7]}", "{'roots':[{'uri':'file:%%'}]}", "7"})
  void malformedRootsAreRefusedByTool(String roots) {
    String call = "'name':'backlog_list','inputResponses':{'roots':" + roots + "},";
    JsonObject result = result("tools/call", call + meta("'roots':{}"));
    assertTrue(result.get("isError").getAsBoolean());
    assertTrue(Peer.text(result).contains("Give cwd the absolute path"), Peer.text(result));
  }

  @Test
  void rootsAreIgnoredWithoutRootsCapability() {
    String call =
        "'name':'backlog_list','inputResponses':{'roots':{'roots':[{'uri':'file:///'}]}},";
    JsonObject done = result("tools/call", call + meta(""));
    assertEquals(3, done.getAsJsonObject("structuredContent").get("count").getAsInt());
  }

  @Test
  void subscriptionIsAcknowledgedAndEnded() {
    peer.send(
        request("subscriptions/listen", "'notifications':{'toolsListChanged':true}," + meta("")));
    JsonObject note = peer.answer();
    assertEquals("notifications/subscriptions/acknowledged", note.get("method").getAsString());
    assertEquals(
        "{\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":3},\"notifications\":{}}",
        note.get("params").toString());
    JsonObject result = peer.answer().getAsJsonObject("result");
    assertEquals("complete", type(result));
    assertEquals(
        "3", result.getAsJsonObject("_meta").get("io.modelcontextprotocol/subscriptionId") + "");
  }

  @Test
  void oneProcessServesBothRevisionsOfProtocol() {
    assertTrue(result("tools/list", meta("")).has("ttlMs"));
    assertTrue(peer.ask(Peer.HELLO).has("result"));
    peer.send(Peer.READY);
    JsonObject list = peer.ask(request("tools/list", "")).getAsJsonObject("result");
    assertFalse(list.has("resultType") || list.has("_meta"), "an older client gets what it knows");
    assertEquals(7, list.getAsJsonArray("tools").size());
    assertTrue(peer.ask(request("ping", "")).has("result"));
    assertTrue(result("tools/list", meta("")).has("ttlMs"));
  }
}
