package dev.replenish.git;

import static dev.replenish.board.ErrorCode.IO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.files.LockOwner;
import dev.replenish.git.setup.SharedPermissions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/**
 * Killed runs: before the commit point nothing is changed; after it, the next run finishes the
 * work.
 */
@Tag("long")
class CrashTest extends GitTest {

  /** A run in a JVM of its own that stops at a step and waits to be killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      TestHooks hooks = new TestHooks();
      hooks.probe =
          step -> {
            if (step == TestHooks.Step.valueOf(args[1])) {
              System.out.println("reached");
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            }
          };
      Optional<String> ref = args.length > 2 ? Optional.of(args[2]) : Optional.empty();
      try (Repo repo = Repo.open(Path.of(args[0]), System.getenv(), hooks);
          CommitSession session = repo.begin(ref)) {
        session.requireClean(BOARD);
        session.commit(
            List.of(change(BACKLOG, "two\n"), change(TODO, "zero\none\n")), MESSAGE, author());
      }
    }
  }

  /** The class path of this JVM, with the places of classes from other class loaders. */
  private static String classPath() {
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    for (Class<?> each :
        List.of(Victim.class, Repo.class, org.eclipse.jgit.lib.Repository.class, Logger.class)) {
      String place = each.getProtectionDomain().getCodeSource().getLocation().getPath();
      path.append(File.pathSeparator).append(place);
    }
    return path.toString();
  }

