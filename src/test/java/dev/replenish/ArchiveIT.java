package dev.replenish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.app.Version;
import dev.replenish.git.GitSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive that {@code -Parchive} builds: unpacked, made read-only, and run without other Java.
 */
@EnabledIfSystemProperty(named = "replenish.archive", matches = ".+")
@EnabledOnOs({OS.LINUX, OS.MAC})
class ArchiveIT extends LauncherCase {
  private static final int MAX_BYTES = 60_000_000;
  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      """;

  @TempDir static Path base;

  private static Path archive;
  private static Path home;
  private static Path launcher;

  @BeforeAll
  static void unpack() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("replenish.archive")))) {
      archive = files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    Path folder = Files.createDirectories(base.resolve("a place with \"blanks\""));
    sh(folder, "tar", "xzf", archive.toString());
    home = folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    launcher = home.resolve("bin/replenish");
    sh(home, "chmod", "-R", "a-w", ".");
  }

  @AfterAll
  static void makeWritable() throws Exception {
    sh(base, "chmod", "-R", "u+w", ".");
  }

  private static void sh(Path folder, String... words) throws Exception {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), out);
  }

  /** Sets only PATH, with nothing but Git and the shell on it. */
  @BeforeEach
  void clearEnvironment() throws IOException {
    Path programs = Files.createDirectories(temp.resolve("programs"));
    Files.createSymbolicLink(programs.resolve("git"), git());
    Files.createSymbolicLink(programs.resolve("sh"), Path.of("/bin/sh")); // starts receive-pack
    env.clear();
    env.put("PATH", programs.toString());
  }

  private static Path git() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "git"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private GitSandbox board() {
    GitSandbox git = GitSandbox.create(temp);
    String task =
        """
        ## group_begin [type:dev][priority:high]

        ## task_begin
        ### # [id:A-1][type:dev][priority:high] Boil
        **Status:** todo
        **Plan:**
        1. Begin
        2. Go on
        3. End
        **Estimated Effort:** 1 h
        **Relevant Documentation:** `docs/tea.md`
        ## task_end

        ---

