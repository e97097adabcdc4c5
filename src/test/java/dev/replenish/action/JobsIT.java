package dev.replenish.action;

import static dev.replenish.action.Site.group;
import static dev.replenish.action.Site.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example workflows and this project's own top-up, from the first step to the last. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class JobsIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final Map<String, String> VARS =
      Map.of("REPLENISH_ACTION", "makers/replenish", "REPLENISH_COMMIT", "0a".repeat(20));

  @TempDir Path tmp;

  private static Map<String, Object> job(String workflow) {
    Map<String, Object> jobs = Yaml.map(Yaml.read(BASE.resolve(workflow)).get("jobs"));
    assertEquals(1, jobs.size());
    return Yaml.map(jobs.values().iterator().next());
  }

  /** A machine whose checkout step fetches the board or, into another folder, the action. */
  private Runner runner(Site site) {
    Runner runner = site.machine();
    return runner
        .context("vars", VARS)
        .context("secrets", Map.of("REPLENISH_TOKEN", "their-token"))
        .context("matrix", Map.of("repository", "team/station", "board", "."))
        .stub("actions/checkout", with -> checkout(site, runner, with));
  }

  private static void checkout(Site site, Runner runner, Map<String, String> with) {
    if (!with.containsKey("path")) {
      site.checkout(runner.folder("work"), with);
      return;
    }
    assertEquals(VARS.get("REPLENISH_ACTION"), with.get("repository"));
    assertEquals(VARS.get("REPLENISH_COMMIT"), with.get("ref"));
    Site.unpack(runner.folder("work").resolve(with.get("path")));
  }

  private Site siteWithTwoTasks() {
    return Site.with(tmp, group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour")));
  }

  @ParameterizedTest
  @CsvSource({
    "weekly, main, ''",
    "when-done, main, ''",
    "pull-request, replenish/next, their-token",
    "several-repositories, replenish/next, their-token"
  })
  void exampleWorkflowsMoveTheTasks(String workflow, String branch, String token) {
    Site site = siteWithTwoTasks();
    String main = site.tip("main");
    Runner runner = runner(site);
    FakeGh gh = new FakeGh(runner);
    Runner.Result result = runner.job(job("examples/workflows/" + workflow + ".yml"));
    assertFalse(result.failed(), result.log());
    assertTrue(site.server().git("show", branch + ":TODO.md").contains("[id:A-2]"));
    assertEquals(main, site.tip(branch + "~1"));
    assertEquals(branch.equals("main"), !main.equals(site.tip("main")));
    List<List<String>> calls = gh.calls();
    assertEquals(token.isEmpty(), calls.isEmpty());
    assertTrue(calls.stream().allMatch(call -> call.get(0).equals(token)), calls.toString());
  }

  @Test
  void nothingRunsUntilTheVariablesAreSet() {
    Site site = siteWithTwoTasks();
    Runner runner = site.machine().context("vars", Map.of("REPLENISH_ACTION", "makers/replenish"));
    Runner.Result result = runner.job(job("examples/workflows/weekly.yml"));
    assertFalse(result.failed());
    assertEquals(List.of(), result.ran());
  }

  @Test
  void ownTopUpPushesToItsCopyOnly() throws IOException {
    Site site = siteWithTwoTasks();
    GitSandbox clone = site.userClone();
    String board = "examples/small-team/before";
    for (String file : List.of("BACKLOG.md", "TODO.md")) {
      clone.write(board + "/" + file, Files.readAllBytes(BASE.resolve(board).resolve(file)));
    }
    clone.commitAll("an example");
    clone.git("push", "-q");
    String main = site.tip("main");
    Runner runner = site.machine();
    runner.stub(
        "actions/checkout",
        with -> {
          site.checkout(runner.folder("work"), with);
          Site.unpack(runner.folder("work"));
        });
    Runner.Result result = runner.job(job(".github/workflows/top-up.yml"));
    assertFalse(result.failed(), result.log());
    assertEquals("See that it is there", result.ran().get(result.ran().size() - 1));
    assertEquals(main, site.tip("main"));
  }

  @Test
  void summaryLinksToTheRepositoryThatIsCheckedOut() {
    Site site = siteWithTwoTasks();
    Runner runner = site.runner();
    GitSandbox work = site.userClone().at(runner.folder("work"));
    String address = "https://github.example/team/station.git";
    work.git(
        "config", "url." + work.git("remote", "get-url", "origin").strip() + ".insteadOf", address);
    work.git("remote", "set-url", "origin", address);
    Runner.Result result = Site.run(runner, Map.of());
    assertFalse(result.failed(), result.log());
    assertTrue(result.summary().contains("https://github.example/team/station/blob/"));
  }
}