  private Process victimAt(TestHooks.Step step, String... ref) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Victim.class.getName(),
                box.root().toString(),
                step.name()));
    command.addAll(List.of(ref));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(box.env());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process victim = builder.start();
    BufferedReader out = new BufferedReader(new InputStreamReader(victim.getInputStream()));
    assertEquals("reached", out.readLine());
    return victim;
  }

  private void killAt(TestHooks.Step step, String... ref) throws Exception {
    Process victim = victimAt(step, ref);
    victim.destroyForcibly();
    assertTrue(victim.waitFor(20, TimeUnit.SECONDS));
  }

  private static boolean isAfterCommit(TestHooks.Step step) {
    return step.compareTo(TestHooks.Step.BRANCH_MOVED) >= 0;
  }

  @ParameterizedTest
  @EnumSource(TestHooks.Step.class)
  void nextRunFindsAConsistentRepositoryAfterAKillAtAnyStep(TestHooks.Step step) throws Exception {
    box.write("mine.txt", "staged\n").git("add", "mine.txt");
    box.write("mine.txt", "edited\n");
    killAt(step);
    assertTrue(Files.exists(box.root().resolve(".git/index.lock")));
    try (Repo repo = open()) {
      repo.requireReady(repo.tip(Optional.empty()), BOARD);
    }
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.requireClean(BOARD);
      boolean unfinished =
          isAfterCommit(step) && step != TestHooks.Step.INDEX_WRITTEN; // all work was done
      assertEquals(unfinished ? 1 : 0, session.notices().size(), session.notices().toString());
    }
    assertEquals(isAfterCommit(step) ? "2\n" : "1\n", box.git("rev-list", "--count", "HEAD"));
    assertEquals(isAfterCommit(step) ? "two\n" : "one\ntwo\n", box.read(BACKLOG));
    assertEquals("AM mine.txt\n", box.git("status", "--porcelain"));
    assertEquals("edited\n", box.read("mine.txt"));
    assertNoLeftovers();
    box.git("fsck", "--strict");
  }

  @Test
  void signalBeforeTheCommitPointLeavesNothing() throws Exception {
    Process victim = victimAt(TestHooks.Step.LOCKED);
    victim.destroy(); // SIGTERM
    assertTrue(victim.waitFor(20, TimeUnit.SECONDS));
    assertEquals("1\n", box.git("rev-list", "--count", "HEAD"));
    assertHealthy();
  }

  @Test
  void userMayRemoveTheLockBeforeTheRecovery() throws Exception {
    killAt(TestHooks.Step.WORK_FILE_WRITTEN);
    Files.delete(box.root().resolve(".git/index.lock"));
    box.git("status"); // refreshes the index
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      assertContains("interrupted", session.notices().get(0));
    }
    assertHealthy();
  }

  @Test
  void runRecoversWithoutAJournal() throws Exception {
    killAt(TestHooks.Step.BRANCH_MOVED);
    Files.delete(Journal.file(box.root().resolve(".git")));
    Files.delete(box.root().resolve(".git/index.lock"));
    box.git("read-tree", "HEAD~"); // an index from before, as earlier versions left it
    Path index = box.root().resolve(".git/index");
    Files.setLastModifiedTime(index, FileTime.fromMillis(1_000_000_000_000L));
    assertEquals(
        "M  BACKLOG.md\nM  TODO.md\n",
        box.git("-c", "core.fsmonitor=false", "--no-optional-locks", "status", "--porcelain"));
    try (Repo repo = open()) {
      repo.requireReady(repo.tip(Optional.empty()), BOARD);
      try (CommitSession session = repo.begin(Optional.empty())) {
        session.requireClean(BOARD);
      }
    }
    assertHealthy();
  }

  @Test
  void revertByHandIsNotTakenForACrash() throws IOException {
    replenish();
    box.git("restore", "--source=HEAD~", "--staged", "--worktree", BACKLOG, TODO);
    assertContains(
        "staged changes", refused(ErrorCode.REPOSITORY_STATE, () -> replenish()).message());
    assertEquals("one\ntwo\n", box.read(BACKLOG));
  }

  @Test
  void editAfterACrashAndTheCommitAreKept() throws Exception {
    killAt(TestHooks.Step.BRANCH_MOVED);
    box.write(TODO, "my own words\n");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      assertContains("TODO.md was edited after", session.notices().get(1));
    }
    assertEquals("my own words\n", box.read(TODO));
    assertEquals("two\n", box.read(BACKLOG));
    assertEquals(" M TODO.md\n", box.git("status", "--porcelain"));
    assertNoLeftovers();
  }

  @Test
  void laterCommitEndsTheRecovery() throws Exception {
    killAt(TestHooks.Step.BRANCH_MOVED);
    Files.delete(box.root().resolve(".git/index.lock"));
    box.git("reset", "-q", "--hard");
    box.write("x.txt", "x").commitAll("on top");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      assertEquals(List.of(), session.notices());
      session.requireClean(BOARD);
    }
    assertHealthy();
  }

  @Test
  void journalOfALivingRunIsRespected() throws IOException {
    LockOwner me = LockOwner.current();
    LockOwner parent =
        new LockOwner(
            ProcessHandle.current().parent().orElseThrow().pid(),
            ProcessHandle.current()
                .parent()
                .orElseThrow()
                .info()
                .startInstant()
                .orElseThrow()
                .toEpochMilli(),
            me.host(),
            me.boot(),
            me.pidNamespace(),
            me.nonce());
    var id = org.eclipse.jgit.lib.ObjectId.fromString(box.git("rev-parse", "HEAD").strip());
    new Journal(parent, "refs/heads/main", id, id, BOARD)
        .write(box.root().resolve(".git"), SharedPermissions.of("umask", "Linux"));
    refused(ErrorCode.LOCKED, () -> replenish());
  }

  @Test
  void truncatedJournalIsDropped() throws IOException {
    Path journal = Journal.file(box.root().resolve(".git"));
    Files.writeString(journal, "replenish lock\n12");
    replenish();
    assertHealthy();
  }

  private TestHooks fullDiskAt(TestHooks.Step step) {
    TestHooks hooks = hooksWithAShortTimeout();
    hooks.probe =
        at -> {
          if (at == step) {
            throw new IOException("No space left on device");
          }
        };
    return hooks;
  }

  @ParameterizedTest
  @EnumSource(
      value = TestHooks.Step.class,
      names = {"BRANCH_MOVED", "WORK_FILE_WRITTEN", "INDEX_WRITTEN"})
  void fullDiskAfterTheCommitPointKeepsTheCommit(TestHooks.Step step) throws IOException {
    TestHooks hooks = fullDiskAt(step);
    Problem problem =
        refused(
            IO,
            () -> {
              try (Repo repo = Repo.open(box.root(), box.env(), hooks);
                  CommitSession session = repo.begin(Optional.empty())) {
                session.commit(
                    List.of(change(BACKLOG, "two\n"), change(TODO, "zero\none\n")),
                    MESSAGE,
                    author());
              }
            });
    String id = box.git("rev-parse", "HEAD").strip();
    assertEquals("The commit " + id + " is made.", problem.kept());
    assertFalse(Files.exists(box.root().resolve(".git/index.lock")));
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.requireClean(BOARD);
    }
    assertHealthy();
  }

  @ParameterizedTest
  @EnumSource(
      value = TestHooks.Step.class,
      names = {"LOCKED", "OBJECTS_WRITTEN", "JOURNAL_WRITTEN", "BRANCH_LOCKED"})
  void fullDiskBeforeTheCommitPointChangesNothing(TestHooks.Step step) throws IOException {
    String before = snapshot();
    TestHooks hooks = fullDiskAt(step);
    Problem problem =
        refused(
            IO,
            () -> {
              try (Repo repo = Repo.open(box.root(), box.env(), hooks);
                  CommitSession session = repo.begin(Optional.empty())) {
                session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
              }
            });
    assertEquals(Problem.NOTHING_WRITTEN, problem.kept());
    assertEquals(before, snapshot());
    assertHealthy();
  }

  @Test
  void fullDiskAfterTheNewIndexRestoresTheOldOne() throws IOException {
    TestHooks hooks = fullDiskAt(TestHooks.Step.INDEX_PUBLISHED);
    Problem problem =
        refused(
            IO,
            () -> {
              try (Repo repo = Repo.open(box.root(), box.env(), hooks);
                  CommitSession session = repo.begin(Optional.empty())) {
                session.commit(
                    List.of(change(TODO, "x\n"), change("NEW.md", "y\n")), MESSAGE, author());
              }
            });
    assertEquals(Problem.NOTHING_WRITTEN, problem.kept());
    assertEquals("1\n", box.git("rev-list", "--count", "HEAD"));
    assertHealthy();
  }

  private void removeLocks() throws IOException {
    for (String lock : List.of("index.lock", "HEAD.lock", "refs/heads/main.lock")) {
      Files.deleteIfExists(box.root().resolve(".git").resolve(lock));
    }
  }

  private List<String> noticesOfTheNextRun() {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      return session.notices();
    }
  }

  @Test
  void lockOfABranchIsRemovedByARunOnAnother() throws Exception {
    box.git("branch", "plan");
    killAt(TestHooks.Step.BRANCH_LOCKED, "plan");
    assertTrue(Files.exists(box.root().resolve(".git/refs/heads/plan.lock")));
    replenish();
    box.git("branch", "-f", "plan", "main");
    assertHealthy();
  }

  @Test
  void locksInABareRepositoryAreRemoved() throws Exception {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    box = box.at(bare);
    killAt(TestHooks.Step.BRANCH_LOCKED);
    assertTrue(Files.exists(bare.resolve("refs/heads/main.lock")));
    assertTrue(Files.exists(bare.resolve("HEAD.lock")));
    replenish(bare);
    assertNoLeftovers();
  }

  @Test
  void indexOfACommitThatWasNotMadeIsRestored() throws Exception {
    box.git("rm", "-q", TODO);
    box.commitAll("no todo"); // so that the entry goes again
    killAt(TestHooks.Step.INDEX_PUBLISHED);
    assertEquals("BACKLOG.md\nTODO.md\n", box.git("diff", "--cached", "--name-only"));
    assertEquals(List.of(), noticesOfTheNextRun());
    assertEquals("2\n", box.git("rev-list", "--count", "HEAD"));
    assertHealthy();
  }

  @Test
  void commitByHandInTheMiddleOfARunLosesNoTask() throws Exception {
    killAt(TestHooks.Step.WORK_FILE_WRITTEN);
    assertEquals("one\ntwo\n", box.read(BACKLOG));
    assertEquals("zero\none\n", box.read(TODO));
    removeLocks();
    box.git("commit", "-q", "-am", "by hand");
    assertEquals(List.of(), noticesOfTheNextRun());
    assertEquals("one\ntwo\n", box.read(BACKLOG));
    assertEquals("zero\none\n", box.git("show", "HEAD:TODO.md"));
    assertHealthy();
  }

  @Test
  void commitByHandOfTheStagedFilesIsComplete() throws Exception {
    killAt(TestHooks.Step.INDEX_PUBLISHED);
    removeLocks();
    box.git("commit", "-q", "-m", "by hand");
    assertContains("BACKLOG.md", noticesOfTheNextRun().get(0));
    assertEquals("two\n", box.read(BACKLOG));
    assertEquals("zero\none\n", box.read(TODO));
    assertHealthy();
  }

  @Test
  void hardResetAfterACrashIsKept() throws Exception {
    killAt(TestHooks.Step.WORK_FILE_WRITTEN);
    removeLocks();
    box.git("reset", "-q", "--hard", "HEAD~");
    assertEquals(List.of(), noticesOfTheNextRun());
    assertEquals("one\ntwo\n", box.read(BACKLOG));
    assertHealthy();
  }

  @Test
  void softResetAfterACrashKeepsTheWorkTree() throws Exception {
    killAt(TestHooks.Step.INDEX_WRITTEN);
    removeLocks();
    box.git("reset", "-q", "--soft", "HEAD~");
    assertEquals(List.of(), noticesOfTheNextRun());
    assertEquals("M  BACKLOG.md\nM  TODO.md\n", box.git("status", "--porcelain"));
    assertEquals("two\n", box.read(BACKLOG));
  }

  @Test
  void journalOfAPrunedCommitIsDropped() throws Exception {
    killAt(TestHooks.Step.JOURNAL_WRITTEN);
    box.git("reflog", "expire", "--expire=now", "--all");
    box.git("prune", "--expire=now");
    replenish();
    assertHealthy();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../../mine", "0a1b2c3d-1-2/x", "0a1b2c3d-1", "..", ""})
  void journalWithAnInvalidNonceIsRefused(String nonce) throws Exception {
    killAt(TestHooks.Step.WORK_FILE_WRITTEN);
    removeLocks();
    Path journal = Journal.file(box.root().resolve(".git"));
    List<String> lines = new ArrayList<>(Files.readAllLines(journal));
    assertTrue(LockOwner.parse(String.join("\n", lines)).hasOwnNonce(), lines.get(6));
    lines.set(6, nonce);
    Files.write(journal, lines);
    // The name of the temporary file would lead here.
    Files.createDirectory(box.root().resolve("." + TODO + "."));
    Path mine = Files.createFile(tmp.toRealPath().resolve("mine.replenish-tmp"));
    for (Executable call : List.<Executable>of(this::replenish, this::noticesOfTheNextRun)) {
      Problem problem = refused(IO, call);
      assertContains(journal.toString(), problem.message());
      assertContains("git status", problem.next());
    }
    assertEquals(lines, Files.readAllLines(journal));
    assertTrue(Files.exists(mine));
    Files.delete(journal);
    assertEquals(" M BACKLOG.md\n", box.git("status", "--porcelain", "-uno"));
  }

  @Test
  void commitThatWasNotMadeLeavesNothingInASparseCheckout() throws Exception {
    box.git("sparse-checkout", "set", "--no-cone", "/src/");
    killAt(TestHooks.Step.INDEX_PUBLISHED);
    assertEquals("BACKLOG.md\nTODO.md\n", box.git("diff", "--cached", "--name-only"));
    assertEquals(List.of(), noticesOfTheNextRun());
    assertFalse(Files.exists(box.root().resolve(TODO)));
    assertHealthy();
  }

  @Test
  void unreadableJournalIsNamed() throws IOException {
    Path journal = Journal.file(box.root().resolve(".git"));
    Files.createDirectory(journal);
    Problem problem = refusedByCheckAndRun(IO);
    assertContains(journal.toString(), problem.message());
    assertContains("permissions", problem.next());
  }

  @Test
  void recoverFinishesTheCommit() throws Exception {
    killAt(TestHooks.Step.WORK_FILE_WRITTEN);
    try (Repo repo = open()) {
      assertContains("interrupted", repo.recover(Optional.empty()).get(0));
      assertEquals(List.of(), repo.recover(Optional.empty()));
    }
    assertEquals("two\n", box.read(BACKLOG));
    assertHealthy();
  }

  @Test
  void recoveryIsPostponedDuringAMerge() throws Exception {
    killAt(TestHooks.Step.WORK_FILE_WRITTEN);
    Files.writeString(box.root().resolve(".git/MERGE_HEAD"), box.git("rev-parse", "HEAD"));
    try (Repo repo = open()) {
      assertEquals(List.of(), repo.recover(Optional.empty()));
    }
    Files.delete(box.root().resolve(".git/MERGE_HEAD"));
    assertContains("interrupted", noticesOfTheNextRun().get(0));
    assertHealthy();
  }

  @Test
  void bugAfterTheCommitPointReportsThatTheCommitIsMade() throws IOException {
    TestHooks hooks = hooksWithAShortTimeout();
    hooks.probe =
        step -> {
          if (step == TestHooks.Step.BRANCH_MOVED) {
            throw new IllegalStateException("a bug");
          }
        };
    Problem problem =
        refused(
            ErrorCode.INTERNAL,
            () -> {
              try (Repo repo = Repo.open(box.root(), box.env(), hooks);
                  CommitSession session = repo.begin(Optional.empty())) {
                session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
              }
            });
    String id = box.git("rev-parse", "HEAD").strip();
    assertEquals("The commit " + id + " is made.", problem.kept());
    noticesOfTheNextRun();
    assertEquals("x\n", box.read(TODO));
    assertHealthy();
  }
}
