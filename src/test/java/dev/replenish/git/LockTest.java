package dev.replenish.git;

import static dev.replenish.board.ErrorCode.CONFLICT;
import static dev.replenish.board.ErrorCode.LOCKED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.files.LockOwner;
import dev.replenish.git.files.Locks;
import dev.replenish.git.files.TemporaryFiles;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.Committed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Locks of other processes are waited for, named and never broken; lost races are reported. */
class LockTest extends GitTest {

  private Path lock() {
    return box.root().resolve(".git/index.lock");
  }

  @Test
  void lockOfGitIsNamedAndKept() throws IOException {
    Files.createFile(lock());
    Problem problem = refusedByCheckAndRun(LOCKED);
    assertContains(lock() + " is held by another Git process", problem.message());
    assertTrue(Files.exists(lock()));
  }

  @Test
  void lockOfALivingRunIsNamedAndKept() throws IOException {
    Files.writeString(lock(), LockOwner.current().text());
    Problem problem = refusedByCheckAndRun(LOCKED);
    assertContains("process " + ProcessHandle.current().pid(), problem.message());
    assertTrue(Files.exists(lock()));
  }

  @Test
  void lockOfAnotherMachineIsKept() throws IOException {
    LockOwner me = LockOwner.current();
    LockOwner far = new LockOwner(1, 2, "far-away", "x", "y", me.nonce());
    Files.writeString(lock(), far.text());
    assertContains("far-away", refusedByCheckAndRun(LOCKED).message());
  }

  @Test
  void lockOfADeadRunIsRemoved() throws Exception {
    Files.writeString(lock(), dead().text());
    replenish();
    assertHealthy();
  }

  @Test
  void lockFromBeforeARebootIsRemoved() throws Exception {
    LockOwner me = LockOwner.current();
    Files.writeString(
        lock(), new LockOwner(me.pid(), me.started(), me.host(), "old boot", "", "n").text());
    replenish();
    assertHealthy();
  }

  @Test
  void lockOfAReusedProcessIdIsRemoved() throws IOException {
    LockOwner me = LockOwner.current();
    LockOwner before =
        new LockOwner(
            me.pid(), me.started() - 60_000, me.host(), me.boot(), me.pidNamespace(), "n");
    Files.writeString(lock(), before.text());
    replenish();
    assertHealthy();
  }

  @Test
  void onlyOwnLocksCountAsDeadIfProcessesAreHidden() throws Exception {
    LockOwner dead = dead();
    LockOwner own =
        new LockOwner(
            dead.pid(),
            1,
            dead.host(),
            dead.boot(),
            dead.pidNamespace(),
            LockOwner.current().nonce());
    assertTrue(dead.isGone(false));
    assertFalse(dead.isGone(true), "the lock of another user");
    assertTrue(own.isGone(true));
  }

