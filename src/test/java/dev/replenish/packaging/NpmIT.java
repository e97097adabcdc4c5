package dev.replenish.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Version;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packages for npm, packed and installed from a folder ({@code -Parchive,node}). */
@EnabledIfSystemProperty(named = "replenish.archive", matches = ".+")
@EnabledIfSystemProperty(named = "replenish.node", matches = "true")
@EnabledOnOs({OS.LINUX, OS.MAC})
class NpmIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final Path PACKAGING = BASE.resolve("src/packaging");

  @TempDir Path tmp;

  private String run(Path folder, List<String> words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", "/nonexistent");
    Process process = builder.redirectError(tmp.resolve("err").toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), () -> out + errors());
    return out;
  }

  private String errors() {
    try {
      return Files.readString(tmp.resolve("err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Path project;

  @BeforeEach
  void install() throws Exception {
    Path archive;
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("replenish.archive")))) {
      archive = files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    String platform =
        archive.getFileName().toString().replaceAll("replenish-[0-9.]+-|\\.tar\\.gz", "");
    StringBuilder lines = new StringBuilder();
    for (String each :
        List.of("linux-arm64", "linux-x64", "macos-arm64", "macos-x64", "windows-x64")) {
      lines.append(each).append(" 0 https://git.example/").append(each).append('\n');
    }
    Path release = Files.writeString(tmp.resolve("release"), lines);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String step = PACKAGING.resolve("java/dev/replenish/packaging/Packages.java").toString();
    String templates = PACKAGING.resolve("templates").toString();
    String version = Version.current();
    run(tmp, List.of(java, step, templates, "release", version, "https://git.example/r", "made"));
    String own = "replenish-" + platform;
    Path npm = tmp.resolve("made/npm");
    run(npm.resolve(own), List.of("tar", "xzf", archive.toString(), "--strip-components", "1"));
    for (String each : List.of(own, "replenish")) {
      run(npm.resolve(each), List.of("npm", "pack", "--silent", "--pack-destination", ".."));
    }
    project = Files.createDirectories(tmp.resolve("a project"));
    Files.writeString(project.resolve("package.json"), "{\"private\": true}");
    String packed = "../made/npm/%s-" + version + ".tgz";
    String install = "npm install --offline --no-audit --no-fund";
    run(
        project,
        Stream.concat(
                Stream.of(install.split(" ")),
                Stream.of(packed.formatted(own), packed.formatted("replenish")))
            .toList());
  }

  @Test
  void npxStartsProgramAndServerWithoutJava() throws Exception {
    String output = run(project, List.of("npx", "--no-install", "replenish", "--version", "-v"));
    assertTrue(output.startsWith("replenish " + Version.current() + "\n"), output);
    assertTrue(output.contains("\ninstallation: npm package\n"), output);
    assertServerReplies();
    assertExitCodesAndSignalsPass();
  }

  private void assertServerReplies() throws Exception {
    Process server =
        new ProcessBuilder("npx", "--no-install", "replenish", "mcp")
            .directory(project.toFile())
            .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
            .start();
    try (OutputStream in = server.getOutputStream();
        BufferedReader out = server.inputReader(UTF_8)) {
      String hello =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
              + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n";
      in.write(hello.getBytes(UTF_8));
      in.flush();
      String reply = out.readLine();
      assertTrue(reply.contains("\"name\":\"replenish\""), reply);
    }
    assertEquals(0, server.waitFor());
  }

  private void assertExitCodesAndSignalsPass() throws Exception {
    String script = project.resolve("node_modules/replenish/bin/replenish.js").toString();
    Process wrong =
        new ProcessBuilder("node", script, "run", "--nonsense")
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    assertEquals(2, wrong.waitFor());
    Process server = new ProcessBuilder("node", script, "mcp").directory(project.toFile()).start();
    while (server.isAlive() && server.descendants().findAny().isEmpty()) {
      Thread.sleep(20);
    }
    server.destroy(); // SIGTERM
    assertTrue(server.waitFor() > 128);
  }
}
