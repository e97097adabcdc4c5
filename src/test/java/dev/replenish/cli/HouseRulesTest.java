package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file's own rules for working on it apply unless a setting overrides them. */
class HouseRulesTest {
  private static final String TASKS = "\n- [ ] S-1: Saw\n- [ ] S-2: Nail\n";

  @TempDir Path tmp;

  private Shell board(String rule) {
    return Shell.withBacklog(tmp, "# Shed\n\n" + rule + "\n" + TASKS);
  }

  @Test
  void runIsRefusedIfTheFileForbidsCommits() {
    Shell shell = board("<!-- Agents: do NOT commit. -->");
    String tip = shell.git().git("rev-parse", "HEAD");
    Shell.Result result = shell.run("run");
    assertEquals(6, result.code());
    assertTrue(
        result.err().contains("the file says 'do NOT commit' (BACKLOG.md:3:14)"), result.err());
    assertTrue(result.err().contains("git config replenish.houseRules override"), result.err());
    assertEquals(tip, shell.git().git("rev-parse", "HEAD"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }

  @Test
  void planIsShownAndNamesTheRule() {
    Shell shell = board("Do not commit this file.");
    Shell.Result plan = shell.run("plan");
    assertEquals(0, plan.code());
    assertTrue(plan.out().contains("Would move 2 of 2"), plan.out());
    assertTrue(plan.err().contains("BACKLOG.md:3:1: the file says"), plan.err());
  }

  @Test
  void settingOverridesTheRules() {
    Shell shell = board("Do not commit this file. One item at a time.");
    shell.git().git("config", "replenish.houseRules", "override");
    assertTrue(shell.ok("run").startsWith("Moved 2 "));
  }

  @Test
  void ruleOfOneAtATimeRequiresABatchSize() {
    Shell shell = board("Work on one item at a time.");
    Shell.Result result = shell.run("run");
    assertEquals(6, result.code());
    assertTrue(result.err().contains("git config replenish.batchSize 1"), result.err());
    assertTrue(shell.ok("run", "--max", "1").startsWith("Moved 1 "));
  }

  @Test
  void configuredBatchSizeIsUsed() {
    Shell shell = board("Work on one item at a time.");
    shell.git().git("config", "replenish.batchSize", "2");
    assertTrue(shell.ok("run").startsWith("Moved 2 "));
  }

  @Test
  void textOfATaskIsNotARule() {
    Shell shell =
        Shell.withBacklog(
            tmp, "# Shed\n\n- [ ] S-1: Do not commit to a date\n- [ ] S-2: One item at a time\n");
    assertTrue(shell.ok("run").startsWith("Moved 2 "));
  }

  @Test
  void banOnCommittingSecretsIsNotARule() {
    Shell shell = board("Never commit secrets or keys.");
    assertTrue(shell.ok("run").startsWith("Moved 2 "));
  }

  @Test
  void unknownSettingValueIsRefused() {
    Shell shell = board("");
    shell.git().git("config", "replenish.houseRules", "ignore");
    assertEquals(2, shell.run("run").code());
  }
}
