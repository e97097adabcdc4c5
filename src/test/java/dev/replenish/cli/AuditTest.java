package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of {@code audit} on histories made by the {@code git} program. */
class AuditTest {
  private static final String END = "## task_end\n\n---\n\n";

  @TempDir Path tmp;

  /** Two groups of four tasks each. */
  private Shell board() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group(
                "dev",
                "high",
                dev("A-1", "Boil water", "Until it sings."),
                dev("A-2", "Warm the pot", "With the first of it."),
                dev("A-3", "Add the leaves", "One spoon for each."),
                dev("A-4", "Pour it slowly", "Into the pot, not beside it.")),
            group(
                "docs",
                "high",
                docs("B-1", "Describe the pot", "It is round and brown."),
                docs("B-2", "Describe the cup", "It is small and white."),
                docs("B-3", "Describe the tea", "It is green and hot."),
                docs("B-4", "Describe the cake", "It has lemon in it.")));
    shell.git().write("TODO.md", "# Todo\n\n---\n\n").commitAll("todo");
    return shell.set("REPLENISH_REQUIRE", "none");
  }

  private static String dev(String id, String title, String text) {
    return task(id, "dev", "high", title, "**Description:** " + text + "\n");
  }

  private static String docs(String id, String title, String text) {
    return task(id, "docs", "high", title, "**Description:** " + text + "\n");
  }

  /** Removes the block of a task from a file, as a user does by hand. */
  private static void drop(GitSandbox git, String path, String id) {
    String text = git.read(path);
    int header = text.indexOf("### # [id:" + id + "]");
    int from = text.lastIndexOf("## task_begin", header);
    int end = text.indexOf("## task_end\n", header);
    int next = text.indexOf("\n## ", end);
    git.write(path, text.substring(0, from) + (next < 0 ? "" : text.substring(next + 1)));
  }

  private static List<String> events(JsonNode audit, String kind) {
    List<String> ids = new ArrayList<>();
    for (JsonNode event : audit.path("events")) {
      if (event.path("event").asText().equals(kind)) {
        ids.add(event.path("id").asText());
      }
    }
    return ids;
  }

  private static List<String> missing(JsonNode audit) {
    return audit.path("missing").findValuesAsText("id");
  }

  private static JsonNode clean(Shell shell) {
    JsonNode audit = shell.json(0, "audit");
    assertEquals(List.of(), events(audit, "lost"));
    return audit;
  }

  @Test
  void historyOfCommandsIsClean() {
    Shell shell = board();
    shell.ok("run", "--max", "2");
    shell.ok("start", "A-1");
    shell.ok("done", "A-1");
    shell.ok("archive");
    shell.ok("run", "--max", "1");
    shell.ok("undo");
    shell.ok("add", "Wash up", "--type", "dev", "--priority", "low");
    JsonNode audit = clean(shell);
    assertEquals(0, audit.at("/counts/events/id-reused").asInt());
    assertEquals(1, audit.at("/counts/boards").asInt());
    assertTrue(shell.ok("audit").contains("no task was lost"), shell.ok("audit"));
  }

  @Test
  void taskRemovedWithoutMentionIsLost() {
    Shell shell = board();
    drop(shell.git(), "BACKLOG.md", "A-2");
    String commit = shell.git().commitAll("9").substring(0, 7);
    JsonNode audit = shell.json(6, "audit");
    assertEquals(List.of("A-2"), events(audit, "lost"));
    assertEquals(List.of("A-2"), missing(audit));
    assertEquals("invalid-document", audit.at("/error/code").asText());
    Shell.Result result = shell.run("audit");
    assertEquals(6, result.code());
    assertTrue(
        result.out().startsWith(commit + " 2026-02-04 09:30 Ana Author \"9\"\n"), result.out());
    assertTrue(result.out().contains("was BACKLOG.md:"), result.out());
    assertTrue(result.out().endsWith("Bring them back: replenish audit --restore\n"), result.out());
    assertEquals(result, shell.run("audit"), "the same again");
  }

  @Test
  void taskNamedByTheRemovingCommitIsNotLost() {
    Shell shell = board();
    drop(shell.git(), "BACKLOG.md", "A-2");
    shell.git().commitAll("Drop A-2, nobody wants it");
    assertEquals(List.of("A-2"), events(clean(shell), "removed-and-said"));
  }

  @Test
  void idInsideAnotherIdIsNotAMention() {
    Shell shell = board();
    drop(shell.git(), "BACKLOG.md", "A-2");
    shell.git().commitAll("Look at A-21 and XA-2");
    assertEquals(List.of("A-2"), missing(shell.json(6, "audit")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ours", "theirs"})
  void batchLostByAOneSidedMergeIsReportedAndRestored(String side) {
    Shell shell = board();
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "left");
    shell.ok("run", "--max", "2", "--type", "dev");
    git.git("checkout", "-q", "-b", "right", "main");
    shell.ok("run", "--max", "2", "--type", "docs");
    git.git("checkout", "-q", "left");
    git.git("merge", "-q", "-X", side, "--no-edit", "right");
    List<String> lost = side.equals("ours") ? List.of("B-1", "B-2") : List.of("A-1", "A-2");
    JsonNode audit = shell.json(6, "audit");
    assertEquals(lost, missing(audit));
    assertEquals(git.git("rev-parse", "HEAD").strip(), audit.at("/events/0/commit").asText());
    shell.ok("audit", "--restore");
    assertEquals(List.of(), missing(shell.json(0, "audit")));
    assertEquals(6, shell.run("audit", "--strict").code());
    String backlog = git.read("BACKLOG.md");
    String other = lost.get(0).startsWith("A") ? "A-3" : "B-3";
    assertTrue(backlog.indexOf(lost.get(0)) < backlog.indexOf(lost.get(1)), backlog);
    assertTrue(backlog.indexOf("[id:" + lost.get(1) + "]") < backlog.indexOf("[id:" + other + "]"));
    String head = git.git("rev-parse", "HEAD");
    assertTrue(shell.ok("audit", "--restore").contains("Nothing to do"), "nothing is left");
    assertEquals(head, git.git("rev-parse", "HEAD"));
  }

  @Test
  void mergeThatDropsAnAddedTaskLosesIt() {
    Shell shell = board();
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "right");
    shell.ok("add", "Fetch milk from the cow", "--id", "C-1", "--type", "dev", "--priority", "low");
    git.git("checkout", "-q", "main");
    git.write("x", "x").commitAll("x");
    git.git("merge", "-q", "-s", "ours", "--no-edit", "right");
    assertEquals(List.of("C-1"), missing(shell.json(6, "audit")));
  }

  @Test
  void lossOnASideBranchIsReportedOnce() {
    Shell shell = board();
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "right");
    drop(git, "BACKLOG.md", "A-2");
    String commit = git.commitAll("9");
    git.git("checkout", "-q", "main");
    git.write("x", "x").commitAll("x");
    git.git("merge", "-q", "--no-edit", "right");
    JsonNode audit = shell.json(6, "audit");
    assertEquals(List.of("A-2"), events(audit, "lost"));
    assertEquals(commit, audit.at("/missing/0/commit").asText());
    git.git("checkout", "-q", "-b", "squashed", "HEAD~1");
    git.git("merge", "-q", "--squash", "right");
    String squash = git.commitAll("all of it");
    JsonNode again = shell.json(6, "audit");
    assertEquals(List.of("A-2"), events(again, "lost"));
    assertEquals(squash, again.at("/missing/0/commit").asText());
  }

  @Test
  void mergeThatKeepsALostTaskRestoresIt() {
    Shell shell = board();
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "right");
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    git.git("checkout", "-q", "main");
    git.git("merge", "-q", "-s", "ours", "--no-edit", "right");
    JsonNode audit = shell.json(0, "audit");
    assertEquals(List.of("A-2"), events(audit, "lost"));
    assertEquals(List.of("A-2"), events(audit, "restored"));
  }

  @Test
  void movingAndSplittingBoardsLosesNothing() {
    Shell shell = board();
    GitSandbox git = shell.git();
    git.write("old/x", "x");
    git.git("mv", "BACKLOG.md", "old/BACKLOG.md");
    git.git("mv", "TODO.md", "old/TODO.md");
    git.commitAll("Move the board");
    clean(shell);
    String backlog = git.read("old/BACKLOG.md");
    for (String id : List.of("A-1", "A-2", "A-3", "A-4", "B-1", "B-2", "B-3", "B-4")) {
      int header = backlog.indexOf("### # [id:" + id + "]");
      int from = backlog.lastIndexOf("## task_begin", header);
      String block = backlog.substring(from, backlog.indexOf(END, header) + END.length());
      git.write(
          "roles/" + id + "/BACKLOG.md", group(id.startsWith("A") ? "dev" : "docs", "high", block));
    }
    git.git("rm", "-q", "-r", "old");
    git.commitAll("One board for each");
    JsonNode audit = clean(shell);
    assertEquals(0, audit.at("/counts/events/boards-removed").asInt());
    assertEquals(10, audit.at("/counts/boards").asInt());
  }

  @Test
  void conversionLosesNothing() {
    Shell shell = Shell.create(tmp);
    shell.git().write("BACKLOG.md", "# Backlog\n\n## Tea\n\n- [ ] Boil water\n- [ ] Pour it\n");
    shell.git().commitAll("plan");
    shell.ok("convert");
    clean(shell);
  }

  @Test
  void removalOfAWholeBoardIsNoLoss() {
    Shell shell = board();
    shell.git().git("rm", "-q", "BACKLOG.md", "TODO.md");
    shell.git().commitAll("No more tea");
    JsonNode audit = clean(shell);
    assertEquals(1, audit.at("/counts/events/boards-removed").asInt());
    assertEquals(8, audit.at("/events/0/tasks").asInt());
    assertEquals(6, shell.run("audit", "--strict").code());
  }

  @Test
  void retypedTaskCountsAsRestored() {
    Shell shell = board();
    GitSandbox git = shell.git();
    String before = git.read("BACKLOG.md");
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    git.write("x", "x").commitAll("x");
    git.write("BACKLOG.md", before.replace("Warm the pot", "Warm teh pot")).commitAll("10");
    JsonNode audit = shell.json(0, "audit");
    assertEquals(List.of("A-2"), events(audit, "restored"));
    assertEquals(0, audit.at("/counts/missing").asInt());
    assertEquals(1, audit.at("/counts/broughtBack").asInt());
  }

  @Test
  void taskWhoseIdIsTakenIsRestoredWithANewId() {
    Shell shell = board();
    GitSandbox git = shell.git();
    drop(git, "BACKLOG.md", "A-2");
    String loss = git.commitAll("9");
    git.write(
        "BACKLOG.md", git.read("BACKLOG.md") + "\n" + group("ops", "low", taskWithReusedId()));
    git.commitAll("10");
    JsonNode audit = shell.json(6, "audit");
    assertEquals(List.of("A-2"), events(audit, "id-reused"));
    JsonNode restored = shell.json(0, "audit", "--restore", "A-2");
    String id = restored.at("/tasks/0/id").asText();
    assertEquals("TASK-20260204-001", id);
    String message = git.git("log", "-1", "--format=%B");
    assertTrue(
        message.contains("Replenish-Restored: " + id + " from=" + loss + " was=A-2"), message);
    String backlog = git.read("BACKLOG.md");
    assertTrue(backlog.contains("[id:A-2][type:ops][priority:low] Wash the lorry"), backlog);
    assertTrue(backlog.contains("[id:" + id + "][type:dev][priority:high] Warm the pot"), backlog);
    assertEquals(0, shell.run("audit").code());
    String shown = shell.ok("show", "A-2");
    assertTrue(
        shown.contains("Another task had this id until " + loss.substring(0, 7) + ": Warm the pot"),
        shown);
    assertFalse(shown.contains(" plan\n"), shown);
    assertEquals("Wash the lorry", shell.json(0, "show", "A-2").at("/task/title").asText());
  }

  private static String taskWithReusedId() {
    return task("A-2", "ops", "low", "Wash the lorry", "**Description:** Also the wheels.\n");
  }

  @Test
  void startedTaskIsRestoredAsTodoAtItsPlaceInTheBacklog() {
    Shell shell = board();
    GitSandbox git = shell.git();
    shell.ok("run", "--max", "2");
    shell.ok("start", "A-1");
    git.write("TASK_INDEX.md", "# Index\n").commitAll("index");
    drop(git, "TODO.md", "A-1");
    git.commitAll("9");
    JsonNode audit = shell.json(6, "audit");
    assertEquals("in-progress", audit.at("/missing/0/status").asText());
    shell.ok("audit", "--restore");
    String backlog = git.read("BACKLOG.md");
    int at = backlog.indexOf("[id:A-1]");
    assertTrue(at > 0 && at < backlog.indexOf("[id:A-3]"), backlog);
    String block = backlog.substring(at, backlog.indexOf("## task_end", at));
    assertTrue(block.contains("**Status:** todo\n"), block);
    assertTrue(git.read("TASK_INDEX.md").contains("[id:A-1]"));
    assertEquals(0, shell.run("check").code());
  }

  @Test
  void restoredTaskHasTheLineEndsOfTheBacklog() {
    Shell shell = board();
    GitSandbox git = shell.git();
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace("\n", "\r\n"));
    git.commitAll("Save it on Windows");
    JsonNode audit = shell.json(6, "audit");
    assertEquals(List.of("A-2"), events(audit, "lost"));
    assertEquals(0, audit.at("/counts/events/rewritten").asInt());
    assertEquals(0, audit.at("/counts/events/reordered").asInt());
    shell.ok("audit", "--restore");
    String backlog = git.read("BACKLOG.md");
    assertFalse(backlog.replace("\r\n", "").contains("\n"), backlog);
    assertEquals(0, shell.run("audit").code());
  }

  @Test
  void taskThatMovedToAnotherFileIsNotRestored() throws IOException {
    Shell shell = board();
    GitSandbox git = shell.git();
    String text = git.read("BACKLOG.md");
    int header = text.indexOf("### # [id:A-2]");
    String block =
        text.substring(text.lastIndexOf("## task_begin", header), text.indexOf(END, header));
    drop(git, "BACKLOG.md", "A-2");
    git.write("docs/later.md", "# Later\n\n" + block.replace("## task_begin\n", "")).commitAll("9");
    assertEquals(List.of("A-2"), events(clean(shell), "moved-out"));
    Shell.Result refused = shell.run("audit", "--restore", "A-2");
    assertEquals(6, refused.code());
    assertTrue(refused.err().contains("it is in docs/later.md"), refused.err());
    assertEquals(2, shell.run("audit", "--restore", "Z-1").code());
    assertFalse(Files.exists(git.root().resolve("nothing")));
  }

  @Test
  void removingFinishedTasksAndTrimmingTheArchiveIsNoLoss() {
    Shell shell = board();
    GitSandbox git = shell.git();
    shell.ok("run", "--max", "2");
    shell.ok("done", "A-1");
    shell.ok("done", "A-2");
    drop(git, "TODO.md", "A-2");
    git.commitAll("clean");
    assertEquals(List.of("A-2"), events(clean(shell), "finished-removed"));
    shell.ok("archive");
    git.write("ARCHIVE.md", "# Archive\n").commitAll("trim");
    JsonNode audit = clean(shell);
    assertEquals(1, audit.at("/counts/events/archive-trimmed").asInt());
  }

  @Test
  void fusedTaskIsReportedAsFusedNotLost() {
    Shell shell = board();
    GitSandbox git = shell.git();
    git.write(".gitattributes", "*.md merge=union\n").commitAll("union");
    git.git("checkout", "-q", "-b", "left");
    shell.ok("run", "--type", "dev", "--max", "1");
    git.git("checkout", "-q", "-b", "right", "main");
    shell.ok("run", "--type", "docs", "--max", "1");
    git.git("checkout", "-q", "left");
    git.git("merge", "-q", "--no-edit", "right");
    JsonNode audit = shell.json(6, "audit");
    assertEquals(List.of("B-1"), events(audit, "fused"));
    assertEquals(List.of(), events(audit, "lost"));
  }

  @Test
  void duplicateIdFailsTheAuditUntilItIsRepaired() {
    Shell shell = board();
    GitSandbox git = shell.git();
    String backlog = git.read("BACKLOG.md");
    int from = backlog.indexOf("## task_begin");
    String block = backlog.substring(from, backlog.indexOf(END) + END.length());
    git.write("TODO.md", git.read("TODO.md") + block).commitAll("9");
    assertEquals(List.of("A-1"), events(shell.json(6, "audit"), "duplicated"));
    drop(git, "BACKLOG.md", "A-1");
    git.commitAll("10");
    assertEquals(List.of("A-1"), events(clean(shell), "duplicated"));
    assertEquals(6, shell.run("audit", "--strict").code());
  }

  @Test
  void batchesMovedByHandAreChecked() {
    Shell shell = board();
    GitSandbox git = shell.git();
    String backlog = git.read("BACKLOG.md");
    StringBuilder todo = new StringBuilder(git.read("TODO.md"));
    for (String id : List.of("B-1", "A-2", "A-1", "A-3", "A-4", "B-2")) {
      int header = backlog.indexOf("### # [id:" + id + "]");
      int begin = backlog.lastIndexOf("## task_begin", header);
      todo.append(backlog, begin, backlog.indexOf(END, header) + END.length());
      drop(git, "BACKLOG.md", id);
    }
    git.write("TODO.md", todo.toString()).commitAll("9");
    JsonNode counts = clean(shell).at("/counts/events");
    assertEquals(1, counts.path("batch-mixed").asInt());
    assertEquals(1, counts.path("batch-too-big").asInt());
    assertEquals(1, counts.path("todo-mixed").asInt());
  }

  @Test
  void shallowCloneIsNotReportedAsClean() throws IOException {
    Shell shell = board();
    GitSandbox git = shell.git();
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    git.write("x", "x").commitAll("x");
    Path clone = tmp.resolve("clone");
    git.git("clone", "-q", "--depth", "1", "file://" + git.root(), clone.toString());
    Shell.Result result = shell.in(clone).run("audit");
    assertEquals(0, result.code());
    assertTrue(result.out().contains("no loss in the history that is here"), result.out());
    assertTrue(result.err().contains("shallow clone"), result.err());
    assertTrue(shell.json(0, "audit").path("shallow").asBoolean());
  }

  @Test
  void bareRepositoryIsAudited() {
    Shell shell = board();
    GitSandbox git = shell.git();
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    Path bare = tmp.resolve("bare");
    git.git("clone", "-q", "--bare", "file://" + git.root(), bare.toString());
    assertEquals(List.of("A-2"), missing(shell.in(bare).json(6, "audit")));
    shell.ok("audit", "--restore");
    assertEquals(List.of(), missing(shell.json(0, "audit")));
  }

  @Test
  void auditOfAPartialCloneNamesTheFetchCommand() {
    Shell shell = board();
    GitSandbox git = shell.git();
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    git.git("config", "uploadpack.allowFilter", "true");
    Path clone = tmp.resolve("clone");
    git.git("clone", "-q", "--filter=blob:none", "file://" + git.root(), clone.toString());
    Shell.Result result = shell.in(clone).run("audit");
    assertEquals(4, result.code(), result.all());
    assertTrue(result.err().contains("`git fetch --refetch --no-filter`"), result.err());
    git.at(clone)
        .git(
            "-c",
            "gc.auto=0",
            "-c",
            "maintenance.auto=false",
            "fetch",
            "-q",
            "--refetch",
            "--no-filter");
    assertEquals(List.of("A-2"), missing(shell.json(6, "audit")));
  }

  @Test
  void damagedObjectIsReported() throws IOException {
    Shell shell = board();
    GitSandbox git = shell.git();
    String blob = git.git("rev-parse", "HEAD:BACKLOG.md").strip();
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    Path object =
        git.root().resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
    assertTrue(object.toFile().setWritable(true));
    Files.write(object, new byte[] {1, 2, 3});
    Shell.Result result = shell.run("audit");
    assertEquals(4, result.code(), result.all());
    assertTrue(result.err().contains("git fsck"), result.err());
  }

  @Test
  void octopusAndCrissCrossMergesAndSecondRootsAreFollowed() {
    Shell shell = board();
    GitSandbox git = shell.git();
    for (String side : List.of("a", "b")) {
      git.git("checkout", "-q", "-b", side, "main");
      git.write(
          side + "/BACKLOG.md", group("dev", "high", dev("S-1", "Side " + side, "Steep it.")));
      git.commitAll(side);
    }
    git.git("checkout", "-q", "-b", "x", "a");
    git.git("merge", "-q", "--no-edit", "b");
    git.git("checkout", "-q", "-b", "y", "b");
    git.git("merge", "-q", "--no-edit", "a");
    git.write("y", "y").commitAll("y");
    git.git("checkout", "-q", "x");
    drop(git, "BACKLOG.md", "A-4");
    git.commitAll("A-4 is not wanted");
    git.git("merge", "-q", "--no-edit", "y");
    git.git("checkout", "-q", "--orphan", "root");
    git.git("rm", "-q", "-r", "--cached", ".");
    git.git("clean", "-q", "-f", "-d");
    git.write("other/BACKLOG.md", group("dev", "high", dev("R-1", "Root", "Deep.")));
    git.commitAll("another root");
    git.git("checkout", "-q", "x");
    git.git("merge", "-q", "--allow-unrelated-histories", "--no-edit", "root");
    JsonNode audit = clean(shell);
    assertEquals(4, audit.at("/counts/boards").asInt());
    git.git("checkout", "-q", "-b", "d", "main");
    git.write("d", "d").commitAll("d");
    git.git("checkout", "-q", "-b", "e", "main");
    git.write("e", "e").commitAll("e");
    git.git("checkout", "-q", "-b", "f", "main");
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("9");
    git.git("merge", "-q", "--no-edit", "d", "e");
    assertEquals(List.of("A-2"), events(shell.json(6, "audit"), "lost"));
  }

  @Test
  void sinceNarrowsAndAllWidensTheAudit() {
    Shell shell = board();
    GitSandbox git = shell.git();
    drop(git, "BACKLOG.md", "A-2");
    String first = git.commitAll("9");
    git.git("checkout", "-q", "-b", "side");
    drop(git, "BACKLOG.md", "A-3");
    git.commitAll("10");
    git.git("checkout", "-q", "main");
    drop(git, "BACKLOG.md", "B-2");
    git.commitAll("11");
    assertEquals(List.of("A-2", "B-2"), missing(shell.json(6, "audit")));
    assertEquals(List.of("B-2"), missing(shell.json(6, "audit", "--since", first)));
    assertEquals(List.of("A-2", "B-2"), missing(shell.json(6, "audit", "--since", "2026-01-01")));
    assertEquals(List.of(), missing(shell.json(0, "audit", "--since", "2026-03-01")));
    assertEquals(
        List.of("A-3"),
        events(shell.json(6, "audit", "--all"), "lost").stream().filter("A-3"::equals).toList());
    assertEquals(2, shell.run("audit", "--since", "no such thing").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--restore --accept HEAD --reason x",
        "--restore A-2 --since HEAD",
        "--restore --all",
        "--accept HEAD --reason x --strict"
      })
  void auditThatWritesExcludesOptionsThatOnlyLook(String options) {
    List<String> call = new ArrayList<>(List.of("audit"));
    call.addAll(List.of(options.split(" ")));
    Shell.Result audit = board().run(call.toArray(String[]::new));
    assertEquals(2, audit.code(), audit.all());
    assertTrue(
        audit
            .err()
            .contains(
                "--restore and --accept go with none of --since, --all and --strict, nor with each"
                    + " other"),
        audit.err());
  }

  @Test
  void acceptedLossesAreNotMissing() {
    Shell shell = board();
    GitSandbox git = shell.git();
    drop(git, "BACKLOG.md", "A-2");
    drop(git, "BACKLOG.md", "A-3");
    String loss = git.commitAll("9");
    assertEquals(2, shell.run("audit", "--accept", loss).code(), "a reason is wanted");
    assertEquals(2, shell.run("audit", "--accept", "HEAD~1", "--reason", "x").code());
    Shell.Result half =
        shell.run("audit", "--accept", loss + ":A-2", "--reason", "not \"ours\" \\ now");
    assertEquals(6, half.code(), half.all());
    assertEquals(List.of("A-3"), missing(shell.json(6, "audit")));
    assertEquals("", git.git("status", "--porcelain"));
    String value = git.git("config", "-f", ".replenish", "replenish.auditAccept").strip();
    assertEquals(loss + ":A-2 not \"ours\" \\ now", value);
    assertEquals(0, shell.run("audit", "--accept", loss, "--reason", "all of it").code());
    assertEquals(0, shell.run("audit", "--strict").code());
    assertEquals(0, shell.run("status").code());
    assertEquals(
        List.of(".replenish"), git.git("show", "--format=", "--name-only").lines().toList());
  }

  @Test
  void checkAndShowSayWhatBecameOfATask() {
    Shell shell = board();
    GitSandbox git = shell.git();
    StringBuilder index = new StringBuilder("# Index\n\n");
    for (String id : List.of("A-2", "A-3", "B-4", "Z-1")) {
      index.append("## index_entry_begin\n[id:" + id + "]\nstatus: todo\n## index_entry_end\n\n");
    }
    git.write("TASK_INDEX.md", index.toString()).commitAll("index");
    drop(git, "BACKLOG.md", "A-2");
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace("[id:A-3]", "[id:C-3]"));
    drop(git, "BACKLOG.md", "B-4");
    git.write(
        "cake/BACKLOG.md",
        group("docs", "high", docs("B-4", "Describe the cake", "It has lemon in it.")));
    String commit = git.commitAll("9").substring(0, 7);
    List<String> hints = new ArrayList<>();
    for (JsonNode finding : shell.json(0, "check").path("findings")) {
      if (finding.path("code").asText().equals("index-entry-unknown")) {
        hints.add(finding.path("hint").asText());
      }
    }
    assertEquals(
        List.of(
            "the task was lost in " + commit + ": restore it with 'replenish audit --restore A-2'",
            "the task became C-3 in " + commit + ": rename the entry",
            "the task went to cake/BACKLOG.md:3 in " + commit + ": remove the entry",
            "no commit has ever had the task: remove the entry, or add the task"),
        hints);
    assertTrue(shell.ok("show", "A-2").contains("Lost in " + commit + " by Ana Author"));
    assertTrue(shell.ok("show", "A-3").contains("It became C-3 in " + commit));
    assertTrue(shell.ok("show", "B-4").contains("It went to cake/BACKLOG.md:3 in " + commit));
  }

  @Test
  void logMarksWhereTheIdBelongedToAnotherTask() {
    Shell shell = board();
    GitSandbox git = shell.git();
    shell.ok("run", "--max", "1");
    shell.ok("done", "A-1");
    drop(git, "TODO.md", "A-1");
    String gone = git.commitAll("9").substring(0, 7);
    shell.ok("add", "Wash the lorry", "--type", "ops", "--priority", "low");
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace("TASK-20260204-001", "A-1"));
    git.commitAll("10");
    shell.ok("run", "--type", "ops");
    String log = shell.ok("log", "--task", "A-1");
    int boundary = log.indexOf("Another task had this id until " + gone + ": Boil water");
    assertTrue(boundary > 0, log);
    assertTrue(log.lastIndexOf(" run ") > boundary, log);
    JsonNode entries = shell.json(0, "log", "--task", "A-1").path("entries");
    List<String> other = new ArrayList<>();
    entries.forEach(entry -> other.add(entry.path("otherTask").asText()));
    assertEquals(List.of("false", "true", "true"), other);
  }

  @Test
  void hintForASquashConflictIsResetNotStash() {
    Shell shell = board();
    GitSandbox git = shell.git();
    git.git("checkout", "-q", "-b", "right");
    shell.ok("run", "--max", "2", "--type", "docs");
    git.git("checkout", "-q", "main");
    shell.ok("run", "--max", "2", "--type", "dev");
    git.tryGit("merge", "-q", "--squash", "right");
    Shell.Result refused = shell.run("run");
    assertEquals(4, refused.code());
    assertFalse(refused.err().contains("stash"), refused.err());
    assertTrue(refused.err().contains("`git reset --merge`"), refused.err());
    git.git("reset", "-q", "--merge");
    shell.ok("run");
  }

  @Test
  void controlCharactersOfTitlesAndMessagesAreNotPrinted() {
    Shell shell = board();
    GitSandbox git = shell.git();
    String evil = "Warm \u001b[31mthe\u0007 \u202epot ::error::x";
    git.write("BACKLOG.md", git.read("BACKLOG.md").replace("Warm the pot", evil)).commitAll("x");
    drop(git, "BACKLOG.md", "A-2");
    git.commitAll("\u001b]0;title\u0007 \u202e ::error::y");
    Shell.Result result = shell.run("audit", "-v");
    assertEquals(6, result.code());
    assertTrue(
        result.all().chars().noneMatch(c -> (c < ' ' && c != '\n') || c == 0x202e), result.out());
    assertEquals(List.of("A-2"), missing(shell.json(6, "audit")));
  }

  @Test
  void invalidCombinationsOfOptionsAreRefused() {
    Shell shell = board();
    for (String line :
        List.of(
            "--restore --all",
            "--restore --accept HEAD",
            "A-1",
            "--reason x",
            "--accept HEAD --since HEAD")) {
      String[] words =
          Stream.concat(Stream.of("audit"), Stream.of(line.split(" "))).toArray(String[]::new);
      assertEquals(2, shell.run(words).code(), line);
    }
  }
}
