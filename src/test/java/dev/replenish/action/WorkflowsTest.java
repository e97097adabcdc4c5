package dev.replenish.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for {@code action.yml} and for every workflow. */
class WorkflowsTest {
  private static final Path ACTION = Path.of("action.yml");
  private static final Path TEMPLATE =
      Path.of("src/main/resources/dev/replenish/app/templates/replenish.yml");

  static List<Path> workflows() throws IOException {
    List<Path> files = new ArrayList<>(List.of(TEMPLATE));
    for (String folder : List.of(".github/workflows", "examples/workflows")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        all.filter(file -> file.toString().endsWith(".yml")).sorted().forEach(files::add);
      }
    }
    assertTrue(files.size() >= 8, files.toString());
    return files;
  }

  static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>(workflows());
    files.add(ACTION);
    return files;
  }

  private static List<Map<String, Object>> jobs(Path workflow) {
    return Yaml.map(Yaml.read(workflow).get("jobs")).values().stream().map(Yaml::map).toList();
  }

  private static List<Map<String, Object>> steps(Path file) {
    return file.equals(ACTION)
        ? Yaml.maps(Yaml.map(Yaml.read(file).get("runs")).get("steps"))
        : jobs(file).stream().flatMap(job -> Yaml.maps(job.get("steps")).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void scriptsContainNoExpressions(Path file) {
    for (Map<String, Object> step : steps(file)) {
      String script = step.getOrDefault("run", "").toString();
      assertFalse(script.contains("${{"), script);
    }
  }

  @Test
  void otherActionsArePinnedToTheSameCommitEverywhere() throws IOException {
    Map<String, String> pins = new LinkedHashMap<>();
    for (Path file : all()) {
      for (Map<String, Object> step : steps(file)) {
        String uses = step.getOrDefault("uses", "./").toString();
        if (!uses.startsWith("./")) {
          assertTrue(uses.matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}"), file + ": " + uses);
          String name = uses.substring(0, uses.indexOf('@'));
          assertEquals(uses, pins.merge(name, uses, (old, now) -> old), file.toString());
          String line = "uses: " + uses + " # v";
          assertTrue(Files.readString(file).contains(line), file + " names the version");
        }
      }
    }
    assertEquals(
        Set.of("actions/checkout", "actions/setup-java", "actions/upload-artifact"), pins.keySet());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void permissionsTimeAndConcurrencyAreLimited(Path file) {
    Map<String, Object> workflow = Yaml.read(file);
    Map<String, Object> permissions = Yaml.map(workflow.get("permissions"));
    assertFalse(permissions.isEmpty(), "permissions");
    boolean proposes = steps(file).stream().anyMatch(WorkflowsTest::proposes);
    boolean own = file.startsWith(".github");
    for (Map<String, Object> job : jobs(file)) {
      assertTrue(job.containsKey("timeout-minutes"), "timeout-minutes");
      assertTrue(workflow.containsKey("concurrency") || job.containsKey("concurrency"));
    }
    assertEquals(own, "read".equals(permissions.get("contents")) && !proposes);
    assertTrue(
        Set.of("contents", "pull-requests").containsAll(permissions.keySet()),
        permissions.toString());
    assertTrue(proposes || !permissions.containsKey("pull-requests"));
  }

  private static boolean proposes(Map<String, Object> step) {
    return "pr".equals(Yaml.map(step.get("with")).get("mode"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void schedulesAvoidTheFullHourAndAllowAManualStart(Path file) {
    Map<String, Object> on = Yaml.map(Yaml.read(file).get("on"));
    assertTrue(on.containsKey("workflow_dispatch") || file.endsWith("ci.yml"), on.toString());
    if (on.get("schedule") != null) {
      for (Map<String, Object> each : Yaml.maps(on.get("schedule"))) {
        String cron = each.get("cron").toString();
        assertTrue(cron.matches("[1-9][0-9]? .*") && !cron.startsWith("30 "), cron);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void checkoutsLeaveNoCredentialsOnTheDisk(Path file) {
    for (Map<String, Object> step : steps(file)) {
      if (step.getOrDefault("uses", "").toString().startsWith("actions/checkout@")) {
        assertEquals(false, Yaml.map(step.get("with")).get("persist-credentials"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void givenInputsAreInputsOfTheAction(Path file) {
    Set<String> inputs = Yaml.map(Yaml.read(ACTION).get("inputs")).keySet();
    for (Map<String, Object> step : steps(file)) {
      if (step.getOrDefault("uses", "").toString().startsWith("./")) {
        assertTrue(inputs.containsAll(Yaml.map(step.get("with")).keySet()), step.toString());
      }
    }
  }

  @Test
  void templateOfInitEqualsTheExample() throws IOException {
    String example = Files.readString(Path.of("examples/workflows/weekly.yml"));
    String written =
        Files.readString(TEMPLATE)
            .replace("%TODO%", "TODO.md")
            .replace("%BACKLOG%", "BACKLOG.md")
            .replace("        with:\n          board: '%BOARD%'\n", "");
    assertEquals(example, written);
  }

  @Test
  void everyInputIsUsedAndHasADefaultAndADescription() throws IOException {
    String text = Files.readString(ACTION);
    Yaml.map(Yaml.read(ACTION).get("inputs"))
        .forEach(
            (name, input) -> {
              assertTrue(name.matches("[a-z]+(-[a-z]+)*"), name);
              assertEquals(Set.of("description", "default"), Yaml.map(input).keySet(), name);
              assertTrue(text.contains(": ${{ inputs." + name + " }}\n"), name + " is used");
            });
  }

  @Test
  void outputsAreThoseOfTheReference() throws IOException {
    Set<String> outputs = new TreeSet<>(Yaml.map(Yaml.read(ACTION).get("outputs")).keySet());
    assertTrue(outputs.removeAll(Set.of("pr-url", "report-path")));
    String page = Files.readString(Path.of("docs/reference/github-actions.md"));
    String table = page.substring(page.indexOf("| output | holds |"), page.indexOf("**6.10**"));
    assertEquals(new TreeSet<>(names(table)), outputs);
  }

  @Test
  void referenceHasEveryInputWithItsDefault() throws IOException {
    String page = Files.readString(Path.of("docs/reference/github-actions.md"));
    String table = page.substring(page.indexOf("| input | default |"), page.indexOf("**6.13**"));
    Set<String> declared = new TreeSet<>();
    for (Map.Entry<String, Object> input : Yaml.map(Yaml.read(ACTION).get("inputs")).entrySet()) {
      declared.add(input.getKey());
      String value = Yaml.map(input.getValue()).get("default").toString();
      String shown =
          value.isEmpty() ? "" : "`" + value.replaceAll("\\$\\{\\{ (.*) }}", "$1") + "` ";
      assertTrue(
          table.contains("\n| `" + input.getKey() + "` | " + shown + "| "), input.toString());
    }
    assertEquals(declared, new TreeSet<>(names(table)));
    assertTrue(page.contains("two more. `pr-url` is") && page.contains("`report-path` is"));
  }

  private static List<String> names(String table) {
    Matcher row = Pattern.compile("\n\\| `([a-z-]+)` \\|").matcher(table);
    return row.results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Test
  void everyStepOfTheActionRunsAnExistingScript() {
    for (Map<String, Object> step : steps(ACTION)) {
      if (step.containsKey("run")) {
        assertEquals("bash", step.get("shell"));
        Matcher run =
            Pattern.compile("\"\\$GITHUB_ACTION_PATH/([^\"$]+)\"").matcher("" + step.get("run"));
        assertTrue(run.matches(), step.toString());
        assertTrue(Files.isExecutable(Path.of(run.group(1))), run.group(1));
      }
    }
  }
}
