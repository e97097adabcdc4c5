package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.git.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --push} to a bare repository, with people who push to it as well. */
class PushTest {
  @TempDir Path tmp;

  private Shell shell;
  private GitSandbox here;
  private GitSandbox there;
  private GitSandbox other;

  @BeforeEach
  void clones() {
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

  /** Whatever happened, the remote is sound, and its history has no merge. */
  @AfterEach
  void fsck() {
    there.git("fsck", "--strict");
    assertEquals("", there.git("rev-list", "--merges", "--all"));
  }

  private static String at(GitSandbox git, String ref) {
    return git.git("rev-parse", ref).strip();
  }

  private void otherPushes(String file, String text) {
    other.git("pull", "-q", "--ff-only");
    other.write(file, text).commitAll("by hand");
    other.git("push", "-q");
  }

  private String refused(int code, String... args) {
    String before = at(there, "main");
    String local = at(here, "main");
    Shell.Result result = shell.run(args);
    assertEquals(code, result.code(), result.all());
    assertEquals(before, at(there, "main"));
    assertEquals(local, at(here, "main"));
    return result.err();
  }

  @Test
  void theRemoteGetsTheCommitAndTheBranchFollows() {
    JsonNode run = shell.json(0, "run", "--max", "1", "--push");
    String commit = run.get("commit").asText();
    assertEquals(commit, at(there, "main"));
    assertEquals(commit, at(here, "main"));
    assertEquals(commit, at(here, "origin/main"));
    assertEquals("", here.git("status", "--porcelain"));
    assertTrue(here.read("TODO.md").contains("[id:A-1]"));
    assertEquals(0, run.get("notices").size());
  }

  @Test
  void thePlanIsMadeOnTheRemotesTip() {
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
  void whatOthersHaveDoneIsNotDoneAgain() {
    shell.in(other.root()).ok("run", "--push");
    String tip = at(there, "main");
    JsonNode run = shell.in(here.root()).json(0, "run", "--push");
    assertEquals("noop", run.get("outcome").asText());
    assertEquals(tip, at(there, "main"));
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
  void editedFilesStayAndTheUserIsToldToPull() {
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
  void ownCommitsStayUnpushed() {
    String mine = here.write("notes.txt", "mine\n").commitAll("mine");
    Shell.Result run = shell.run("run", "--push");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.err().contains("commits of its own"), run.all());
    assertEquals(mine, at(here, "main"));
    assertFalse(there.git("ls-tree", "--name-only", "main").contains("notes.txt"));
  }

  @Test
  void whatOthersRemovedIsLeftToPull() {
    otherPushes("old.txt", "old\n");
    here.git("pull", "-q");
    other.git("rm", "-q", "old.txt");
    otherPushes("new.txt", "new\n");
    Shell.Result run = shell.run("run", "--push");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.err().contains("git pull"), run.all());
    here.git("pull", "-q", "--ff-only");
    assertEquals(at(there, "main"), at(here, "main"));
  }

  @Test
  void aDryRunLooksThereAndPushesNothing() {
    otherPushes("BACKLOG.md", group("dev", "high", ready("B-1", "Bake")));
    String tip = at(there, "main");
    JsonNode run = shell.json(0, "run", "-n", "--push");
    assertEquals("B-1", run.at("/tasks/0/id").asText());
    assertEquals(tip, at(there, "main"));
  }

  @Test
  void aHookThatRefusesIsQuoted() throws Exception {
    Path hook = there.root().resolve("hooks/pre-receive");
    Files.writeString(hook, "#!/bin/sh\nprintf 'no \\033[31mpush\\007 here\\n' >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    String said = refused(9, "run", "--push");
    assertTrue(said.contains("here"), said);
    assertTrue(said.contains("--pr-branch"), said);
    assertTrue(said.chars().noneMatch(c -> c == 27 || c == 7), said);
    assertEquals("", here.git("status", "--porcelain"));
  }

  @Test
  void aProposalIsMadeAndUpdated() {
    String base = at(there, "main");
    shell.ok("run", "--max", "1", "--pr-branch", "tasks/next");
    shell.ok("run", "--max", "2", "--pr-branch", "tasks/next");
    assertEquals(base, at(there, "main"));
    assertEquals(base, at(there, "tasks/next~2"));
    assertTrue(there.git("show", "tasks/next:TODO.md").contains("[id:A-2]"));
    there.git("update-ref", "refs/heads/main", "tasks/next");
    otherPushes("notes.txt", "merged\n");
    shell.ok("start", "A-1", "--pr-branch", "tasks/next");
    assertEquals(at(there, "main"), at(there, "tasks/next~1"));
  }

  @Test
  void aProposalThatWasSquashedBeginsAnew() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    String proposed = at(there, "next");
    other.git("fetch", "-q");
    other.git("merge", "-q", "--squash", "origin/next");
    other.commitAll("squashed");
    other.git("push", "-q");
    otherPushes("TODO.md", other.read("TODO.md").replace("**Status:** todo", "**Status:** done"));
    String base = at(there, "main");
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    assertEquals(base, at(there, "next~1"));
    assertTrue(there.git("show", "next:TODO.md").contains("[id:A-3]"));
    assertEquals("", there.git("branch", "--contains", proposed));
  }

  @Test
  void aProposalOfWhichTheBaseHasOnlyAPartGoesOn() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    other.git("fetch", "-q");
    other.git("merge", "-q", "--squash", "origin/next");
    other.commitAll("squashed");
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    String proposed = at(there, "next");
    other.git("push", "-q");
    shell.ok("start", "A-2", "--pr-branch", "next");
    assertEquals(proposed, at(there, "next~1"));
  }

  @Test
  void inAShallowCloneTheHistoryOfTheBaseTellsWhatIsMerged() {
    otherPushes("notes.txt", "people work here\n");
    here.git("pull", "-q");
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    otherPushes("notes.txt", "go on\n");
    String proposed = at(there, "next");
    here.git("clone", "-q", "--depth", "1", "file://" + there.root(), tmp + "/shallow");
    shell.in(tmp.resolve("shallow")).ok("run", "--max", "1", "--pr-branch", "next");
    assertEquals(proposed, at(there, "next~1"));
    assertEquals(at(here, "main"), at(there, "next~2"));
  }

  @Test
  void aProposalThatSomebodyWorksOnIsLeftAlone() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    other.git("fetch", "-q");
    other.git("switch", "-q", "next");
    String tip = other.write("notes.txt", "mine\n").commitAll("by hand");
    other.git("push", "-q");
    String said = refused(4, "run", "--max", "1", "--pr-branch", "next");
    assertTrue(said.contains("is left alone"), said);
    assertEquals(tip, at(there, "next"));
  }

