package dev.replenish.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;

/** JGit spawns nothing, measures nothing and leaves nothing in the home folder. */
class JGitSystemTest extends GitTest {

  /** One commit in a JVM of its own; prints the resolution that JGit goes by. */
  static final class Once {
    private Once() {}

    public static void main(String[] args) {
      Path root = Path.of(args[0]);
      try (Repo repo = Repo.open(root, System.getenv());
          Writing writing = repo.begin(Optional.empty())) {
        writing.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
      }
      System.out.println(FS.FileStoreAttributes.get(root).getFsTimestampResolution());
      long children = ProcessHandle.current().children().count();
      System.out.println(children);
    }
  }

  @Test
  void aFreshMachineSpawnsNoProgramAndMeasuresNothing() throws Exception {
    Path bin = Files.createDirectories(tmp.toRealPath().resolve("bin"));
    Path calls = tmp.toRealPath().resolve("calls");
    for (String name : List.of("git", "sh", "bash", "uname", "id", "hostname", "gpg")) {
      Path fake = bin.resolve(name);
      Files.writeString(fake, "#!/bin/sh\necho " + name + " \"$@\" >> " + calls + "\n");
      assertTrue(fake.toFile().setExecutable(true));
    }
    Path home = Files.createDirectories(tmp.toRealPath().resolve("fresh"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            Once.class.getName(),
            box.root().toString());
    builder.environment().clear();
    builder.environment().putAll(box.env());
    builder.environment().remove("GIT_CONFIG_NOSYSTEM"); // else nobody would be asked
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", bin.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()));
    assertEquals("PT2.5S", out.readLine());
    assertEquals("0", out.readLine());
    assertEquals(0, process.waitFor());
    assertFalse(Files.exists(calls), "something was spawned");
    assertEquals(List.of(), filesBelow(home));
    assertHealthy();
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void theUsersFilesDoNotReachJGit() throws IOException {
    Files.writeString(
        box.root().resolveSibling("home").resolve(".gitconfig"),
        "[core]\n\tfsyncObjectFiles = no\n");
    open().tip(Optional.empty());
    var config = org.eclipse.jgit.util.SystemReader.getInstance();
    try {
      assertTrue(config.getUserConfig().getBoolean("core", "fsyncObjectFiles", false));
      assertTrue(config.getUserConfig().getBoolean("core", "fsyncRefFiles", false));
    } catch (org.eclipse.jgit.errors.ConfigInvalidException e) {
      throw new IOException(e);
    }
    assertEquals(null, config.getenv("GIT_DIR"));
  }
}
