package dev.replenish.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code src/test/native/fault.c} as a library to preload, and an archive for quick starts. */
record FaultLibrary(Path library, Path archive, Path jar) {

  /** Builds both, or says why it can't. */
  static FaultLibrary build(Path base, Path jar, Path folder) throws Exception {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new Unavailable("the library is for Linux");
    }
    String compiler = compiler(folder).orElseThrow(() -> new Unavailable("no C compiler: cc, gcc"));
    Path library = folder.resolve("fault.so");
    Path source = base.resolve("src/test/native/fault.c");
    Path log = folder.resolve("cc.log");
    List<String> compile =
        List.of(compiler, "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString());
    if (run(folder, log, compile) != 0 && run(folder, log, with(compile, "-ldl")) != 0) {
      throw new AssertionError(Files.readString(log));
    }
    Path archive = folder.resolve("classes.jsa");
    return new FaultLibrary(library, archive, jar);
  }

  /** Why there is no library here. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unavailable(String why) {
      super(why);
    }
  }

  private static Optional<String> compiler(Path folder) throws Exception {
    for (String name : List.of("cc", "gcc")) {
      try {
        if (run(folder, folder.resolve("cc.log"), List.of(name, "--version")) == 0) {
          return Optional.of(name);
        }
      } catch (IOException e) {
        // there is none of this name
      }
    }
    return Optional.empty();
  }

  private static int run(Path folder, Path log, List<String> command) throws Exception {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }

  private static List<String> with(List<String> words, String more) {
    List<String> all = new ArrayList<>(words);
    all.add(more);
    return all;
  }

  /** How Java is started for one call; the first call leaves the archive behind. */
  List<String> java() {
    String archiving =
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + archive;
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        archiving,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "-cp",
        jar.toString(),
        "dev.replenish.cli.Main");
  }
}
