package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight commands, each with faults at its calls to the file system: it is killed, or the disk is
 * full or fails. In every case no task is lost, there is one commit or none, and the next call
 * gives the result of a run without faults. The test takes a seeded sample of the points, and all
 * with {@code -Pfaults}.
 */
class FaultsIT {
  private static final String POINTS = System.getProperty("replenish.faults", "16");
  private static final long SEED = Long.getLong("replenish.faultSeed", 14);
  private static final String ONLY = System.getProperty("replenish.faultCommand", "");

  @TempDir Path temp;

  /** One point of a command's campaign. */
  private record Trial(FaultCampaign campaign, FaultPoint point) implements Callable<List<String>> {
    @Override
    public List<String> call() throws Exception {
      List<String> wrong = campaign.failures(point);
      if (!wrong.isEmpty()) {
        System.out.println(String.join("\n    ", wrong)); // now, since all points take long
      }
      return wrong;
    }
  }

  @Test
  void noTaskIsLostWhereverACommandFails() throws Exception {
    List<Trial> all = new ArrayList<>();
    for (FaultCampaign campaign : campaigns()) {
      campaign.points().forEach(point -> all.add(new Trial(campaign, point)));
    }
    Collections.shuffle(all, new Random(SEED));
    List<Trial> chosen =
        POINTS.equals("all") ? all : all.subList(0, Math.min(all.size(), Integer.parseInt(POINTS)));
    long start = System.nanoTime();
    List<String> failures = new ArrayList<>();
    Map<String, int[]> figures = new TreeMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (Trial trial : chosen) {
        results.add(threads.submit(trial));
      }
      for (int i = 0; i < chosen.size(); i++) {
        List<String> wrong = results.get(i).get();
        count(figures, chosen.get(i), !wrong.isEmpty());
        if (!wrong.isEmpty()) {
          failures.add(String.join("\n    ", wrong));
        }
      }
    } finally {
      threads.shutdownNow();
    }
    print(figures, chosen.size(), all.size(), (System.nanoTime() - start) / 1_000_000_000);
    assertEquals("", String.join("\n", failures));
  }

  private List<FaultCampaign> campaigns() throws Exception {
    Path base = Path.of(System.getProperty("replenish.basedir"));
    List<FaultCampaign> campaigns = new ArrayList<>();
    try {
      FaultLibrary library = FaultLibrary.build(base, temp.toRealPath());
      for (FaultCase command : FaultCase.all()) {
        if (ONLY.isEmpty() || ONLY.equals(command.name())) {
          Path folder = Files.createDirectory(temp.toRealPath().resolve(command.name()));
          campaigns.add(new FaultCampaign(library, command, folder));
        }
      }
    } catch (FaultLibrary.Unavailable e) {
      abort("skipped: " + e.getMessage());
    }
    return campaigns;
  }

  private static void count(Map<String, int[]> figures, Trial trial, boolean failed) {
    for (String key : List.of(trial.campaign().name(), trial.point().fault().name())) {
      int[] figure = figures.computeIfAbsent(key, k -> new int[2]);
      figure[0]++;
      figure[1] += failed ? 1 : 0;
    }
  }

  private static void print(Map<String, int[]> figures, int tried, int all, long seconds) {
    StringBuilder line = new StringBuilder("faults: " + tried + " of " + all + " points, seed ");
    line.append(SEED + ", " + seconds + " s;");
    figures.forEach(
        (key, figure) -> line.append(" " + key + " " + figure[1] + "/" + figure[0] + ","));
    System.out.println(line.append(" failed/tried"));
  }
}
