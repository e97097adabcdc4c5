package dev.replenish.cli;

import static dev.replenish.cli.Clones.assertPush;
import static dev.replenish.cli.Clones.at;
import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code --push} to a bare repository to which others push as well. */
@Tag("long")
class PushTest extends BetweenClones {
  /** After each test the remote is intact, and its history has no merge. */
  @AfterEach
  void fsck() {
    there.git("fsck", "--strict");
    assertEquals("", there.git("rev-list", "--merges", "--all"));
  }

  @Test
  void everyCommandReportsPushResult() {
    shell.ok("run", "--max", "2");
    here.git("push", "-q");
    String[][] calls = {
      {"start", "A-1"},
      {"block", "A-1", "--reason", "no water"},
      {"done", "A-1"},
      {"reject", "A-2", "--reason", "cold"},
      {"archive"},
      {"add", "Wash", "--type", "dev", "--priority", "high"},
      {"run"},
      {"undo"},
      {"check", "--scaffold"}
    };
    for (String[] call : calls) {
      List<String> args = new ArrayList<>(List.of(call).subList(1, call.length));
      assertTrue(shell.json(0, call[0], args(args, "-n")).get("push").isNull());
      JsonNode json = shell.json(0, call[0], args(args, "--push"));
      assertPush(json, "main", true, 1, "fast-forwarded");
    }
    assertTrue(shell.json(0, "run").get("push").isNull());
  }

  private static String[] args(List<String> args, String more) {
    List<String> all = new ArrayList<>(args);
    all.add(more);
    return all.toArray(new String[0]);
  }

  @Test
  void textOutputNamesRemoteAndBranch() {
    assertTrue(shell.run("run", "--push").err().contains("Pushed to origin, branch main."));
    assertEquals("", shell.run("start", "A-1", "--push", "--quiet").all());
    assertFalse(shell.run("run", "--push").err().contains("Pushed"));
  }

  @Test
  void planIsMadeOnTipOfRemote() {
    other.git("pull", "-q");
    Shell theirs = shell.in(other.root());
    theirs.ok("run", "--max", "1");
    other.git("push", "-q");
    shell.in(here.root());
    JsonNode run = shell.json(0, "run", "--max", "1", "--push");
    assertEquals("A-2", run.at("/tasks/0/id").asText());
    assertEquals(at(there, "main"), at(here, "main"));
    assertEquals("", here.git("status", "--porcelain"));
  }

  @Test
  void everyCommandPushes() {
    shell.ok("run", "--max", "2", "--push");
    shell.ok("start", "A-1", "--push");
    shell.ok("done", "A-1", "--push");
    shell.ok("archive", "--push");
    shell.ok("add", "Wash", "--type", "dev", "--priority", "high", "--push");
    shell.ok("check", "--scaffold", "--push");
    assertEquals("8", there.git("rev-list", "--count", "main").strip());
    assertEquals(at(there, "main"), at(here, "main"));
    assertEquals("", here.git("status", "--porcelain"));
  }

  @Test
  void dryRunReadsRemoteAndPushesNothing() {
    clones.otherPushes("BACKLOG.md", group("dev", "high", ready("B-1", "Bake")));
    String tip = at(there, "main");
    JsonNode run = shell.json(0, "run", "-n", "--push");
    assertEquals("B-1", run.at("/tasks/0/id").asText());
    assertEquals(tip, at(there, "main"));
  }

  @Test
  void messageOfRefusingHookIsShownWithoutControlCharacters() throws Exception {
    Path hook = there.root().resolve("hooks/pre-receive");
    Files.writeString(hook, "#!/bin/sh\nprintf 'no \\033[31mpush\\007 here\\n' >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    String error = clones.refused(9, "run", "--push");
    assertTrue(error.contains("here"), error);
    assertTrue(error.contains("--pr-branch"), error);
    assertTrue(error.chars().noneMatch(c -> c == 27 || c == 7), error);
    assertEquals("", here.git("status", "--porcelain"));
  }

  @Test
  void shallowCloneCanPush() {
    here.git("clone", "-q", "--depth", "1", "file://" + there.root(), tmp + "/shallow");
    clones.otherPushes("notes.txt", "later\n");
    shell.in(tmp.resolve("shallow")).ok("run", "--push");
    assertTrue(there.git("show", "main:TODO.md").contains("[id:A-1]"));
    assertEquals("1", there.git("rev-list", "--count", "main~1", "^main~2").strip());
  }

  @Test
  void keyIsLookedUpOnRemote() {
    String commit =
        shell.json(0, "run", "--max", "1", "--push", "--key", "k").get("commit").asText();
    JsonNode again = shell.in(other.root()).json(0, "run", "--push", "--key", "k");
    assertTrue(again.get("replayed").asBoolean());
    assertEquals(commit, again.get("commit").asText());
  }

  @Test
  void remoteOptionSelectsAnotherRemote() {
    here.git("init", "-q", "--bare", "-b", "main", tmp + "/second.git");
    here.git("remote", "add", "second", tmp + "/second.git");
    here.git("push", "-q", "second", "main");
    String before = at(there, "main");
    String commit = shell.json(0, "run", "--push", "--remote", "second").get("commit").asText();
    assertEquals(commit, at(here.at(tmp.resolve("second.git")), "main"));
    assertEquals(before, at(there, "main"));
  }

  @Test
  void missingOptionRemoteOrBranchIsReported() {
    assertTrue(clones.refused(2, "run", "--remote", "origin").contains("--push"));
    assertTrue(
        clones.refused(4, "run", "--push", "--remote", "nowhere").contains("no remote 'nowhere'"));
    here.git("switch", "-q", "-c", "mine");
    assertTrue(clones.refused(4, "run", "--push").contains("origin has no branch mine"));
    here.git("remote", "set-url", "origin", tmp + "/gone.git");
    assertTrue(clones.refused(7, "run", "--push").contains("can't fetch from origin"));
    here.git("remote", "set-url", "origin", "https://localhost:1/gone.git");
    assertTrue(clones.refused(7, "run", "--push").contains("can't fetch from origin"));
  }
}
