package dev.replenish.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.board.CallContext;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.GitSandbox;
import dev.replenish.rules.BatchFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new board is complete and valid, and existing files are kept. */
class InitBoardTest {
  @TempDir Path tmp;
  private GitSandbox repo;

  @BeforeEach
  void createRepository() {
    repo = GitSandbox.create(tmp);
  }

  private CallContext context(Path dir) {
    return new CallContext(dir, repo.env(), Optional.empty(), Map.of());
  }

  private InitBoard.Result init(String board, boolean workflow) {
    Optional<String> named = Optional.of(board).filter(b -> !b.isEmpty());
    return InitBoard.init(context(repo.root()), new InitBoard.Request(named, workflow));
  }

  private ErrorCode refused(String board) {
    ProblemException refusal = assertThrows(ProblemException.class, () -> init(board, true));
    return refusal.problem().code();
  }

  @Test
  void newBoardHasNoFindingsAndNothingToDo() {
    InitBoard.Result result = init("", true);
    assertEquals(".", result.dir());
    assertEquals(
        List.of(
            "BACKLOG.md",
            "TODO.md",
            "TASKS.md",
            ".github/workflows/replenish.yml",
            "TASK_TEMPLATE.md",
            ".replenish"),
        result.written());
    assertEquals(List.of(), result.kept());
    CheckBoard.Result check =
        CheckBoard.check(context(repo.root()), CheckBoard.Request.CHECK_ONLY)
            .get(0)
            .result()
            .orElseThrow();
    assertEquals(List.of(), check.findings());
    repo.commitAll("docs: begin a board");
    RunResult plan = run();
    assertEquals(Outcome.NOOP, plan.outcome());
    assertEquals("backlog-empty", plan.reason());
  }

  private RunResult run() {
    return Replenish.run(context(repo.root()), Replenish.Request.of(BatchFilter.NONE, false))
        .get(0)
        .result()
        .orElseThrow();
  }

  @Test
  void templateIsMovedOnceItIsATask() {
    init("", false);
    String guide = repo.read("TASKS.md");
    String template = guide.substring(guide.indexOf("## task_begin"), guide.indexOf("\n---\n") + 5);
    String task = template.replace("YYYYMMDD", "20260204");
    repo.write(
        "BACKLOG.md",
        repo.read("BACKLOG.md")
            .replace("## Development, high\n\n", "## Development, high\n\n" + task + "\n"));
    repo.commitAll("docs: a first task");
    RunResult result = run();
    assertEquals(Outcome.MOVED, result.outcome(), result::toString);
    assertTrue(repo.read("TODO.md").contains("**Batch Type:** dev  \n"), repo.read("TODO.md"));
    assertEquals("", repo.git("status", "--porcelain"));
  }

  @Test
  void resultStatesWhetherTheWorkflowServesTheBoard() {
    assertTrue(init("", true).served());
    assertTrue(init("", true).served());
    assertFalse(init("teams/search", true).served());
    assertTrue(init("teams/search", false).served());
  }

  @Test
  void existingFilesAreKept() {
    repo.write("TODO.md", "mine").write(".github/workflows/replenish.yml", "mine too");
    InitBoard.Result result = init("", true);
    assertEquals(
        List.of("BACKLOG.md", "TASKS.md", "TASK_TEMPLATE.md", ".replenish"), result.written());
    assertEquals(List.of("TODO.md", ".github/workflows/replenish.yml"), result.kept());
    assertEquals("mine", repo.read("TODO.md"));
    assertEquals("mine too", repo.read(".github/workflows/replenish.yml"));
    assertEquals(List.of(), init("", true).written());
  }

  @Test
  void boardIsWrittenIntoTheCurrentOrTheNamedFolder() throws IOException {
    Path team = Files.createDirectories(repo.root().resolve("team"));
    assertEquals(
        "team",
        InitBoard.init(context(team), new InitBoard.Request(Optional.empty(), false)).dir());
    InitBoard.Result result =
        InitBoard.init(
            context(team), new InitBoard.Request(Optional.of("../agents/ana/tasks"), false));
    assertEquals("agents/ana/tasks", result.dir());
    assertTrue(Files.isRegularFile(repo.root().resolve("agents/ana/tasks/BACKLOG.md")));
  }

  @Test
  void configuredFileNamesAreUsed() {
    repo.write(
        ".replenish", "[replenish]\n\tbacklog = LATER.md\n\ttodo = NOW.md\n\tbatchSize = 3\n");
    assertEquals(List.of("LATER.md", "NOW.md", "TASKS.md"), init("", false).written());
    assertTrue(repo.read("NOW.md").contains("**Batch Size Target:** 3"));
    assertTrue(repo.read("NOW.md").contains("waits in LATER.md"));
    assertFalse(repo.read("TASKS.md").contains("BACKLOG.md"));
    assertFalse((repo.read("LATER.md") + repo.read("TASKS.md")).contains("%"));
  }

  @Test
  void workflowNamesTheBoardAndPinsActions() throws IOException {
    init("it's", true);
    String workflow = repo.read(".github/workflows/replenish.yml");
    assertTrue(workflow.contains("board: 'it''s'"), workflow);
    assertFalse(workflow.contains("%BOARD%"), workflow);
    String used = Files.readString(Path.of(".github/workflows/ci.yml"), UTF_8);
    workflow
        .lines()
        .filter(line -> line.contains("uses:") && line.contains("@"))
        .map(line -> line.substring(line.indexOf("uses:")))
        .forEach(line -> assertTrue(used.contains(line), line + " is pinned as in our own"));
  }

  @Test
  void foldersOutsideTheWorkTreeAreRefused() {
    assertEquals(ErrorCode.USAGE, refused("../elsewhere"));
    assertEquals(ErrorCode.USAGE, refused("/tmp"));
    assertEquals(ErrorCode.USAGE, refused(".git/board"));
  }

  @Test
  void linksAreRefused() throws IOException {
    Path outside = Files.createDirectories(tmp.resolve("outside"));
    Files.createSymbolicLink(repo.root().resolve("linked"), outside);
    assertEquals(ErrorCode.INVALID_DOCUMENT, refused("linked"));
    Files.createSymbolicLink(repo.root().resolve("TODO.md"), outside.resolve("TODO.md"));
    assertEquals(ErrorCode.INVALID_DOCUMENT, refused("."));
    assertFalse(Files.exists(repo.root().resolve("BACKLOG.md")), "looked at all before it wrote");
    assertEquals(0, outside.toFile().list().length);
  }

  @Test
  void branchIsRefused() {
    CallContext other = new CallContext(repo.root(), repo.env(), Optional.of("main"), Map.of());
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> InitBoard.init(other, new InitBoard.Request(Optional.empty(), false)));
    assertEquals(ErrorCode.USAGE, refusal.problem().code());
    assertFalse(Files.exists(repo.root().resolve("BACKLOG.md")));
  }

  @Test
  void bareRepositoryIsRefused() {
    GitSandbox bare = GitSandbox.create(tmp, "bare.git", "--bare");
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () ->
                InitBoard.init(
                    context(bare.root()), new InitBoard.Request(Optional.empty(), false)));
    assertEquals(ErrorCode.REPOSITORY_STATE, refusal.problem().code());
  }
}