  @Test
  void aShallowCloneWillDo() {
    here.git("clone", "-q", "--depth", "1", "file://" + there.root(), tmp + "/shallow");
    otherPushes("notes.txt", "later\n");
    shell.in(tmp.resolve("shallow")).ok("run", "--push");
    assertTrue(there.git("show", "main:TODO.md").contains("[id:A-1]"));
    assertEquals("1", there.git("rev-list", "--count", "main~1", "^main~2").strip());
  }

  @Test
  void aKeyIsLookedForThere() {
    String commit =
        shell.json(0, "run", "--max", "1", "--push", "--key", "k").get("commit").asText();
    JsonNode again = shell.in(other.root()).json(0, "run", "--push", "--key", "k");
    assertTrue(again.get("replayed").asBoolean());
    assertEquals(commit, again.get("commit").asText());
  }

  @Test
  void anotherRemoteIsNamed() {
    here.git("init", "-q", "--bare", "-b", "main", tmp + "/second.git");
    here.git("remote", "add", "second", tmp + "/second.git");
    here.git("push", "-q", "second", "main");
    String before = at(there, "main");
    String commit = shell.json(0, "run", "--push", "--remote", "second").get("commit").asText();
    assertEquals(commit, at(here.at(tmp.resolve("second.git")), "main"));
    assertEquals(before, at(there, "main"));
  }

  @Test
  void whatIsMissingIsSaid() {
    assertTrue(refused(2, "run", "--remote", "origin").contains("--push"));
    assertTrue(refused(4, "run", "--push", "--remote", "nowhere").contains("no remote 'nowhere'"));
    here.git("switch", "-q", "-c", "mine");
    assertTrue(refused(4, "run", "--push").contains("origin has no branch mine"));
    here.git("remote", "set-url", "origin", tmp + "/gone.git");
    assertTrue(refused(7, "run", "--push").contains("can't fetch from origin"));
    here.git("remote", "set-url", "origin", "https://localhost:1/gone.git");
    assertTrue(refused(7, "run", "--push").contains("can't fetch from origin"));
  }
}
