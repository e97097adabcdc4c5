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

/** One made-up history: our commands between what people do with Git. The seed decides. */
final class HistoryWalk {
  /** How a command may end while people are at work: never as our bug, never on a lock. */
  private static final Set<Integer> ALLOWED = Set.of(0, 2, 4, 5, 6);

  private final Random random;
  private final GitSandbox box;
  private final Set<String> ours = new HashSet<>();
  private final List<String> done = new ArrayList<>();
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

  /** How many commits our commands have made. */
  int committed() {
    return committed;
  }

  /** Walks on, and returns what is wrong. */
  List<String> steps(int many) throws Exception {
    for (int i = 0; i < many && wrong.isEmpty(); i++) {
      if (random.nextInt(100) < 55) {
        command();
      } else {
        person();
      }
    }
    try (TaskCensus census = new TaskCensus(box)) {
      wrong.addAll(census.complaints(ours));
    }
    GitSandbox.Result fsck = box.tryGit("fsck", "--strict", "--no-dangling");
    if (fsck.code() != 0) {
      wrong.add("git fsck: " + fsck.out() + fsck.err());
    }
    if (!wrong.isEmpty()) {
      wrong.add(0, box.root().getFileName() + ": " + String.join("; ", done));
    }
    return wrong;
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private void command() throws Exception {
    List<String> call = new ArrayList<>();
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> call.addAll(List.of("run", "--max", pick("1", "2", "5")));
      case 3 -> call.addAll(List.of("start", task()));
      case 4 -> call.addAll(List.of("block", task(), "--reason", "No cups"));
      case 5 -> call.addAll(List.of("done", task()));
      case 6 -> call.addAll(List.of("done", task(), "--refill"));
      case 7 -> call.addAll(List.of(pick("archive", "undo")));
      case 8 -> call.addAll(List.of("check", "--fix"));
      default ->
          call.addAll(List.of("add", "Task " + number++, "--type", "dev", "--priority", "low"));
    }
    if (random.nextInt(3) == 0) {
      call.addAll(List.of("--key", "key-" + number++));
    }
    String notes = box.read("notes.txt");
    String before = head();
    FaultCase.Ended ended = FaultCase.call(box, call);
    done.add(String.join(" ", call) + " -> " + ended.code());
    String after = head();
    if (!after.equals(before)) {
      ours.add(after);
      committed++;
      if (ended.code() != 0 && ended.code() != 6) {
        wrong.add("a commit and exit code " + ended.code() + ": " + ended.said());
      }
      if (!box.git("rev-parse", "HEAD~").strip().equals(before)) {
        wrong.add("more than one commit");
      }
      again(call, after);
    }
    if (!ALLOWED.contains(ended.code())) {
      wrong.add(ended.said());
    }
    if (!notes.equals(box.read("notes.txt"))) {
      wrong.add("notes.txt was touched");
    }
    for (String name : List.of("index.lock", "replenish-journal", "HEAD.lock")) {
      if (Files.exists(box.root().resolve(".git").resolve(name))) {
        wrong.add(name + " is left");
      }
    }
  }

  private void again(List<String> call, String commit) {
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

  /** Some task, of TODO.md if there is one. */
  private String task() throws Exception {
    Path todo = box.root().resolve("TODO.md");
    List<String> ids = Files.exists(todo) ? FaultState.tasks(Files.readString(todo)) : List.of();
    return ids.isEmpty() ? "A-1" : ids.get(random.nextInt(ids.size()));
  }

  private void person() {
    number++;
    String what =
        pick("commit", "only", "amend", "stash", "switch", "merge", "rebase", "pick", "gc");
    done.add(what);
    switch (what) {
      case "commit" -> {
        box.write("notes.txt", number + "\n");
        words();
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
      case "stash" -> stash();
      case "switch" -> tryOr(List.of("switch", "-q", pick("main", "side")), List.of("status"));
      case "merge" ->
          tryOr(List.of("merge", "-q", "--no-edit", pick("main", "side")), abort("merge"));
      case "rebase" -> {
        box.tryGit("stash", "-q");
        tryOr(List.of("rebase", "-q", pick("main", "side")), abort("rebase"));
        pop();
      }
      case "pick" ->
          tryOr(
              List.of("cherry-pick", "--allow-empty", pick("main", "side")), abort("cherry-pick"));
      default -> box.git("gc", "-q", "--prune=now");
    }
  }

  private static List<String> abort(String what) {
    return List.of(what, "--abort");
  }

  private void tryOr(List<String> first, List<String> otherwise) {
    if (box.tryGit(first.toArray(new String[0])).code() != 0) {
      box.tryGit(otherwise.toArray(new String[0]));
    }
  }

  /** Somebody writes in the backlog, above the groups. */
  private void words() {
    String backlog = box.read("BACKLOG.md");
    box.write("BACKLOG.md", backlog.replaceFirst("(?m)^# Tea.*$", "# Tea " + number));
  }

  private void stash() {
    words();
    box.git("stash", "-q");
    FaultCase.Ended ended = FaultCase.call(box, List.of("run", "--max", "1"));
    done.add("(run -> " + ended.code() + ")");
    if (ended.code() == 0 && box.git("log", "-1", "--format=%B").contains("Replenish-Board")) {
      ours.add(head());
    }
    pop();
  }

  private void pop() {
    if (!box.git("stash", "list").isEmpty() && box.tryGit("stash", "pop", "-q").code() != 0) {
      box.git("reset", "-q", "--hard");
      box.tryGit("stash", "drop", "-q");
    }
  }
}
