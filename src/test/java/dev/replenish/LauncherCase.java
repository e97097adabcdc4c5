package dev.replenish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/replenish} in a minimal environment: this Java, no home, no locale. */
abstract class LauncherCase {
  static final Path LAUNCHER = Path.of(System.getProperty("replenish.basedir"), "bin", "replenish");
  static final String PACKAGED = System.getProperty("replenish.jar");
  static final String PATH = "/usr/bin:/bin";

  @TempDir Path temp;
  final Map<String, String> env = new HashMap<>();

  @BeforeEach
  void useThisJava() {
    env.put("PATH", PATH);
    env.put("JAVA_HOME", System.getProperty("java.home"));
  }

  record Ran(int exit, String out, String err) {}

  static void assertRefused(int exit, String message, Ran ran) {
    assertTrue(ran.err().contains(message), ran.err());
    assertEquals(exit, ran.exit());
    assertEquals("", ran.out());
  }

  final Ran run(Path folder, Path command, String... args) throws Exception {
    return finish(start(folder, "out", command, List.of(args)), "out");
  }

  final Process start(Path folder, String name, Path command, List<String> args)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(command.toString()));
    words.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    builder.redirectInput(Path.of("/dev/null").toFile());
    builder.redirectOutput(temp.resolve(name + ".stdout").toFile());
    builder.redirectError(temp.resolve(name + ".stderr").toFile());
    return builder.start();
  }

  final Ran finish(Process process, String name) throws Exception {
    int exit = process.waitFor();
    return new Ran(
        exit,
        Files.readString(temp.resolve(name + ".stdout")),
        Files.readString(temp.resolve(name + ".stderr")));
  }

  static Path script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
