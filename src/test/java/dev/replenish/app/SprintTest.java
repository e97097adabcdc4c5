package dev.replenish.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.add.AddTasks;
import dev.replenish.app.add.InputField;
import dev.replenish.app.add.TaskInput;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.life.ArchiveTasks;
import dev.replenish.app.life.SetStatus;
import dev.replenish.app.life.StatusRequest;
import dev.replenish.app.read.ReadLog;
import dev.replenish.app.undo.UndoCommit;
import dev.replenish.board.Transition;
import dev.replenish.git.GitSandbox;
import dev.replenish.rules.BatchFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole sprints with these commands alone, on two clones that pull and push in between. After every
 * commit each task exists exactly once, the check finds nothing, and Git reads the trailers.
 */
@Tag("long")
class SprintTest {
  private static final List<String> FILES = List.of("BACKLOG.md", "TODO.md", "ARCHIVE.md");

  @TempDir private Path tmp;
  private GitSandbox ana;
  private GitSandbox ben;
  private int tasks;

  @BeforeEach
  void createClones() {
    ana = GitSandbox.create(tmp, "ana");
    ana.write("README.md", "Tea\n").commitAll("begin");
    ana.git("clone", "-q", "--bare", ana.root().toString(), tmp.resolve("shared.git").toString());
    ana.git("remote", "add", "origin", "../shared.git");
    ana.git("fetch", "-q");
    ana.git("branch", "-q", "-u", "origin/main");
    ana.git("clone", "-q", tmp.resolve("shared.git").toString(), tmp.resolve("ben").toString());
    ben = ana.at(tmp.resolve("ben"));
    InitBoard.init(context(ana), new InitBoard.Request(Optional.empty(), false));
    ana.write("TASK_INDEX.md", "# Task index\n").commitAll("plan");
    ana.git("push", "-q");
    ben.git("pull", "-q");
  }

  private static CallContext context(GitSandbox clone) {
    return new CallContext(clone.root(), clone.env(), Optional.empty(), Map.of());
  }

