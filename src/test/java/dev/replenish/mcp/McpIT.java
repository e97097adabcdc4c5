package dev.replenish.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.git.GitSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the built jar the way clients start it. */
@Timeout(300)
class McpIT {
  private static final String JAR = System.getProperty("replenish.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path tmp;
  private GitSandbox git;

  @BeforeEach
  void board() {
    git = BoardFixture.withTasks(tmp, 12);
  }

  private Process start(Path dir, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().putAll(git.env());
    return builder.redirectError(tmp.resolve("err").toFile()).start();
  }

  private static JsonObject ask(OutputStream in, BufferedReader out, String line)
      throws IOException {
    in.write((line + "\n").getBytes(UTF_8));
    in.flush();
    return JsonParser.parseString(out.readLine()).getAsJsonObject();
  }

  private static JsonObject call(OutputStream in, BufferedReader out, String tool, String arguments)
      throws IOException {
    String params = "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}";
    String line =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + params + "}";
    JsonObject result = ask(in, out, line).getAsJsonObject("result");
    assertFalse(result.get("isError").getAsBoolean(), result.toString());
    return result.getAsJsonObject("structuredContent");
  }

  @Test
  void backlogIsFinishedAndStdoutHoldsOnlyProtocolMessages() throws Exception {
    long startTime = System.nanoTime();
    Process server = start(git.root(), List.of(JAVA, "-jar", JAR, "mcp"));
    try (OutputStream in = server.getOutputStream();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream()))) {
      assertTrue(ask(in, out, Peer.HELLO).has("result"));
      System.out.println(
          "first reply after " + (System.nanoTime() - startTime) / 1_000_000 + " ms");
      in.write((Peer.READY + "\n").getBytes(UTF_8));
      call(in, out, "backlog_replenish", "{}");
      JsonArray active = call(in, out, "backlog_status", "{}").getAsJsonArray("active");
      int finished = 0;
      for (; !active.isEmpty(); finished++) {
        String id = active.get(0).getAsJsonObject().get("id").getAsString();
        String done = "{\"action\":\"done\",\"ids\":[\"" + id + "\"],\"refill\":true}";
        call(in, out, "backlog_set_status", done);
        active = call(in, out, "backlog_status", "{}").getAsJsonArray("active");
      }
      assertEquals(12, finished);
      in.close();
      assertEquals(null, out.readLine());
    }
    assertTrue(server.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, server.exitValue());
    assertEquals("", Files.readString(tmp.resolve("err")));
    assertFalse(git.read("BACKLOG.md").contains("## task_begin"));
  }

  @Test
  void serverEndsIfClientDisappears() throws Exception {
    Process server = start(git.root(), List.of(JAVA, "-jar", JAR, "mcp"));
    server.getInputStream().close();
    try (OutputStream in = server.getOutputStream()) {
      in.write((Peer.HELLO + "\n" + Peer.READY + "\n{\"jsonrpc\":").getBytes(UTF_8));
    } catch (IOException gone) {
      // the server may have closed the pipe already
    }
    assertTrue(server.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, server.exitValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2", "v2-auto", "v2-in-place"})
  @EnabledIfSystemProperty(named = "replenish.node", matches = "true")
  void npmClientsFillEmptyBoardAndFinishAllTasks(String client) throws Exception {
    git = GitSandbox.create(tmp, "empty");
    git.git("config", "user.name", "Ana"); // clients pass on few environment variables
    git.git("config", "user.email", "ana@example.com");
    npm(git.root(), List.of(JAVA, "-jar", JAR, "init"));
    git.commitAll("begin");
    Path node = Path.of(JAR).resolveSibling("node");
    Path scripts = Path.of(System.getProperty("replenish.basedir"), "src/test/node");
    Files.createDirectories(node);
    for (String file : List.of("package.json", "clients.mjs")) {
      byte[] bytes = Files.readAllBytes(scripts.resolve(file));
      Files.write(node.resolve(file), bytes);
    }
    if (!Files.isDirectory(node.resolve("node_modules"))) {
      npm(node, List.of("npm", "install", "--no-audit", "--no-fund"));
    }
    List<String> command = new ArrayList<>(List.of("node", "clients.mjs", client, JAR));
    command.add(git.root().toString());
    System.out.print(npm(node, command));
    assertFalse(git.read("BACKLOG.md").contains("Make cup"));
    assertEquals("", git.git("status", "--porcelain"));
  }

  private String npm(Path node, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(node.toFile());
    builder.redirectErrorStream(true);
    if (command.get(0).equals("node")) {
      builder.environment().putAll(Map.copyOf(git.env()));
      builder.environment().put("JAVA", JAVA);
    }
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }
}
