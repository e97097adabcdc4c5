package dev.replenish.action;

import dev.replenish.QuickStart;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A repository on a server, people who push to it, and a runner that checks it out. */
final class Site {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));

  private static final List<String> ACTION =
      List.of(
          "action.yml",
          "bin/replenish",
          ".github/action/find-java",
          ".github/action/get-release",
          ".github/action/get-replenish",
          ".github/action/propose",
          ".github/action/refuse",
          ".github/action/report",
          ".github/action/top-up");

  private final Path tmp;
  private final GitSandbox people;
  private final GitSandbox server;
  private int runs;

  private Site(Path tmp, GitSandbox people, GitSandbox server) {
    this.tmp = tmp;
    this.people = people;
    this.server = server;
  }

  /** A server whose branch main holds one board. */
  static Site with(Path tmp, String backlog) {
    GitSandbox people = GitSandbox.create(tmp);
    people.commitAll("begin");
    people.write("BACKLOG.md", backlog).commitAll("plan");
    people.git("clone", "-q", "--bare", ".", "../server.git");
    people.git("remote", "add", "origin", "../server.git");
    people.git("fetch", "-q");
    people.git("branch", "-q", "-u", "origin/main");
    return new Site(tmp, people, people.at(people.root().resolveSibling("server.git")));
  }

  /** A group of tasks. */
  static String group(String type, String priority, String... tasks) {
    String tags = "[type:" + type + "][priority:" + priority + "]";
    return "## group_begin " + tags + "\n\n" + String.join("", tasks) + "## group_end\n\n";
  }

  /** A task of a group of dev and high that lacks nothing. */
  static String ready(String id, String title) {
    return """
    ## task_begin
    ### # [id:%s][type:dev][priority:high] %s
    **Status:** todo
    **Plan:**
    1. Begin
    2. Go on
    3. End
    **Estimated Effort:** 1 h
    **Relevant Documentation:** `docs/tea.md`
    ## task_end

    ---

    """
        .formatted(id, title);
  }

  GitSandbox server() {
    return server;
  }

  /** The clone of the people, on the newest main. */
  GitSandbox people() {
    people.git("switch", "-q", "main");
    people.git("pull", "-q", "--ff-only");
    return people;
  }

  /** What a branch of the server points to. */
  String tip(String branch) {
    return server.git("rev-parse", branch).strip();
  }

  /** A new machine with a fresh checkout of main, of depth 1, that runs this program. */
  Runner runner() {
    Runner runner = machine();
    checkout(runner.folder("work"), Map.of());
    return runner;
  }

  /** A new machine on which nothing is checked out yet. */
  Runner machine() {
    Path machine = tmp.resolve("runner" + ++runs);
    Runner runner = new Runner(machine, machine.resolve("work"));
    runner.folder("work");
    return runner
        .set("REPLENISH_JAR", System.getProperty("replenish.jar"))
        .set("REPLENISH_JAVA_OPTS", QuickStart.option());
  }

  /** As {@code actions/checkout} does it, with no more of its inputs than the depth. */
  void checkout(Path folder, Map<String, String> with) {
    GitSandbox here = people.at(folder);
    here.git("init", "-q", "-b", "main");
    here.git("remote", "add", "origin", "file://" + server.root());
    String depth = with.getOrDefault("fetch-depth", "1");
    String main = "+" + tip("main") + ":refs/remotes/origin/main";
    here.git(
        "fetch",
        "-q",
        "--no-tags",
        "--prune",
        depth.equals("0") ? "--progress" : "--depth=" + depth,
        "origin",
        main);
    here.git("checkout", "-q", "--force", "-B", "main", "refs/remotes/origin/main");
  }

  /** Puts the action into a folder, as a runner unpacks it: what it runs, without the source. */
  static void unpack(Path folder) {
    try {
      for (String file : ACTION) {
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(BASE.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the action on a new machine. */
  Runner.Result run(Map<String, String> with) {
    return run(runner(), with);
  }

  /** Runs the action on this machine. */
  static Runner.Result run(Runner runner, Map<String, String> with) {
    return runner.action(BASE, with);
  }
}
