package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories in which two people work and merge: legitimate changes are no loss, and every
 * planted loss is found. {@code -Dreplenish.auditHistories=N} sets their number, and {@code
 * -Dreplenish.auditSeed=N} the first seed.
 */
@Tag("long")
class AuditHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("replenish.auditHistories", 40);
  private static final long SEED = Long.getLong("replenish.auditSeed", 1);
  private static final int STEPS = 25;

  @TempDir Path tmp;

  private List<MadeUpHistory> histories(GitSandbox git, double losses)
      throws IOException, InterruptedException {
    List<MadeUpHistory> histories = new ArrayList<>();
    Path stream = tmp.resolve("stream");
    StringBuilder all = new StringBuilder();
    int mark = 0;
    for (int i = 0; i < HISTORIES; i++) {
      MadeUpHistory history = new MadeUpHistory(SEED + i, "h" + i, mark, losses).make(STEPS);
      mark = history.lastMark();
      all.append(history.stream());
      histories.add(history);
    }
    Files.writeString(stream, all, UTF_8);
    ProcessBuilder builder =
        new ProcessBuilder("git", "fast-import", "--quiet").directory(git.root().toFile());
    Process process = builder.redirectInput(stream.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), output);
    return histories;
  }

  private static List<String> lost(JsonNode audit) {
    TreeSet<String> ids = new TreeSet<>();
    for (JsonNode event : audit.path("events")) {
      if (event.path("event").asText().equals("lost")) {
        ids.add(event.path("id").asText());
      }
    }
    return List.copyOf(ids);
  }

  @Test
  void legitimateChangesAreNotReportedAsLosses() throws IOException, InterruptedException {
    Shell shell = Shell.create(tmp);
    int driverMerges = 0;
    for (MadeUpHistory history : histories(shell.git(), 0)) {
      driverMerges += history.driverMerges();
    }
    assertTrue(driverMerges > HISTORIES / 2, "the driver merges: " + driverMerges);
    for (int i = 0; i < HISTORIES; i++) {
      JsonNode audit = shell.json(0, "audit", "--ref", "h" + i);
      assertEquals(List.of(), lost(audit), "seed " + (SEED + i));
      assertEquals(0, audit.at("/counts/events/id-reused").asInt(), "seed " + (SEED + i));
    }
  }

  @Test
  void everyPlantedLossIsFound() throws IOException, InterruptedException {
    Shell shell = Shell.create(tmp);
    List<MadeUpHistory> histories = histories(shell.git(), 0.15);
    int planted = 0;
    for (int i = 0; i < HISTORIES; i++) {
      Shell.Result result = shell.run("audit", "--json", "--ref", "h" + i);
      JsonNode audit = Shell.object("audit", result.out());
      assertEquals(histories.get(i).planted(), lost(audit), "seed " + (SEED + i));
      planted += histories.get(i).planted().size();
    }
    assertTrue(planted > HISTORIES, "losses are planted");
  }
}
