package dev.replenish.action;

import static dev.replenish.action.Site.group;
import static dev.replenish.action.Site.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the action gets Java and the program from. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class GettingIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final Path JAR = Path.of(System.getProperty("replenish.jar"));
  private static final String ADDRESS = "https://github.example/r/releases/download/v9/it's a.jar";
  private static final String JAVA = "Set up Java";

  @TempDir Path tmp;
  private Path action;
  private Runner runner;

  /** The action as a runner unpacks it, and a job that names no jar. */
  @BeforeEach
  void unpacked() throws IOException {
    action = tmp.resolve("the action");
    Site.unpack(action);
    Files.copy(BASE.resolve("pom.xml"), action.resolve("pom.xml"));
    Site site = Site.with(tmp, group("dev", "high", ready("A-1", "Boil")));
    runner = site.runner().set("REPLENISH_JAR", null);
  }

  private Runner.Result run() {
    return runner.action(action, Map.of("mode", "dry-run"));
  }

  /** A curl that has this file behind the address, if it is asked for as it should be. */
  private void served(Path file) {
    runner.program(
        "curl",
        """
        [[ "$*" == *"--fail"*"--proto =https --output "* && ${*: -1} == "%s" ]] || exit 3
        cp '%s' "${@: -2:1}"
        """
            .formatted(ADDRESS, file));
  }

  private void released(String sha256) throws IOException {
    Files.writeString(action.resolve(".github/action/release"), sha256 + " " + ADDRESS + "\n");
  }

  /** A Maven that "builds" by copying. */
  private void buildable() {
    Path maven =
        runner.program(
            "mvn-here",
            """
            for argument; do
              [[ $argument != -Dreplenish.target=* ]] || cp '%s' "${argument#*=}/replenish.jar"
            done
            """
                .formatted(JAR));
    runner.set("MVN", maven.toString());
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void aReleasedVersionRunsTheJarOfItsRelease() throws Exception {
    served(JAR);
    released(sha256(JAR));
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals("planned", result.outputs().get("outcome"));
    assertFalse(Files.exists(action.resolve("target")), "nothing is built");
  }

  @Test
  void aJarThatIsNotTheReleasedOneIsNeverRun() throws Exception {
    Path other = Files.writeString(tmp.resolve("other.jar"), "not a jar");
    served(other);
    released(sha256(JAR));
    buildable();
    Runner.Result result = run();
    assertTrue(result.failed());
    assertEquals(List.of("Look for Java", "Get Replenish"), result.ran());
    assertSaid("io", "its SHA-256 is another", result);
  }

  @ParameterizedTest
  @CsvSource({"internal, exit 1", "usage, ''"})
  void whatCannotBeBuiltIsSaid(String reason, String maven) {
    Path program = maven.isEmpty() ? tmp.resolve("none") : runner.program("mvn-here", maven);
    runner.set("MVN", program.toString());
    Runner.Result result = run();
    assertEquals(List.of("Look for Java", "Get Replenish"), result.ran());
    assertSaid(reason, "Replenish could not be built", result);
  }

  /** All outputs, the summary and one annotation, as where the program itself fails. */
  private static void assertSaid(String reason, String message, Runner.Result result) {
    assertTrue(result.failed());
    Map<String, String> outputs = new HashMap<>(result.outputs());
    assertEquals("failed", outputs.remove("outcome"), result.log());
    assertEquals(reason, outputs.remove("reason"));
    assertEquals("false", outputs.remove("changed"));
    assertEquals("0", outputs.remove("moved-count"));
    assertEquals("[]", outputs.remove("moved-ids"));
    assertEquals(Set.of(""), Set.copyOf(outputs.values()));
    assertTrue(result.summary().startsWith("## Replenish failed\n"));
    assertTrue(result.summary().contains(message), result.summary());
    assertEquals(1, result.annotations().size(), result.log());
    assertEquals("error " + reason, result.annotations().get(0).summary());
    assertTrue(result.annotations().get(0).message().contains(message), result.log());
  }

  @Test
  void aJarThatCannotBeDownloadedIsBuilt() throws Exception {
    runner.program("curl", "echo 'curl: (22) not found' >&2; exit 22\n");
    released(sha256(JAR));
    buildable();
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals("warning replenish", result.annotations().get(0).summary());
    assertEquals("planned", result.outputs().get("outcome"));
  }

  @Test
  void anUnreleasedVersionIsBuilt() throws Exception {
    runner.program("curl", "exit 3\n");
    buildable();
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals(List.of(), result.annotations());
    assertTrue(Files.exists(action.resolve("target/replenish.jar")));
  }

  @Test
  void javaIsSetUpWhereThereIsNone() throws Exception {
    runner.set("REPLENISH_JAR", JAR.toString());
    String home = System.getProperty("java.home");
    runner.stub("actions/setup-java", with -> runner.set("JAVA_HOME", home));
    runner.set("JAVA_HOME", tmp.resolve("nowhere").toString());
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals(
        List.of("actions/setup-java {distribution=temurin, java-version=17}"), result.used());
    assertEquals("planned", result.outputs().get("outcome"));
  }

  @Test
  void javaIsSetUpWhereItIsOlder() throws Exception {
    runner.set("REPLENISH_JAR", JAR.toString());
    for (String version : List.of("1.8.0_402", "11.0.2")) {
      runner.program("java", "echo 'openjdk version \"" + version + "\" 2024-01-16' >&2\n");
      runner.set("JAVA_HOME", null);
      String home = System.getProperty("java.home");
      runner.stub("actions/setup-java", with -> runner.set("JAVA_HOME", home));
      assertTrue(run().ran().contains(JAVA), version);
    }
    runner.set("JAVA_HOME", null);
    Files.delete(runner.program("java", ""));
    List<String> before = List.copyOf(run().ran());
    assertEquals(2, before.stream().filter(JAVA::equals).count(), "the one on PATH will do");
  }
}
