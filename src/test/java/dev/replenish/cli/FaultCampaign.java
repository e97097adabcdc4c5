package dev.replenish.cli;

import dev.replenish.QuickStart;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** One command: its undisturbed run, and the checks of every run with a fault against it. */
final class FaultCampaign {
  private static final int MOST_ACTIVE = 5;
  private static final long MINUTES_TO_HANG = 2;

  private final FaultLibrary library;
  private final FaultCase command;
  private final Path folder;
  private final GitSandbox initial;
  private final FaultState before;
  private final FaultState after;
  private final FaultState afterOtherCall;
  private final FaultState afterBothCalls;
  private final List<FaultPoint> points;

  FaultCampaign(FaultLibrary library, FaultCase command, Path folder) throws Exception {
    this.library = library;
    this.command = command;
    this.folder = folder;
    initial = command.repository(folder);
    before = FaultState.of(initial);
    GitSandbox undisturbed = FaultCase.copy(initial, folder.resolve("done"));
    Path log = folder.resolve("calls.log");
    FaultCase.Result result = call(undisturbed, Map.of("FAULT_LOG", log.toString()));
    if (result.code() != 0) {
      throw new AssertionError(command.name() + ": " + result.output());
    }
    after = FaultState.of(undisturbed);
    points = FaultPoint.of(Files.readAllLines(log), undisturbed.root().toString());
    afterBothCalls = callOther(undisturbed);
    afterOtherCall = callOther(FaultCase.copy(initial, folder.resolve("other")));
  }

  List<FaultPoint> points() {
    return points;
  }

  String name() {
    return command.name();
  }

  private static FaultState callOther(GitSandbox box) {
    FaultCase.Result result = FaultCase.call(box, FaultCase.OTHER_CALL);
    if (result.code() != 0) {
      throw new AssertionError(result.output());
    }
    return FaultState.of(box);
  }

