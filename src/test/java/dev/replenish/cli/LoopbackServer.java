package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** {@code git http-backend} behind a server on loopback that admits one user. */
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path root;
  private final String expected;
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** Serves the repositories below {@code root} to {@code user} with {@code password}. */
  public LoopbackServer(Path root, String user, String password) throws IOException {
    this.root = root;
    this.expected = "Basic " + base64(user + ":" + password);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** The URL of {@code repository}; {@code userInfo} is empty or ends with an at sign. */
  public String url(String userInfo, String repository) {
    return "http://" + userInfo + "127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  /** The {@code Authorization} header of every request, "null" where there is none. */
  List<String> seen() {
    return seen;
  }

  /** Redirects every request below {@code from} to {@code to}. */
  void redirect(String from, String to) {
    server.createContext(
        from,
        call -> {
          String target = call.getRequestURI().toString().replaceFirst("^" + from, to);
          call.getResponseHeaders().add("Location", target);
          call.sendResponseHeaders(302, -1);
          call.close();
        });
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      seen.add(authorization);
      byte[] body = body(exchange);
      if (!authorization.equals(expected)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"tea\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      backend(exchange, body);
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] bytes = in.readAllBytes();
    return zipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
  }

  private void backend(HttpExchange exchange, byte[] body) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> env = builder.environment();
    env.put("GIT_PROJECT_ROOT", root.toString());
    env.put("GIT_HTTP_EXPORT_ALL", "1");
    env.put("REMOTE_USER", "tea");
    env.put("REQUEST_METHOD", exchange.getRequestMethod());
    env.put("PATH_INFO", exchange.getRequestURI().getPath());
    env.put("QUERY_STRING", text(exchange.getRequestURI().getQuery()));
    env.put("CONTENT_TYPE", text(exchange.getRequestHeaders().getFirst("Content-Type")));
    env.put("CONTENT_LENGTH", Integer.toString(body.length));
    env.put("GIT_PROTOCOL", text(exchange.getRequestHeaders().getFirst("Git-Protocol")));
    Process process = builder.start();
    Thread writer = new Thread(() -> write(process, body));
    writer.start();
    reply(exchange, process.getInputStream().readAllBytes());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static void write(Process process, byte[] body) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(body);
    } catch (IOException e) {
      // The process has closed its input, and needs no more of the body.
    }
  }

  private static void reply(HttpExchange exchange, byte[] output) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(output);
    int status = 200;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String name = line.substring(0, line.indexOf(':'));
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (name.equals("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(name, value);
      }
    }
    byte[] rest = in.readAllBytes();
    exchange.sendResponseHeaders(status, rest.length == 0 ? -1 : rest.length);
    exchange.getResponseBody().write(rest);
  }

  private static String line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        line.write(c);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return line.toString(UTF_8).strip();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
