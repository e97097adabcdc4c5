package dev.replenish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/replenish} as users start it: from any folder, with any Java, in any locale. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherIT extends LauncherCase {
  /**
   * Stands in for Replenish, under its name: prints its arguments and standard input, exits with
   * {@code -Dexit}.
   */
  private static final String ECHO =
      """
      package dev.replenish.cli;

      public class Main {
        public static void main(String[] args) throws java.io.IOException {
          var out = new java.io.PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
          for (String arg : args) {
            out.println("[" + arg + "]");
          }
          out.write(System.in.readAllBytes());
          out.flush();
          System.exit(Integer.getInteger("exit", 0));
        }
      }
      """;

  @TempDir static Path compiled;

  @BeforeAll
  static void compileEcho() throws IOException {
    Path source = Files.writeString(compiled.resolve("Main.java"), ECHO);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", compiled.toString(), source.toString());
    assertEquals(0, code);
  }

  @Nested
  class PassingTheCallToJava {
    @BeforeEach
    void useEchoJar() throws IOException {
      env.put("REPLENISH_JAR", echoJar(temp.resolve("echo.jar")).toString());
    }

    @Test
    void argumentsArriveUnchanged() throws Exception {
      List<String> args =
          List.of("", " ", "a  b", "*", "?[a-z]", "$HOME", "`id`", "it's", "\"", "\\", "--", "-n");
      Ran ran = run(temp, LAUNCHER, args.toArray(String[]::new));
      assertEquals(args.stream().map(arg -> "[" + arg + "]").toList(), ran.out().lines().toList());
      assertEquals("", ran.err());
      assertEquals(0, ran.exit());
    }

    @Test
    void exitCodeAndJavaOptionsArePassedOn() throws Exception {
      Files.createFile(temp.resolve("-Dexit=3")); // a pattern must not expand to this
      env.put("REPLENISH_JAVA_OPTS", "-Dexit=9  -Dex?t=3");
      assertEquals(9, run(temp, LAUNCHER).exit());
    }

    @Test
    void standardInputIsPassedOn() throws Exception {
      Path sh = Path.of("/bin/sh");
      Ran ran = run(temp, sh, "-c", "printf 'one\\ntwo' | \"$0\"", LAUNCHER.toString());
      assertEquals("one\ntwo", ran.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LANG=C", "LC_CTYPE=xx_YY.UTF-8", "LC_ALL=POSIX", "NONE="})
    void nonAsciiArgumentsSurviveEveryLocale(String locale) throws Exception {
      env.put(locale.split("=", 2)[0], locale.split("=", 2)[1]);
      String given = "exec \"$0\" \"$(printf '\\303\\244\\342\\202\\254')\"";
      Ran ran = run(temp, Path.of("/bin/sh"), "-c", given, LAUNCHER.toString());
      assertEquals("[\u00e4\u20ac]\n", ran.out(), ran.err());
    }
  }

  @Nested
  class FindingTheJar {
    @Test
    void jarIsFoundThroughChainedRelativeLinks() throws Exception {
      Path bin = Files.createDirectories(temp.resolve("my app/bin"));
      Files.copy(LAUNCHER, bin.resolve("replenish"));
      Files.createDirectories(temp.resolve("my app/lib"));
      echoJar(temp.resolve("my app/lib/replenish.jar"));
      Path tools = Files.createDirectories(temp.resolve("my tools"));
      Files.createSymbolicLink(tools.resolve("r"), Path.of("../my app/bin/replenish"));
      Path link = temp.resolve("replenish");
      Files.createSymbolicLink(link, Path.of("my tools/r"));
      assertEquals("[x]\n", run(Path.of("/"), link, "x").out());
      assertEquals("[y]\n", run(tools, Path.of("./r"), "y").out());
      env.put("PATH", tools + ":" + PATH);
      assertEquals("[z]\n", run(temp, Path.of("/bin/sh"), "-c", "r z").out());
    }

    @Test
    void jarIsFoundBesideTheScript() throws Exception {
      Path script = Files.copy(LAUNCHER, temp.resolve("replenish"));
      echoJar(temp.resolve("replenish.jar"));
      assertEquals(
          "[x]\n", run(temp, Path.of("/bin/sh"), script.getFileName().toString(), "x").out());
    }

    @Test
    void missingJarIsReported() throws Exception {
      Path script = Files.copy(LAUNCHER, temp.resolve("replenish"));
      assertRefused(2, "found no replenish.jar in " + temp, run(temp, script));
      env.put("REPLENISH_JAR", "no/such.jar");
      assertRefused(2, "REPLENISH_JAR is no/such.jar", run(temp, script));
    }

    @Test
    void packagedJarIsStarted() throws Exception {
      env.put("REPLENISH_JAR", PACKAGED);
      Ran ran = run(temp, LAUNCHER, "--version");
      assertEquals(0, ran.exit(), ran.err());
      assertTrue(ran.out().contains(Version.current()), ran.out());
    }
  }

  @Nested
  class FindingJava {
    @BeforeEach
    void useEchoJar() throws IOException {
      env.put("REPLENISH_JAR", echoJar(temp.resolve("echo.jar")).toString());
    }

    @Test
    void javaHomeWithoutJavaIsRefused() throws Exception {
      env.put("JAVA_HOME", temp.toString());
      assertRefused(2, "JAVA_HOME is " + temp + ", but no bin/java is there", run(temp, LAUNCHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_392", "16-ea"})
    void javaTooOldByItsReleaseFileIsRefused(String version) throws Exception {
      fakeJava("JAVA_VERSION=\"" + version + "\"\n", "exit 99");
      String major = version.equals("1.8.0_392") ? "8" : version.substring(0, 2);
      assertRefused(2, "found " + major + " at " + temp + "/jdk/bin/java", run(temp, LAUNCHER));
    }

    @Test
    void javaTooOldByItsVersionOutputIsRefused() throws Exception {
      fakeJava("", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
      assertRefused(2, "found 11 at", run(temp, LAUNCHER));
    }

    @Test
    void javaWithoutAVersionIsRefused() throws Exception {
      fakeJava("", "echo 'Unable to locate a Java Runtime.' >&2; exit 1");
      assertRefused(2, "does not say which it is", run(temp, LAUNCHER));
    }

    @Test
    void missingJavaOnThePathIsReported() throws Exception {
      env.remove("JAVA_HOME");
      env.put("PATH", temp.toString());
      assertRefused(2, "no java is on PATH", run(temp, LAUNCHER));
    }

    @Test
    void javaOnThePathIsFoundThroughALink() throws Exception {
      Path tools = Files.createDirectories(temp.resolve("tools"));
      Path java = Path.of(env.remove("JAVA_HOME"), "bin", "java");
      Path link = Files.createSymbolicLink(tools.resolve("java"), java);
      env.put("PATH", tools + ":" + PATH);
      assertEquals("[x]\n", run(temp, LAUNCHER, "x").out());
      Files.delete(link);
    }

    @Test
    void javaReplacesTheProcessOfTheScript() throws Exception {
      fakeJava("IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"21.0.1\"\n", "echo $$ \"$@\"");
      Process process = start(temp, "out", LAUNCHER, List.of("check"));
      String out = finish(process, "out").out();
      assertTrue(out.startsWith(process.pid() + " -XX"), out);
      assertTrue(out.endsWith("-cp " + temp + "/echo.jar dev.replenish.cli.Main check\n"), out);
      assertEquals(1, out.lines().count());
    }

    /** Java does not start with both compilers if an option fits only one of them. */
    @Test
    void serverUsesBothCompilersAndACallOnlyTheQuickOne() throws Exception {
      fakeJava("JAVA_VERSION=\"21.0.1\"\n", "echo \"$@\"");
      String server = run(temp, LAUNCHER, "-C", "board", "mcp").out();
      String call = run(temp, LAUNCHER, "plan", "--type", "mcp-tools").out();
      String quick = " -XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 ";
      assertTrue(call.contains(quick), call);
      assertFalse(server.contains("Tiered") || server.contains("CICompilerCount"), server);
      env.remove("JAVA_HOME");
      assertEquals("[mcp]\n", run(temp, LAUNCHER, "mcp").out());
      for (String own : List.of("-XX:TieredStopAtLevel=4", "-XX:-TieredCompilation", "-Xint")) {
        env.put("REPLENISH_JAVA_OPTS", own);
        Ran ran = run(temp, LAUNCHER, "plan");
        assertEquals("[plan]\n", ran.out(), own + ": " + ran.err());
      }
    }

    private void fakeJava(String release, String script) throws IOException {
      Path bin = Files.createDirectories(temp.resolve("jdk/bin"));
      script(bin.resolve("java"), script);
      if (!release.isEmpty()) {
        Files.writeString(temp.resolve("jdk/release"), release);
      }
      env.put("JAVA_HOME", temp.resolve("jdk").toString());
    }
  }

  /** An archive has its own runtime, with the program in it; a script stands in for the runtime. */
  @Nested
  class InAnArchive {
    private Path launcher;

    @BeforeEach
    void unpack() throws IOException {
      launcher = unpack(temp.resolve("an archive"));
      env.put("JAVA_HOME", temp.resolve("nowhere").toString());
      env.put("PATH", PATH);
      env.put("HOME", temp.toString());
    }

    private Path unpack(Path root) throws IOException {
      Files.createDirectories(root.resolve("bin"));
      script(
          Files.createDirectories(root.resolve("lib/runtime/bin")).resolve("java"), "echo \"$@\"");
      return Files.copy(LAUNCHER, root.resolve("bin/replenish"));
    }

    @Test
    void runtimeOfTheArchiveRunsTheModule() throws Exception {
      Ran ran = run(temp, launcher, "check", "a b");
      assertEquals("", ran.err());
      assertTrue(ran.out().startsWith("-XX"), ran.out());
      assertTrue(ran.out().endsWith(" -m dev.replenish/dev.replenish.cli.Main check a b\n"));
      assertFalse(Files.exists(temp.resolve(".cache")), "there is no archive to be made");
    }

    @Test
    void archiveIsFoundThroughALink() throws Exception {
      Path link = Files.createSymbolicLink(temp.resolve("replenish"), launcher);
      assertTrue(run(temp, link, "x").out().endsWith(" x\n"));
    }

    @Test
    void givenJarRunsWithTheGivenJava() throws Exception {
      env.put("REPLENISH_JAR", echoJar(temp.resolve("echo.jar")).toString());
      assertRefused(2, "JAVA_HOME is", run(temp, launcher, "x"));
      env.put("JAVA_HOME", System.getProperty("java.home"));
      assertEquals("[x]\n", run(temp, launcher, "x").out());
    }

    @Test
    void archivePathWithAColonIsRefused() throws Exception {
      Path other = unpack(temp.resolve("with:colon"));
      assertRefused(2, "whose path has a colon", run(temp, other, "x"));
    }
  }

  @Nested
  class InACheckout {
    private Path root;
    private Path launcher;
    private Path built;

    /** A checkout with a script as Maven, which records each build and takes a moment. */
    @BeforeEach
    void checkout() throws IOException {
      root = Files.createDirectories(temp.resolve("a checkout"));
      Files.createDirectories(root.resolve("bin"));
      Files.createDirectories(root.resolve("src/main"));
      launcher = Files.copy(LAUNCHER, root.resolve("bin/replenish"));
      Files.writeString(root.resolve("pom.xml"), "<project/>");
      built = temp.resolve("built");
      Path jar = echoJar(temp.resolve("echo.jar"));
      maven(
          "for arg; do case $arg in -Dreplenish.target=*) dir=${arg#*=} ;; esac; done",
          "echo one >>'" + built + "'",
          "sleep 0.2",
          "cp '" + jar + "' \"$dir/replenish.jar\"");
    }

    @Test
    void launcherBuildsOnFirstUseAndAfterASourceChange() throws Exception {
      Ran first = run(temp, launcher, "x");
      assertEquals("[x]\n", first.out());
      assertEquals("Building Replenish (first use), which takes about a minute...\n", first.err());
      assertEquals(new Ran(0, "[y]\n", ""), run(temp, launcher, "y"));
      Path source = Files.writeString(root.resolve("src/main/New.java"), "");
      Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
      assertEquals(
          "Building Replenish (its source has changed), which takes about a minute...\n",
          run(temp, launcher).err());
      assertEquals(2, Files.readAllLines(built).size());
      assertOnlyJarAndLogAreLeft();
    }

    @Test
    void launcherBuildsAgainAfterAChangeDuringTheBuild() throws Exception {
      Files.writeString(root.resolve("src/main/Old.java"), "");
      String slow = Files.readString(Path.of(env.get("MVN")));
      maven("sleep 0.05", "touch src/main/Old.java", slow);
      run(temp, launcher);
      assertEquals(
          "Building Replenish (its source has changed), which takes about a minute...\n",
          run(temp, launcher).err());
    }

    @Test
    void concurrentCallsBuildOnce() throws Exception {
      List<Process> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(start(temp, "out" + i, launcher, List.of("x")));
      }
      for (int i = 0; i < all.size(); i++) {
        assertEquals("[x]\n", finish(all.get(i), "out" + i).out());
      }
      assertEquals(List.of("one"), Files.readAllLines(built));
      assertOnlyJarAndLogAreLeft();
    }

    @Test
    void lockOfADeadProcessIsTakenOver() throws Exception {
      Process dead = new ProcessBuilder("true").start();
      dead.waitFor();
      Files.createDirectories(root.resolve("target"));
      Files.createSymbolicLink(root.resolve("target/build.lock"), Path.of("" + dead.pid()));
      assertEquals("[x]\n", run(temp, launcher, "x").out());
    }

    @Test
    void failedBuildShowsTheReason() throws Exception {
      maven("echo 'no disk, no jar'", "exit 1");
      Ran ran = run(temp, launcher);
      assertRefused(1, "no disk, no jar", ran);
      assertTrue(ran.err().contains(root + "/target/build.log"), ran.err());
      assertFalse(Files.isSymbolicLink(root.resolve("target/build.lock")));
    }

    /** An account without a home folder in the system's list may have one in HOME. */
    @Test
    void buildUsesTheHomeOfTheEnvironment() throws Exception {
      Path home = Files.createDirectory(temp.resolve("home"));
      maven("echo \"options: $MAVEN_OPTS\"", "exit 9");
      env.put("MAVEN_OPTS", "-Xmx1g");
      env.put("HOME", home.toString());
      assertRefused(1, "options: -Duser.home=" + home + " -Xmx1g\n", run(temp, launcher));
      env.put("HOME", temp.resolve("none").toString());
      assertRefused(1, "options: -Xmx1g\n", run(temp, launcher));
    }

    @Test
    void missingMavenIsReported() throws Exception {
      env.put("MVN", "no-such-maven");
      assertRefused(2, "needs Maven, and found no no-such-maven", run(temp, launcher));
    }

    private void maven(String... lines) throws IOException {
      env.put("MVN", script(temp.resolve("fake mvn"), lines).toString());
    }

    private void assertOnlyJarAndLogAreLeft() throws IOException {
      try (Stream<Path> files = Files.list(root.resolve("target"))) {
        assertEquals(
            List.of("build.log", "replenish.jar"),
            files.map(file -> file.getFileName().toString()).sorted().toList());
      }
    }
  }

  private static Path echoJar(Path jar) throws IOException {
    String entry = "dev/replenish/cli/Main.class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(entry));
      Files.copy(compiled.resolve(entry), out);
    }
    return jar;
  }
}
