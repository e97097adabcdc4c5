package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.rules.Policy;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random boards without markers are emptied run by run; {@link OutlineRun} checks each run. A
 * failure names its seed: {@code -Dreplenish.seed=N -Dreplenish.boards=1} runs only that board.
 */
@Tag("long")
class GeneratedOutlineTest {
  private static final long SEED = Long.getLong("replenish.seed", 20260204);
  private static final int BOARDS = Integer.getInteger("replenish.boards", 100);

  @Test
  void generatedBacklogsAreEmptiedWithoutLosingAnything() {
    int moved = 0;
    for (int i = 0; i < BOARDS; i++) {
      moved += empty(SEED + i);
    }
    assertTrue(moved >= BOARDS, "only " + moved + " tasks moved: the boards test too little");
  }

  private static int empty(long seed) {
    BoardFiles files = new GeneratedOutline(new Random(seed)).files;
    Policy policy = Policy.DEFAULT.requiring(Set.of());
    int[] moved = new int[1];
    BoardFiles[] last = {files};
    try {
      OutlineEmptying.of(
          files,
          policy,
          BoardFiles.DATE,
          run -> {
            moved[0] += run.moved().size();
            last[0] = run.after();
          });
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dreplenish.seed=" + seed + " " + e + "\n" + text(files) + text(last[0]), e);
    }
    return moved[0];
  }

  private static String text(BoardFiles files) {
    return "=== BACKLOG.md\n"
        + files.text(BoardFiles.BACKLOG)
        + "\n=== TODO.md\n"
        + files.text(BoardFiles.TODO)
        + "\n";
  }
}