        ## group_end
        """;
    git.git("config", "user.name", "Ana");
    git.git("config", "user.email", "ana@example.com");
    git.write("BACKLOG.md", task).commitAll("begin");
    return git;
  }

  @Test
  void archiveIsSmallCompleteAndMatchesItsChecksum() throws Exception {
    assertTrue(Files.size(archive) < MAX_BYTES, Files.size(archive) + " bytes");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
    assertEquals(
        HexFormat.of().formatHex(digest) + "  " + archive.getFileName() + "\n",
        Files.readString(archive.resolveSibling(archive.getFileName() + ".sha256")));
    for (String file :
        List.of("LICENSE", "THIRD-PARTY.md", "lib/runtime/legal/java.base/LICENSE")) {
      assertTrue(Files.exists(home.resolve(file)), file);
    }
    assertTrue(
        Files.readString(home.resolve("share/man/man1/replenish.1")).contains(".TH"), "man page");
    for (String shell : List.of("bash", "zsh", "fish")) {
      try (Stream<Path> files = Files.walk(home.resolve("share/" + shell + completions(shell)))) {
        assertTrue(files.anyMatch(Files::isRegularFile), shell);
      }
    }
  }

  private static String completions(String shell) {
    return shell.equals("bash") ? "-completion" : "";
  }

  /** Only with {@code -Prelease}, which writes the bill of materials. */
  @Test
  void billOfMaterialsListsRuntimeAndLibraries() throws Exception {
    Path bom = home.resolve("replenish.cdx.json");
    assumeTrue(Files.exists(bom), "built without -Prelease");
    JsonArray components =
        JsonParser.parseString(Files.readString(bom))
            .getAsJsonObject()
            .getAsJsonArray("components");
    JsonObject first = components.get(0).getAsJsonObject();
    assertEquals("OpenJDK runtime", first.get("name").getAsString());
    assertTrue(components.toString().contains("\"picocli\""));
  }

  @Test
  void versionOptionDescribesTheInstallation() throws Exception {
    env.clear();
    Ran ran = run(temp, launcher, "--version");
    assertEquals(new Ran(0, "replenish " + Version.current() + "\n", ""), ran);
    String more = run(temp, launcher, "--version", "-v").out();
    assertTrue(more.contains("\ninstallation: archive\nplace: " + home + "\n"), more);
  }

  /** Even the first start loads the classes from the shared archive, and leaves no files. */
  @Test
  void firstStartUsesSharedClassesAndLeavesNoFiles() throws Exception {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    env.put("HOME", empty.toString());
    Path log = temp.resolve("classes.log");
    env.put("REPLENISH_JAVA_OPTS", "-Xlog:class+load:file=classes.log");
    assertEquals(0, run(temp, launcher, "--version").exit());
    List<String> own =
        Files.readAllLines(log).stream().filter(line -> line.contains(" dev.replenish.")).toList();
    assertFalse(own.isEmpty());
    assertEquals(
        List.of(), own.stream().filter(line -> !line.contains("shared objects file")).toList());
    try (Stream<Path> left = Files.list(empty)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void demoRuns() throws Exception {
    Ran ran = run(temp, launcher, "demo");
    assertEquals(0, ran.exit(), ran.err());
    assertTrue(ran.out().contains("Moved 3 dev tasks"), ran.out());
  }

  @Test
  void tasksAreMovedAndPushed() throws Exception {
    GitSandbox git = board();
    git.git("clone", "-q", "--bare", ".", "../server.git");
    git.git("remote", "add", "origin", git.root().resolveSibling("server.git").toString());
    env.put("HOME", temp.toString());
    Ran ran = run(git.root(), launcher, "run", "--push");
    assertEquals(0, ran.exit(), ran.err() + ran.out());
    GitSandbox server = git.at(git.root().resolveSibling("server.git"));
    assertTrue(server.git("show", "main:TODO.md").contains("[id:A-1]"));
    assertEquals("", git.git("status", "--porcelain"));
  }

  @Test
  void reportsAreWritten() throws Exception {
    GitSandbox git = board();
    Ran ran = run(git.root(), launcher, "report", "--html", "../page.html");
    assertEquals(0, ran.exit(), ran.err());
    assertTrue(Files.readString(temp.resolve("page.html")).contains("Boil"));
  }

  @Test
  void mcpServerAnswers() throws Exception {
    GitSandbox git = board();
    List<String> words = new ArrayList<>(List.of(launcher.toString(), "mcp"));
    ProcessBuilder builder = new ProcessBuilder(words).directory(git.root().toFile());
    builder.environment().clear();
    Process server = builder.redirectError(temp.resolve("err").toFile()).start();
    try (OutputStream in = server.getOutputStream();
        BufferedReader out = server.inputReader(UTF_8)) {
      in.write(HELLO.getBytes(UTF_8));
      in.flush();
      String reply = out.readLine();
      assertTrue(reply.contains("\"name\":\"replenish\""), reply);
    }
    assertEquals(0, server.waitFor());
    assertEquals("", Files.readString(temp.resolve("err")));
  }

  @Test
  void archiveRunsThroughALinkInAReadOnlyHome() throws Exception {
    Path bin = Files.createDirectories(temp.resolve("my home/bin"));
    Path link = Files.createSymbolicLink(bin.resolve("replenish"), launcher);
    Files.setPosixFilePermissions(
        temp.resolve("my home"), PosixFilePermissions.fromString("r-xr-xr-x"));
    env.put("PATH", PATH); // the shell's own readlink
    env.put("HOME", temp.resolve("my home").toString());
    env.put("JAVA_HOME", "/nonexistent");
    env.put("LC_ALL", "C");
    Ran ran = run(temp, link, "demo");
    Files.setPosixFilePermissions(
        temp.resolve("my home"), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(0, ran.exit(), ran.err());
    assertEquals("", ran.err());
  }
}
