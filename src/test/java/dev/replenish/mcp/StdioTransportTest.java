package dev.replenish.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.app.board.CallContext;
import dev.replenish.git.GitSandbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any input from a client gets the right answer, and the server keeps running. */
@Timeout(60)
class StdioTransportTest {
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":\"l\",\"method\":\"tools/list\"}";

  @TempDir Path tmp;
  private GitSandbox git;
  private Peer peer;

  @BeforeEach
  void connect() throws IOException {
    git = BoardFixture.withTasks(tmp, 3);
    peer = Peer.afterHandshake(BoardFixture.context(git));
  }

  @AfterEach
  void end() {
    peer.close();
  }

  private void assertError(int code, String id, JsonObject answer) {
    assertEquals("2.0", answer.get("jsonrpc").getAsString());
    assertEquals(id, String.valueOf(answer.get("id")), answer.toString());
    JsonObject error = answer.getAsJsonObject("error");
    assertEquals(code, error.get("code").getAsInt(), answer.toString());
    assertTrue(error.get("message").getAsString().length() < 200, answer.toString());
    JsonObject next = peer.ask(LIST);
    assertEquals(7, next.getAsJsonObject("result").getAsJsonArray("tools").size());
  }

  @Test
  void warmUpRunsOnceAndItsFailureIsNotReported() throws IOException, InterruptedException {
    String initialized = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StdioTransport transport =
        new StdioTransport(
            new ByteArrayInputStream((initialized + initialized).getBytes(UTF_8)), out);
    AtomicInteger times = new AtomicInteger();
    CountDownLatch warmedUp = new CountDownLatch(1);
    WarmUp warmUp =
        new WarmUp(
            () -> {
              times.incrementAndGet();
              warmedUp.countDown();
              throw new IllegalStateException("nobody gets to see this");
            });
    transport.serve(new Protocol(new Tools(BoardFixture.context(git)), transport), warmUp);
    warmedUp.await();
    assertEquals(1, times.get());
    assertEquals("", out.toString(UTF_8));
  }

  @Test
  void warmingUpWritesNothing() throws IOException {
    String before = git.git("rev-parse", "HEAD") + git.git("status", "--porcelain");
    new Tools(BoardFixture.context(git)).warmUp();
    new Tools(new CallContext(tmp, Map.of(), Optional.empty(), Map.of())).warmUp();
    assertEquals(before, git.git("rev-parse", "HEAD") + git.git("status", "--porcelain"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-32700 | null | nonsense",
        "-32700 | null | {'jsonrpc':'2.0','id':5,'method':'ping'",
        "-32700 | null | {'jsonrpc':'2.0','id':5} {}",
        "-32600 | null | []",
        "-32600 | null | [{'jsonrpc':'2.0','id':5,'method':'ping'}]",
        "-32600 | null | 7",
        "-32600 | null | {}",
        "-32600 | 5    | {'id':5,'method':'ping'}",
        "-32600 | 5    | {'jsonrpc':'1.0','id':5,'method':'ping'}",
        "-32600 | 5    | {'jsonrpc':'2.0','id':5}",
        "-32600 | 5    | {'jsonrpc':'2.0','id':5,'method':7}",
        "-32600 | 5    | {'jsonrpc':'2.0','id':5,'method':'ping','params':[]}",
        "-32600 | null | {'jsonrpc':'2.0','id':null,'method':'ping'}",
        "-32600 | null | {'jsonrpc':'2.0','id':1.5,'method':'ping'}",
        "-32600 | null | {'jsonrpc':'2.0','id':{},'method':'ping'}",
        "-32600 | 5    | {'jsonrpc':'2.0','id':5,'result':{},'error':{}}",
        "-32600 | 5    | {'jsonrpc':'2.0','id':5,'error':7}",
        "-32601 | 5    | {'jsonrpc':'2.0','id':5,'method':'tools/nope'}",
        "-32602 | '\"x\"' | {'jsonrpc':'2.0','id':'x','method':'tools/call'}",
        "-32602 | 5    | {'jsonrpc':'2.0','id':5,'method':'tools/call','params':{'name':'backlog_nope'}}",
        "-32602 | 5    | {'jsonrpc':'2.0','id':5,'method':'tools/call','params':{'name':[7]}}",
        "-32602 | 5    | {'jsonrpc':'2.0','id':5,'method':'tools/call','params':{'name':'backlog_plan','arguments':7}}",
      })
  void invalidMessageGetsMatchingErrorCode(int code, String id, String line) {
    assertError(code, id, peer.ask(line.strip().replace('\'', '"')));
  }

  @Test
  void malformedUtf8IsParseError() {
    assertError(-32700, "null", peer.send(new byte[] {'"', (byte) 0xC3, '"', '\n'}).answer());
  }

  @Test
  void excessiveNestingIsParseError() {
    assertError(-32700, "null", peer.ask("[".repeat(100_000)));
  }

  @Test
  void tooLongMessageIsRefusedWithItsId() {
    String huge = "x".repeat(3 * InputLines.LONGEST);
    String call = "{\"method\":\"tools/call\",\"params\":{\"name\":\"" + huge + "\"},";
    assertError(-32600, "9", peer.ask(call + "\"jsonrpc\":\"2.0\",\"id\":9}"));
    assertError(-32600, "null", peer.ask("[" + huge));
    assertError(-32600, "null", peer.ask(call + "\"id\":" + huge));
  }

  @Test
  void messageOfMaximumLengthIsAccepted() {
    String call = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\",\"params\":{\"x\":\"";
    String fill = "x".repeat(InputLines.LONGEST - call.length() - 3);
    assertTrue(peer.ask(call + fill + "\"}}").has("result"));
  }

  @Test
  void emptyLinesAndUnexpectedAnswersAreIgnored() {
    assertError(-32600, "null", peer.send("").ask("\r"));
    peer.send("{\"jsonrpc\":\"2.0\",\"id\":\"nobody\",\"result\":{}}");
    peer.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nope\"}");
    assertEquals("\"l\"", String.valueOf(peer.ask(LIST).get("id")));
  }

