package dev.replenish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin\replenish.cmd} as users start it. */
@EnabledOnOs(OS.WINDOWS)
class WindowsLauncherIT {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("replenish.basedir"), "bin", "replenish.cmd");

  @TempDir Path temp;

  private static String run(int exit, Path folder, Map<String, String> env, String... args)
      throws Exception {
    List<String> words = Stream.concat(Stream.of(LAUNCHER.toString()), Stream.of(args)).toList();
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("REPLENISH_JAR", System.getProperty("replenish.jar"));
    builder.environment().putAll(env);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(exit, process.waitFor(), out);
    return out;
  }

  @Test
  void presetJavaOptionsDoNotPreventAStart() throws Exception {
    for (String own : List.of("-XX:+UseG1GC", "-Xmx48m", "-XX:-TieredCompilation")) {
      for (String name : List.of("JAVA_TOOL_OPTIONS", "REPLENISH_JAVA_OPTS")) {
        String out = run(0, temp, Map.of(name, own), "--version");
        assertTrue(out.contains("replenish "), out);
      }
    }
  }

  @Test
  void presetLogOptionsWriteNothingToStdout() throws Exception {
    String out = run(0, temp, Map.of("JDK_JAVA_OPTIONS", "-verbose:gc"), "--version");
    assertTrue(out.startsWith("replenish ") && out.lines().count() == 1, out);
  }

  @Test
  void quotedJavaHomeIsAcceptedAndWrongOneRefused() throws Exception {
    String quoted = '"' + System.getProperty("java.home") + '"';
    run(0, temp, Map.of("JAVA_HOME", quoted), "--version");
    String out = run(2, temp, Map.of("JAVA_HOME", temp.toString()), "--version");
    assertTrue(out.contains("no bin\\java.exe is there"), out);
  }

  @Test
  void lettersOutsideTheCodePageAreCommitted() throws Exception {
    GitSandbox repo = GitSandbox.create(temp);
    repo.write("BACKLOG.md", "").commitAll("begin");
    String title = "Boil \u6c34, what? Now!";
    run(0, repo.root(), Map.of(), "add", title, "--type", "dev", "--priority", "high");
    assertTrue(repo.read("BACKLOG.md").contains(title), repo.read("BACKLOG.md"));
  }
}
