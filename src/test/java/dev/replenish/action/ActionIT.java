package dev.replenish.action;

import static dev.replenish.action.Site.group;
import static dev.replenish.action.Site.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The action in the modes push and dry-run, on a checkout of depth 1 and a bare remote. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ActionIT {
  private static final String THREE_TASKS =
      group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour"), ready("A-3", "Sip"));

  @TempDir Path tmp;

  private static String outputs(Runner.Result result) {
    Map<String, String> outputs = result.outputs();
    return String.join(" ", outputs.get("outcome"), outputs.get("reason"), outputs.get("changed"));
  }

  private static JsonObject json(Runner.Result result) {
    return JsonParser.parseString(result.outputs().get("result-json")).getAsJsonObject();
  }

  @Test
  void batchIsPushedAndReported() {
    Site site = Site.with(tmp, THREE_TASKS);
    String before = site.tip("main");
    Runner runner = site.runner();
    Runner.Result result = Site.run(runner, Map.of());
    assertFalse(result.failed(), result.log());
    assertEquals(
        List.of("Get the release", "Look for Java", "Get Replenish", "Top up", "Report"),
        result.ran());
    String commit = site.tip("main");
    assertEquals(before, site.tip("main~1"));
    assertEquals("moved highest-priority true", outputs(result));
    assertEquals("3", result.outputs().get("moved-count"));
    assertEquals("[\"A-1\",\"A-2\",\"A-3\"]", result.outputs().get("moved-ids"));
    assertEquals("type:dev,priority:high", result.outputs().get("group"));
    assertEquals(commit, result.outputs().get("commit-sha"));
    assertEquals("", result.outputs().get("pr-url"));
    assertEquals(commit, json(result).get("commit").getAsString());
    assertTrue(result.summary().startsWith("\n## Moved 3 dev tasks (high)\n"), result.summary());
    assertTrue(result.summary().contains("/team/tea/blob/" + commit + "/TODO.md"));
    assertEquals(List.of(), result.annotations());
    String bot = "github-actions[bot] 41898282+github-actions[bot]@users.noreply.github.com ";
    assertEquals(
        bot + bot.strip(), site.server().git("log", "-1", "--format=%an %ae %cn %ce").strip());
    site.server().git("fsck", "--strict");
    assertEquals("noop todo-full false", outputs(runAgain(site)));
    assertEquals(commit, site.tip("main"));
  }

  @Test
  void reportIsWrittenAsAPageAndIntoTheSummary() throws IOException {
    Site site = Site.with(tmp, THREE_TASKS);
    Runner runner = site.runner();
    Runner.Result result = Site.run(runner, Map.of("report", " site/board.html "));
    assertFalse(result.failed(), result.log());
    assertTrue(result.summary().contains("\n## Board report\n"), result.summary());
    Path page = Path.of(result.outputs().get("report-path"));
    assertTrue(page.isAbsolute() && page.endsWith("site/board.html"), page.toString());
    String html = Files.readString(page);
    assertTrue(html.contains("3 tasks to do, 3 in work."), html);
    assertTrue(html.contains(site.tip("main").substring(0, 7)), html);
    Runner.Result without = Site.run(site.runner(), Map.of("mode", "dry-run"));
    assertEquals("", without.outputs().get("report-path"));
    Runner.Result wrong = Site.run(site.runner(), Map.of("report", "TODO.md/board.html"));
    assertTrue(wrong.failed());
    assertEquals("", wrong.outputs().get("report-path"));
  }

  /** Runs the action again, with a batch size of three, so that TODO.md is full already. */
  private static Runner.Result runAgain(Site site) {
    return Site.run(site.runner().set("REPLENISH_BATCH_SIZE", "3"), Map.of());
  }

  @Test
  void dryRunPlansOnTheNewestCommitAndPushesNothing() {
    Site site = Site.with(tmp, THREE_TASKS);
    Runner runner = site.runner();
    site.userClone().write("BACKLOG.md", THREE_TASKS.replace("A-3", "A-9")).commitAll("another");
    site.userClone().git("push", "-q");
    String tip = site.tip("main");
    Runner.Result result = Site.run(runner, Map.of("mode", "dry-run"));
    assertFalse(result.failed(), result.log());
    assertEquals("planned highest-priority false", outputs(result));
    assertEquals("[\"A-1\",\"A-2\",\"A-9\"]", result.outputs().get("moved-ids"));
    assertEquals("", result.outputs().get("commit-sha"));
    assertTrue(result.summary().contains("## Would move 3 dev tasks (high)"), result.summary());
    assertEquals(tip, site.tip("main"));
  }

  @ParameterizedTest
  @CsvSource({
    "backlog-empty, '', ''",
    "no-ready-task, '**Plan:**', ''",
    "type-locked, '', '[type:docs]'"
  })
  void nothingToDoIsASuccess(String reason, String without, String active) {
    String backlog = reason.equals("backlog-empty") ? group("dev", "high") : THREE_TASKS;
    Site site = Site.with(tmp, without.isEmpty() ? backlog : backlog.replace(without, ""));
    if (!active.isEmpty()) {
      site.userClone().write("TODO.md", ready("D-1", "Map").replace("[type:dev]", active));
      site.userClone().commitAll("active");
      site.userClone().git("push", "-q");
    }
    Runner.Result result = site.run(Map.of());
    assertFalse(result.failed(), result.log());
    assertEquals("noop " + reason + " false", outputs(result));
    assertEquals("0", result.outputs().get("moved-count"));
    assertEquals("[]", result.outputs().get("moved-ids"));
    assertTrue(result.summary().startsWith("\n## Nothing to do\n"), result.summary());
  }

  @ParameterizedTest
  @CsvSource({
    "usage, max-tasks, 9",
    "usage, mode, force",
    "repository-state, ref, nowhere",
    "usage, working-directory, nowhere"
  })
  void invalidInputsAreReported(String reason, String input, String value) {
    Site site = Site.with(tmp, THREE_TASKS);
    String tip = site.tip("main");
    Runner.Result result = site.run(Map.of(input, value));
    assertTrue(result.failed());
    assertEquals("failed " + reason + " false", outputs(result), result.log());
    assertEquals("[]", result.outputs().get("moved-ids"));
    assertEquals(1, result.annotations().size(), result.log());
    assertEquals("error", result.annotations().get(0).level());
    assertEquals(tip, site.tip("main"));
  }

  @Test
  void brokenDocumentIsAnnotatedAtItsLine() {
    Site site = Site.with(tmp, THREE_TASKS);
    site.userClone().write("TODO.md", "\n## task_begin\n### # [id:T-1] x\n").commitAll("break");
    site.userClone().git("push", "-q");
    Runner.Result result = site.run(Map.of());
    assertTrue(result.failed());
    assertEquals("failed invalid-document false", outputs(result));
    assertEquals("error TODO.md:2 invalid-document", result.annotations().get(0).summary());
    assertEquals("failed", json(result).get("outcome").getAsString());
    assertTrue(result.summary().contains("## Replenish failed"));
  }

  @Test
  void refusalOfTheServerIsQuotedAndPrModeIsRecommended() throws IOException {
    Site site = Site.with(tmp, THREE_TASKS);
    Path hook = site.server().root().resolve("hooks/pre-receive");
    Files.writeString(hook, "#!/bin/sh\necho '::error::main is protected' >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    Runner.Result result = site.run(Map.of());
    assertTrue(result.failed());
    assertEquals("failed push-rejected false", outputs(result));
    assertEquals(1, result.annotations().size(), result.log());
    String message = result.annotations().get(0).message();
    assertTrue(message.contains("main is protected"), message);
    assertTrue(message.contains("--pr-branch"), message);
  }

  @Test
  void missingServerIsReported() {
    Site site = Site.with(tmp, THREE_TASKS);
    Runner runner = site.runner();
    assertTrue(site.server().root().toFile().renameTo(tmp.resolve("gone").toFile()));
    Runner.Result result = Site.run(runner, Map.of());
    assertTrue(result.failed());
    assertEquals("failed io false", outputs(result));
  }

  @Test
  void severalBoardsAreServedEvenIfOneFails() {
    Site site = Site.with(tmp, THREE_TASKS);
    GitSandbox clone = site.userClone();
    clone.write("b/BACKLOG.md", THREE_TASKS.replace("A-", "B-"));
    clone.write("c d/BACKLOG.md", group("dev", "low"));
    clone.write("e/BACKLOG.md", "<<<<<<< ours\n=======\n>>>>>>> theirs\n").commitAll("boards");
    clone.git("push", "-q");
    Runner.Result result = site.run(Map.of("board", ".\nb\nc d\n"));
    assertFalse(result.failed(), result.log());
    assertEquals("6", result.outputs().get("moved-count"));
    assertEquals(site.tip("main"), result.outputs().get("commit-sha"));
    assertTrue(result.summary().startsWith("\n## Moved 6 tasks on 2 of 3 boards\n"));
    clone = site.userClone();
    clone.write("b/TODO.md", "").write("b/BACKLOG.md", THREE_TASKS).commitAll("new tasks");
    clone.git("push", "-q");
    Runner.Result partly = site.run(Map.of("board", "b\ne"));
    assertTrue(partly.failed());
    assertEquals("failed invalid-document true", outputs(partly));
    assertEquals(site.tip("main"), partly.outputs().get("commit-sha"));
    assertEquals("error e/BACKLOG.md:1 invalid-document", partly.annotations().get(0).summary());
  }

  /** As the checkout of a tag, a commit or a pull request leaves it. */
  private static Runner detached(Site site, String ref) {
    Runner runner = site.runner();
    site.userClone().at(runner.folder("work")).git("checkout", "-q", "--detach");
    return runner.set("GITHUB_REF", ref);
  }

  @Test
  void detachedCheckoutServesTheBranchOfTheRun() {
    Site site = Site.with(tmp, THREE_TASKS);
    Runner.Result result = Site.run(detached(site, "refs/heads/main"), Map.of());
    assertFalse(result.failed(), result.log());
    assertEquals("moved highest-priority true", outputs(result));
    assertEquals(site.tip("main"), result.outputs().get("commit-sha"));
  }

  @ParameterizedTest
  @CsvSource({"refs/tags/v1", "refs/pull/5/merge"})
  void detachedCheckoutWithoutABranchNamesTheInput(String ref) {
    Site site = Site.with(tmp, THREE_TASKS);
    String tip = site.tip("main");
    Runner.Result result = Site.run(detached(site, ref), Map.of());
    assertTrue(result.failed());
    assertEquals("failed repository-state false", outputs(result), result.log());
    String message = result.annotations().get(0).message();
    assertTrue(message.contains("the input 'ref'"), message);
    assertTrue(result.summary().contains("the input 'ref'"), result.summary());
    result = Site.run(detached(site, ref), Map.of("ref", " main "));
    assertFalse(result.failed(), result.log());
    assertEquals(tip, site.tip("main~1"));
  }

  @Test
  void blanksAroundInputsAreIgnored() {
    Site site = Site.with(tmp, THREE_TASKS);
    Map<String, String> with = new HashMap<>(Map.of("mode", " dry-run\n", "max-tasks", " 2 "));
    with.putAll(Map.of("group", " type:dev , priority:high ", "type", "dev\n"));
    with.putAll(Map.of("board", " . \r\n\n", "select", " listed ", "ref", " main "));
    Runner.Result result = site.run(with);
    assertFalse(result.failed(), result.log());
    assertEquals("[\"A-1\",\"A-2\"]", result.outputs().get("moved-ids"));
  }

  @Test
  void earlyFailureHasOutputsAndASummary() {
    Site site = Site.with(tmp, THREE_TASKS);
    Runner.Result wrong = site.run(Map.of("mode", "force"));
    assertTrue(
        wrong.summary().contains("can be push, pr, dry-run, verify, repair or repair-pr"),
        wrong.summary());
    Runner runner = site.runner().set("REPLENISH_JAR", tmp.resolve("none.jar").toString());
    Runner.Result result = Site.run(runner, Map.of());
    assertTrue(result.failed());
    assertEquals("failed internal false", outputs(result), result.log());
    assertTrue(result.summary().contains("did not start"), result.summary());
    assertEquals(1, result.annotations().size());
  }

  @Test
  void inputsReachTheProgram() {
    Site site = Site.with(tmp, THREE_TASKS);
    GitSandbox clone = site.userClone();
    clone.git("switch", "-q", "-c", "next");
    String docs = THREE_TASKS.replace("[type:dev]", "[type:docs]").replace("A-", "D-");
    String low = THREE_TASKS.replace("[priority:high]", "[priority:low]").replace("A-", "L-");
    clone.write("team/BACKLOG.md", low + docs + THREE_TASKS).commitAll("boards");
    clone.git("push", "-q", "origin", "next");
    String main = site.tip("main");
    Map<String, String> location = Map.of("ref", "next", "working-directory", "team");
    Runner runner = site.runner();
    runner.folder("work/team");
    Map<String, String> with = new HashMap<>(location);
    with.putAll(Map.of("max-tasks", "2", "group", "type:docs,priority:high"));
    with.putAll(Map.of("commit-user-name", "Ana", "commit-user-email", "ana@example.com"));
    Runner.Result result = Site.run(runner, with);
    assertEquals("[\"D-1\",\"D-2\"]", result.outputs().get("moved-ids"), result.log());
    assertEquals(site.tip("next"), result.outputs().get("commit-sha"));
    assertEquals(
        "Ana <ana@example.com>",
        site.server().git("log", "-1", "--format=%cn <%ce>", "next").strip());
    with = new HashMap<>(location);
    with.putAll(Map.of("mode", "dry-run", "type", "docs", "select", "listed"));
    result = Site.run(runner, with);
    assertEquals("[\"D-3\"]", result.outputs().get("moved-ids"), result.log());
    assertEquals("first-listed", result.outputs().get("reason"));
    assertEquals(main, site.tip("main"));
  }
}
