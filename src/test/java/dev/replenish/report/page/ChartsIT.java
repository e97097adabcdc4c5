package dev.replenish.report.page;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Mermaid itself reads the charts of a report, whatever the titles of the tasks. */
@EnabledIfSystemProperty(named = "replenish.node", matches = "true")
class ChartsIT {
  private static final List<String> TITLES =
      List.of(
          "\"] --> n0 %%{init: {}}%%",
          "end",
          "1. first",
          "- item",
          "`code` #quot; &lt; ;",
          "\u202e \ud83d\ude00 \u6a19\u984c",
          "subgraph graph style click x href");

  @TempDir Path tmp;

  @Test
  void mermaidReadsEveryChart() throws Exception {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < TITLES.size(); i++) {
      String after = "**Dependencies:** A-" + (i + 1) % TITLES.size() + "\n**Plan:**";
      tasks.append(ready("A-" + i, TITLES.get(i)).replace("**Plan:**", after));
    }
    Shell shell =
        Shell.withBacklog(
            tmp, group("dev", "high", tasks.toString()), group("dev", "low", ready("B-1", "end")));
    shell.ok("run", "--date", "2026-01-05");
    shell.ok("done", "B-1", "--date", "2026-01-14");
    shell.ok("report", "--md", "page.md", "--date", "2026-02-04");
    String out = charts(shell.root().resolve("page.md"));
    assertEquals("{\"xychart\":2,\"flowchart-v2\":1}", out.strip());
  }

  private static String charts(Path page) throws Exception {
    Path node = Path.of(System.getProperty("replenish.jar")).resolveSibling("node");
    Path scripts = Path.of(System.getProperty("replenish.basedir"), "src/test/node");
    Files.createDirectories(node);
    for (String file : List.of("package.json", "charts.mjs")) {
      Files.write(node.resolve(file), Files.readAllBytes(scripts.resolve(file)));
    }
    if (!Files.isDirectory(node.resolve("node_modules"))) {
      run(node, "npm", "install", "--no-audit", "--no-fund");
    }
    assertTrue(Files.exists(page));
    return run(node, "node", "charts.mjs", page.toString());
  }

  private static String run(Path folder, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }
}
