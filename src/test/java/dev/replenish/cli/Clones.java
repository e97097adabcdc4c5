package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;

/**
 * A bare repository {@code there}, the clone {@code here} in which the shell runs commands, and the
 * {@code other} clone, of another user.
 */
final class Clones {
  final Shell shell;
  final GitSandbox here;
  final GitSandbox there;
  final GitSandbox other;

  Clones(Path tmp) {
    shell =
        Shell.withBacklog(
            tmp,
            group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour"), ready("A-3", "Sip")));
    here = shell.git();
    here.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    here.git("remote", "add", "origin", tmp + "/there.git");
    here.git("fetch", "-q");
    here.git("branch", "-q", "-u", "origin/main");
    there = here.at(tmp.resolve("there.git"));
    here.git("clone", "-q", tmp + "/there.git", tmp + "/other");
    other = here.at(tmp.resolve("other"));
  }

  static String at(GitSandbox git, String ref) {
    return git.git("rev-parse", ref).strip();
  }

  void otherPushes(String file, String text) {
    other.git("pull", "-q", "--ff-only");
    other.write(file, text).commitAll("by hand");
    other.git("push", "-q");
  }

  /** Asserts that a command is refused and changes neither branch; returns its message. */
  String refused(int code, String... args) {
    String before = at(there, "main");
    String local = at(here, "main");
    Shell.Result result = shell.run(args);
    assertEquals(code, result.code(), result.all());
    assertEquals(before, at(there, "main"));
    assertEquals(local, at(here, "main"));
    return result.err();
  }

  static void assertPush(JsonNode json, String branch, boolean pushed, int tries, String local) {
    JsonNode push = json.get("push");
    assertEquals("origin", push.get("remote").asText());
    assertEquals(branch, push.get("branch").asText());
    assertEquals(pushed, push.get("pushed").asBoolean());
    assertEquals(tries, push.get("tries").asInt());
    assertEquals(local, push.get("localBranch").asText());
  }
}
