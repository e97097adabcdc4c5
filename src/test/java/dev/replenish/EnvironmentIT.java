package dev.replenish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in environments where something is missing, forbidden or preset. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EnvironmentIT extends LauncherCase {
  private static final Path SH = Path.of("/bin/sh");
  private static final String ADD =
      "exec '"
          + LAUNCHER
          + "' add Boil --type dev --priority high --plan Fill --plan Heat --plan Pour --effort S"
          + " --documentation docs/tea.md --author 'A <a@example.com>'";

  private GitSandbox repo;

  @BeforeEach
  void createBoard() {
    env.put("REPLENISH_JAR", PACKAGED);
    env.put("REPLENISH_QUICK_START", "off");
    env.put("GIT_COMMITTER_NAME", "A");
    env.put("GIT_COMMITTER_EMAIL", "a@example.com");
    env.put("GIT_CONFIG_NOSYSTEM", "1");
    repo = GitSandbox.create(temp);
    repo.write("BACKLOG.md", "").commitAll("begin");
  }

  private void assertAdds(String before) throws Exception {
    Ran ran = run(repo.root(), SH, "-c", before + ADD);
    assertEquals(0, ran.exit(), ran.err() + ran.out());
    assertEquals("", ran.err());
    assertTrue(repo.read("BACKLOG.md").contains("Boil"));
    assertEquals("", repo.git("status", "--porcelain"));
    repo.git("fsck", "--strict");
  }

  @Test
  void strictUmaskIsRespected() throws Exception {
    assertAdds("umask 077; ");
    String objects = repo.git("rev-parse", "HEAD").strip();
    Path folder = repo.root().resolve(".git/objects/" + objects.substring(0, 2));
    Path object = folder.resolve(objects.substring(2));
    assertTrue(
        PosixFilePermissions.toString(Files.getPosixFilePermissions(object)).endsWith("------"));
  }

  @Test
  void commandWorksWithAReadOnlyHome() throws Exception {
    Path home = Files.createDirectories(temp.resolve("sealed"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(home), "root writes everywhere");
    env.put("HOME", home.toString());
    env.remove("REPLENISH_QUICK_START");
    assertAdds("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unset HOME; ", "HOME=; ", "HOME=/nonexistent; ", "HOME=relative; "})
  void commandWorksWithoutAHome(String home) throws Exception {
    assertAdds("export HOME; " + home);
  }

  @Test
  void commandWorksWithAnEmptyPath() throws Exception {
    env.put("PATH", Files.createDirectories(temp.resolve("empty")).toString());
    assertAdds("");
  }

  /** Hides {@code /proc} under an empty file system, which only root can do. */
  @Test
  void commandWorksWithoutProc() throws Exception {
    String hide = "mount -t tmpfs none /proc && [ ! -e /proc/self ] && ";
    String check = "unshare -m sh -c '" + hide + "exit 0' 2>/dev/null";
    assumeTrue(run(temp, SH, "-c", check).exit() == 0, "only root can hide /proc");
    env.put("LD_LIBRARY_PATH", env.get("JAVA_HOME") + "/lib"); // else Linux finds it through /proc
    Path script = script(temp.resolve("hidden"), hide + ADD);
    Ran ran = run(repo.root(), SH, "-c", "unshare -m '" + script + "'");
    assertEquals(0, ran.exit(), ran.err());
    assertEquals("", repo.git("status", "--porcelain"));
  }

  /** Containers set these for every JVM; each once conflicted with the launcher's own options. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseG1GC",
        "-XX:+UseParallelGC",
        "-Xmx48m",
        "-Xms16m -Xmx32m",
        "-Xmn4m",
        "-XX:MaxHeapSize=40m",
        "-XX:MaxRAMPercentage=10",
        "-XX:-TieredCompilation",
        "-XX:CICompilerCount=3"
      })
  void presetJavaOptionsDoNotPreventAStart(String options) throws Exception {
    for (String name :
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "REPLENISH_JAVA_OPTS")) {
      env.put(name, options);
      Ran ran = run(repo.root(), LAUNCHER, "--version");
      assertEquals(0, ran.exit(), name + ": " + ran.err());
      assertTrue(ran.out().startsWith("replenish ") && ran.out().lines().count() == 1, ran.out());
      env.remove(name);
    }
  }

  /** Java 25 applies the first one, {@code -verbose:gc}, last, wherever it is given. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-verbose:gc",
        "-Xmx48m -verbose",
        "-Xlog:gc",
        "-Xlog:gc*:stdout",
        "-XX:+PrintGC -Dx=1",
        "-XX:+PrintGCDetails",
        "-Xloggc:/dev/null"
      })
  void presetLogOptionsWriteNothingToStdout(String options) throws Exception {
    List<String> names = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    names.forEach(name -> env.put(name, options));
    Ran ran = run(repo.root(), LAUNCHER, "--version");
    assertEquals(0, ran.exit(), ran.err());
    assertTrue(ran.out().startsWith("replenish ") && ran.out().lines().count() == 1, ran.out());
    for (String name : names) { // other options in it are kept
      assertEquals(options.contains(" "), ran.err().contains("Picked up " + name), ran.err());
    }
  }

  @Test
  void errorsOfTheVirtualMachineAreNotOnStdout() throws Exception {
    env.put("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC");
    env.put("REPLENISH_JAVA_OPTS", "-XX:+UseParallelGC"); // Java rejects the two together
    Ran ran = run(repo.root(), LAUNCHER, "status", "--json");
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("Error occurred during initialization of VM"), ran.err());
  }

  @Test
  void crashLeavesTheRepositoryUnchanged() throws Exception {
    run(repo.root(), SH, "-c", "ulimit -c 0; '" + LAUNCHER + "' mcp <&0 & kill -SEGV $!; wait");
    assertEquals("", repo.git("status", "--porcelain"));
  }

  @Test
  void temporaryFilesAreInTmpdirIfItExists() throws Exception {
    Path scratch = Files.createDirectories(temp.resolve("my scratch"));
    env.put("TMPDIR", scratch.toString());
    env.put("REPLENISH_JAVA_OPTS", "-XshowSettings:properties");
    String shown = run(repo.root(), LAUNCHER, "--version").err();
    assertTrue(shown.contains("java.io.tmpdir = " + scratch + "\n"), shown);
    env.put("TMPDIR", "/nonexistent");
    shown = run(repo.root(), LAUNCHER, "--version").err();
    assertFalse(shown.contains("/nonexistent"), shown);
  }

  @Test
  void deletedCurrentFolderIsRefused() throws Exception {
    String enter = "mkdir gone && cd gone && rmdir ../gone && ";
    Ran ran = run(temp, SH, "-c", enter + "exec '" + LAUNCHER + "' status");
    assertRefused(2, "Java can't start in the current folder", ran);
  }

  /** The shell also removes the folder, which Java can't. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void tooDeepCurrentFolderIsRefused() throws Exception {
    String deeper = "for i in 1 2 3 4 5 6 7 8 9; do mkdir $n && cd -P $n || exit 9; done; ";
    Ran ran =
        run(
            temp,
            SH,
            "-c",
            "n="
                + "d".repeat(240)
                + "; "
                + deeper
                + deeper
                + "'"
                + LAUNCHER
                + "' status; code=$?; cd '"
                + temp
                + "' && rm -rf $n && exit $code");
    assertRefused(2, "Java can't start in the current folder", ran);
  }

  /** Java starts there and can work on a repository elsewhere. */
  @Test
  void currentFolderBelowAnInaccessibleOneIsAccepted() throws Exception {
    Path closed = Files.createDirectories(temp.resolve("closed/below")).getParent();
    String enter = "cd closed/below && chmod 0 .. && ";
    Ran ran =
        run(temp, SH, "-c", enter + "exec '" + LAUNCHER + "' -C '" + repo.root() + "' status");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertEquals(0, ran.exit(), ran.err());
  }

  @Test
  void jarPathWithAColonIsRefused() throws Exception {
    Path jar = Files.createDirectories(temp.resolve("a:b")).resolve("replenish.jar");
    Files.copy(Path.of(PACKAGED), jar);
    env.put("REPLENISH_JAR", jar.toString());
    assertRefused(2, "whose path has a colon: " + jar, run(repo.root(), LAUNCHER, "status"));
  }

  @Test
  void archiveIsMadeWithoutNiceAndWithPresetOptions() throws Exception {
    Path cache = temp.resolve("cache");
    Path bin = Files.createDirectories(temp.resolve("bin"));
    for (String tool :
        List.of("find", "mkdir", "touch", "ln", "rm", "mv", "sync", "readlink", "sh")) {
      Files.createSymbolicLink(bin.resolve(tool), tool(tool));
    }
    env.put("PATH", bin.toString());
    env.put("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC");
    env.put("XDG_CACHE_HOME", cache.toString());
    env.remove("REPLENISH_QUICK_START");
    assertEquals(0, run(repo.root(), LAUNCHER, "--version").exit());
    for (int i = 0; i < 1200 && !isMade(cache); i++) {
      Thread.sleep(100);
    }
    assertTrue(isMade(cache));
  }

  private static Path tool(String name) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isMade(Path cache) throws IOException {
    if (!Files.exists(cache)) {
      return false;
    }
    try (Stream<Path> files = Files.find(cache, 64, (file, is) -> file.endsWith("made"))) {
      return files.anyMatch(made -> !made.getParent().endsWith("making"));
    } catch (UncheckedIOException e) {
      return false; // it is being renamed
    }
  }
}
