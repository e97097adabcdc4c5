package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;

import dev.replenish.git.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A seeded random history: Replenish's commands between a user's Git commands. */
final class HistoryWalk {
  /** The exit codes that are allowed: not those for an internal error or for a lock. */
  private static final Set<Integer> ALLOWED = Set.of(0, 2, 4, 5, 6);

  private final Random random;
  private final GitSandbox box;
  private final Set<String> ownCommits = new HashSet<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int committed;
  private int number;

  HistoryWalk(Path folder, long seed) {
    random = new Random(seed);
    box = GitSandbox.create(folder, "history-" + seed, "--template=");
    List<String> dev = new ArrayList<>();
    List<String> docs = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      dev.add(ready("A-" + i, "Boil " + i));
      docs.add(ready("D-" + i, "Write " + i).replace("[type:dev][priority:high]", ""));
    }
    box.write(
        "BACKLOG.md",
        "# Tea\n\n"
            + group("dev", "high", dev.toArray(new String[0]))
            + "\n"
            + group("docs", "low", docs.toArray(new String[0])));
    box.write("notes.txt", "0\n").commitAll("begin");
    box.git("branch", "side");
  }

  /** The number of commits that Replenish's commands have made. */
  int committed() {
    return committed;
  }

  /** Makes {@code count} steps, and returns the failures. */
  List<String> steps(int count) throws Exception {
    for (int i = 0; i < count && wrong.isEmpty(); i++) {
      if (random.nextInt(100) < 55) {
        callReplenish();
      } else {
        useGit();
      }
    }
    try (TaskCensus census = new TaskCensus(box)) {
      wrong.addAll(census.violations(ownCommits));
    }
    GitSandbox.Result fsck = box.tryGit("fsck", "--strict", "--no-dangling");
    if (fsck.code() != 0) {
      wrong.add("git fsck: " + fsck.out() + fsck.err());
    }
    if (!wrong.isEmpty()) {
      wrong.add(0, box.root().getFileName() + ": " + String.join("; ", calls));
    }
    return wrong;
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private void callReplenish() throws Exception {
    List<String> call = new ArrayList<>();
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> call.addAll(List.of("run", "--max", pick("1", "2", "5")));
      case 3 -> call.addAll(List.of("start", anyTask()));
      case 4 -> call.addAll(List.of("block", anyTask(), "--reason", "No cups"));
      case 5 -> call.addAll(List.of("done", anyTask()));
      case 6 -> call.addAll(List.of("done", anyTask(), "--refill"));
      case 7 -> call.addAll(List.of(pick("archive", "undo")));
      case 8 -> call.addAll(List.of("check", "--fix"));
      default ->
          call.addAll(List.of("add", "Task " + number++, "--type", "dev", "--priority", "low"));
    }
    if (random.nextInt(3) == 0) {
      call.addAll(List.of("--key", "key-" + number++));
    }
    String notesBefore = box.read("notes.txt");
    String before = head();
    FaultCase.Result result = FaultCase.call(box, call);
    calls.add(String.join(" ", call) + " -> " + result.code());
    String after = head();
    if (!after.equals(before)) {
      ownCommits.add(after);
      committed++;
      if (result.code() != 0 && result.code() != 6) {
        wrong.add("a commit and exit code " + result.code() + ": " + result.output());
      }
      if (!box.git("rev-parse", "HEAD~").strip().equals(before)) {
        wrong.add("more than one commit");
      }
      repeatCallWithKey(call, after);
    }
    if (!ALLOWED.contains(result.code())) {
      wrong.add(result.output());
    }
    if (!notesBefore.equals(box.read("notes.txt"))) {
      wrong.add("notes.txt was touched");
    }
    for (String name : List.of("index.lock", "replenish-journal", "HEAD.lock")) {
      if (Files.exists(box.root().resolve(".git").resolve(name))) {
        wrong.add(name + " is left");
      }
    }
  }

  private void repeatCallWithKey(List<String> call, String commit) {
    if (call.contains("--key")) {
      FaultCase.call(box, call);
      if (!head().equals(commit)) {
        wrong.add("the same key has made two commits");
      }
    }
  }

  private String head() {
    return box.git("rev-parse", "HEAD").strip();
  }

  /** The id of a random task of TODO.md; {@code A-1} if it has none. */
  private String anyTask() throws Exception {
    Path todo = box.root().resolve("TODO.md");
    List<String> ids = Files.exists(todo) ? FaultState.tasks(Files.readString(todo)) : List.of();
    return ids.isEmpty() ? "A-1" : ids.get(random.nextInt(ids.size()));
  }

  private void useGit() {
    number++;
    String action =
        pick("commit", "only", "amend", "stash", "switch", "merge", "rebase", "pick", "gc");
    calls.add(action);
    switch (action) {
      case "commit" -> {
        box.write("notes.txt", number + "\n");
        editBacklog();
        box.git("commit", "-qam", "by hand " + number);
      }
      case "only" -> {
        box.write("notes.txt", number + "\n").write("staged.txt", number + "\n");
        box.git("add", "staged.txt");
        box.git("commit", "-qm", "only " + number, "--only", "notes.txt");
      }
      case "amend" -> {
        box.write("notes.txt", "amended " + number + "\n");
        box.git("commit", "-q", "--amend", "--no-edit", "notes.txt");
      }
      case "stash" -> runDuringStash();
      case "switch" -> tryOrElse(List.of("switch", "-q", pick("main", "side")), List.of("status"));
      case "merge" ->
          tryOrElse(List.of("merge", "-q", "--no-edit", pick("main", "side")), abort("merge"));
      case "rebase" -> {
        box.tryGit("stash", "-q");
        tryOrElse(List.of("rebase", "-q", pick("main", "side")), abort("rebase"));
        popStash();
      }
      case "pick" ->
          tryOrElse(
              List.of("cherry-pick", "--allow-empty", pick("main", "side")), abort("cherry-pick"));
      default -> box.git("gc", "-q", "--prune=now");
    }
  }

  private static List<String> abort(String action) {
    return List.of(action, "--abort");
  }

  private void tryOrElse(List<String> command, List<String> fallback) {
    if (box.tryGit(command.toArray(new String[0])).code() != 0) {
      box.tryGit(fallback.toArray(new String[0]));
    }
  }

  /** Edits the heading of the backlog, above the groups. */
  private void editBacklog() {
    String backlog = box.read("BACKLOG.md");
    box.write("BACKLOG.md", backlog.replaceFirst("(?m)^# Tea.*$", "# Tea " + number));
  }

  private void runDuringStash() {
    editBacklog();
    box.git("stash", "-q");
    FaultCase.Result result = FaultCase.call(box, List.of("run", "--max", "1"));
    calls.add("(run -> " + result.code() + ")");
    if (result.code() == 0 && box.git("log", "-1", "--format=%B").contains("Replenish-Board")) {
      ownCommits.add(head());
    }
    popStash();
  }

  private void popStash() {
    if (!box.git("stash", "list").isEmpty() && box.tryGit("stash", "pop", "-q").code() != 0) {
      box.git("reset", "-q", "--hard");
      box.tryGit("stash", "drop", "-q");
    }
  }
}
