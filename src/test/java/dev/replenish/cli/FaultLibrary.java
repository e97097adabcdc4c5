package dev.replenish.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code src/test/native/fault.c} as a library to preload. */
record FaultLibrary(Path library) {

  /** Compiles the library. */
  static FaultLibrary build(Path base, Path folder) throws Exception {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new Unavailable("the library is for Linux");
    }
    String compiler = compiler(folder).orElseThrow(() -> new Unavailable("no C compiler: cc, gcc"));
    Path library = folder.resolve("fault.so");
    Path source = base.resolve("src/test/native/fault.c");
    Path log = folder.resolve("cc.log");
    List<String> compile =
        List.of(compiler, "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString());
    if (run(folder, log, compile) != 0 && run(folder, log, append(compile, "-ldl")) != 0) {
      throw new AssertionError(Files.readString(log));
    }
    return new FaultLibrary(library);
  }

  /** Thrown if the library can't be built on this system. */
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
        // there is no such compiler
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

  private static List<String> append(List<String> words, String more) {
    List<String> all = new ArrayList<>(words);
    all.add(more);
    return all;
  }
}
