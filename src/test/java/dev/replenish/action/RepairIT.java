package dev.replenish.action;

import static dev.replenish.action.Site.group;
import static dev.replenish.action.Site.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The action in the modes verify and repair, after a merge that has dropped a task. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RepairIT {
  @TempDir Path tmp;

  /** A merge on main, which loses the task A-2 if {@code drops}. */
  private Site merged(boolean drops) {
    Site site = Site.with(tmp, group("dev", "high", ready("A-1", "Boil"), ready("A-2", "Pour")));
    GitSandbox clone = site.userClone();
    clone.git("switch", "-q", "-c", "side");
    clone.write("notes.md", "A note.\n").commitAll("note");
    clone.git("switch", "-q", "main");
    clone.write("other.md", "Another note.\n").commitAll("another note");
    clone.git("merge", "-q", "--no-commit", "side");
    if (drops) {
      clone.write("BACKLOG.md", clone.read("BACKLOG.md").replace(ready("A-2", "Pour"), ""));
    }
    clone.commitAll("merge");
    clone.git("push", "-q");
    return site;
  }

  private static Runner.Result run(Site site, String mode, String depth) {
    Runner runner = site.machine();
    site.checkout(runner.folder("work"), Map.of("fetch-depth", depth));
    return Site.run(runner, Map.of("mode", mode));
  }

  private static String outputs(Runner.Result result) {
    Map<String, String> outputs = result.outputs();
    return String.join(" ", outputs.get("outcome"), outputs.get("reason"), outputs.get("changed"));
  }

  @Test
  void verifyPassesIfNoMergeLostATask() {
    Runner.Result result = run(merged(false), "verify", "0");
    assertFalse(result.failed(), result.log());
    assertEquals("noop  false", outputs(result));
    assertTrue(result.summary().contains("No merge lost"), result.summary());
  }

  @Test
  void verifyAnnotatesALostTask() {
    Site site = merged(true);
    String tip = site.tip("main");
    Runner.Result result = run(site, "verify", "0");
    assertTrue(result.failed());
    assertEquals("failed invalid-document false", outputs(result), result.log());
    assertTrue(
        result.annotations().stream().anyMatch(each -> each.toString().contains("A-2")),
        result.log());
    assertTrue(result.summary().replace("<wbr>", "").contains("A-2"), result.summary());
    assertEquals(tip, site.tip("main"));
  }

  @Test
  void repairRestoresALostTaskAndPushes() {
    Site site = merged(true);
    Runner.Result result = run(site, "repair", "0");
    assertFalse(result.failed(), result.log());
    assertEquals("fixed  true", outputs(result));
    assertEquals(site.tip("main"), result.outputs().get("commit-sha"));
    assertTrue(site.userClone().read("BACKLOG.md").contains(ready("A-2", "Pour")));
    assertEquals("noop  false", outputs(run(site, "repair", "0")));
  }
}
