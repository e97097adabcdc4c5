package dev.replenish.git;

import static dev.replenish.board.ErrorCode.LOCKED;
import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Problem;
import dev.replenish.git.objects.Committed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user commits during a run: neither ever reverts the other's commit. */
class RaceTest extends GitTest {
  private static final String STATUS_OF_INDEX = "diff-index --cached --name-only HEAD";

  private Committed commitWith(TestHooks.Probe probe) {
    TestHooks hooks = hooksWithAShortTimeout();
    hooks.probe = probe;
    try (Repo repo = Repo.open(box.root(), box.env(), hooks);
        CommitSession session = repo.begin(Optional.empty())) {
      return session.commit(
          List.of(change(BACKLOG, "two\n"), change(TODO, "zero\none\n")), MESSAGE, author());
    }
  }

  /** Git reads HEAD before the index, so this order preserves the commit. */
  @Test
  void indexShowsTheCommitBeforeTheBranchDoes() throws IOException {
    String begin = box.git("rev-parse", "HEAD");
    List<String> seen = new ArrayList<>();
    commitWith(
        step -> {
          String staged = box.git(STATUS_OF_INDEX.split(" "));
          if (step == TestHooks.Step.INDEX_PUBLISHED) {
            assertEquals(begin, box.git("rev-parse", "HEAD"));
            assertEquals("BACKLOG.md\nTODO.md\n", staged);
            seen.add("published");
          } else {
            assertEquals("", staged, step.toString());
          }
          if (step == TestHooks.Step.BRANCH_MOVED) {
            assertEquals("one\ntwo\n", box.read(BACKLOG));
            seen.add("moved");
          }
        });
    assertEquals(List.of("published", "moved"), seen);
    assertHealthy();
  }

  @Test
  void receivingFileIsWrittenFirst() throws IOException {
    List<String> seen = new ArrayList<>();
    commitWith(
        step -> {
          if (step == TestHooks.Step.WORK_FILE_WRITTEN) {
            seen.add(box.read(BACKLOG) + "|" + box.read(TODO));
          }
        });
    assertEquals(List.of("one\ntwo\n|zero\none\n", "two\n|zero\none\n"), seen);
  }

  @Test
  void gitCannotCommitDuringARun() throws IOException {
    box.write("mine.txt", "mine\n").git("add", "mine.txt");
    for (TestHooks.Step at : TestHooks.Step.values()) {
      box.git("reset", "-q", "--hard", box.git("rev-list", "--max-parents=0", "HEAD").strip());
      box.write("mine.txt", "mine\n").git("add", "mine.txt");
      commitWith(
          step -> {
            if (step == at) {
              assertTrue(box.tryGit("commit", "-q", "-m", "mine").code() != 0, at.toString());
              assertTrue(box.tryGit("commit", "-q", "-a", "-m", "mine").code() != 0, at.toString());
              assertTrue(
                  box.tryGit("commit", "-q", "-m", "mine", "--only", "mine.txt").code() != 0);
            }
          });
      assertEquals("A  mine.txt\n", box.git("status", "--porcelain"), at.toString());
      assertEquals("2\n", box.git("rev-list", "--count", "HEAD"), at.toString());
      assertEquals("two\n", box.git("show", "HEAD:BACKLOG.md"), at.toString());
    }
    box.git("commit", "-q", "-m", "mine");
    assertEquals("two\n", box.git("show", "HEAD:BACKLOG.md"));
    assertHealthy();
  }

  /**
   * Starts a commit of git that waits in its hook, between reading the index and moving the branch.
   */
  private Process startCommit(String... commit) throws Exception {
    Path hook = box.root().resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(
        hook,
        "#!/bin/sh\ntouch .git/in-hook\nwhile [ ! -e .git/go-on ]; do sleep 0.05; done\n"
            + "rm .git/in-hook .git/go-on\n");
    assertTrue(hook.toFile().setExecutable(true));
    ProcessBuilder builder = new ProcessBuilder(commit).directory(box.root().toFile());
    builder.environment().clear();
    builder.environment().putAll(box.env());
    builder.redirectErrorStream(true).redirectOutput(tmp.resolve("said").toFile());
    Process git = builder.start();
    while (!Files.exists(box.root().resolve(".git/in-hook")) && git.isAlive()) {
      Thread.sleep(20);
    }
    return git;
  }

  private String finishCommit(Process git) throws Exception {
    Files.createFile(box.root().resolve(".git/go-on"));
    git.waitFor();
    Files.deleteIfExists(box.root().resolve(".git/hooks/pre-commit"));
    return Files.readString(tmp.resolve("said"));
  }

  @Test
  void runIsRefusedDuringACommitThatHoldsTheIndex() throws Exception {
    box.write("src/other.txt", "edited\n");
    Process git = startCommit("git", "commit", "-q", "-a", "-m", "person");
    Problem problem = refused(LOCKED, this::replenish);
    assertContains("index.lock", problem.message());
    assertEquals("", finishCommit(git));
    assertEquals("person\n", box.git("log", "-1", "--format=%s"));
    replenish();
    assertEquals("3\n", box.git("rev-list", "--count", "HEAD"));
    assertHealthy();
  }

  @Test
  void commitOvertakenByARunFailsAndRevertsNothing() throws Exception {
    box.write("src/other.txt", "edited\n").git("add", "src/other.txt");
    Process git = startCommit("git", "commit", "-q", "-m", "person");
    Committed committed = replenish();
    assertContains("cannot lock ref", finishCommit(git));
    assertEquals(committed.id(), box.git("rev-parse", "HEAD").strip());
    assertEquals("M  src/other.txt\n", box.git("status", "--porcelain"));
    box.git("commit", "-q", "-m", "person");
    assertEquals("two\n", box.git("show", "HEAD:BACKLOG.md"));
    assertEquals("zero\none\n", box.git("show", "HEAD:TODO.md"));
    assertHealthy();
  }

  @Test
  void indexOfACommitIsRefusedInItsHooks() throws IOException {
    Path foreign = box.root().resolve(".git/index.lock");
    Files.copy(box.root().resolve(".git/index"), foreign);
    box.env().put("GIT_INDEX_FILE", ".git/index.lock");
    assertContains(foreign.toString(), refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void pushBeingReceivedIsNotBuiltUpon() throws IOException {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    box.env().put("GIT_QUARANTINE_PATH", "/tmp/incoming-1");
    assertContains("/tmp/incoming-1", refusedByCheckAndRun(REPOSITORY_STATE).message());
    refused(REPOSITORY_STATE, () -> replenish(bare));
  }

  @Test
  void removedLockStopsTheCommit() throws IOException {
    Problem problem =
        refused(
            LOCKED,
            () ->
                commitWith(
                    step -> {
                      if (step == TestHooks.Step.BRANCH_LOCKED) {
                        Files.delete(box.root().resolve(".git/index.lock"));
                      }
                    }));
    assertContains("another process: the lock of this run was removed", problem.message());
    assertEquals("1\n", box.git("rev-list", "--count", "HEAD"));
    assertHealthy();
  }
}
