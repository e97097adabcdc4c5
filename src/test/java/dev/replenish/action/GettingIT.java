package dev.replenish.action;

import static dev.replenish.action.Site.group;
import static dev.replenish.action.Site.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  private static final String ADDRESS = "https://github.example/r/releases/download/v9/a.tar.gz";
  private static final List<String> STEPS_OF_A_BUILD =
      List.of("Get the release", "Look for Java", "Get Replenish");
  private static final String SET_UP_JAVA = "Set up Java";

  @TempDir Path tmp;
  private Path action;
  private Runner runner;

  /** The action as a runner unpacks it, and a job that names no jar. */
  @BeforeEach
  void unpackAction() throws IOException {
    action = tmp.resolve("the action");
    Site.unpack(action);
    Files.copy(BASE.resolve("pom.xml"), action.resolve("pom.xml"));
    Site site = Site.with(tmp, group("dev", "high", ready("A-1", "Boil")));
    runner = site.runner().set("REPLENISH_JAR", null);
  }

  private Runner.Result run() {
    return runner.action(action, Map.of("mode", "dry-run"));
  }

  /** Installs a curl that downloads this file, if it is called with the expected options. */
  private void installCurl(Path file) {
    runner.program(
        "curl",
        """
        [[ "$*" == *"--fail"*"--proto =https --output "* && ${*: -1} == "%s" ]] || exit 3
        cp '%s' "${@: -2:1}"
        """
            .formatted(ADDRESS, file));
  }

  private void writeRelease(String sha256) throws IOException {
    String lines = "macos-arm64 " + "0".repeat(64) + " " + ADDRESS + ".other\n";
    lines += "linux-x64 " + sha256 + " " + ADDRESS + "\n";
    Files.writeString(action.resolve(".github/action/release"), lines);
  }

  /** An archive that holds nothing but this launcher. */
  private Path archive(String launcher) throws Exception {
    Path bin = Files.createDirectories(tmp.resolve("archived/replenish-9-linux-x64/bin"));
    Path script = Files.writeString(bin.resolve("replenish"), "#!/bin/sh\n" + launcher + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path archive = tmp.resolve("a.tar.gz");
    Process tar =
        new ProcessBuilder("tar", "-czf", archive.toString(), "replenish-9-linux-x64")
            .directory(tmp.resolve("archived").toFile())
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    return archive;
  }

  /** An archive that runs with this Java, which is found in no other way. */
  private Path workingArchive() throws Exception {
    return archive(
        "JAVA_HOME='%s' REPLENISH_JAR='%s' exec '%s' \"$@\""
            .formatted(System.getProperty("java.home"), JAR, BASE.resolve("bin/replenish")));
  }

  /** Installs a Maven that "builds" by copying. */
  private void installMaven() {
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
  void releasedVersionRunsItsArchiveWithoutSetup() throws Exception {
    runner.set("JAVA_HOME", tmp.resolve("nowhere").toString());
    Path archive = workingArchive();
    installCurl(archive);
    writeRelease(sha256(archive));
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals(List.of("Get the release", "Top up", "Report"), result.ran());
    assertEquals("planned", result.outputs().get("outcome"));
    assertFalse(Files.exists(action.resolve("target")), "nothing is built");
  }

  @Test
  void archiveWithAnotherChecksumIsNeverRun() throws Exception {
    installCurl(archive("touch '" + tmp.resolve("was run") + "'"));
    writeRelease("0".repeat(64));
    installMaven();
    Runner.Result result = run();
    assertTrue(result.failed());
    assertEquals(List.of("Get the release"), result.ran());
    assertReported("io", "its SHA-256 is another", result);
    assertFalse(Files.exists(tmp.resolve("was run")));
  }

  @Test
  void programIsBuiltIfTheArchiveDoesNotStart() throws Exception {
    Path archive = archive("exit 127");
    installCurl(archive);
    writeRelease(sha256(archive));
    installMaven();
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals("warning replenish", result.annotations().get(0).summary());
    assertEquals("planned", result.outputs().get("outcome"));
  }

  @ParameterizedTest
  @CsvSource({"Windows, X64", "Linux, ARM", "Linux, ARM64"})
  void programIsBuiltIfThePlatformHasNoArchive(String system, String processor) throws Exception {
    runner.set("RUNNER_OS", system).set("RUNNER_ARCH", processor);
    runner.program("curl", "exit 3\n");
    writeRelease("0".repeat(64));
    installMaven();
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals(List.of(), result.annotations());
    assertTrue(Files.exists(action.resolve("target/replenish.jar")));
  }

  @Test
  void jarOfTheJobIsRunInsteadOfTheRelease() throws Exception {
    runner.program("curl", "exit 3\n");
    writeRelease("0".repeat(64));
    runner.set("REPLENISH_JAR", JAR.toString());
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals("planned", result.outputs().get("outcome"));
  }

  @ParameterizedTest
  @CsvSource({"internal, exit 1", "usage, ''"})
  void failedBuildIsReported(String reason, String maven) {
    Path program = maven.isEmpty() ? tmp.resolve("none") : runner.program("mvn-here", maven);
    runner.set("MVN", program.toString());
    Runner.Result result = run();
    assertEquals(STEPS_OF_A_BUILD, result.ran());
    assertReported(reason, "Replenish could not be built", result);
  }

  /** Asserts outputs, summary and one annotation as after a failure of the program itself. */
  private static void assertReported(String reason, String message, Runner.Result result) {
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
  void programIsBuiltIfTheDownloadFails() throws Exception {
    runner.program("curl", "echo 'curl: (22) not found' >&2; exit 22\n");
    writeRelease("0".repeat(64));
    installMaven();
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals("warning replenish", result.annotations().get(0).summary());
    assertEquals("planned", result.outputs().get("outcome"));
  }

  @Test
  void unreleasedVersionIsBuilt() throws Exception {
    runner.program("curl", "exit 3\n");
    installMaven();
    Runner.Result result = run();
    assertFalse(result.failed(), result.log());
    assertEquals(List.of(), result.annotations());
    assertTrue(Files.exists(action.resolve("target/replenish.jar")));
  }

  @Test
  void javaIsSetUpIfItIsMissing() throws Exception {
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
  void javaIsSetUpIfItIsTooOld() throws Exception {
    runner.set("REPLENISH_JAR", JAR.toString());
    for (String version : List.of("1.8.0_402", "11.0.2")) {
      runner.program("java", "echo 'openjdk version \"" + version + "\" 2024-01-16' >&2\n");
      runner.set("JAVA_HOME", null);
      String home = System.getProperty("java.home");
      runner.stub("actions/setup-java", with -> runner.set("JAVA_HOME", home));
      assertTrue(run().ran().contains(SET_UP_JAVA), version);
    }
    runner.set("JAVA_HOME", null);
    Files.delete(runner.program("java", ""));
    List<String> before = List.copyOf(run().ran());
    assertEquals(2, before.stream().filter(SET_UP_JAVA::equals).count(), "the one on PATH will do");
  }
}