  private static LockOwner dead() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    LockOwner me = LockOwner.current();
    return new LockOwner(process.pid(), me.started(), me.host(), me.boot(), me.pidNamespace(), "n");
  }

  @Test
  void lockThatIsReleasedInTimeIsWaitedFor() throws Exception {
    Files.createFile(lock());
    TestHooks hooks = new TestHooks();
    hooks.lockTimeout = Duration.ofSeconds(20);
    Thread git =
        new Thread(
            () -> {
              try {
                Thread.sleep(200);
                Files.delete(lock());
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    git.start();
    try (Repo repo = Repo.open(box.root(), box.env(), hooks);
        CommitSession session = repo.begin(Optional.empty())) {
      assertFalse(git.isAlive() && Files.size(lock()) == 0);
      session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
    }
    git.join();
    assertHealthy();
  }

  @Test
  void gitRespectsTheLockOfARun() throws IOException {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      box.write("x.txt", "x");
      assertContains("index.lock", box.tryGit("add", "x.txt").err());
    }
    box.git("add", "x.txt");
    assertNoLeftovers();
  }

  @Test
  void replacedLockIsNotRemoved() throws IOException {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      Files.delete(lock());
      Files.writeString(lock(), "somebody else");
    }
    assertEquals("somebody else", Files.readString(lock()));
  }

  @Test
  void ticketStaysAsLongAsALockCannotBeRead() throws IOException {
    Locks locks = ticket();
    assertTrue(locks.tryTake(lock()));
    Files.delete(lock());
    Files.createDirectory(lock()); // a read fails, for root too
    assertFalse(locks.release(lock()));
    locks.close();
    assertTrue(locks.hasTicket());
    Files.delete(lock());
    locks.close();
    assertFalse(locks.hasTicket());
    assertNoLeftovers();
  }

  @Test
  void ticketStaysAsLongAsALockCannotBeRemoved() throws IOException {
    Path heads = box.root().resolve(".git/refs/heads");
    Path branch = heads.resolve("main.lock");
    Locks locks = Locks.of(box.root().resolve(".git"), lock(), branch);
    assertTrue(locks.tryTake(lock()) && locks.tryTake(branch));
    Files.setPosixFilePermissions(heads, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(heads), "root may remove everything");
      locks.close();
      assertTrue(Files.exists(branch));
      assertFalse(Files.exists(lock()));
      assertTrue(locks.hasTicket());
    } finally {
      Files.setPosixFilePermissions(heads, PosixFilePermissions.fromString("rwxr-xr-x"));
      locks.close();
    }
    assertFalse(locks.hasTicket());
    assertNoLeftovers();
  }

  @Test
  void heldLockOfTheBranchIsNamed() throws IOException {
    Path held = box.root().resolve(".git/refs/heads/main.lock");
    Files.createFile(held);
    Problem problem = refused(LOCKED, () -> replenish());
    assertContains(held.toString(), problem.message());
    Files.delete(held);
    assertHealthy();
  }

  @Test
  void heldLockOfHeadIsNamed() throws IOException {
    Path held = box.root().resolve(".git/HEAD.lock");
    Files.createFile(held);
    assertContains(held.toString(), refusedByCheckAndRun(LOCKED).message());
    assertTrue(Files.exists(held));
    Files.delete(held);
    assertHealthy();
  }

  private Locks ticket() {
    return Locks.of(box.root().resolve(".git"), lock());
  }

  @Test
  void longestWaitingRunComesFirst() throws Exception {
    List<Locks> tickets = List.of(ticket(), ticket(), ticket(), ticket());
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    List<Callable<Void>> waiters = new ArrayList<>();
    for (int i = tickets.size() - 1; i >= 0; i--) {
      int number = i;
      waiters.add(
          () -> {
            try (Locks mine = tickets.get(number)) {
              mine.await(lock(), Duration.ofSeconds(60));
              served.add(number);
            }
            return null;
          });
    }
    runAll(waiters);
    assertEquals(List.of(0, 1, 2, 3), served);
    assertNoLeftovers();
  }

  @Test
  void ticketOfADeadRunIsIgnored() throws Exception {
    LockOwner dead = dead();
    TemporaryFiles mine =
        TemporaryFiles.named("lock" + Integer.toHexString(lock().toString().hashCode()));
    TemporaryFiles older =
        new TemporaryFiles(mine.kind(), dead.machine(), dead.pid(), dead.started(), mine.time(), 0);
    Files.createFile(box.root().resolve(".git").resolve(older.name()));
    try (Locks locks = ticket()) {
      locks.await(lock(), Duration.ZERO);
      assertTrue(locks.holds(lock()));
    }
    replenish();
    assertHealthy();
  }

  @Test
  void stalledRunInFrontIsPassed() throws Exception {
    try (Locks first = ticket();
        Locks second = ticket()) {
      second.await(lock(), Duration.ofSeconds(60));
      assertTrue(second.holds(lock()));
      assertFalse(first.holds(lock()));
    }
    assertNoLeftovers();
  }

  @Test
  void onlyLeftoversOfDeadRunsAreRemoved() throws Exception {
    Path git = box.root().resolve(".git");
    LockOwner dead = dead();
    TemporaryFiles alive = TemporaryFiles.named("index");
    TemporaryFiles left =
        new TemporaryFiles("index", dead.machine(), dead.pid(), dead.started(), 1, 1);
    TemporaryFiles far = new TemporaryFiles("index", "0".repeat(24), 1, 1, 1, 1);
    TemporaryFiles oldFar = new TemporaryFiles("index", "0".repeat(24), 1, 1, 1, 2);
    List<Path> kept =
        List.of(
            git.resolve(alive.name()),
            git.resolve(far.name()),
            git.resolve("replenish-notes.tmp"),
            git.resolve("objects/noz12.tmp"));
    List<Path> gone =
        List.of(
            git.resolve(left.name()),
            git.resolve("objects").resolve(left.name()),
            git.resolve(oldFar.name()),
            git.resolve("objects/noz11.tmp"));
    FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
    for (Path file : kept) {
      Files.createFile(file);
    }
    for (Path file : gone) {
      Files.setLastModifiedTime(Files.createFile(file), yesterday);
    }
    replenish();
    for (Path file : kept) {
      assertTrue(Files.exists(file), file.toString());
      Files.delete(file);
    }
    for (Path file : gone) {
      assertFalse(Files.exists(file), file.toString());
    }
    assertHealthy();
  }

  @Test
  void concurrentCommitWinsAndIsReported() throws IOException {
    TestHooks hooks = hooksWithAShortTimeout();
    hooks.probe =
        step -> {
          if (step == TestHooks.Step.JOURNAL_WRITTEN) {
            String tree = box.git("rev-parse", "HEAD^{tree}").strip();
            String other = box.git("commit-tree", tree, "-p", "HEAD", "-m", "faster").strip();
            box.git("update-ref", "refs/heads/main", other);
          }
        };
    Problem problem =
        refused(
            CONFLICT,
            () -> {
              try (Repo repo = Repo.open(box.root(), box.env(), hooks);
                  CommitSession session = repo.begin(Optional.empty())) {
                session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
              }
            });
    assertContains("main has moved meanwhile", problem.message());
    assertEquals("faster\n", box.git("log", "-1", "--format=%s"));
    assertHealthy();
  }

  @Test
  void editDuringACommitIsRefusedBeforeAndKeptAfterTheCommitPoint() throws IOException {
    Problem problem =
        refused(
            ErrorCode.REPOSITORY_STATE,
            () -> commitWith(TestHooks.Step.OBJECTS_WRITTEN, () -> box.write(TODO, "mine\n")));
    assertContains("TODO.md has changes", problem.message());
    assertEquals("begin\n", box.git("log", "-1", "--format=%s"));
    box.git("checkout", "-q", TODO);

    Committed committed = commitWith(TestHooks.Step.BRANCH_MOVED, () -> box.write(TODO, "mine\n"));
    assertContains("TODO.md was edited during the commit", committed.notices().get(0));
    assertEquals("mine\n", box.read(TODO));
    assertEquals("two\n", box.read(BACKLOG));
    assertEquals(" M TODO.md\n", box.git("status", "--porcelain"));
    assertNoLeftovers();
  }

  private Committed commitWith(TestHooks.Step at, Runnable what) {
    TestHooks hooks = hooksWithAShortTimeout();
    hooks.probe =
        step -> {
          if (step == at) {
            what.run();
          }
        };
    try (Repo repo = Repo.open(box.root(), box.env(), hooks);
        CommitSession session = repo.begin(Optional.empty())) {
      return session.commit(
          List.of(change(BACKLOG, "two\n"), change(TODO, "x\n")), MESSAGE, author());
    }
  }

  @Test
  void sameCommitByAnotherRunIsALostRace() throws IOException {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    box.env().put("GIT_COMMITTER_DATE", "2026-02-04T12:00:00Z");
    List<Change> same = List.of(change(TODO, "one\n"));
    try (Repo repo = open(bare);
        CommitSession first = repo.begin(Optional.empty());
        CommitSession second = repo.begin(Optional.empty())) {
      String id = first.commit(same, MESSAGE, author()).id();
      refused(CONFLICT, () -> second.commit(same, MESSAGE, author()));
      assertEquals(id, box.at(bare).git("rev-parse", "main").strip());
    }
  }

  @Test
  void eightConcurrentWritersInOneWorkTreeLoseNothing() throws Exception {
    box.env().remove("GIT_INDEX_FILE");
    runAll(writers(box.root(), Optional.empty()));
    assertAllLinesAreThere();
    assertHealthy();
    assertEquals(box.git("show", "HEAD:TODO.md"), box.read(TODO));
  }

  @Test
  void eightConcurrentWritersInABareRepositoryLoseNothing() throws Exception {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    runAll(writers(bare, Optional.of("main")));
    box = box.at(bare);
    assertAllLinesAreThere();
    box.git("fsck", "--strict");
  }

  private void assertAllLinesAreThere() {
    assertEquals("9\n", box.git("rev-list", "--count", "HEAD"));
    assertEquals("9\n", box.git("rev-list", "--count", "--first-parent", "HEAD"));
    List<String> lines = new ArrayList<>(box.git("show", "HEAD:TODO.md").lines().toList());
    lines.sort(null);
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "zero"), lines);
  }

  private List<Callable<Void>> writers(Path folder, Optional<String> ref) {
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String line = i + "\n";
      writers.add(
          () -> {
            addLine(folder, ref, line);
            return null;
          });
    }
    return writers;
  }

  /** Plans again after every lost race, as the program does. */
  private void addLine(Path folder, Optional<String> ref, String line) {
    TestHooks hooks = new TestHooks();
    hooks.lockTimeout = Duration.ofSeconds(60);
    while (true) {
      try (Repo repo = Repo.open(folder, box.env(), hooks);
          CommitSession session = repo.begin(ref)) {
        session.requireClean(BOARD);
        String old = new String(session.tip().read(TODO).orElseThrow().bytes());
        session.commit(List.of(change(TODO, old + line)), "add " + line, author());
        return;
      } catch (ProblemException e) {
        assertEquals(CONFLICT, e.problem().code(), e.problem().message());
      }
    }
  }

  private static void runAll(List<Callable<Void>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Void> each : pool.invokeAll(work)) {
        each.get();
      }
    } finally {
      pool.shutdown();
    }
  }
}
