package dev.replenish.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.app.board.CallContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that sends raw lines, valid or not, to a server in this process. */
final class Peer implements AutoCloseable {
  static final String HELLO =
      "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
  static final String READY = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  private final OutputStream toServer;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread server;
  private final Thread reader;

  Peer(CallContext context) throws IOException {
    PipedInputStream in = new PipedInputStream(1 << 16);
    PipedInputStream back = new PipedInputStream(1 << 16);
    toServer = new PipedOutputStream(in);
    OutputStream out = new PipedOutputStream(back);
    server = daemon(() -> serve(context, in, out));
    reader = daemon(() -> read(back));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void serve(CallContext context, InputStream in, OutputStream out) {
    try (out) {
      Server.serve(context, in, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(InputStream from) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // the server's last writing thread has ended, which a pipe reports as an error
    }
  }

  /** A client that has completed the handshake. */
  static Peer afterHandshake(CallContext context) throws IOException {
    Peer peer = new Peer(context);
    peer.ask(HELLO);
    peer.send(READY);
    return peer;
  }

  Peer send(String line) {
    return send((line + "\n").getBytes(UTF_8));
  }

  Peer send(byte[] bytes) {
    try {
      toServer.write(bytes);
      toServer.flush();
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The next answer; it must come within seconds. */
  JsonObject answer() {
    try {
      String line = lines.poll(20, TimeUnit.SECONDS);
      assertNotNull(line, "no answer");
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  JsonObject ask(String line) {
    return send(line).answer();
  }

  /** Calls a tool; {@code arguments} with ' for ". */
  JsonObject call(String tool, String arguments) {
    String params = "{'name':'" + tool + "','arguments':" + arguments + "}";
    String line = "{'jsonrpc':'2.0','id':7,'method':'tools/call','params':" + params + "}";
    return ask(line.replace('\'', '"'));
  }

  /** The text of a refused call. */
  String refused(String tool, String arguments) {
    JsonObject answer = call(tool, arguments);
    JsonObject result = answer.getAsJsonObject("result");
    assertNotNull(result, answer.toString());
    if (!result.get("isError").getAsBoolean() || result.has("structuredContent")) {
      throw new AssertionError(result.toString());
    }
    return text(result);
  }

  static String text(JsonObject result) {
    return result.getAsJsonArray("content").get(0).getAsJsonObject().get("text").getAsString();
  }

  /** The structured result of a successful call. */
  JsonObject successful(String tool, String arguments) {
    JsonObject answer = call(tool, arguments);
    JsonObject result = answer.getAsJsonObject("result");
    if (result == null || result.get("isError").getAsBoolean()) {
      throw new AssertionError(answer.toString());
    }
    return result.getAsJsonObject("structuredContent");
  }

  /** Closes the client's side and returns the remaining answers; the server must end. */
  List<JsonObject> end() {
    try {
      toServer.close();
      server.join(20_000);
      reader.join(20_000);
      assertFalse(server.isAlive() || reader.isAlive(), "the server does not end");
      List<String> last = new ArrayList<>();
      lines.drainTo(last);
      return last.stream().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    end();
  }
}
