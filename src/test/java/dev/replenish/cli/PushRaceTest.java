package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clones push to one branch at once: calls in processes of their own, and a person with git.
 * The default build runs a short race; {@code -Dreplenish.pushers=16 -Dreplenish.pushRounds=25} a
 * long one.
 */
@Tag("long")
class PushRaceTest {
  private static final int PUSHERS = Integer.getInteger("replenish.pushers", 4);
  private static final int ROUNDS = Integer.getInteger("replenish.pushRounds", 2);
  private static final Pattern HEADER = Pattern.compile("(?m)^### # \\[id:([^]]+)]");

  @TempDir Path tmp;

  private GitSandbox here;
  private GitSandbox there;

  /** A finished call: its exit code, its JSON output and its arguments. */
  private record Call(int code, JsonNode json, List<String> args) {

    boolean won() {
      return code == 0 && json.get("commit").isTextual();
    }

    boolean lost() {
      return code == 5;
    }

    boolean isCommand(String command) {
      return args.get(0).equals(command);
    }

    int tries() {
      return lost() ? 20 : json.at("/push/tries").asInt();
    }

    /** Whether the output reports a lost race, a commit or that there was nothing to do. */
    boolean isExplained() {
      return lost()
          ? json.at("/error/message").asText().contains("somebody else was faster")
          : code == 0 && (won() || json.get("outcome").asText().equals("noop"));
    }
  }

  @BeforeEach
  void serve() {
    here = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil"))).git();
    here.env().put("REPLENISH_REQUIRE", "none"); // so that added tasks can be moved
    here.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    there = here.at(tmp.resolve("there.git"));
  }

  private GitSandbox cloneCalled(String name) {
    here.git("clone", "-q", there.root().toString(), tmp + "/" + name);
    return here.at(tmp.resolve(name));
  }

  @Test
  void noTaskIsLostOrDuplicated() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PUSHERS + 1);
    long begun = System.nanoTime();
    try {
      List<Future<List<Call>>> pushers = new ArrayList<>();
      for (int i = 0; i < PUSHERS; i++) {
        pushers.add(threads.submit(pusher(cloneCalled("clone" + i), i)));
      }
      GitSandbox personClone = cloneCalled("person");
      Future<Integer> person = threads.submit(() -> commits(personClone));
      List<Call> calls = new ArrayList<>();
      for (Future<List<Call>> pusher : pushers) {
        calls.addAll(pusher.get());
      }
      int byHand = person.get();
      print(calls, byHand, (System.nanoTime() - begun) / 1_000_000_000);
      calls.forEach(call -> assertTrue(call.isExplained(), call.toString()));
      assertSound(calls, byHand);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long count(List<Call> calls, Predicate<Call> which) {
    return calls.stream().filter(which).count();
  }

  private static void print(List<Call> calls, int byHand, long seconds) {
    System.out.printf(
        "push race, %d processes x %d rounds: %d commits, %d no-ops, %d gave up (exit 5), "
            + "%d plans, %d commits by hand, %d s%n",
        PUSHERS,
        ROUNDS,
        count(calls, Call::won),
        count(calls, call -> !call.won() && !call.lost()),
        count(calls, Call::lost),
        calls.stream().mapToInt(Call::tries).sum(),
        byHand,
        seconds);
  }

  private void assertSound(List<Call> calls, int byHand) {
    there.git("fsck", "--strict");
    assertEquals("", there.git("rev-list", "--merges", "main"));
    long begin = 2;
    long commits = Long.parseLong(there.git("rev-list", "--count", "main").strip());
    assertEquals(begin + count(calls, Call::won) + byHand, commits);
    String todo = there.git("show", "main:TODO.md");
    List<String> ids = ids(there.git("show", "main:BACKLOG.md") + todo);
    assertEquals(1 + count(calls, call -> call.won() && call.isCommand("add")), ids.size());
    assertEquals(ids.size(), ids.stream().distinct().count(), ids.toString());
    List<String> finished = finished(calls);
    assertEquals(finished.size(), finished.stream().distinct().count(), finished.toString());
    assertEquals(
        Set.copyOf(finished),
        Set.copyOf(ids(todo).stream().filter(id -> isDone(todo, id)).toList()));
  }

  private static List<String> ids(String text) {
    String tasks = text.replaceAll("(?s)<!--.*?-->", ""); // without the samples
    return HEADER.matcher(tasks).results().map(found -> found.group(1)).toList();
  }

  /** The tasks that calls report as finished. */
  private static List<String> finished(List<Call> calls) {
    List<String> ids = new ArrayList<>();
    for (Call call : calls) {
      boolean finished = call.isCommand("done") && call.won();
      if (finished && call.json.at("/tasks/0/events").toString().contains("finished")) {
        ids.add(call.args.get(1));
      }
    }
    return ids;
  }

  private static boolean isDone(String todo, String id) {
    int begin = todo.indexOf("### # [id:" + id + "]");
    return todo.substring(begin, todo.indexOf("## task_end", begin)).contains("**Status:** done");
  }

  /** Adds a task, replenishes, or finishes the first active task, in turn. */
  private Callable<List<Call>> pusher(GitSandbox clone, int number) {
    return () -> {
      List<Call> calls = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        calls.add(
            switch ((number + round) % 3) {
              case 0 -> add(clone, "Task " + number + "-" + round);
              case 1 -> call(clone, "run", "--push");
              default -> finish(clone);
            });
      }
      return calls;
    };
  }

  private static Call add(GitSandbox clone, String title) throws Exception {
    return call(clone, "add", title, "--type", "dev", "--priority", "high", "--push");
  }

  /** Several clones may finish the same task: the later calls change nothing. */
  private Call finish(GitSandbox clone) throws Exception {
    String todo = there.tryGit("show", "main:TODO.md").out(); // empty before the first batch
    Optional<String> active = ids(todo).stream().filter(id -> !isDone(todo, id)).findFirst();
    return active.isPresent()
        ? call(clone, "done", active.get(), "--refill", "--push")
        : call(clone, "run", "--push");
  }

  private static Call call(GitSandbox clone, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    command.add("--json");
    ProcessBuilder builder = new ProcessBuilder(command).directory(clone.root().toFile());
    builder.environment().clear();
    builder.environment().putAll(clone.env());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Call(process.waitFor(), Shell.object(args[0], output), List.of(args));
  }

  /** Commits, pulls and pushes with git alone; returns the number of commits pushed. */
  private static int commits(GitSandbox person) {
    int pushed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      person.git("pull", "-q", "--rebase");
      person.write("notes.txt", "round " + round).commitAll("by hand " + round);
      int tries = 0;
      while (person.tryGit("push", "-q").code() != 0 && tries++ < 20) {
        person.git("pull", "-q", "--rebase");
      }
      pushed++;
    }
    person.git("pull", "-q", "--rebase");
    int ahead = Integer.parseInt(person.git("rev-list", "--count", "@{u}..").strip());
    return pushed - ahead;
  }
}
