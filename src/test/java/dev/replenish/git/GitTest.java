package dev.replenish.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.Committed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Shared by the tests of this package: a board of two files and ways to commit to it. */
public abstract class GitTest {
  public static final String BACKLOG = "BACKLOG.md";
  public static final String TODO = "TODO.md";
  public static final List<String> BOARD = List.of(BACKLOG, TODO);
  public static final String MESSAGE =
      "chore(todo): replenish 1 task\n\n- TASK-20260204-001 A title\n\nReplenish-Board: .\n";

  @TempDir public Path tmp;
  public GitSandbox box;

  @BeforeEach
  void prepare() throws IOException {
    box = GitSandbox.create(tmp);
    box.write(BACKLOG, "one\ntwo\n").write(TODO, "zero\n").write("src/other.txt", "other\n");
    box.commitAll("begin");
  }

  TestHooks hooksWithAShortTimeout() {
    TestHooks hooks = new TestHooks();
    hooks.lockTimeout = Duration.ofMillis(150);
    return hooks;
  }

  public Repo open() {
    return open(box.root());
  }

  public Repo open(Path folder) {
    return Repo.open(folder, box.env(), hooksWithAShortTimeout());
  }

  public static AuthorOverride author() {
    return new AuthorOverride(
        Optional.empty(), ZonedDateTime.parse("2026-02-04T09:30:00+01:00"), true);
  }

  public static Change change(String path, String text) {
    return new Change(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Moves the line "one" from the backlog to the TODO, as a run would. */
  public Committed replenish() {
    return replenish(box.root());
  }

  public Committed replenish(Path folder) {
    try (Repo repo = open(folder);
        CommitSession session = repo.begin(Optional.empty())) {
      session.requireClean(BOARD);
      return session.commit(
          List.of(change(BACKLOG, "two\n"), change(TODO, "zero\none\n")), MESSAGE, author());
    }
  }

  public static Problem refused(ErrorCode code, Executable work) {
    Problem problem = assertThrows(ProblemException.class, work).problem();
    assertEquals(code, problem.code(), problem.message());
    assertFalse(problem.message().isBlank());
    assertFalse(problem.next().isBlank());
    return problem;
  }

  /** The problem that the pre-flight check and the run both report, with nothing changed. */
  Problem refusedByCheckAndRun(ErrorCode code) throws IOException {
    String before = snapshot();
    Problem dry =
        refused(
            code,
            () -> {
              try (Repo repo = open()) {
                repo.requireReady(repo.tip(Optional.empty()), BOARD);
              }
            });
    Problem real = refused(code, () -> replenish());
    assertEquals(dry.message(), real.message());
    assertEquals(before, snapshot());
    return real;
  }

  /** Everything a refused run must leave as it was. */
  public String snapshot() throws IOException {
    StringBuilder all = new StringBuilder(box.tryGit("for-each-ref").out());
    all.append(box.tryGit("ls-files", "--stage", "--debug").out());
    try (Stream<Path> files = Files.walk(box.root())) {
      files
          .filter(Files::isRegularFile)
          .filter(f -> !f.toString().contains(".git/objects/"))
          .sorted()
          .forEach(f -> all.append(f).append(' ').append(f.toFile().length()).append('\n'));
    }
    return all.toString();
  }

  public void assertHealthy() throws IOException {
    box.git("fsck", "--strict");
    assertEquals("", box.git("status", "--porcelain"));
    assertNoLeftovers();
  }

  void assertNoLeftovers() throws IOException {
    try (Stream<Path> files = Files.walk(box.root())) {
      List<String> left =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".lock") || f.contains("replenish"))
              .toList();
      assertEquals(List.of(), left);
    }
  }

  public static void assertContains(String part, String whole) {
    assertTrue(whole.contains(part), () -> "no '" + part + "' in: " + whole);
  }
}
