package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.QuickStart;
import dev.replenish.git.GitSandbox;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Command-line processes, servers for agents and people with git work in one work tree at once.
 * {@code -Pfaults} runs 300 operations.
 */
class TrafficIT {
  private static final int OPERATIONS = Integer.getInteger("replenish.operations", 40);
  private static final int WORKERS = 6;
  private static final Set<String> BOARD = Set.of("BACKLOG.md", "TODO.md", "ARCHIVE.md");

  @TempDir Path temp;

  private GitSandbox box;
  private final Object peopleLock = new Object();
  private final Map<String, Integer> outcomeCounts = new TreeMap<>();

  /** A caller's operation, chosen by its number; returns the outcome. */
  private interface Operation {
    String run(int number) throws Exception;
  }

  /** Runs one worker's share of the operations; returns their number. */
  private Callable<Integer> worker(int first, String name, Operation operation) {
    return () -> {
      int done = 0;
      for (int number = first; number < OPERATIONS; number += WORKERS) {
        String outcome = name + " " + operation.run(number);
        synchronized (outcomeCounts) {
          outcomeCounts.merge(outcome, 1, Integer::sum);
        }
        done++;
      }
      return done;
    };
  }

  @Test
  void concurrentCallersNeverUndoWorkOfOthers() throws Exception {
    box = GitSandbox.create(temp, "repo");
    List<String> tasks = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      tasks.add(ready("A-" + i, "Boil " + i));
    }
    box.write("BACKLOG.md", group("dev", "high", tasks.toArray(new String[0])));
    // The default in GitHub Actions: people with git do not queue for the lock.
    box.write(".replenish", "[replenish]\n\tlockTimeout = 30\n");
    for (int person = 0; person < 2; person++) {
      box.write("notes-" + person + ".txt", "0\n");
    }
    box.commitAll("begin");
    List<Callable<Integer>> workers =
        List.of(
            worker(0, "cli", this::command),
            worker(1, "cli", this::command),
            worker(2, "mcp", new Server()::call),
            worker(3, "mcp", new Server()::call),
            worker(4, "git", number -> commit(0, number)),
            worker(5, "git", number -> commit(1, number)));
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      int done = 0;
      for (Future<Integer> worker : threads.invokeAll(workers, 2, TimeUnit.HOURS)) {
        done += worker.get(); // fails if a worker is stuck
      }
      assertEquals(OPERATIONS, done);
    } finally {
      threads.shutdownNow();
    }
    System.out.println("traffic: " + OPERATIONS + " operations: " + outcomeCounts);
    assertSound();
  }

  private void assertSound() throws Exception {
    for (String name : List.of("index.lock", "HEAD.lock", "refs/heads/main.lock")) {
      assertTrue(Files.notExists(box.root().resolve(".git").resolve(name)), name);
    }
    assertEquals("", box.git("status", "--porcelain"));
    box.git("fsck", "--strict", "--no-dangling");
    try (TaskCensus census = new TaskCensus(box)) {
      String ownCommits = box.git("rev-list", "--grep=^Replenish-Board: ", "HEAD");
      assertEquals(List.of(), census.violations(Set.of(ownCommits.split("\n"))));
    }
    for (String id : box.git("rev-list", "--grep=^by hand", "HEAD").split("\n")) {
      String names = box.git("diff-tree", "--no-commit-id", "--name-only", "-r", id);
      assertTrue(names.lines().noneMatch(BOARD::contains), id + " changes " + names);
    }
  }

  private List<String> java(String... words) {
    List<String> command = new ArrayList<>(QuickStart.program());
    command.addAll(List.of(words));
    return command;
  }

  private Process start(List<String> command, ProcessBuilder.Redirect err) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(box.root().toFile());
    builder.environment().clear();
    builder.environment().putAll(box.env());
    return builder.redirectError(err).start();
  }

  private String task(int number) {
    List<String> ids = FaultState.tasks(box.tryGit("show", "HEAD:TODO.md").out());
    return ids.isEmpty() ? "A-1" : ids.get(number % ids.size());
  }

  private String command(int number) throws Exception {
    String task = task(number);
    List<String> call =
        switch ((number / WORKERS + number) % 5) {
          case 0 -> java("run", "--json");
          case 1 -> java("start", task, "--json");
          case 2 -> java("done", task, "--refill", "--json");
          case 3 -> java("archive", "--json");
          default -> java("add", "Task " + number, "--type", "dev", "--priority", "high", "--json");
        };
    Process process = start(call, ProcessBuilder.Redirect.INHERIT);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    JsonNode answer = Schemas.parse(output);
    // 4: a person is about to commit; 5: another caller was faster; 6: the task has changed
    String problem = answer.at("/error/message").asText();
    boolean taskChanged = code == 6 && problem.startsWith(task + " is ");
    assertTrue(taskChanged || Set.of(0, 2, 4, 5).contains(code), code + ": " + output);
    return code == 0 ? answer.get("outcome").asText() : "exit code " + code;
  }

  /** An agent's server, started by its first call. */
  private final class Server {
    private Process process;
    private OutputStream in;
    private BufferedReader out;

    String call(int number) throws Exception {
      if (process == null) {
        process = start(java("mcp"), ProcessBuilder.Redirect.INHERIT);
        in = process.getOutputStream();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        request(
            "initialize",
            "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},"
                + "\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}");
        write("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
      }
      String change = "{\"action\":\"done\",\"ids\":[\"" + task(number) + "\"],\"refill\":true}";
      JsonNode reply =
          switch ((number / WORKERS) % 3) {
            case 0 -> tool("backlog_status", "{}");
            case 1 -> tool("backlog_replenish", "{}");
            default -> tool("backlog_set_status", change);
          };
      JsonNode error = reply.at("/result/structuredContent/error/code");
      String code = error.isTextual() ? error.asText() : "";
      assertTrue(!Set.of("internal", "io", "locked").contains(code), reply.toString());
      return reply.at("/result/isError").asBoolean() ? "refused" : "answered";
    }

    private JsonNode tool(String name, String arguments) throws Exception {
      return request("tools/call", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}");
    }

    private JsonNode request(String method, String params) throws Exception {
      write(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}");
      return Schemas.parse(out.readLine());
    }

    private void write(String line) throws Exception {
      in.write((line + "\n").getBytes(UTF_8));
      in.flush();
    }
  }

  /**
   * Commits a file of the person's own, and retries while git reports a lock. People take turns:
   * git reads the index before it locks it, so two of them could undo each other's {@code git add}.
   */
  private String commit(int person, int number) throws Exception {
    synchronized (peopleLock) {
      return commitNow(person, number);
    }
  }

  private String commitNow(int person, int number) throws Exception {
    String file = "notes-" + person + ".txt";
    box.write(file, number + "\n");
    for (int tries = 0; tries < 300; tries++) {
      GitSandbox.Result result =
          number / WORKERS % 2 == 0
              ? box.tryGit("commit", "-qm", "by hand " + number, "--only", file)
              : addAndCommit(file, number);
      if (result.code() == 0) {
        return "committed";
      }
      String message = result.out() + result.err();
      assertTrue(message.contains(".lock") || message.contains("lock ref"), message);
      Thread.sleep(50);
    }
    throw new AssertionError("stuck: " + box.git("status"));
  }

  private GitSandbox.Result addAndCommit(String file, int number) {
    GitSandbox.Result added = box.tryGit("add", file);
    return added.code() == 0 ? box.tryGit("commit", "-qm", "by hand " + number) : added;
  }
}
