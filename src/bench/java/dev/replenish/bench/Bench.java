package dev.replenish.bench;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Moves five tasks and commits, in every available way, and writes down how long it took. */
public final class Bench {
  private static final String MOVE_BY_AWK =
      "awk '/^## task_begin/ && n < 5 { inside = 1 }"
          + " inside { print > \"moved\"; if (/^## task_end/) { inside = 0; n++ }; next }"
          + " { print > \"rest\" }' BACKLOG.md"
          + " && mv rest BACKLOG.md && cat moved >>TODO.md && rm moved"
          + " && git add BACKLOG.md TODO.md && git commit -q -m move";
  private static final String HELLO =
      "class Hello { public static void main(String[] a) { System.out.println(1); } }";
  private static final String HELLO_PICOCLI =
      """
      import picocli.CommandLine;

      @CommandLine.Command(name = "hello")
      class HelloPicocli implements Runnable {
        public void run() { System.out.println(1); }
        public static void main(String[] a) {
          System.exit(new CommandLine(new HelloPicocli()).execute(a));
        }
      }
      """;
  private static final String FLOOR =
      "echo >>BACKLOG.md && echo >>TODO.md && git add BACKLOG.md TODO.md && git commit -q -m floor";

  /** Similar programs of npm and Debian: how each does the same work and stores its tasks. */
  private static final List<Peer> PEERS =
      List.of(
          new Peer(
              Page.TASKS_AXI,
              "tasks-axi",
              "tasks-axi --version",
              "tasks-axi mv t-1 t-2 t-3 t-4 t-5 --file backlog.md --to todo.md"
                  + " && git add backlog.md todo.md && git commit -q -m move",
              "- \\[ \\] t-",
              "todo.md",
              Boards::writeCheckboxes),
          new Peer(
              "`backlog task edit`, `git add`, `git commit`",
              "backlog",
              "backlog --version",
              "backlog task edit 1 2 3 4 5 -s 'In Progress' --plain"
                  + " && git add backlog && git commit -q -m move",
              "status: In Progress",
              "backlog",
              Boards::writeTaskFiles),
          new Peer(
              "`task start`, `git add`, `git commit`",
              "task", // other programs have this name, too
              "task rc:/dev/null _version",
              "TASKRC=taskrc task 1-5 start && git add data && git commit -q -m move",
              ".*start:",
              "data/pending.data",
              Boards::writePending));

  private final Path work = Path.of("target/bench").toAbsolutePath();
  private final Repositories repositories = new Repositories(work);
  private final String launcher = work.resolve("install/bin/replenish").toString();
  private final String earlier = work.resolve("earlier/bin/replenish").toString();
  private final Page page = new Page();
  private final Set<String> tooSlow = new TreeSet<>();
  private final List<Peer> peers = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private int runs = 11;
  private int files = 100_000;
  private int commits = 20_000;
  private Optional<Path> before = Optional.empty();
  private Optional<Path> otherJava = Optional.empty();

  private Bench() {}

  /**
   * Another program for tasks.
   *
   * @param name its name in the table
   * @param program its name on PATH
   * @param probe a command that succeeds if the intended program is installed
   * @param script a script that moves five tasks and commits
   * @param start the start of a line that shows a moved task
   * @param path the file or folder with that line
   * @param writing writes tasks in the program's own format
   */
  private record Peer(
      String name,
      String program,
      String probe,
      String script,
      String start,
      String path,
      Writing writing) {

    private boolean isInstalled(Path folder) throws InterruptedException {
      try {
        Race.call(folder, List.of("sh", "-c", probe));
        return true;
      } catch (IOException notInstalled) {
        return false;
      }
    }
  }

  private interface Writing {
    void write(Path folder, int tasks) throws IOException;
  }

