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

/** One command, its undisturbed run, and what every disturbed one is held against. */
final class FaultCampaign {
  private static final int MOST_ACTIVE = 5;
  private static final long MINUTES_TO_HANG = 2;

  private final FaultLibrary library;
  private final FaultCase command;
  private final Path folder;
  private final GitSandbox begin;
  private final FaultState before;
  private final FaultState after;
  private final FaultState beforeAnother;
  private final FaultState afterAnother;
  private final List<FaultPoint> points;

  FaultCampaign(FaultLibrary library, FaultCase command, Path folder) throws Exception {
    this.library = library;
    this.command = command;
    this.folder = folder;
    begin = command.repository(folder);
    before = FaultState.of(begin);
    GitSandbox done = FaultCase.copy(begin, folder.resolve("done"));
    Path log = folder.resolve("calls.log");
    FaultCase.Ended ended = call(done, Map.of("FAULT_LOG", log.toString()));
    if (ended.code() != 0) {
      throw new AssertionError(command.name() + ": " + ended.said());
    }
    after = FaultState.of(done);
    points = FaultPoint.of(Files.readAllLines(log), done.root().toString());
    afterAnother = another(done);
    beforeAnother = another(FaultCase.copy(begin, folder.resolve("other")));
  }

  List<FaultPoint> points() {
    return points;
  }

  String name() {
    return command.name();
  }

  private static FaultState another(GitSandbox box) {
    FaultCase.Ended ended = FaultCase.call(box, FaultCase.ANOTHER);
    if (ended.code() != 0) {
      throw new AssertionError(ended.said());
    }
    return FaultState.of(box);
  }

  /** The command in a process of its own, with the library. */
  private FaultCase.Ended call(GitSandbox box, Map<String, String> fault) throws Exception {
    List<String> words = new ArrayList<>(QuickStart.program());
    words.addAll(command.call());
    Path said = box.root().resolveSibling(box.root().getFileName() + ".said");
    ProcessBuilder builder = new ProcessBuilder(words).directory(box.root().toFile());
    builder.environment().clear();
    builder.environment().putAll(box.env());
    builder.environment().put("LD_PRELOAD", library.library().toString());
    builder.environment().put("FAULT_ROOT", box.root().toString());
    builder.environment().putAll(fault);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES_TO_HANG, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IOException("hangs");
    }
    return new FaultCase.Ended(process.exitValue(), Files.readString(said));
  }

  /** What is wrong after this fault; nothing if all is well. */
  List<String> failures(FaultPoint point) throws Exception {
    List<String> wrong = new ArrayList<>();
    Path place = Files.createTempDirectory(folder, "point");
    try {
      GitSandbox box = FaultCase.copy(begin, place.resolve("repo"));
      Path log = place.resolve("calls.log");
      FaultCase.Ended ended =
          call(
              box,
              Map.of(
                  "FAULT_LOG",
                  log.toString(),
                  "FAULT_AT",
                  "" + point.number(),
                  "FAULT_HOW",
                  point.fault().how));
      requireMet(wrong, point, Files.readAllLines(log));
      FaultState now = FaultState.without(box);
      checkNow(wrong, box, now);
      checkAnswer(wrong, point, ended, now);
      boolean committed = now.head().equals(after.head());
      GitSandbox other = FaultCase.copy(box, place.resolve("other"));
      checkNext(wrong, "the same call again", box, command.call(), after);
      checkNext(
          wrong,
          "another call",
          other,
          FaultCase.ANOTHER,
          committed ? afterAnother : beforeAnother);
      if (!wrong.isEmpty()) {
        wrong.add(0, command.name() + ", " + point + ": exit code " + ended.code());
        wrong.add("it said: " + ended.said().strip());
      }
    } catch (IOException e) {
      wrong.add(command.name() + ", " + point + ": " + e);
    } finally {
      FaultCase.delete(place);
    }
    return wrong;
  }

  /** Else the run has taken another way, and nothing was tried. */
  private static void requireMet(List<String> wrong, FaultPoint point, List<String> log) {
    String wanted = point.number() + " " + point.call() + " ";
    if (log.stream().noneMatch(line -> line.startsWith(wanted))) {
      wrong.add("the fault was not met");
    }
  }

  /** Before anybody cleans up: nothing is lost, and no file is one that nobody wrote. */
  private void checkNow(List<String> wrong, GitSandbox box, FaultState now) {
    if (!now.head().equals(before.head()) && !now.head().equals(after.head())) {
      wrong.add("HEAD is " + now.head());
    }
    if (!now.index().equals(before.index()) && !now.index().equals(after.index())) {
      wrong.add("the index is neither the old nor the new one: " + now.index());
    }
    Set<String> names = new TreeSet<>(before.files().keySet());
    names.addAll(after.files().keySet());
    for (String name : names) {
      String text = now.files().getOrDefault(name, "");
      if (!text.equals(before.files().getOrDefault(name, ""))
          && !text.equals(after.files().getOrDefault(name, ""))) {
        wrong.add(name + " is neither the old nor the new one");
      }
    }
    Set<String> lost = new LinkedHashSet<>(before.tasks());
    lost.removeAll(now.tasks());
    if (!lost.isEmpty()) {
      wrong.add("no file of the work tree holds " + lost);
    }
    checkBatch(wrong, now);
    checkObjects(wrong, box);
  }

  private static void checkBatch(List<String> wrong, FaultState now) {
    String todo = now.files().getOrDefault("TODO.md", "").replaceAll("(?s)<!--.*?-->", "");
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
    String said = fsck.out() + fsck.err();
    if (fsck.code() != 0 || !said.isBlank()) {
      wrong.add("git fsck: " + said.strip());
    }
  }

  /** What the call says of itself is true. */
  private void checkAnswer(
      List<String> wrong, FaultPoint point, FaultCase.Ended ended, FaultState now) {
    boolean committed = now.head().equals(after.head());
    if (ended.code() == 0 && !committed) {
      wrong.add("it says that all is well, and has made no commit");
    }
    if (ended.said().contains("Nothing was written") && committed) {
      wrong.add("it says that nothing was written, and has made the commit");
    }
    if (ended.code() != 0
        && !point.fault().kills()
        && committed
        && !ended.said().contains(after.head().substring(0, 7))) {
      wrong.add("it does not say that the commit is made");
    }
  }

  private void checkNext(
      List<String> wrong, String which, GitSandbox box, List<String> call, FaultState wanted) {
    FaultCase.Ended ended = FaultCase.call(box, call);
    FaultState found = FaultState.of(box);
    List<String> differences = FaultState.differences(wanted, found);
    if (ended.code() != 0 || !differences.isEmpty()) {
      wrong.add(which + ": exit code " + ended.code() + ": " + ended.said().strip());
      differences.forEach(line -> wrong.add("  " + line));
    }
    checkObjects(wrong, box);
  }
}
