package dev.replenish.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Version;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A release, published to a bare repository, and the action as it is in the commit of the tag. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReleaseIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final Path JAR = Path.of(System.getProperty("replenish.jar"));
  private static final String TAG = "v" + Version.current();

  @TempDir Path tmp;
  private Site site;
  private Runner runner;
  private Path work;

  @BeforeEach
  void sources() throws IOException {
    site = Site.with(tmp, Site.group("dev", "high", Site.ready("A-1", "Boil")));
    GitSandbox people = site.people();
    Site.unpack(people.root());
    Path script = Files.createDirectory(people.root().resolve(".ci")).resolve("release");
    Files.copy(BASE.resolve(".ci/release"), script, StandardCopyOption.COPY_ATTRIBUTES);
    people.write(".gitignore", "/target/\n");
    people.write(
        "CHANGELOG.md",
        "## [9.9.9]\n\nLater.\n\n## [" + Version.current() + "]\n\nTea.\n\n## [0.0.1]\n\nOld.\n");
    people.commitAll("sources");
    people.git("push", "-q");
    runner = site.runner();
    work = runner.folder("work");
    Files.copy(JAR, runner.folder("work/target").resolve("replenish.jar"));
    runner.program(
        "gh", "printf '%s\\n' \"$@\" >\"$RUNNER_TEMP/gh\"; cat \"$8\" >\"$RUNNER_TEMP/notes\"\n");
  }

  private Runner.Result release() {
    return runner.steps(List.of(Map.of("run", ".ci/release")));
  }

  @Test
  void theTagKnowsItsJarAndNoBranchDoes() {
    String main = site.tip("main");
    Runner.Result result = release();
    assertFalse(result.failed(), result.log());
    assertEquals(main, site.tip("main"));
    assertEquals(main, site.tip(TAG + "~1"));
    String sum = StepFile.text(work.resolve("target/replenish.jar.sha256"));
    assertTrue(sum.matches("[0-9a-f]{64}  replenish\\.jar\n"), sum);
    String address = "https://github.example/team/tea/releases/download/" + TAG + "/replenish.jar";
    assertEquals(
        sum.substring(0, 64) + " " + address + "\n",
        site.server().git("show", TAG + ":.github/action/release"));
    String gh = StepFile.text(runner.folder("temp").resolve("gh"));
    assertTrue(gh.startsWith("release\ncreate\n" + TAG + "\n--verify-tag\n"), gh);
    assertTrue(
        gh.endsWith(
            "jar\ntarget/replenish.jar.sha256\ntarget/replenish.cdx.json\ntarget/replenish.1\n"),
        gh);
    assertEquals("\nTea.\n\n", StepFile.text(runner.folder("temp").resolve("notes")));
    theActionOfTheTagRunsIt(address);
  }

  private void theActionOfTheTagRunsIt(String address) {
    Path action = tmp.resolve("action");
    site.server().git("worktree", "add", "-q", action.toString(), TAG);
    Runner other = site.runner().set("REPLENISH_JAR", null);
    other.program("curl", "[[ ${*: -1} == " + address + " ]] && cp '" + JAR + "' \"${@: -2:1}\"\n");
    Runner.Result result = other.action(action, Map.of("mode", "dry-run"));
    assertFalse(result.failed(), result.log());
    assertEquals("planned", result.outputs().get("outcome"));
    assertEquals(List.of(), result.annotations());
    assertFalse(Files.exists(action.resolve("target")));
  }

  @Test
  void withoutAWordInTheChangelogNothingIsReleased() throws IOException {
    Files.writeString(work.resolve("CHANGELOG.md"), "## [" + Version.current() + "]\n\n");
    Runner.Result result = release();
    assertTrue(result.failed());
    assertEquals("", site.server().git("tag"));
    assertFalse(Files.exists(runner.folder("temp").resolve("gh")));
  }
}