  /**
   * {@code [--runs N] [--files N] [--commits N] [--warm FILE] [--before CHECKOUT] [--java HOME]
   * [TASKS...]}.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Bench bench = new Bench();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--runs" -> bench.runs = Integer.parseInt(args[++i]);
        case "--files" -> bench.files = Integer.parseInt(args[++i]);
        case "--commits" -> bench.commits = Integer.parseInt(args[++i]);
        case "--java" -> bench.otherJava = Optional.of(Path.of(args[++i]));
        case "--before" -> bench.before = Optional.of(Path.of(args[++i]));
        case "--warm" -> bench.page.warm(Files.readAllLines(Path.of(args[++i])));
        default -> bench.sizes.add(Integer.parseInt(args[i]));
      }
    }
    if (bench.sizes.isEmpty()) {
      bench.sizes.addAll(List.of(10, 1_000, 10_000, 100_000));
    }
    bench.run();
  }

  private void run() throws IOException, InterruptedException {
    install(Path.of(""), launcher);
    if (before.isPresent()) {
      install(before.get(), earlier);
      page.before(Race.output(before.get(), List.of("git", "log", "-1", "--format=%h, %s")));
    }
    start();
    for (Peer peer : PEERS) {
      if (peer.isInstalled(work)) {
        peers.add(peer);
      }
    }
    for (int tasks : sizes) {
      backlog(tasks);
    }
    unmarked();
    bigRepository();
    history();
    allTasks();
    Files.createDirectories(Path.of("docs"));
    Files.writeString(Path.of("docs/performance.md"), page.text(runs));
  }

  /**
   * Copies the program as users have it: in a checkout, the launcher looks for sources that are
   * newer than the jar.
   */
  private void install(Path checkout, String launcher) throws IOException, InterruptedException {
    Path program = Path.of(launcher);
    copy(checkout.resolve("bin/replenish"), program);
    Path jar = program.resolveSibling("../lib/replenish.jar").normalize();
    copy(checkout.resolve("target/replenish.jar"), jar);
    warmUp(launcher);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, REPLACE_EXISTING, COPY_ATTRIBUTES);
  }

  /**
   * Waits until the launcher has made its class-data archive, in the background of its first run.
   */
  private void warmUp(String... launcher) throws IOException, InterruptedException {
    Path cache = Files.createDirectories(work.resolve("cache"));
    long archives = archives(cache, "made");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    do {
      Race.call(work, List.of(calling(launcher, "--version")));
      Thread.sleep(500);
    } while ((archives(cache, "made") == archives || archives(cache, "making") > 0)
        && System.nanoTime() < end);
  }

  private static long archives(Path cache, String state) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.getFileName().toString().equals(state)).count();
    } catch (UncheckedIOException e) {
      return 0; // an archive is being made
    }
  }

  private void start() throws IOException, InterruptedException {
    Path board = repositories.withFiles("start", folder -> Boards.writeNative(folder, 10));
    List<Contender> all = new ArrayList<>(List.of(hello(Page.HELLO, "Hello", HELLO)));
    all.add(hello(Page.PICOCLI, "HelloPicocli", HELLO_PICOCLI));
    all.addAll(withEarlierVersion("`replenish --version`", work, "--version"));
    all.addAll(withEarlierVersion("`replenish --help`", work, "--help"));
    String[] complete = {launcher, "__complete", "start", ""};
    all.add(Contender.readOnly("completion of `replenish start`, 10 tasks", board, complete));
    all.addAll(withEarlierVersion("`replenish plan`, 10 tasks", board, "plan"));
    all.add(moving(Contender.inWorkTree(Page.TEN, board, launcher, "run")));
    if (before.isPresent()) {
      all.add(moving(Contender.inWorkTree(Page.TEN + Page.BEFORE, board, earlier, "run")));
    }
    if (otherJava.isPresent()) {
      all.addAll(withOtherJava(board, otherJava.get()));
    }
    page.start(race("start", all));
  }

  /** A call that changes nothing, also with the earlier version if there is one. */
  private List<Contender> withEarlierVersion(String name, Path folder, String... command) {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.readOnly(name, folder, calling(launcher, command)));
    if (before.isPresent()) {
      contenders.add(Contender.readOnly(name + Page.BEFORE, folder, calling(earlier, command)));
    }
    return contenders;
  }

  private static String[] calling(String launcher, String... command) {
    return calling(new String[] {launcher}, command);
  }

  private static String[] calling(String[] launcher, String... command) {
    return Stream.concat(Stream.of(launcher), Stream.of(command)).toArray(String[]::new);
  }

  private void unmarked() throws IOException, InterruptedException {
    page.unmarked();
    for (Unmarked form : Unmarked.values()) {
      Path board = repositories.withFiles("unmarked-" + form.ordinal(), form::write);
      long bytes = Files.size(board.resolve("BACKLOG.md"));
      Path marked =
          repositories.withFiles(
              "marked-" + form.ordinal(),
              folder -> Boards.writeNative(folder, (int) (bytes / Boards.TASK_BYTES)));
      List<Contender> all = new ArrayList<>();
      all.add(Contender.readOnly(Page.MARKED, marked, launcher, "plan"));
      all.addAll(withEarlierVersion(Page.PLAN, board, "plan"));
      page.unmarked(form.what(), bytes, race(form.what(), all));
    }
  }

  /** Calls with another Java, whose class-data archive is made first. */
  private List<Contender> withOtherJava(Path board, Path home)
      throws IOException, InterruptedException {
    String[] call = {"env", "JAVA_HOME=" + home, launcher};
    warmUp(call);
    String java =
        ", "
            + Race.output(work, List.of(home + "/bin/java", "--version"))
                .lines()
                .findFirst()
                .orElse("");
    return List.of(
        Contender.readOnly("`replenish --version`" + java, work, calling(call, "--version")),
        moving(Contender.inWorkTree(Page.TEN + java, board, calling(call, "run"))));
  }

  /** A program of one class, which Java runs without any preparation. */
  private Contender hello(String name, String program, String code)
      throws IOException, InterruptedException {
    Path source = work.resolve(program + ".java");
    Files.writeString(source, code);
    String home = System.getProperty("java.home");
    String jar = Path.of(launcher).resolveSibling("../lib/replenish.jar").normalize().toString();
    Race.call(work, List.of(home + "/bin/javac", "-proc:none", "-cp", jar, source.toString()));
    return Contender.readOnly(
        name,
        work,
        home + "/bin/java",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        program.equals("Hello") ? work.toString() : work + ":" + jar,
        program);
  }

  private void backlog(int tasks) throws IOException, InterruptedException {
    Path board =
        repositories.withFiles("tasks" + tasks, folder -> Boards.writeNative(folder, tasks));
    List<Contender> all = new ArrayList<>();
    all.add(moving(Contender.inWorkTree(Page.RUN, board, launcher, "run")));
    all.add(moving(Contender.script(Page.SCRIPT, board, MOVE_BY_AWK)));
    all.add(Contender.script(Page.FLOOR, board, FLOOR));
    for (Peer peer : peers) {
      if (!tooSlow.contains(peer.name())) {
        Path peerBoard =
            repositories.withFiles(
                peer.program() + tasks, folder -> peer.writing().write(folder, tasks));
        Contender contender = Contender.script(peer.name(), peerBoard, peer.script());
        all.add(contender.requiringLines(peer.start(), peer.path()));
      }
    }
    Map<String, Race.Result> results = race(tasks + " tasks", all);
    page.backlog(tasks, Files.size(board.resolve("BACKLOG.md")), results, tooSlow);
    results.forEach(
        (name, result) -> {
          if (result.tooLong()) {
            tooSlow.add(name);
          }
        });
  }

  private void bigRepository() throws IOException, InterruptedException {
    Path small = repositories.withFiles("small", folder -> Boards.writeNative(folder, 10));
    Path big = repositories.big("big", files, files / 10);
    page.repository(
        files,
        race(
            files + " files",
            List.of(
                moving(
                    Contender.inBare(Page.BARE_SMALL, repositories.bare(small), launcher, "run")),
                moving(Contender.inBare(Page.BARE_BIG, repositories.bare(big), launcher, "run")),
                moving(Contender.inWorkTree(Page.TREE_BIG, big, launcher, "run")),
                Contender.script(Page.FLOOR, big, FLOOR))));
  }

  private void history() throws IOException, InterruptedException {
    Path board = repositories.history("history", commits);
    String walk = "git log --format=%H --name-only -- BACKLOG.md TODO.md >/dev/null";
    List<Contender> all = new ArrayList<>();
    all.add(Contender.readOnly(Page.WALK, board, "sh", "-c", walk));
    all.addAll(withEarlierVersion(Page.LOG, board, "log"));
    all.addAll(withEarlierVersion(Page.AUDIT, board, "audit"));
    all.addAll(withEarlierVersion(Page.SHOW, board, "show", "TASK-20260204-000001"));
    page.history(commits, race(commits + " commits", all));
  }

  private void allTasks() throws IOException, InterruptedException {
    page.allTasks();
    for (int tasks : List.of(10, 1_000, 10_000)) {
      Path board =
          repositories.withFiles("all" + tasks, folder -> Boards.writeNative(folder, tasks));
      List<Contender> all = new ArrayList<>();
      all.add(Contender.readOnly(Page.PLAN, board, launcher, "plan"));
      all.addAll(withEarlierVersion(Page.FORECAST, board, "forecast"));
      all.addAll(withEarlierVersion(Page.REPORT, board, "report"));
      all.add(Contender.readOnly(Page.REPAIR, board, launcher, "repair", "--dry-run"));
      page.allTasks(tasks, race("all of " + tasks + " tasks", all));
    }
  }

  private static Contender moving(Contender contender) {
    return contender.requiringLines("## task_begin", "TODO.md");
  }

  private Map<String, Race.Result> race(String what, List<Contender> contenders)
      throws IOException, InterruptedException {
    System.err.println("Measuring " + what + "...");
    return Race.run(contenders, runs);
  }
}
