package dev.replenish.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Version;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A release published to a bare repository, and the action in the tagged commit. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReleaseIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final Path JAR = Path.of(System.getProperty("replenish.jar"));
  private static final String TAG = "v" + Version.current();

  private static final List<String> PLATFORMS =
      List.of("linux-arm64", "linux-x64", "macos-arm64", "macos-x64", "windows-x64");

  @TempDir Path tmp;
  private final Map<String, String> sums = new TreeMap<>();
  private Site site;
  private Runner runner;
  private Path work;

  @BeforeEach
  void createSources() throws Exception {
    site = Site.with(tmp, Site.group("dev", "high", Site.ready("A-1", "Boil")));
    GitSandbox clone = site.userClone();
    Site.unpack(clone.root());
    Path script = Files.createDirectory(clone.root().resolve(".ci")).resolve("release");
    Files.copy(BASE.resolve(".ci/release"), script, StandardCopyOption.COPY_ATTRIBUTES);
    copy("src/packaging", clone.root());
    clone.write(".gitignore", "/target/\n");
    clone.write(
        "CHANGELOG.md",
        "## [9.9.9]\n\nLater.\n\n## [" + Version.current() + "]\n\nTea.\n\n## [0.0.1]\n\nOld.\n");
    clone.commitAll("sources");
    clone.git("push", "-q");
    runner = site.runner();
    work = runner.folder("work");
    Files.copy(JAR, runner.folder("work/target").resolve("replenish.jar"));
    for (String platform : PLATFORMS) {
      archive(platform);
    }
    runner.program(
        "gh", "printf '%s\\n' \"$@\" >\"$RUNNER_TEMP/gh\"; cat \"$8\" >\"$RUNNER_TEMP/notes\"\n");
  }

  private static void copy(String folder, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(BASE.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(BASE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Creates an archive as a machine of the release makes it: a working one only for linux-x64. */
  private void archive(String platform) throws Exception {
    String name = "replenish-" + Version.current() + "-" + platform;
    Path folder = runner.folder("work/target/archives");
    Path file = folder.resolve(name + (platform.startsWith("windows") ? ".zip" : ".tar.gz"));
    Files.writeString(file, platform);
    if (platform.equals("linux-x64")) {
      Path bin = Files.createDirectories(tmp.resolve("archived").resolve(name).resolve("bin"));
      String start =
          "#!/bin/sh\nREPLENISH_JAR='%s' exec '%s' \"$@\"\n"
              .formatted(JAR, BASE.resolve("bin/replenish"));
      Path launcher = Files.writeString(bin.resolve("replenish"), start);
      Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
      String[] tar = {"tar", "-czf", file.toString(), name};
      assertEquals(
          0, new ProcessBuilder(tar).directory(tmp.resolve("archived").toFile()).start().waitFor());
    }
    sums.put(platform, sha256(file));
    Path sum = file.resolveSibling(file.getFileName() + ".sha256");
    Files.writeString(sum, sums.get(platform) + "  " + file.getFileName() + "\n");
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private Runner.Result release() {
    return runner.steps(List.of(Map.of("run", ".ci/release")));
  }

  @Test
  void onlyTheTagListsTheArchives() {
    String main = site.tip("main");
    Runner.Result result = release();
    assertFalse(result.failed(), result.log());
    assertEquals(main, site.tip("main"));
    assertEquals(main, site.tip(TAG + "~1"));
    String sum = StepFile.text(work.resolve("target/replenish.jar.sha256"));
    assertTrue(sum.matches("[0-9a-f]{64}  replenish\\.jar\n"), sum);
    List<String> lines =
        site.server().git("show", TAG + ":.github/action/release").lines().toList();
    assertEquals(5, lines.size());
    String address =
        "https://github.example/team/tea/releases/download/%s/replenish-%s-linux-x64.tar.gz"
            .formatted(TAG, Version.current());
    assertEquals("linux-x64 " + sums.get("linux-x64") + " " + address, lines.get(0));
    String gh = StepFile.text(runner.folder("temp").resolve("gh"));
    assertTrue(gh.startsWith("release\ncreate\n" + TAG + "\n--verify-tag\n"), gh);
    for (String platform : PLATFORMS) {
      String name = "target/archives/replenish-" + Version.current() + "-" + platform;
      assertTrue(gh.contains("\n" + name) && gh.contains(platform), gh);
    }
    assertTrue(gh.contains("\ntarget/replenish.jar.sha256\ntarget/replenish.cdx.json\n"), gh);
    String formula = StepFile.text(work.resolve("target/packages/homebrew/replenish.rb"));
    assertTrue(formula.contains(sums.get("macos-arm64")), formula);
    assertEquals("\nTea.\n\n", StepFile.text(runner.folder("temp").resolve("notes")));
    assertActionOfTheTagRuns(address);
  }

  private void assertActionOfTheTagRuns(String address) {
    Path action = tmp.resolve("action");
    site.server().git("worktree", "add", "-q", action.toString(), TAG);
    Path served = work.resolve("target/archives/" + address.replaceFirst(".*/", ""));
    Runner other = site.runner().set("REPLENISH_JAR", null);
    other.program(
        "curl", "[[ ${*: -1} == " + address + " ]] && cp '" + served + "' \"${@: -2:1}\"\n");
    Runner.Result result = other.action(action, Map.of("mode", "dry-run"));
    assertFalse(result.failed(), result.log());
    assertEquals("planned", result.outputs().get("outcome"));
    assertEquals(List.of(), result.annotations());
    assertFalse(Files.exists(action.resolve("target")));
  }

  @Test
  void missingArchivePreventsTheRelease() throws IOException {
    String name = "replenish-" + Version.current() + "-macos-x64.tar.gz";
    Files.delete(work.resolve("target/archives").resolve(name));
    assertNothingIsReleased();
  }

  @Test
  void archiveWithAnotherChecksumPreventsTheRelease() throws IOException {
    String name = "replenish-" + Version.current() + "-macos-x64.tar.gz";
    Files.writeString(work.resolve("target/archives").resolve(name), "another");
    assertNothingIsReleased();
  }

  @Test
  void emptyChangelogSectionPreventsTheRelease() throws IOException {
    Files.writeString(work.resolve("CHANGELOG.md"), "## [" + Version.current() + "]\n\n");
    assertNothingIsReleased();
  }

  private void assertNothingIsReleased() {
    Runner.Result result = release();
    assertTrue(result.failed());
    assertEquals("", site.server().git("tag"));
    assertFalse(Files.exists(runner.folder("temp").resolve("gh")));
  }
}
