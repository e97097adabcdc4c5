package dev.replenish.git.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.CommitSession;
import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;

/** JGit starts no program, measures no file system and leaves nothing in the home folder. */
class JGitSystemTest extends GitTest {

  /**
   * Makes a commit in a JVM of its own; prints JGit's time resolution, the number of child
   * processes and the time zone.
   */
  static final class Once {
    private Once() {}

    public static void main(String[] args) {
      Path root = Path.of(args[0]);
      try (Repo repo = Repo.open(root, System.getenv());
          CommitSession session = repo.begin(Optional.empty())) {
        session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
      }
      System.out.println(FS.FileStoreAttributes.get(root).getFsTimestampResolution());
      long children = ProcessHandle.current().children().count();
      System.out.println(children);
      System.out.println(ZoneId.systemDefault());
    }
  }

  @Test
  void commitHasTheZoneOfTheMachineWhichStaysUnchanged() throws Exception {
    ZoneId zone = ZoneId.of("America/St_Johns"); // half an hour off, and with a summer time
    List<String> options = List.of("-Duser.timezone=" + zone);
    for (String variable : List.of("TZ", "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE")) {
      box.env().remove(variable);
    }
    List<String> output = runOnce(options, box.env());
    assertEquals(zone.toString(), output.get(2));
    String offset = DateTimeFormatter.ofPattern("xx").format(ZonedDateTime.now(zone));
    assertEquals(offset, box.git("log", "-1", "--format=%cd", "--date=format:%z").strip());
    assertEquals(
        offset,
        box.git("log", "-g", "-1", "--format=%gd", "--date=format:%z")
            .strip()
            .replaceAll(".*\\{|\\}", ""));
    assertHealthy();
  }

  @Test
  void commitOnAFreshMachineStartsNoProgramAndMeasuresNothing() throws Exception {
    Path bin = Files.createDirectories(tmp.toRealPath().resolve("bin"));
    Path calls = tmp.toRealPath().resolve("calls");
    for (String name : List.of("git", "sh", "bash", "uname", "id", "hostname", "gpg")) {
      Path fake = bin.resolve(name);
      Files.writeString(fake, "#!/bin/sh\necho " + name + " \"$@\" >> " + calls + "\n");
      assertTrue(fake.toFile().setExecutable(true));
    }
    Path home = Files.createDirectories(tmp.toRealPath().resolve("fresh"));
    Map<String, String> env = new TreeMap<>(box.env());
    env.remove("GIT_CONFIG_NOSYSTEM"); // else no program would be asked
    env.put("HOME", home.toString());
    env.put("PATH", bin.toString());
    List<String> output = runOnce(List.of("-Duser.home=" + home), env);
    assertEquals(List.of("PT2.5S", "0"), output.subList(0, 2));
    assertFalse(Files.exists(calls), "something was spawned");
    assertEquals(List.of(), filesBelow(home));
    assertHealthy();
  }

  /** The output of {@link Once} in a JVM of its own. */
  private List<String> runOnce(List<String> options, Map<String, String> env) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Once.class.getName()));
    command.add(box.root().toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(env);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    try (BufferedReader out = process.inputReader()) {
      List<String> output = out.lines().toList();
      assertEquals(0, process.waitFor());
      return output;
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void jgitIgnoresTheFilesOfTheUser() throws IOException {
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
