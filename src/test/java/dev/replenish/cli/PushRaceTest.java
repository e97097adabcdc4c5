package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clones push to one branch at once, people among them. Short in the default build; {@code
 * -Dreplenish.pushers=16 -Dreplenish.pushRounds=25} is the long form.
 */
class PushRaceTest {
  private static final int PUSHERS = Integer.getInteger("replenish.pushers", 4);
  private static final int ROUNDS = Integer.getInteger("replenish.pushRounds", 2);

  @TempDir Path tmp;

  private record Call(int code, String said) {}

  /** Each pusher adds a task in each round; a person commits in between. */
  @Test
  void noTaskIsLostOrDoubled() throws Exception {
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    GitSandbox here = shell.git();
    here.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    GitSandbox there = here.at(tmp.resolve("there.git"));
    ExecutorService threads = Executors.newFixedThreadPool(PUSHERS + 1);
    try {
      List<Future<List<Call>>> all = new ArrayList<>();
      for (int i = 0; i < PUSHERS; i++) {
        here.git("clone", "-q", tmp + "/there.git", tmp + "/clone" + i);
        all.add(threads.submit(pusher(here.at(tmp.resolve("clone" + i)), i)));
      }
      here.git("clone", "-q", tmp + "/there.git", tmp + "/person");
      Future<Integer> person = threads.submit(() -> commits(here.at(tmp.resolve("person"))));
      int made = 0;
      for (Future<List<Call>> each : all) {
        for (Call call : each.get()) {
          assertTrue(call.code == 0 || call.code == 5, call.said);
          assertTrue(call.code == 0 || call.said.contains("somebody else was faster"), call.said);
          made += call.code == 0 ? 1 : 0;
        }
      }
      assertTrue(made > PUSHERS * ROUNDS / 2, made + " made");
      assertSound(there, made, person.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertSound(GitSandbox there, int made, int byHand) {
    there.git("fsck", "--strict");
    assertEquals("", there.git("rev-list", "--merges", "main"));
    int begin = 2;
    int count = Integer.parseInt(there.git("rev-list", "--count", "main").strip());
    assertEquals(begin + made + byHand, count);
    List<String> ids =
        there
            .git("show", "main:BACKLOG.md")
            .lines()
            .filter(line -> line.startsWith("### # [id:"))
            .map(line -> line.substring(0, line.indexOf(']')))
            .toList();
    assertEquals(1 + made, ids.size());
    assertEquals(ids.size(), ids.stream().distinct().count());
  }

  private static Callable<List<Call>> pusher(GitSandbox clone, int number) {
    return () -> {
      List<Call> calls = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        String title = "Task " + number + "-" + round;
        calls.add(call(clone, "add", title, "--type", "dev", "--priority", "high", "--push"));
      }
      return calls;
    };
  }

  private static Call call(GitSandbox clone, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    int code = Main.run(args, new Env(clone.root(), clone.env(), in, out, out, false, false));
    return new Call(code, out.toString(StandardCharsets.UTF_8));
  }

  private static int commits(GitSandbox person) {
    int pushed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      person.git("pull", "-q", "--ff-only");
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
