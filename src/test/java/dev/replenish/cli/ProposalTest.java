package dev.replenish.cli;

import static dev.replenish.cli.Clones.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code --pr-branch}: a branch that is created, updated, merged in different ways, or left alone.
 */
@Tag("long")
class ProposalTest extends BetweenClones {
  @AfterEach
  void fsck() {
    there.git("fsck", "--strict");
    assertEquals("", there.git("rev-list", "--merges", "main"));
  }

  @Test
  void proposalIsCreatedAndUpdated() {
    String base = at(there, "main");
    shell.ok("run", "--max", "1", "--pr-branch", "tasks/next");
    shell.ok("run", "--max", "2", "--pr-branch", "tasks/next");
    assertEquals(base, at(there, "main"));
    assertEquals(base, at(there, "tasks/next~2"));
    assertTrue(there.git("show", "tasks/next:TODO.md").contains("[id:A-2]"));
    there.git("update-ref", "refs/heads/main", "tasks/next");
    clones.otherPushes("notes.txt", "merged\n");
    shell.ok("start", "A-1", "--pr-branch", "tasks/next");
    assertEquals(at(there, "main"), at(there, "tasks/next~1"));
  }

  @Test
  void proposalWithCommitsByOthersIsLeftAlone() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    other.git("fetch", "-q");
    other.git("switch", "-q", "next");
    String tip = other.write("notes.txt", "mine\n").commitAll("by hand");
    other.git("push", "-q");
    String error = clones.refused(4, "run", "--max", "1", "--pr-branch", "next");
    assertTrue(error.contains("which Replenish did not make"), error);
    assertEquals(tip, at(there, "next"));
  }

  /** Squash-merges the proposal as a forge does: one new commit replaces the proposal's. */
  private void squash(String message) {
    other.git("fetch", "-q");
    other.git("switch", "-q", "main");
    other.git("pull", "-q", "--ff-only");
    other.git("merge", "-q", "--squash", "origin/next");
    other.git("commit", "-q", "-m", message);
    other.git("push", "-q", "origin", "main");
  }

  @Test
  void proposalContinuesFromBaseAfterSquashWithoutForcePush() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    String oldTip = at(there, "next");
    squash("Take the next task (#1)");
    clones.otherPushes("notes.txt", "later\n");
    JsonNode run = shell.json(0, "run", "--max", "1", "--pr-branch", "next");
    assertEquals("A-2", run.at("/tasks/0/id").asText());
    assertEquals(at(there, "main"), at(there, "next~1"));
    assertEquals(oldTip, at(there, "next^2"));
    String changed = there.git("diff", "--name-only", "main...next");
    assertEquals("BACKLOG.md\nTODO.md\n", changed);
    assertTrue(there.git("show", "next:notes.txt").contains("later"));
    shell.ok("start", "A-2", "--pr-branch", "next");
    squash("Take another one (#2)");
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    assertTrue(there.git("show", "next:TODO.md").contains("[id:A-3]"));
  }

  @Test
  void keyIsRecognizedAfterSquash() {
    String[] call = {"--max", "1", "--pr-branch", "next", "--key", "k"};
    String first = shell.json(0, "run", call).get("commit").asText();
    squash("Take the next task (#1)");
    JsonNode again = shell.json(0, "run", call);
    assertTrue(again.get("replayed").asBoolean());
    assertEquals(first, again.get("commit").asText());
    assertEquals(first, at(there, "next"));
  }

  @Test
  void mergeByRebaseIsRecognized() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    clones.otherPushes("notes.txt", "before\n");
    other.git("fetch", "-q");
    other.git("cherry-pick", "origin/next");
    other.git("push", "-q", "origin", "main");
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    assertEquals(at(there, "main"), at(there, "next~1"));
  }

  @Test
  void unmergedWorkIsKeptWhenBaseAdvances() {
    shell.ok("add", "Wash", "--type", "dev", "--priority", "high", "--pr-branch", "next");
    clones.otherPushes("BACKLOG.md", other.read("BACKLOG.md") + "\nA remark.\n");
    JsonNode run = shell.json(0, "run", "--max", "1", "--pr-branch", "next");
    assertTrue(there.git("show", "next:BACKLOG.md").contains("Wash"));
    assertTrue(run.get("notices").toString().contains("main has moved on since next began"));
  }

  @Test
  void shallowCloneFindsMergeBaseOfProposal() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    for (int i = 0; i < 25; i++) {
      other.write("notes.txt", "later " + i + "\n").commitAll("by hand");
    }
    other.git("push", "-q");
    String url = "file://" + there.root();
    here.git("clone", "-q", "--depth", "1", "-b", "main", url, tmp + "/shallow");
    Shell runner = shell.in(tmp.resolve("shallow"));
    JsonNode run = runner.json(0, "run", "--max", "1", "--pr-branch", "next");
    assertEquals("A-2", run.at("/tasks/0/id").asText());
    assertEquals("2", there.git("rev-list", "--count", "main..next").strip());
    here.at(tmp.resolve("shallow")).git("fsck", "--strict");
  }

  @Test
  void shallowCloneRecognizesSquashMerge() {
    shell.ok("run", "--max", "1", "--pr-branch", "next");
    squash("Take the next task (#1)");
    for (int i = 0; i < 25; i++) {
      other.write("notes.txt", "later " + i + "\n").commitAll("by hand");
    }
    other.git("push", "-q", "origin", "main");
    String url = "file://" + there.root();
    here.git("clone", "-q", "--depth", "1", "-b", "main", url, tmp + "/shallow");
    shell.in(tmp.resolve("shallow")).ok("run", "--max", "1", "--pr-branch", "next");
    assertEquals(at(there, "main"), at(there, "next~1"));
    assertEquals("BACKLOG.md\nTODO.md\n", there.git("diff", "--name-only", "main...next"));
  }

  @Test
  void localBranchIsNotTouched() {
    String local = at(here, "main");
    JsonNode run = shell.json(0, "run", "--max", "1", "--pr-branch", "next");
    assertEquals("next", run.at("/push/branch").asText());
    assertTrue(run.at("/push/pushed").asBoolean());
    assertTrue(run.at("/push/localBranch").isNull());
    assertEquals(local, at(here, "main"));
    assertEquals("", here.git("status", "--porcelain"));
  }
}