  /** Six tasks, all of one group. */
  private void addSix(GitSandbox clone) {
    List<TaskInput> inputs = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      Map<InputField, List<String>> values = new EnumMap<>(InputField.class);
      values.put(InputField.ID, List.of("T-" + i));
      values.put(InputField.TITLE, List.of("Task " + i));
      values.put(InputField.TYPE, List.of("dev"));
      values.put(InputField.PRIORITY, List.of("high"));
      values.put(InputField.PLAN, List.of("Boil", "Pour", "Drink"));
      values.put(InputField.EFFORT, List.of("1 day"));
      values.put(InputField.DOCUMENTATION, List.of("docs/tea.md"));
      inputs.add(new TaskInput("task " + i, values, "", List.of()));
    }
    tasks += 6;
    resultOf(
        clone, AddTasks.add(context(clone), new AddTasks.Request(inputs, CommitRequest.DEFAULT)));
  }

  private RunResult run(GitSandbox clone) {
    return resultOf(
        clone,
        Replenish.run(
            context(clone), Replenish.Request.of(new BatchFilter(none(), none(), 3), false)));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private ChangeResult change(GitSandbox clone, Transition transition, String... ids) {
    return resultOf(clone, SetStatus.set(context(clone), request(transition, false, ids)));
  }

  private static StatusRequest request(Transition transition, boolean refill, String... ids) {
    Optional<String> reason =
        transition.needsReason() ? Optional.of("no water: Replenish-Task: T-9") : none();
    return new StatusRequest(
        transition, List.of(ids), reason, refill, Optional.empty(), CommitRequest.DEFAULT);
  }

  private ChangeResult archive(GitSandbox clone) {
    return resultOf(clone, ArchiveTasks.archive(context(clone), CommitRequest.DEFAULT));
  }

  private ChangeResult undo(GitSandbox clone, String... what) {
    UndoCommit.Request request =
        new UndoCommit.Request(Stream.of(what).findFirst(), CommitRequest.DEFAULT);
    return resultOf(clone, UndoCommit.undo(context(clone), request));
  }

  /** The result on the one board; asserts that the board is sound after it. */
  private <T> T resultOf(GitSandbox clone, List<BoardResult<T>> outcomes) {
    assertEquals(1, outcomes.size());
    BoardResult<T> outcome = outcomes.get(0);
    T result =
        outcome.result().orElseThrow(() -> new AssertionError(outcome.problem().orElseThrow()));
    assertEquals("", clone.git("status", "--porcelain", "--untracked-files=no"));
    assertSound(clone);
    return result;
  }

  /** Asserts that each task exists once, the check finds nothing, and Git reads the trailers. */
  private void assertSound(GitSandbox clone) {
    List<String> ids = ids(clone);
    assertEquals(tasks, ids.size(), ids.toString());
    assertEquals(tasks, ids.stream().distinct().count(), ids.toString());
    CheckBoard.Request request = new CheckBoard.Request(false, false, CommitRequest.DRY_RUN);
    CheckBoard.Result check =
        CheckBoard.check(context(clone), request).get(0).result().orElseThrow();
    assertEquals(List.of(), check.findings());
    String message = clone.git("log", "-1", "--format=%B");
    String last = message.strip().substring(message.strip().lastIndexOf("\n\n") + 2).strip();
    if (last.startsWith("Replenish-Board:")) {
      assertEquals(last, clone.git("log", "-1", "--format=%(trailers:only)").strip());
    }
  }

  private static List<String> ids(GitSandbox clone) {
    List<String> ids = new ArrayList<>();
    for (String name : FILES) {
      if (Files.exists(clone.root().resolve(name))) {
        clone
            .read(name)
            .lines()
            .filter(line -> line.startsWith("### # [id:") && !line.contains("YYYYMMDD"))
            .forEach(line -> ids.add(line.substring(line.indexOf(':') + 1, line.indexOf(']'))));
      }
    }
    return ids;
  }

  private void share(GitSandbox from, GitSandbox to) {
    from.git("push", "-q");
    to.git("pull", "-q", "--rebase");
    assertSound(to);
  }

  private static boolean isIn(GitSandbox clone, String name, String id) {
    return clone.read(name).contains("[id:" + id + "]");
  }

  @Test
  void tasksSurviveASprintOnTwoClones() {
    addSix(ana);
    run(ana);
    share(ana, ben);
    change(ben, Transition.START, "T-1", "T-2");
    change(ben, Transition.BLOCK, "T-2");
    share(ben, ana);
    change(ana, Transition.START, "T-2");
    change(ana, Transition.DONE, "T-1");
    archive(ana);
    share(ana, ben);
    assertTrue(isIn(ben, "ARCHIVE.md", "T-1"));
    ChangeResult refilled =
        resultOf(ben, SetStatus.set(context(ben), request(Transition.DONE, true, "T-2")));
    assertTrue(isIn(ben, "ARCHIVE.md", "T-2"));
    assertTrue(isIn(ben, "TODO.md", "T-5"));
    share(ben, ana);
    undo(ana, refilled.commit().orElseThrow());
    assertTrue(isIn(ana, "BACKLOG.md", "T-4"));
    assertTrue(isIn(ana, "TODO.md", "T-2"));
    share(ana, ben);
    undo(ben, "HEAD");
    assertTrue(isIn(ben, "TODO.md", "T-4"));
    assertTrue(isIn(ben, "ARCHIVE.md", "T-2"));
    share(ben, ana);
    change(ana, Transition.REJECT, "T-3", "T-4");
    run(ana);
    share(ana, ben);
    List<ReadLog.Entry> log =
        ReadLog.of(context(ben), ReadLog.Request.ALL, commits -> {})
            .get(0)
            .result()
            .orElseThrow()
            .entries();
    assertEquals(11, log.size());
    ana.git("fsck", "--strict");
    ben.git("fsck", "--strict");
  }

  @Test
  void workOnBothClonesIsMerged() {
    addSix(ana);
    run(ana);
    share(ana, ben);
    change(ana, Transition.START, "T-1");
    change(ben, Transition.START, "T-3");
    ana.git("push", "-q");
    ben.git("pull", "-q", "--no-rebase");
    assertSound(ben);
    change(ben, Transition.DONE, "T-1", "T-3");
    archive(ben);
    share(ben, ana);
    run(ana);
    undo(ana);
    assertEquals(ben.read("BACKLOG.md"), ana.read("BACKLOG.md"));
    assertEquals(ben.read("TODO.md"), ana.read("TODO.md"));
  }

  @Test
  void otherChangesStayUntouched() {
    addSix(ana);
    ana.write("staged.txt", "s\n").git("add", "staged.txt");
    ana.write("README.md", "Coffee\n").write("untracked.txt", "u\n");
    String status = ana.git("status", "--porcelain");
    CallContext context = context(ana);
    Replenish.run(context, Replenish.Request.of(BatchFilter.NONE, false));
    SetStatus.set(context, request(Transition.START, false, "T-1"));
    SetStatus.set(context, request(Transition.DONE, true, "T-2"));
    ArchiveTasks.archive(context, CommitRequest.DEFAULT);
    UndoCommit.undo(context, new UndoCommit.Request(none(), CommitRequest.DEFAULT));
    assertEquals(status, ana.git("status", "--porcelain"));
    assertFalse(ana.git("log", "--name-only", "--format=").contains("staged.txt"));
    assertEquals("s\n", ana.git("show", ":staged.txt"));
    assertSound(ana);
  }

  @Test
  void dirtyBoardIsRefused() {
    addSix(ana);
    run(ana);
    ana.write("TODO.md", ana.read("TODO.md") + "\nmine\n");
    String head = ana.git("rev-parse", "HEAD");
    List<BoardResult<ChangeResult>> outcomes =
        SetStatus.set(context(ana), request(Transition.START, false, "T-1"));
    assertEquals(4, outcomes.get(0).problem().orElseThrow().code().exitCode());
    assertEquals(head, ana.git("rev-parse", "HEAD"));
    assertTrue(ana.read("TODO.md").endsWith("\nmine\n"));
  }

  @Test
  void commandsWorkInABareRepository() {
    addSix(ana);
    run(ana);
    ana.git("push", "-q");
    Path bare = tmp.resolve("shared.git");
    CallContext context = new CallContext(bare, ana.env(), Optional.of("main"), Map.of());
    for (Transition transition : List.of(Transition.START, Transition.BLOCK, Transition.DONE)) {
      BoardResult<ChangeResult> outcome =
          SetStatus.set(context, request(transition, false, "T-1")).get(0);
      assertTrue(outcome.result().orElseThrow().commit().isPresent());
    }
    ArchiveTasks.archive(context, CommitRequest.DEFAULT);
    ana.git("pull", "-q");
    assertSound(ana);
    assertTrue(isIn(ana, "ARCHIVE.md", "T-1"));
    ana.at(bare).git("fsck", "--strict");
  }

  @Test
  void eightTasksAreFinishedConcurrently() throws Exception {
    StringBuilder todo = new StringBuilder("# TODO\n");
    for (int i = 1; i <= 8; i++) {
      todo.append("\n## task_begin\n### # [id:T-" + i + "][type:dev][priority:high] T\n");
      todo.append("**Status:** todo\n## task_end\n\n---\n");
    }
    ana.write("TODO.md", todo.toString()).write("ARCHIVE.md", "# Archive\n").commitAll("eight");
    tasks = 8;
    List<Callable<Optional<String>>> calls = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      StatusRequest request = request(Transition.DONE, false, "T-" + i);
      calls.add(() -> SetStatus.set(context(ana), request).get(0).result().orElseThrow().commit());
    }
    String before = ana.git("rev-parse", "HEAD").strip();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (Future<Optional<String>> each : pool.invokeAll(calls)) {
        assertTrue(each.get().isPresent());
      }
    } finally {
      pool.shutdown();
    }
    assertEquals("8", ana.git("rev-list", "--count", before + "..").strip());
    assertEquals("", ana.git("status", "--porcelain"));
    assertSound(ana);
    for (int i = 1; i <= 8; i++) {
      assertTrue(isIn(ana, "ARCHIVE.md", "T-" + i));
    }
    ana.git("fsck", "--strict");
  }
}
