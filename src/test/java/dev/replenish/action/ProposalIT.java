package dev.replenish.action;

import static dev.replenish.action.Site.group;
import static dev.replenish.action.Site.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The action in the mode pr: one pull request, whatever happened to the last one. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProposalIT {
  private static final String BRANCH = "replenish/next";
  private static final String URL = "https://github.example/team/tea/pull/7";
  private static final Map<String, String> ONE = Map.of("mode", "pr", "max-tasks", "1");

  @TempDir Path tmp;
  private Site site;
  private FakeGh gh;

  @BeforeEach
  void createSite() {
    site =
        Site.with(
            tmp,
            group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour"), ready("A-3", "Sip")));
  }

  @AfterEach
  void checkServer() {
    site.server().git("fsck", "--strict");
  }

  /** Runs the action on a new machine with the same GitHub. */
  private Runner.Result run(Map<String, String> with) {
    Runner runner = site.runner();
    gh = gh == null ? new FakeGh(runner) : gh.installOn(runner);
    return Site.run(runner, with);
  }

  private Runner.Result ok(Map<String, String> with) {
    Runner.Result result = run(with);
    assertFalse(result.failed(), result.log());
    assertEquals(List.of(), result.annotations(), result.log());
    return result;
  }

  @Test
  void pullRequestIsOpenedWithTheTextOfTheSummary() {
    String main = site.tip("main");
    Runner.Result result = ok(Map.of("mode", "pr"));
    assertEquals(URL, result.outputs().get("pr-url"));
    assertEquals(site.tip(BRANCH), result.outputs().get("commit-sha"));
    assertEquals(main, site.tip("main"));
    List<List<String>> calls = gh.calls();
    assertEquals(2, calls.size(), calls.toString());
    List<String> create = calls.get(1);
    assertEquals(
        List.of("a-token", "pr", "create", "--head", BRANCH, "--base", "main", "--title"),
        create.subList(0, 8));
    assertEquals("chore(todo): replenish from the backlog", create.get(8));
    assertTrue(gh.body().startsWith("\n## Moved 3 dev tasks (high)\n"), gh.body());
    assertEquals(moves(result), gh.body());
  }

  @Test
  void openPullRequestIsUpdated() {
    String first = moves(ok(ONE));
    gh.calls();
    Runner.Result second = ok(ONE);
    assertEquals(List.of("list", "view", "edit"), gh.verbs());
    assertEquals(URL, second.outputs().get("pr-url"));
    assertEquals(moves(second) + first.stripTrailing() + "\n", gh.body());
    gh.body("x".repeat(64_900));
    assertEquals(moves(ok(ONE)), gh.body(), "GitHub would not take both");
    gh.calls();
    Runner.Result nothing = ok(ONE);
    assertEquals("noop", nothing.outputs().get("outcome"));
    assertEquals(URL, nothing.outputs().get("pr-url"));
    assertEquals(List.of("list"), gh.verbs());
  }

  @Test
  void nextRunOpensAPullRequestThatCouldNotBeOpened() {
    gh = new FakeGh(site.runner()).refuse("::error::GitHub Actions may not create them\n");
    Runner.Result refused = run(Map.of("mode", "pr"));
    assertTrue(refused.failed());
    assertEquals("moved", refused.outputs().get("outcome"));
    assertEquals("", refused.outputs().get("pr-url"));
    assertEquals(1, refused.annotations().size(), refused.log());
    assertEquals("error pull request", refused.annotations().get(0).summary());
    assertTrue(refused.log().contains("| ::error::GitHub Actions may"), refused.log());
    gh.refuse("").calls();
    Runner.Result next = ok(ONE);
    assertEquals("noop", next.outputs().get("outcome"));
    assertEquals(URL, next.outputs().get("pr-url"));
    assertEquals(List.of("list", "create"), gh.verbs());
    assertEquals("What moved, and why, stands in the messages of the commits.\n", gh.body());
  }

  @Test
  void stepEndsAfterAllThatGhSaid() {
    Runner slow = site.runner();
    slow.program("sed", "[[ $1 != 's/^/| /' ]] || sleep 1\nPATH=${PATH#*:} exec sed \"$@\"\n");
    gh = new FakeGh(slow).refuse("::error::GitHub Actions may not create them\n");
    Runner.Result refused = Site.run(slow, Map.of("mode", "pr"));
    assertTrue(refused.failed());
    assertTrue(refused.log().contains("| ::error::GitHub Actions may"), refused.log());
  }

  @Test
  void closedPullRequestStaysClosed() {
    ok(Map.of("mode", "pr"));
    gh.pull("CLOSED", site.tip(BRANCH)).calls();
    assertEquals("", ok(ONE).outputs().get("pr-url"));
    assertEquals(List.of("list"), gh.verbs());
  }

  @Test
  void branchStartsFromMainAgainAfterAMerge() {
    ok(ONE);
    String merged = site.tip(BRANCH);
    GitSandbox clone = site.userClone();
    clone.git("merge", "-q", "--no-ff", "-m", "merge", "origin/" + BRANCH);
    clone.git("push", "-q");
    gh.pull("MERGED", merged).calls();
    Runner.Result result = ok(ONE);
    assertEquals("[\"A-2\"]", result.outputs().get("moved-ids"));
    assertEquals(List.of("list", "create"), gh.verbs());
    assertEquals(site.tip("main"), site.tip(BRANCH + "~1"));
  }

  @Test
  void branchStartsFromMainAgainAfterASquashMerge() {
    ok(ONE);
    ok(ONE);
    String proposed = site.tip(BRANCH);
    GitSandbox clone = site.userClone();
    clone.git("merge", "-q", "--squash", "origin/" + BRANCH);
    clone.commitAll("Squashed");
    clone.write("notes.txt", "later\n").commitAll("go on");
    clone.git("push", "-q");
    gh.pull("MERGED", proposed).calls();
    Runner.Result result = ok(ONE);
    assertEquals("[\"A-3\"]", result.outputs().get("moved-ids"), result.log());
    assertEquals(List.of("list", "create"), gh.verbs());
    assertEquals(site.tip("main"), site.tip(BRANCH + "~1"));
  }

  @Test
  void pullRequestIsExtendedAfterTheBaseHasMoved() {
    ok(ONE);
    String proposed = site.tip(BRANCH);
    site.userClone().write("notes.txt", "later\n").commitAll("go on");
    site.userClone().git("push", "-q");
    gh.calls();
    Runner.Result result = ok(ONE);
    assertEquals("[\"A-2\"]", result.outputs().get("moved-ids"), result.log());
    assertEquals(proposed, site.tip(BRANCH + "~1"));
    assertEquals(List.of("list", "view", "edit"), gh.verbs());
  }

  @Test
  void branchWithOtherCommitsIsLeftAlone() {
    ok(ONE);
    GitSandbox clone = site.userClone();
    clone.git("switch", "-q", "-c", "mine", "origin/" + BRANCH);
    String tip = clone.write("notes.txt", "mine\n").commitAll("by hand");
    clone.git("push", "-q", "origin", "mine:" + BRANCH);
    gh.calls();
    Runner.Result result = run(ONE);
    assertTrue(result.failed());
    assertEquals("repository-state", result.outputs().get("reason"));
    assertEquals(List.of(), gh.verbs());
    assertEquals(tip, site.tip(BRANCH));
  }

  @Test
  void baseBranchIsRefusedAsBranchOfThePullRequest() {
    Runner.Result result = run(Map.of("mode", "pr", "pr-branch", "main"));
    assertTrue(result.failed());
    assertEquals("usage", result.outputs().get("reason"));
    assertEquals(List.of(), gh.verbs());
  }

  @Test
  void tasksOfOneBoardAreProposedEvenIfAnotherFails() {
    GitSandbox clone = site.userClone();
    clone.write("b/BACKLOG.md", "<<<<<<< ours\n=======\n>>>>>>> theirs\n").commitAll("break");
    clone.git("push", "-q");
    Runner.Result result = run(Map.of("mode", "pr", "board", ".\nb"));
    assertTrue(result.failed());
    assertEquals("true", result.outputs().get("changed"));
    assertEquals(URL, result.outputs().get("pr-url"));
    assertEquals(moves(result), gh.body());
  }

  /** The summary up to the report of the whole board, which a pull request leaves out. */
  private static String moves(Runner.Result result) {
    return result.summary().split("(?m)^## Board report$", 2)[0];
  }
}
