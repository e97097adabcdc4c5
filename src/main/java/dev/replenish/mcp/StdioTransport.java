package dev.replenish.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One client on two streams, a message a line. The SDK's own transport stops at the first line that
 * is no message, takes lines of any length and drops the answers to what was asked before the end;
 * this one answers everything, and ends when the client does.
 */
final class StdioTransport implements McpServerTransportProvider, McpServerTransport {
  private static final String CANCELLED = "notifications/cancelled";
  private static final int CALLS_AT_ONCE = 4;
  private static final int CALLS_WAITING = 100;
  private static final int BUSY = -32000;
  private static final int LAST_WORDS_SECONDS = 30;

  private final InputLines in;
  private final OutputStream out;
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          CALLS_AT_ONCE,
          CALLS_AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(CALLS_WAITING),
          StdioTransport::thread);
  private @Nullable McpServerSession session;
  private boolean greeted;
  private volatile boolean gone;

  StdioTransport(InputStream in, OutputStream out) {
    this.in = new InputLines(in);
    this.out = out;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "call");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public List<String> protocolVersions() {
    return List.of(
        ProtocolVersions.MCP_2024_11_05,
        ProtocolVersions.MCP_2025_03_26,
        ProtocolVersions.MCP_2025_06_18,
        ProtocolVersions.MCP_2025_11_25);
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session = factory.create(this);
  }

  /** Serves until the client closes its side; what it asked for before is still done. */
  void serve() throws IOException {
    for (InputLines.Line line = in.next(); line != null && !gone; line = in.next()) {
      try {
        take(MessageParser.message(line, in.rest()));
      } catch (MessageParser.Wrong wrong) {
        write(wrong.answer());
      }
    }
    calls.shutdown();
    try {
      calls.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Calls go to other threads, so that this one can take the answers that they wait for. The SDK
   * would let a call wait for a handshake that may never come.
   */
  private void take(JSONRPCMessage message) {
    if (message instanceof JSONRPCNotification note) {
      greeted |= note.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
      if (note.method().equals(CANCELLED)) {
        cancel(note);
      } else {
        handle(message);
      }
    } else if (!(message instanceof JSONRPCRequest request)
        || request.method().equals(McpSchema.METHOD_INITIALIZE)) {
      handle(message);
    } else if (greeted) {
      call(request);
    } else {
      refuse(request, ErrorCodes.INVALID_REQUEST, "the session begins with 'initialize'");
    }
  }

  private void call(JSONRPCRequest request) {
    try {
      calls.execute(new Call(request));
    } catch (RejectedExecutionException full) {
      refuse(request, BUSY, "too many calls at once; wait for answers first");
    }
  }

  /** A call that somebody waits for. */
  private final class Call implements Runnable {
    private final JSONRPCRequest request;

    Call(JSONRPCRequest request) {
      this.request = request;
    }

    @Override
    public void run() {
      handle(request);
    }
  }

  /** A call that has not begun is not carried out, nor answered; one that has begun is finished. */
  private void cancel(JSONRPCNotification note) {
    Object id = note.params() instanceof Map<?, ?> params ? params.get("requestId") : null;
    for (Runnable waiting : calls.getQueue()) {
      if (waiting instanceof Call call && call.request.id().equals(id)) {
        calls.remove(call);
      }
    }
  }

  private void refuse(JSONRPCRequest request, int code, String message) {
    write(MessageParser.error(GsonMapper.GSON.toJsonTree(request.id()), code, message));
  }

  private void handle(JSONRPCMessage message) {
    if (session != null) {
      session.handle(message).onErrorComplete().block();
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> write(GsonMapper.GSON.toJson(message)));
  }

  private synchronized void write(String json) {
    try {
      out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      gone = true; // nobody listens any more; what was begun is finished all the same
    }
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return new GsonMapper().convertValue(data, type);
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return session == null ? Mono.empty() : session.sendNotification(method, params);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  @Override
  public void close() {
    gone = true;
  }
}
