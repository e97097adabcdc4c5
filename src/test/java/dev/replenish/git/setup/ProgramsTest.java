package dev.replenish.git.setup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs and files of Git: on Windows in the folder of Git for Windows. */
class ProgramsTest {
  @TempDir Path tmp;

  private final Map<String, String> env = new HashMap<>();
  private Path system;

  @BeforeEach
  void createSystemFolder() throws IOException {
    system = Files.createDirectories(tmp.resolve("system32"));
    env.put("Path", system.toString());
    program(system, "ssh.exe");
  }

  private static Path program(Path folder, String name) throws IOException {
    Path file = Files.createDirectories(folder).resolve(name);
    Files.writeString(file, "");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  private Path gitForWindows(Path root) throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/gitconfig"), "[core]\n\tautocrlf = true\n");
    Files.writeString(root.resolve("etc/gitattributes"), "*.doc diff=astextplain\n");
    program(root.resolve("cmd"), "git.exe");
    program(root.resolve("mingw64/bin"), "git.exe");
    program(root.resolve("usr/bin"), "sh.exe");
    program(root.resolve("usr/bin"), "gpg.exe");
    program(root.resolve("usr/bin"), "ssh.exe");
    return root;
  }

  private Programs windows() {
    return new Programs(env, true);
  }

  private ConfigLocations places() {
    return new ConfigLocations(env, windows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmd", "mingw64/bin"})
  void gitOnThePathIsUsed(String folder) throws IOException {
    Path root = gitForWindows(tmp.resolve("portable git"));
    Path other = gitForWindows(tmp.resolve("Program Files/Git"));
    env.put("ProgramFiles", other.getParent().toString());
    env.put("Path", system + ";" + root.resolve(folder) + ";");
    assertEquals(Optional.of(root), windows().gitForWindows());
    assertEquals(List.of(root.resolve("etc/gitconfig")), places().system());
    assertEquals(root.resolve("etc/gitattributes"), places().systemAttributes());
    assertEquals(root.resolve("mingw64/etc/x"), places().expand("%(prefix)/etc/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "ProgramFiles, Git",
    "PROGRAMFILES(X86), Git",
    "LocalAppData, Programs/Git",
    "SCOOP, apps/git/current",
    "USERPROFILE, scoop/apps/git/current"
  })
  void installedGitIsUsedOtherwise(String variable, String below) throws IOException {
    Path base = tmp.resolve("base");
    Path root = gitForWindows(base.resolve(below));
    env.put(variable, base.toString());
    assertEquals(List.of(root.resolve("etc/gitconfig")), places().system());
  }

  @Test
  void fileInProgramDataHasTheLowestPriority() throws IOException {
    Path root = gitForWindows(tmp.resolve("pf/Git"));
    Path data = Files.createDirectories(tmp.resolve("data/Git")).resolve("config");
    Files.writeString(data, "");
    env.put("ProgramFiles", tmp.resolve("pf").toString());
    env.put("PROGRAMDATA", tmp.resolve("data").toString());
    assertEquals(List.of(data, root.resolve("etc/gitconfig")), places().system());
    env.put("GIT_CONFIG_NOSYSTEM", "1");
    assertEquals(List.of(), places().system());
  }

  @Test
  void noFilesAreFoundWithoutGit() {
    assertEquals(Optional.empty(), windows().gitForWindows());
    assertEquals(List.of(), places().system());
    assertEquals(null, places().systemAttributes());
    assertEquals("sh", windows().command("sh"));
    assertEquals(env, windows().environment());
  }

  @Test
  void shellAndGpgOfGitForWindowsAreUsed() throws IOException {
    Path root = gitForWindows(tmp.resolve("pf/Git"));
    env.put("ProgramFiles", tmp.resolve("pf").toString());
    assertEquals(root.resolve("usr/bin/sh.exe").toString(), windows().command("sh"));
    assertEquals(root.resolve("usr/bin/gpg.exe").toString(), windows().command("gpg"));
    assertEquals("ssh", windows().command("ssh")); // Windows has one of its own on the PATH
    assertEquals("gpgsm", windows().command("gpgsm"));
    String path = windows().environment().get("PATH");
    assertTrue(path.startsWith(system + ";"), path);
    assertTrue(path.contains(";" + root.resolve("usr/bin")), path);
  }

  @Test
  void onlyThePathIsSearchedOnOtherSystems() throws IOException {
    Map<String, String> here = Map.of("PATH", tmp.resolve("bin") + ":" + system);
    Programs programs = new Programs(here, false);
    assertEquals(Optional.empty(), programs.onPath("git"));
    Path git = program(tmp.resolve("bin"), "git");
    assertEquals(Optional.of(git), programs.onPath("git"));
    assertTrue(git.toFile().setExecutable(false));
    assertEquals(Optional.empty(), programs.onPath("git"));
    assertEquals("gpg", programs.command("gpg"));
    assertEquals(here, programs.environment());
  }

  @Test
  void prefixIsTheFolderWhereGitIsInstalled() throws IOException {
    program(tmp.resolve("opt/bin"), "git");
    Map<String, String> here = Map.of("PATH", tmp.resolve("opt/bin").toString());
    ConfigLocations places = new ConfigLocations(here, new Programs(here, false));
    assertEquals(tmp.resolve("opt/etc/more"), places.expand("%(prefix)/etc/more"));
    ConfigLocations none = new ConfigLocations(Map.of(), new Programs(Map.of(), false));
    assertEquals(Path.of("/usr/etc/more"), none.expand("%(prefix)/etc/more"));
  }

  @Test
  void homesOfOtherUsersAreFoundBesideTheOwn() throws IOException {
    Path mine = Files.createDirectories(tmp.resolve("homes/me"));
    Files.createDirectories(tmp.resolve("homes/somebody-else"));
    Map<String, String> here = Map.of("HOME", mine.toString());
    ConfigLocations places = new ConfigLocations(here, new Programs(here, false));
    assertEquals(mine.resolve("x"), places.expand("~/x"));
    assertEquals(tmp.resolve("homes/somebody-else/x"), places.expand("~somebody-else/x"));
    assertEquals(Path.of("~nobody-at-all/x"), places.expand("~nobody-at-all/x"));
  }

  @Test
  void homesAreFoundInTheListOfUsers() throws IOException {
    Path list = Path.of("/etc/passwd");
    assumeTrue(Files.isReadable(list), "no list of users here");
    String[] root =
        Files.readAllLines(list, ISO_8859_1).stream()
            .map(line -> line.split(":"))
            .filter(fields -> fields[0].equals("root"))
            .findFirst()
            .orElseThrow();
    ConfigLocations places = new ConfigLocations(Map.of(), new Programs(Map.of(), false));
    assertEquals(Path.of(root[5], "x"), places.expand("~root/x"));
  }

  @Test
  void homeOnWindowsIsReadFromTheEnvironment() throws IOException {
    Path drive = Files.createDirectories(tmp.resolve("h/ana"));
    env.put("USERPROFILE", tmp.resolve("profile").toString());
    env.put("HOMEDRIVE", tmp.resolve("h").toString());
    env.put("HOMEPATH", "/ana");
    assertEquals(drive.resolve("x"), places().expand("~/x"));
    env.put("HOMEPATH", "/gone");
    assertEquals(tmp.resolve("profile/x"), places().expand("~/x"));
    env.put("HOME", tmp.toString());
    assertEquals(tmp.resolve("x"), places().expand("~/x"));
  }
}
