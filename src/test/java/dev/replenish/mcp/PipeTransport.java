package dev.replenish.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.board.CallContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Connects the SDK's client through pipes to a server in this process; JSON is read by Jackson. */
final class PipeTransport implements McpClientTransport {
  private final McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
  private final CallContext context;
  private final OutputStream toServer;
  private final PipedInputStream serverIn;
  private final PipedInputStream fromServer = new PipedInputStream(1 << 16);
  private final OutputStream serverOut;

  PipeTransport(CallContext context) throws IOException {
    this.context = context;
    this.serverIn = new PipedInputStream(1 << 16);
    this.toServer = new PipedOutputStream(serverIn);
    this.serverOut = new PipedOutputStream(fromServer);
  }

  @Override
  public List<String> protocolVersions() {
    return List.of(ProtocolVersions.MCP_2025_11_25);
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    return Mono.fromRunnable(
        () -> {
          daemon(this::serve);
          daemon(() -> read(handler));
        });
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try (serverOut) {
      Server.serve(context, serverIn, serverOut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(fromServer, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        handler.apply(Mono.just(McpSchema.deserializeJsonRpcMessage(json, line))).subscribe();
      }
    } catch (IOException e) {
      // the server's last writing thread has ended, which a pipe reports as an error
    }
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(
        () -> {
          try {
            synchronized (toServer) {
              toServer.write((json.writeValueAsString(message) + "\n").getBytes(UTF_8));
              toServer.flush();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(
        () -> {
          try {
            toServer.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convertValue(data, type);
  }
}
