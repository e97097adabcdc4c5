package dev.replenish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The class-data archive that {@code bin/replenish} makes and uses, which must not change results.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherArchiveIT extends LauncherCase {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private Path cache;

  @BeforeEach
  void setCacheFolder() {
    cache = temp.resolve("my cache");
    env.put("XDG_CACHE_HOME", cache.toString());
  }

  @Nested
  class WithThisJava {
    @BeforeEach
    void usePackagedJar() {
      env.put("REPLENISH_JAR", PACKAGED);
    }

    @Test
    void classesAreLoadedFromTheArchive() throws Exception {
      assertTrue(run(temp, LAUNCHER, "--version").out().startsWith("replenish "));
      Path archive = awaitArchive();
      Path log = temp.resolve("classes.log");
      env.put("REPLENISH_JAVA_OPTS", "-Xlog:class+load:file=" + log);
      Ran ran = run(temp, LAUNCHER, "--version");
      assertTrue(ran.out().startsWith("replenish "), ran.out());
      assertEquals("", ran.err());
      List<String> all = Files.readAllLines(log);
      assertFalse(all.toString().contains("JarLoader"), "it looked for a class in the jar");
      List<String> own = all.stream().filter(line -> line.contains(" dev.replenish.")).toList();
      assertFalse(own.isEmpty());
      assertEquals(
          List.of(), own.stream().filter(line -> !line.contains("shared objects")).toList());
      assertInvalidArchiveIsDetectedByJava(archive);
    }

    /** Only Java can detect an archive whose name and time are right but whose content is not. */
    private void assertInvalidArchiveIsDetectedByJava(Path archive) throws Exception {
      FileTime time = Files.getLastModifiedTime(archive);
      Files.delete(archive);
      Files.writeString(archive, "no archive at all");
      Files.setLastModifiedTime(archive, time);
      env.remove("REPLENISH_JAVA_OPTS");
      Ran ran = run(temp, LAUNCHER, "--version");
      assertTrue(ran.out().startsWith("replenish "), ran.out());
      assertEquals(0, ran.exit(), ran.err());
    }
  }

  /**
   * A script stands in for Java: it writes the requested archive, else prints the one it is given.
   */
  @Nested
  class WithAnyJava {
    private Path jdk;
    private Path jar;
    private Path starts;

    @BeforeEach
    void installScriptAsJava() throws IOException {
      jdk = Files.createDirectories(temp.resolve("jdk"));
      Files.createDirectories(jdk.resolve("bin"));
      Files.createDirectories(jdk.resolve("lib"));
      Files.writeString(jdk.resolve("lib/modules"), "");
      jar = Files.writeString(temp.resolve("replenish.jar"), "one");
      starts = temp.resolve("starts");
      env.put("JAVA_HOME", jdk.toString());
      env.put("REPLENISH_JAR", jar.toString());
      java("17.0.2", "echo classes >\"$file\"");
    }

    private void java(String version, String makeArchive) throws IOException {
      Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      script(
          jdk.resolve("bin/java"),
          "for arg; do",
          "  case $arg in",
          "    -Xshare:dump) dump=yes ;;",
          "    -XX:DumpLoadedClassList=* | -XX:AOTCacheOutput=*) file=${arg#*=} ;;",
          "    -XX:SharedArchiveFile=* | -XX:AOTCache=*)",
          "      [ -z \"${dump:-}\" ] && echo with ${arg##*/} || file=${arg#*=} ;;",
          "  esac",
          "done",
          "if [ -n \"${file:-}\" ]; then",
          "  [ -n \"${dump:-}\" ] || echo \"$*\" >>'" + starts + "'",
          "  sleep 0.2",
          makeArchive,
          "fi");
    }

    @Test
    void archiveIsMadeOnceAndThenUsed() throws Exception {
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      awaitArchive();
      assertEquals(new Ran(0, "with classes.jsa\n", ""), run(temp, LAUNCHER));
      assertEquals(new Ran(0, "with classes.jsa\n", ""), run(Path.of("/"), LAUNCHER));
      String start = Files.readString(starts);
      assertEquals(1, start.lines().count());
      assertTrue(start.endsWith("-cp " + jar + " dev.replenish.cli.TrainingRun\n"), start);
    }

    /** Otherwise a reader of the call's output through a pipe waits until the archive is made. */
    @Test
    void makingTheArchiveHoldsNoPipeOpen() throws Exception {
      Path go = temp.resolve("go");
      String wait = "for try in 1 2 3 4 5 6 7 8 9; do [ -e '" + go + "' ] || sleep 1; done";
      java("17.0.2", wait + "; echo classes >\"$file\"");
      ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString()).directory(temp.toFile());
      builder.environment().clear();
      builder.environment().putAll(env);
      Process process = builder.redirectErrorStream(true).start();
      assertEquals("", new String(process.getInputStream().readAllBytes()));
      await(() -> Files.exists(starts));
      assertEquals(List.of(), archives());
      Files.createFile(go);
      awaitArchive();
    }

    @Test
    void archiveIsAnAotCacheSinceJava25() throws Exception {
      java("25", "echo classes >\"$file\"");
      run(temp, LAUNCHER);
      awaitArchive();
      assertEquals("with classes.aot\n", run(temp, LAUNCHER).out());
    }

    @Test
    void concurrentFirstRunsMakeOneArchive() throws Exception {
      List<Process> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(start(temp, "out" + i, LAUNCHER, List.of()));
      }
      for (int i = 0; i < all.size(); i++) {
        assertEquals(new Ran(0, "", ""), finish(all.get(i), "out" + i));
      }
      awaitArchive();
      assertEquals(1, Files.readAllLines(starts).size());
    }

    @Test
    void archiveIsMadeAgainForAnotherJar() throws Exception {
      Path archive = makeArchiveByACall();
      Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH)); // as a package manager does
      assertEquals("", run(temp, LAUNCHER).out());
      await(() -> Files.getLastModifiedTime(archive).equals(FileTime.from(Instant.EPOCH)));
      awaitArchive();
      assertEquals("with classes.jsa\n", run(temp, LAUNCHER).out());
      assertEquals(2, Files.readAllLines(starts).size());
    }

    @Test
    void archiveIsMadeAgainForAnotherJavaInTheSameFolder() throws Exception {
      makeArchiveByACall();
      java("25.0.1", "echo classes >\"$file\"");
      Files.setLastModifiedTime(jdk.resolve("lib/modules"), FileTime.from(Instant.EPOCH));
      assertEquals("", run(temp, LAUNCHER).out());
      await(() -> archives().equals(List.of("classes.aot")));
      awaitArchive();
      assertEquals("with classes.aot\n", run(temp, LAUNCHER).out());
    }

    @Test
    void modifiedArchiveIsNotUsed() throws Exception {
      Path archive = makeArchiveByACall();
      Files.delete(archive);
      Files.writeString(archive, "cla");
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      await(() -> Files.readString(archive).equals("classes\n"));
    }

    @Test
    void failedArchiveIsTriedAgainAfterAnHour() throws Exception {
      java("17.0.2", "exit 1");
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      await(() -> Files.exists(starts));
      Thread.sleep(400);
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      Thread.sleep(200);
      assertEquals(1, Files.readAllLines(starts).size());
      Path making = cacheFiles("making").get(0);
      Files.setLastModifiedTime(making, FileTime.from(Instant.now().minusSeconds(4000)));
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      await(() -> Files.readAllLines(starts).size() == 2);
    }

    @Test
    void noArchiveIsMadeInAReadOnlyCache() throws Exception {
      Files.createDirectories(cache);
      Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("r-xr-xr-x"));
      assumeFalse(Files.isWritable(cache), "root writes everywhere");
      Path tried = temp.resolve("tried");
      Path bin = Files.createDirectories(temp.resolve("bin"));
      script(bin.resolve("mkdir"), "/bin/mkdir \"$@\"; code=$?", ">'" + tried + "'; exit $code");
      env.put("PATH", bin + ":" + PATH);
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      await(() -> Files.exists(tried)); // the cleanup after this test makes it writable
      assertEquals(List.of(), archives());
    }

    @Test
    void noArchiveIsMadeIfTheCacheIsAFile() throws Exception {
      Files.writeString(cache, "");
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      Thread.sleep(200);
      assertFalse(Files.exists(starts));
    }

    @Test
    void noArchiveIsUsedOrMadeIfSwitchedOff() throws Exception {
      makeArchiveByACall();
      env.put("REPLENISH_QUICK_START", "off");
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      env.put("XDG_CACHE_HOME", temp.resolve("other").toString());
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      assertFalse(Files.exists(temp.resolve("other")));
    }

    @Test
    void unusedArchivesOfOtherJarsAreRemovedAfterAMonth() throws Exception {
      Path old = Files.createDirectories(cache.resolve("replenish/opt/java/opt/old.jar"));
      Path made = Files.writeString(old.resolve("made"), "");
      Files.setLastModifiedTime(made, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
      Path young = Files.createDirectories(cache.resolve("replenish/opt/java/opt/young.jar"));
      Files.writeString(young.resolve("made"), "");
      makeArchiveByACall();
      await(() -> !Files.exists(old));
      assertTrue(Files.exists(young));
    }

    private Path makeArchiveByACall() throws Exception {
      assertEquals(new Ran(0, "", ""), run(temp, LAUNCHER));
      Path archive = awaitArchive();
      assertEquals("with classes.jsa\n", run(temp, LAUNCHER).out());
      return archive;
    }
  }

  /** Waits until an archive exists and the process that makes it is done. */
  private Path awaitArchive() throws Exception {
    await(() -> archives().size() == 1 && cacheFiles("making").isEmpty());
    return cacheFiles("classes.").get(0);
  }

  private List<String> archives() throws IOException {
    return cacheFiles("classes.").stream().map(file -> file.getFileName().toString()).toList();
  }

  /** The files and folders of the cache whose names begin with {@code name}. */
  private List<Path> cacheFiles(String name) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.getFileName().toString().startsWith(name)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    Instant end = Instant.now().plus(TIMEOUT);
    while (!holds(condition)) {
      assertTrue(Instant.now().isBefore(end), "it did not come about");
      Thread.sleep(20);
    }
  }

  /** False as well while a file doesn't exist yet or is being renamed. */
  private static boolean holds(Condition condition) throws Exception {
    try {
      return condition.holds();
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
