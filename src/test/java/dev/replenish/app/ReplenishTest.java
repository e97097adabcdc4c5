package dev.replenish.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.board.CallContext;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.GitSandbox;
import dev.replenish.rules.BatchFilter;
import dev.replenish.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs from a tip to a commit on real repositories, one situation per test. */
class ReplenishTest {
  private static final String BACKLOG =
      """
      # Backlog

      ## group_begin [type:dev][priority:high]

      ## task_begin
      ### # [id:A-1][type:dev][priority:high] Boil water
      **Relevant Documentation:** `docs/tea.md`
      **Plan:**
      1. Fill the kettle
      2. Switch it on
      3. Wait
      **Estimated Effort:** 1 h
      ## task_end

      ---

      ## group_end
      """;

  @TempDir private Path tmp;
  private GitSandbox repo;

  @BeforeEach
  void createRepository() {
    repo = GitSandbox.create(tmp);
  }

  private BoardResult<RunResult> run(String... boards) {
    return runAll(boards).get(0);
  }

  private List<BoardResult<RunResult>> runAll(String... boards) {
    Map<SettingKey, String> flags =
        boards.length == 0 ? Map.of() : Map.of(SettingKey.BOARD, String.join(",", boards));
    CallContext context = new CallContext(repo.root(), repo.env(), Optional.empty(), flags);
    return Replenish.run(context, Replenish.Request.of(BatchFilter.NONE, false));
  }

  private static Problem problem(BoardResult<RunResult> outcome) {
    return outcome.problem().orElseThrow();
  }

  @Test
  void uncommittedBacklogIsReported() {
    repo.write("README.md", "x\n");
    repo.commitAll("init");
    repo.write("BACKLOG.md", BACKLOG);
    Problem problem = problem(run());
    assertEquals(ErrorCode.REPOSITORY_STATE, problem.code());
    assertTrue(problem.message().contains("BACKLOG.md is in the work tree, but not in Git"));
  }

  @Test
  void missingBacklogIsReported() {
    repo.write("README.md", "x\n");
    repo.commitAll("init");
    assertEquals(ErrorCode.INVALID_DOCUMENT, problem(run()).code());
  }

  @Test
  void failingBoardDoesNotPreventOthers() {
    repo.write("a/BACKLOG.md", "<<<<<<< ours\n=======\n>>>>>>> theirs\n");
    repo.write("b/BACKLOG.md", BACKLOG);
    repo.commitAll("init");
    List<BoardResult<RunResult>> outcomes = runAll("a", "b");
    assertEquals(ErrorCode.INVALID_DOCUMENT, problem(outcomes.get(0)).code());
    assertEquals(Outcome.MOVED, outcomes.get(1).result().orElseThrow().outcome());
  }

  @Test
  void hooksAreReportedOncePerRun() throws IOException {
    repo.write("a/BACKLOG.md", BACKLOG);
    repo.write("b/BACKLOG.md", BACKLOG);
    repo.commitAll("init");
    Path hook = Files.createDirectories(repo.root().resolve(".git/hooks")).resolve("pre-commit");
    Files.writeString(hook, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<BoardResult<RunResult>> outcomes = runAll("a", "b");
    assertEquals(1, outcomes.get(0).result().orElseThrow().ending().notices().size());
    assertEquals(List.of(), outcomes.get(1).result().orElseThrow().ending().notices());
  }

  @Test
  void oneOfEightConcurrentRunsInABareRepositoryMoves() throws Exception {
    repo.write("BACKLOG.md", BACKLOG);
    repo.commitAll("init");
    Path bare = tmp.toRealPath().resolve("bare.git");
    repo.git("clone", "-q", "--bare", repo.root().toString(), bare.toString());
    repo = repo.at(bare);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<String> outcomes = new ArrayList<>();
    try {
      Callable<String> work = () -> run().result().orElseThrow().outcome().word();
      for (Future<String> each : pool.invokeAll(Collections.nCopies(8, work))) {
        outcomes.add(each.get());
      }
    } finally {
      pool.shutdown();
    }
    outcomes.sort(null);
    assertEquals(
        List.of("moved", "noop", "noop", "noop", "noop", "noop", "noop", "noop"), outcomes);
    assertEquals("2\n", repo.git("rev-list", "--count", "HEAD"));
    repo.git("fsck", "--strict");
  }
}