  @Test
  void callBeforeHandshakeIsRefused() throws IOException {
    try (Peer early = new Peer(BoardFixture.context(git))) {
      assertEquals(-32600, code(early.ask(LIST)));
      assertEquals(
          -32602, code(early.ask(Peer.HELLO.replace("\"params\":{", "\"params\":{},\"x\":{"))));
      assertTrue(early.ask(Peer.HELLO).has("result"));
    }
  }

  private static int code(JsonObject answer) {
    return answer.getAsJsonObject("error").get("code").getAsInt();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05, 2024-11-05",
    "2025-03-26, 2025-03-26",
    "2025-06-18, 2025-06-18",
    "2025-11-25, 2025-11-25",
    "2026-07-28, 2025-11-25",
    "2099-01-01, 2025-11-25"
  })
  void protocolVersionIsNegotiated(String requested, String agreed) throws IOException {
    try (Peer other = new Peer(BoardFixture.context(git))) {
      JsonObject result =
          other.ask(Peer.HELLO.replace("2025-06-18", requested)).getAsJsonObject("result");
      assertEquals(agreed, result.get("protocolVersion").getAsString());
    }
  }

  @Test
  void requestsBeforeEndOfInputAreProcessed() throws IOException {
    Peer other = new Peer(BoardFixture.context(git));
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"backlog_replenish\"}}";
    other.send(Peer.HELLO).send(Peer.READY).send(call);
    List<JsonObject> last = other.end();
    assertEquals(2, last.size());
    assertTrue(last.get(1).toString().contains("\"outcome\":\"moved\""), last.toString());
    assertTrue(git.git("log", "-1", "--format=%s").startsWith("chore(todo)"));
  }

  @Test
  void messageCutOffByEndOfInputIsNotProcessed() throws IOException {
    Peer other = Peer.afterHandshake(BoardFixture.context(git));
    String half =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"back";
    List<JsonObject> last = other.send(half.getBytes(UTF_8)).end();
    assertEquals(List.of(-32700), last.stream().map(StdioTransportTest::code).toList());
    assertEquals("plan", git.git("log", "-1", "--format=%s").strip());
  }

  @Test
  void allOfManyConcurrentCallsAreAnswered() {
    for (int i = 0; i < 60; i++) {
      peer.send(
          "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"backlog_status\"}}"
              .formatted(i));
    }
    long distinct =
        IntStream.range(0, 60)
            .mapToObj(i -> peer.answer())
            .peek(answer -> assertTrue(answer.has("result"), answer.toString()))
            .map(answer -> answer.get("id").getAsInt())
            .distinct()
            .count();
    assertEquals(60, distinct);
  }

  /** A call of a tool, in which ' stands for ". */
  private static String call(int id, String tool, String arguments) {
    String params = "{'name':'" + tool + "','arguments':" + arguments + "}";
    return "{'jsonrpc':'2.0','id':%d,'method':'tools/call','params':%s}\n"
        .formatted(id, params)
        .replace('\'', '"');
  }

  @Test
  void callCancelledBeforeItStartsIsNotExecuted() throws IOException {
    Peer busy = new Peer(BoardFixture.context(git));
    busy.ask(Peer.HELLO.replace("\"capabilities\":{}", "\"capabilities\":{\"roots\":{}}"));
    busy.send(Peer.READY);
    for (int id = 1; id <= 4; id++) {
      busy.send(call(id, "backlog_status", "{}").strip());
    }
    for (int id = 1; id <= 4; id++) { // all four wait for the roots now
      assertEquals("roots/list", busy.answer().get("method").getAsString());
    }
    String cwd = "{'cwd':'" + git.root() + "'}";
    String cancelled =
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":5}}\n";
    busy.send(
        (call(5, "backlog_replenish", cwd) + call(6, "backlog_status", cwd) + cancelled)
            .getBytes(UTF_8));
    List<String> answered = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      answered.add(busy.answer().get("id").toString());
    }
    assertEquals(List.of("1", "2", "3", "4", "6"), answered.stream().sorted().toList());
    assertEquals("\"l\"", String.valueOf(busy.ask(LIST).get("id")));
    busy.close();
    assertEquals("plan", git.git("log", "-1", "--format=%s").strip());
  }

  @Test
  void lateOrMalformedCancellationIsIgnored() {
    for (String params : List.of("{\"requestId\":7}", "{}", "{\"requestId\":[7]}")) {
      peer.send(
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":" + params + "}");
    }
    peer.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}");
    assertEquals("\"l\"", String.valueOf(peer.ask(LIST).get("id")));
  }

  @Test
  void toolDefinitionsAreShort() {
    String line = peer.ask(LIST).getAsJsonObject("result").toString();
    int tools = JsonParser.parseString(line).getAsJsonObject().getAsJsonArray("tools").size();
    assertEquals(7, tools);
    assertTrue(
        line.getBytes(UTF_8).length <= 6500, "1,900 tokens of 3.5 characters: " + line.length());
  }
}