  /** Runs the command in a process of its own, with the library preloaded. */
  private FaultCase.Result call(GitSandbox box, Map<String, String> fault) throws Exception {
    List<String> words = new ArrayList<>(QuickStart.program());
    words.addAll(command.call());
    Path output = box.root().resolveSibling(box.root().getFileName() + ".said");
    ProcessBuilder builder = new ProcessBuilder(words).directory(box.root().toFile());
    builder.environment().clear();
    builder.environment().putAll(box.env());
    builder.environment().put("LD_PRELOAD", library.library().toString());
    builder.environment().put("FAULT_ROOT", box.root().toString());
    builder.environment().putAll(fault);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES_TO_HANG, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IOException("hangs");
    }
    return new FaultCase.Result(process.exitValue(), Files.readString(output));
  }

  /** The failures after this fault; empty if all is well. */
  List<String> failures(FaultPoint point) throws Exception {
    List<String> wrong = new ArrayList<>();
    Path place = Files.createTempDirectory(folder, "point");
    try {
      GitSandbox box = FaultCase.copy(initial, place.resolve("repo"));
      Path log = place.resolve("calls.log");
      FaultCase.Result result =
          call(
              box,
              Map.of(
                  "FAULT_LOG",
                  log.toString(),
                  "FAULT_AT",
                  "" + point.number(),
                  "FAULT_HOW",
                  point.fault().how));
      checkInjected(wrong, point, Files.readAllLines(log));
      FaultState current = FaultState.withoutStatus(box);
      checkState(wrong, box, current);
      checkAnswer(wrong, point, result, current);
      boolean committed = current.head().equals(after.head());
      GitSandbox other = FaultCase.copy(box, place.resolve("other"));
      checkNext(wrong, "the same call again", box, command.call(), after);
      checkNext(
          wrong,
          "another call",
          other,
          FaultCase.OTHER_CALL,
          committed ? afterBothCalls : afterOtherCall);
      if (!wrong.isEmpty()) {
        wrong.add(0, command.name() + ", " + point + ": exit code " + result.code());
        wrong.add("it said: " + result.output().strip());
      }
    } catch (IOException e) {
      wrong.add(command.name() + ", " + point + ": " + e);
    } finally {
      FaultCase.delete(place);
    }
    return wrong;
  }

  /** Checks that the log has the call at which the fault is injected. */
  private static void checkInjected(List<String> wrong, FaultPoint point, List<String> log) {
    String expected = point.number() + " " + point.call() + " ";
    if (log.stream().noneMatch(line -> line.startsWith(expected))) {
      wrong.add("the fault was not met");
    }
  }

  /**
   * Checks, before the next call repairs anything: no task is lost, and every file is old or new.
   */
  private void checkState(List<String> wrong, GitSandbox box, FaultState current) {
    if (!current.head().equals(before.head()) && !current.head().equals(after.head())) {
      wrong.add("HEAD is " + current.head());
    }
    if (!current.index().equals(before.index()) && !current.index().equals(after.index())) {
      wrong.add("the index is neither the old nor the new one: " + current.index());
    }
    Set<String> names = new TreeSet<>(before.files().keySet());
    names.addAll(after.files().keySet());
    for (String name : names) {
      String text = current.files().getOrDefault(name, "");
      if (!text.equals(before.files().getOrDefault(name, ""))
          && !text.equals(after.files().getOrDefault(name, ""))) {
        wrong.add(name + " is neither the old nor the new one");
      }
    }
    Set<String> lost = new LinkedHashSet<>(before.tasks());
    lost.removeAll(current.tasks());
    if (!lost.isEmpty()) {
      wrong.add("no file of the work tree holds " + lost);
    }
    checkBatch(wrong, current);
    checkObjects(wrong, box);
  }

  private static void checkBatch(List<String> wrong, FaultState current) {
    String todo = current.files().getOrDefault("TODO.md", "").replaceAll("(?s)<!--.*?-->", "");
    Set<String> types = new HashSet<>();
    int active = 0;
    for (String block : todo.split("(?m)^## task_begin$")) {
      boolean finished = block.contains("**Status:** done") || block.contains("**Status:** rej");
      if (block.contains("### # [id:") && !finished) {
        active++;
        types.add(block.replaceAll("(?s).*\\[type:([^]]*)].*", "$1"));
      }
    }
    if (active > MOST_ACTIVE || types.size() > 1) {
      wrong.add("TODO.md has " + active + " active tasks of " + types);
    }
  }

  private static void checkObjects(List<String> wrong, GitSandbox box) {
    GitSandbox.Result fsck = box.tryGit("fsck", "--strict", "--no-dangling", "--no-progress");
    String output = fsck.out() + fsck.err();
    if (fsck.code() != 0 || !output.isBlank()) {
      wrong.add("git fsck: " + output.strip());
    }
  }

  /** Checks that the exit code and the output of the call are true. */
  private void checkAnswer(
      List<String> wrong, FaultPoint point, FaultCase.Result result, FaultState current) {
    boolean committed = current.head().equals(after.head());
    if (result.code() == 0 && !committed) {
      wrong.add("it says that all is well, and has made no commit");
    }
    if (result.output().contains("Nothing was written") && committed) {
      wrong.add("it says that nothing was written, and has made the commit");
    }
    if (result.code() != 0
        && !point.fault().kills()
        && committed
        && !result.output().contains(after.head().substring(0, 7))) {
      wrong.add("it does not say that the commit is made");
    }
  }

  private void checkNext(
      List<String> wrong, String which, GitSandbox box, List<String> call, FaultState expected) {
    FaultCase.Result result = FaultCase.call(box, call);
    FaultState actual = FaultState.of(box);
    List<String> differences = FaultState.differences(expected, actual);
    if (result.code() != 0 || !differences.isEmpty()) {
      wrong.add(which + ": exit code " + result.code() + ": " + result.output().strip());
      differences.forEach(line -> wrong.add("  " + line));
    }
    checkObjects(wrong, box);
  }
}
