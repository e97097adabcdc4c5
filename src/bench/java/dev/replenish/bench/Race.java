package dev.replenish.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Runs contenders in turn, A B C A B C, so that a machine that slows down slows all of them. */
final class Race {
  private static final long POLL_MILLIS = 2;
  private static final long LONG_MILLIS = 10_000;
  private static final String CACHE = Path.of("target/bench/cache").toAbsolutePath().toString();

  private Race() {}

  /**
   * The result of one contender.
   *
   * @param millis the wall time of each run, sorted
   * @param peakKilobytes the peak memory of its process, if the system reports it
   */
  record Result(double[] millis, OptionalLong peakKilobytes) {
    /** Whether one run took so long that there was no second one. */
    boolean tooLong() {
      return millis[0] > LONG_MILLIS;
    }

    double median() {
      int half = millis.length / 2;
      return millis.length % 2 == 1 ? millis[half] : (millis[half - 1] + millis[half]) / 2;
    }

    double fastest() {
      return millis[0];
    }

    double slowest() {
      return millis[millis.length - 1];
    }
  }

  /**
   * Results by name: one run that warms the disk, measures memory and checks the outcome, then
   * {@code runs}.
   */
  static Map<String, Result> run(List<Contender> contenders, int runs)
      throws IOException, InterruptedException {
    Map<String, OptionalLong> peaks = new LinkedHashMap<>();
    Map<String, double[]> times = new LinkedHashMap<>();
    List<Contender> repeated = new ArrayList<>();
    for (Contender contender : contenders) {
      long start = System.nanoTime();
      peaks.put(contender.name(), peak(contender));
      double first = (System.nanoTime() - start) / 1e6;
      if (first > LONG_MILLIS) {
        times.put(contender.name(), new double[] {first});
      } else {
        times.put(contender.name(), new double[runs]);
        repeated.add(contender);
      }
    }
    for (int run = 0; run < runs; run++) {
      for (Contender contender : repeated) {
        times.get(contender.name())[run] = time(contender);
      }
    }
    Map<String, Result> results = new LinkedHashMap<>();
    times.forEach(
        (name, millis) -> {
          Arrays.sort(millis);
          results.put(name, new Result(millis, peaks.get(name)));
        });
    return results;
  }

  private static double time(Contender contender) throws IOException, InterruptedException {
    reset(contender);
    long start = System.nanoTime();
    finish(start(contender), contender.command());
    return (System.nanoTime() - start) / 1e6;
  }

  private static OptionalLong peak(Contender contender) throws IOException, InterruptedException {
    reset(contender);
    Process process = start(contender);
    Path status = Path.of("/proc/" + process.pid() + "/status");
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peak(status));
      Thread.sleep(POLL_MILLIS);
    }
    finish(process, contender.command());
    if (!contender.proof().isEmpty()) {
      call(contender.folder(), contender.proof());
    }
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  private static long peak(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // The process has just ended, or the system is not Linux.
    }
    return 0;
  }

  private static void reset(Contender contender) throws IOException, InterruptedException {
    if (!contender.reset().isEmpty()) {
      call(contender.folder(), contender.reset());
    }
  }

  /** Runs a command that must succeed. */
  static void call(Path folder, List<String> command) throws IOException, InterruptedException {
    finish(builder(folder, command).start(), command);
  }

  /** The first line of the output of a command. */
  static String output(Path folder, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    try (BufferedReader out = process.inputReader()) {
      return out.readLine();
    }
  }

  private static Process start(Contender contender) throws IOException {
    return builder(contender.folder(), contender.command()).start();
  }

  private static ProcessBuilder builder(Path folder, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + who + "_NAME", "Bench");
      builder.environment().put("GIT_" + who + "_EMAIL", "bench@example.com");
    }
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", CACHE);
    builder.environment().put("HOME", CACHE); // where peers keep their own files
    // These would lead a peer to the tasks of the current user.
    builder.environment().keySet().removeAll(List.of("TASKDATA", "TASKRC", "BACKLOG_CWD"));
    return builder;
  }

  private static void finish(Process process, List<String> command)
      throws IOException, InterruptedException {
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + exit);
    }
  }
}
