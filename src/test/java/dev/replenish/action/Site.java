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

/** A repository on a server, a user's clone of it, and runners that check it out. */
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
  private final GitSandbox userClone;
  private final GitSandbox server;
  private int runs;

  private Site(Path tmp, GitSandbox userClone, GitSandbox server) {
    this.tmp = tmp;
    this.userClone = userClone;
    this.server = server;
  }

  /** A server whose branch main holds one board. */
  static Site with(Path tmp, String backlog) {
    GitSandbox userClone = GitSandbox.create(tmp);
    userClone.commitAll("begin");
    userClone.write("BACKLOG.md", backlog).commitAll("plan");
    userClone.git("clone", "-q", "--bare", ".", "../server.git");
    userClone.git("remote", "add", "origin", "../server.git");
    userClone.git("fetch", "-q");
    userClone.git("branch", "-q", "-u", "origin/main");
    return new Site(tmp, userClone, userClone.at(userClone.root().resolveSibling("server.git")));
  }

  /** A group of tasks. */
  static String group(String type, String priority, String... tasks) {
    String tags = "[type:" + type + "][priority:" + priority + "]";
    return "## group_begin " + tags + "\n\n" + String.join("", tasks) + "## group_end\n\n";
  }

  /** A ready task of type dev and priority high. */
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

  /** The user's clone, on the newest main. */
  GitSandbox userClone() {
    userClone.git("switch", "-q", "main");
    userClone.git("pull", "-q", "--ff-only");
    return userClone;
  }

  /** The commit that a branch of the server points to. */
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

  /** Checks out main as {@code actions/checkout} does; of its inputs, only the depth is used. */
  void checkout(Path folder, Map<String, String> with) {
    GitSandbox checkout = userClone.at(folder);
    checkout.git("init", "-q", "-b", "main");
    checkout.git("remote", "add", "origin", "file://" + server.root());
    String depth = with.getOrDefault("fetch-depth", "1");
    String main = "+" + tip("main") + ":refs/remotes/origin/main";
    checkout.git(
        "fetch",
        "-q",
        "--no-tags",
        "--prune",
        depth.equals("0") ? "--progress" : "--depth=" + depth,
        "origin",
        main);
    checkout.git("checkout", "-q", "--force", "-B", "main", "refs/remotes/origin/main");
  }

  /** Copies what the action runs, without its source, into a folder, as a runner unpacks it. */
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
