package dev.replenish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.NewRepo;
import dev.replenish.git.objects.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cost of a start in loaded classes, which doesn't depend on the load of the machine. */
class StartIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));

  @TempDir Path temp;

  @Test
  void helpLoadsFewClassesAndNoOtherLibrary() throws Exception {
    List<String> all = allLoadedBy("--help");
    List<String> loaded = fromJar(all);
    assertEquals(
        List.of(), loaded.stream().filter(name -> !isOwn(name) && !isPicocli(name)).toList());
    assertAtMost(40, loaded.stream().filter(StartIT::isOwn).toList());
    assertAtMost(160, loaded.stream().filter(StartIT::isPicocli).toList());
    assertFalse(all.toString().contains("BreakIterator"), "it asked the JDK where to wrap");
  }

  @Test
  void commandLoadsOnlyItsOwnModel() throws Exception {
    List<String> loaded = loadedBy("run", "--help");
    List<String> commands = loaded.stream().filter(name -> name.endsWith("Command")).toList();
    assertEquals(
        List.of("dev.replenish.cli.command.Command", "dev.replenish.cli.command.RunCommand"),
        commands);
  }

  @Test
  void runLoadsOnlyNeededClasses() throws Exception {
    board();
    List<String> all = allLoadedBy("run");
    List<String> loaded = fromJar(all);
    assertTrue(loaded.contains("dev.replenish.git.objects.CommitWriter"), "it did not commit");
    Predicate<String> unneeded =
        name ->
            name.startsWith("com.google.gson.")
                || name.startsWith("com.vladsch.flexmark.")
                || name.startsWith("com.samskivert.")
                || name.startsWith("dev.replenish.forecast.")
                || name.startsWith("dev.replenish.mcp.")
                || name.startsWith("org.slf4j.simple.")
                || name.startsWith("org.eclipse.jgit.internal.JGitText")
                || name.equals("org.eclipse.jgit.lib.RepositoryCache");
    assertEquals(List.of(), loaded.stream().filter(unneeded).toList());
    assertAtMost(540, loaded.stream().filter(name -> !isPicocli(name)).toList());
    assertAtMost(150, loaded.stream().filter(StartIT::isPicocli).toList());
    assertFalse(all.toString().contains("TzdbZoneRulesProvider"), "it loaded all time zones");
    assertAtMost(80, all.stream().filter(name -> isOwn(name) && isLambda(name)).toList());
    List<String> linked = all.stream().filter(name -> name.contains("$$Lambda")).toList();
    assertEquals(List.of(), linked.stream().filter(name -> !isOfJava(name)).toList());
  }

  @Test
  void verboseCallLoadsTheLogger() throws Exception {
    board();
    assertTrue(loadedBy("plan", "-v").contains("org.slf4j.simple.SimpleLogger"));
  }

  private static boolean isLambda(String name) {
    return name.contains("$$Plain"); // the name that src/jar gives to lambdas
  }

  private static boolean isOfJava(String name) {
    return name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk.");
  }

  private static boolean isPicocli(String name) {
    return name.startsWith("picocli.");
  }

  private static boolean isOwn(String name) {
    return name.startsWith("dev.replenish.");
  }

  private static void assertAtMost(int most, List<String> loaded) {
    assertTrue(loaded.size() <= most, () -> loaded.size() + " classes: " + loaded);
  }

  private void board() throws Exception {
    Path example = BASE.resolve("examples/small-team/before");
    List<Change> files = new ArrayList<>();
    for (String name : List.of("BACKLOG.md", "TODO.md")) {
      files.add(new Change(name, Files.readAllBytes(example.resolve(name))));
    }
    ZonedDateTime when = ZonedDateTime.of(2026, 2, 4, 9, 30, 0, 0, ZoneOffset.UTC);
    NewRepo.create(temp, files, "docs: a board\n", when);
  }

  private List<String> loadedBy(String... call) throws Exception {
    return fromJar(allLoadedBy(call));
  }

  /** The classes loaded from the jar, without those of lambdas. */
  private static List<String> fromJar(List<String> loaded) {
    return loaded.stream()
        .filter(name -> name.contains(" file:") || name.contains(" jar:"))
        .map(name -> name.replaceFirst(" .*", ""))
        .filter(name -> !isLambda(name))
        .toList();
  }

  /** All classes, each with where it comes from. */
  private List<String> allLoadedBy(String... call) throws Exception {
    Path log = temp.resolveSibling(temp.getFileName() + ".log");
    String jar = System.getProperty("replenish.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:disable", "-Xlog:class+load:file=" + log, "-jar", jar));
    command.addAll(List.of(call));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().putAll(NewRepo.environment());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Path errors = temp.resolveSibling(temp.getFileName() + ".err");
    builder.redirectError(errors.toFile());
    assertEquals(0, builder.start().waitFor());
    assertEquals("", Files.readString(errors));
    Files.delete(errors);
    List<String> loaded =
        Files.readAllLines(log).stream()
            .map(line -> line.replaceFirst(".*\\] ", "").replaceFirst("source: ", ""))
            .toList();
    Files.delete(log);
    return loaded;
  }
}
