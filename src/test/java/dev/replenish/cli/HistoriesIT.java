package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded histories of Replenish's commands between a user's commits, amends, stashes, merges,
 * rebases and more. No commit loses a task. {@code -Pfaults} runs 200 of them.
 */
class HistoriesIT {
  private static final int HISTORIES = Integer.getInteger("replenish.histories", 4);
  private static final int STEPS = 30;
  private static final long SEED = Long.getLong("replenish.historySeed", 1);

  @TempDir Path temp;

  @Test
  void noCommitLosesATask() throws Exception {
    List<String> wrong = new ArrayList<>();
    int committed = 0;
    for (int i = 0; i < HISTORIES; i++) {
      HistoryWalk walk = new HistoryWalk(temp, SEED + i);
      List<String> failures = walk.steps(STEPS);
      committed += walk.committed();
      if (!failures.isEmpty()) {
        wrong.add(String.join("\n    ", failures));
      }
      FaultCase.delete(temp.toRealPath().resolve("history-" + (SEED + i)));
    }
    System.out.printf(
        "histories: %d of %d steps each, %d commits of ours, %d failed%n",
        HISTORIES, STEPS, committed, wrong.size());
    assertEquals("", String.join("\n", wrong));
    assertTrue(committed > HISTORIES, "hardly any command has made a commit");
  }
}
