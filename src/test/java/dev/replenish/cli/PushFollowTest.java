package dev.replenish.cli;

import static dev.replenish.cli.Clones.assertPush;
import static dev.replenish.cli.Clones.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After a push the local branch is fast-forwarded if no local work is in the way. */
@Tag("long")
class PushFollowTest extends BetweenClones {
  /** After each test the remote is intact, and its history has no merge. */
  @AfterEach
  void fsck() {
    there.git("fsck", "--strict");
    assertEquals("", there.git("rev-list", "--merges", "--all"));
  }

  @Test
  void remoteGetsCommitAndLocalBranchFollows() {
    JsonNode run = shell.json(0, "run", "--max", "1", "--push");
    String commit = run.get("commit").asText();
    assertEquals(commit, at(there, "main"));
    assertEquals(commit, at(here, "main"));
    assertEquals(commit, at(here, "origin/main"));
    assertEquals("", here.git("status", "--porcelain"));
    assertTrue(here.read("TODO.md").contains("[id:A-1]"));
    assertEquals(0, run.get("notices").size());
    assertPush(run, "main", true, 1, "fast-forwarded");
  }

  @Test
  void workPushedByOthersIsNotRepeated() {
    shell.in(other.root()).ok("run", "--push");
    String tip = at(there, "main");
    JsonNode run = shell.in(here.root()).json(0, "run", "--push");
    assertEquals("noop", run.get("outcome").asText());
    assertEquals(tip, at(there, "main"));
    assertPush(run, "main", false, 1, "fast-forwarded");
    assertEquals(tip, at(here, "main"));
    assertEquals("", here.git("status", "--porcelain"));
    assertPush(shell.json(0, "run", "--push"), "main", false, 1, "up-to-date");
  }

  @Test
  void symbolicLinkIsLeftToPull() throws IOException {
    String local = at(here, "main");
    Files.createSymbolicLink(other.root().resolve("link"), Path.of("BACKLOG.md"));
    clones.otherPushes("notes.txt", "later\n");
    Shell.Result run = shell.run("run", "--push");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.err().contains("git pull"), run.all());
    assertEquals(local, at(here, "main"));
    here.git("pull", "-q", "--ff-only");
    assertTrue(Files.isSymbolicLink(here.root().resolve("link")));
  }

  @Test
  void executableFileIsLeftToPull() throws IOException {
    Path tool = other.root().resolve("tool");
    Files.writeString(tool, "#!/bin/sh\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    clones.otherPushes("notes.txt", "later\n");
    assertEquals("left-behind", shell.json(0, "run", "--push").at("/push/localBranch").asText());
    assertEquals("", here.git("status", "--porcelain"));
  }

  @Test
  void branchThatExistsOnlyOnRemoteIsPushedTo() {
    there.git("branch", "next", "main");
    JsonNode run = shell.json(0, "run", "--push", "--ref", "next");
    assertPush(run, "next", true, 1, "absent");
    assertEquals(run.get("commit").asText(), at(there, "next"));
  }

  @Test
  void branchThatIsNotCheckedOutFollows() {
    here.git("switch", "-q", "-c", "mine");
    JsonNode run = shell.json(0, "run", "--push", "--ref", "main");
    assertPush(run, "main", true, 1, "fast-forwarded");
    assertEquals(run.get("commit").asText(), at(here, "main"));
    assertEquals("", here.git("status", "--porcelain"));
  }

  @Test
  void unfinishedMergeKeepsLocalBranch() {
    String local = at(here, "main");
    here.write(".git/MERGE_HEAD", local + "\n");
    assertEquals("left-behind", shell.json(0, "run", "--push").at("/push/localBranch").asText());
    assertEquals(local, at(here, "main"));
    assertNotEquals(local, at(there, "main"));
  }

  @Test
  void localHooksAreNotRun() throws IOException {
    for (String name : List.of("pre-push", "post-merge", "reference-transaction")) {
      Path hook = here.root().resolve(".git/hooks/" + name);
      Files.createDirectories(hook.getParent());
      Files.writeString(hook, "#!/bin/sh\ntouch '" + tmp + "/ran'\nexit 1\n");
      Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Shell.Result run = shell.run("run", "--push");
    assertEquals(0, run.code(), run.all());
    assertFalse(Files.exists(tmp.resolve("ran")));
    assertTrue(run.err().contains("The hook pre-push in "), run.err());
    assertTrue(run.err().contains(" exists and is not run."), run.err());
  }

  @Test
  void editedFilesStayAndPullIsRecommended() {
    String local = at(here, "main");
    here.write("BACKLOG.md", here.read("BACKLOG.md") + "mine\n");
    Shell.Result run = shell.run("run", "--push");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.err().contains("git pull"), run.all());
    assertNotEquals(local, at(there, "main"));
    assertEquals(local, at(here, "main"));
    assertTrue(here.read("BACKLOG.md").endsWith("mine\n"));
  }

  @Test
  void localCommitsStayUnpushed() {
    String localCommit = here.write("notes.txt", "mine\n").commitAll("mine");
    Shell.Result run = shell.run("run", "--push");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.err().contains("commits of its own"), run.all());
    assertEquals(localCommit, at(here, "main"));
    assertFalse(there.git("ls-tree", "--name-only", "main").contains("notes.txt"));
  }

  @Test
  void fileRemovedByOthersIsLeftToPull() {
    clones.otherPushes("old.txt", "old\n");
    here.git("pull", "-q");
    other.git("rm", "-q", "old.txt");
    clones.otherPushes("new.txt", "new\n");
    Shell.Result run = shell.run("run", "--push");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.err().contains("git pull"), run.all());
    here.git("pull", "-q", "--ff-only");
    assertEquals(at(there, "main"), at(here, "main"));
  }
}
