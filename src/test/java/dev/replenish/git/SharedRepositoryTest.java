package dev.replenish.git;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.replenish.git.remote.Remote;
import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that several people write to: files have the modes that Git gives them. */
@Tag("long")
class SharedRepositoryTest extends GitTest {
  private static final List<String> SETTINGS = List.of("umask", "group", "all", "0640");

  /**
   * Makes the commit of {@link OtherProcess} with git alone; the arguments are umask and
   * repositories.
   */
  private static final String BY_GIT =
      """
      umask "$1"; shift
      for repo; do
        cd "$repo"
        printf 'msg 0\\n' > ../text
        if [ -d .git ]; then
          cat ../text > TODO.md
          git add TODO.md
          git commit -q -m msg
        else
          GIT_INDEX_FILE=$PWD/../index; export GIT_INDEX_FILE
          git read-tree HEAD
          git update-index --cacheinfo "100644,$(git hash-object -w ../text),TODO.md"
          commit=$(printf 'msg\\n' | git commit-tree -p HEAD "$(git write-tree)")
          git update-ref -m 'replenish: msg' HEAD "$commit"
          unset GIT_INDEX_FILE
          rm -f ../index
        fi
      done
      """;

  /** A repository for each setting, without the folders that a commit must create. */
  private List<Path> repositories(String name, boolean bare, String logs) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String setting : SETTINGS) {
      Path repo = tmp.toRealPath().resolve(name + "-" + setting + (bare ? ".git" : ""));
      List<String> clone = new ArrayList<>(List.of("clone", "-q", "--no-hardlinks"));
      clone.addAll(List.of("-c", "core.sharedRepository=" + setting, ".", repo.toString()));
      if (bare) {
        clone.add(2, "--bare");
      }
      box.git(clone.toArray(new String[0]));
      GitSandbox sandbox = box.at(repo);
      sandbox.git("branch", "-m", "main", "team/main");
      sandbox.git("pack-refs", "--all");
      if (!logs.isEmpty()) {
        sandbox.git("config", "core.logAllRefUpdates", logs);
      }
      String folder = bare ? "." : ".git";
      OtherProcess.sh(repo, box.env(), "rm -rf \"$1\"/logs \"$1\"/index.lock", List.of(folder));
      all.add(repo);
    }
    return all;
  }

  private static List<String> paths(List<Path> repos) {
    return repos.stream().map(Path::toString).toList();
  }

  private static Map<String, String> modes(Path repo) throws IOException {
    Path git = Files.isDirectory(repo.resolve(".git")) ? repo.resolve(".git") : repo;
    Map<String, String> modes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(git)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        String name = git.relativize(each).toString();
        if (!name.startsWith("hooks") && !name.endsWith("_EDITMSG") && !name.endsWith("config")) {
          int mode = (Integer) Files.getAttribute(each, "unix:mode", LinkOption.NOFOLLOW_LINKS);
          modes.put(name, Integer.toOctalString(mode));
        }
      }
    }
    return modes;
  }

  @ParameterizedTest
  @CsvSource({"022, true, ''", "077, true, always", "077, false, ''"})
  void fileModesAreThoseOfGit(String umask, boolean bare, String logs) throws IOException {
    List<Path> byGit = repositories("git", bare, logs);
    List<Path> byReplenish = repositories("our", bare, logs);
    List<String> words = new ArrayList<>(List.of(umask));
    words.addAll(paths(byGit));
    OtherProcess.sh(tmp, box.env(), BY_GIT, words);
    List<String> java = new ArrayList<>(OtherProcess.java(Files.createDirectory(tmp.resolve("j"))));
    java.addAll(List.of(TODO, "msg", "1"));
    java.addAll(paths(byReplenish));
    OtherProcess.sh(tmp, box.env(), "umask " + umask + "; exec \"$@\"", java);
    for (int i = 0; i < byGit.size(); i++) {
      assertEquals(
          box.at(byGit.get(i)).git("rev-parse", "HEAD"),
          box.at(byReplenish.get(i)).git("rev-parse", "HEAD"));
      assertEquals(modes(byGit.get(i)), modes(byReplenish.get(i)), SETTINGS.get(i));
    }
  }

  @Test
  void fetchedPackIsShared() throws IOException {
    Path clone = tmp.toRealPath().resolve("clone");
    box.git("clone", "-q", "-c", "core.sharedRepository=0660", ".", clone.toString());
    box.write("more.txt", "more\n").commitAll("more");
    try (Repo repo = open(clone)) {
      Remote.of(
              repo,
              new Remote.Wanted(
                  Optional.empty(), Optional.empty(), Optional.empty(), message -> true))
          .fetch();
    }
    Map<String, String> modes = modes(clone);
    List<String> packs = modes.keySet().stream().filter(f -> f.contains("pack/pack-")).toList();
    assertTrue(packs.size() > 1, packs.toString());
    packs.forEach(pack -> assertEquals("100440", modes.get(pack), pack));
    assertEquals("100660", modes.get("refs/remotes/origin/main"));
    assertEquals("100660", modes.get("logs/refs/remotes/origin/main"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0060", "0460", "nobody", "09", "-"})
  void settingThatGitRefusesIsRefused(String value) throws IOException {
    box.git("config", "core.sharedRepository", value);
    box.write("x.txt", "x\n");
    assertTrue(box.tryGit("add", "x.txt").code() != 0 || value.equals("09"), value);
    Files.delete(box.root().resolve("x.txt"));
    if (value.equals("09")) {
      replenish(); // not octal: a number that is not 0, and so true
      return;
    }
    String before = snapshot();
    assertContains("core.sharedRepository", refused(REPOSITORY_STATE, () -> replenish()).message());
    assertEquals(before, snapshot());
  }

  @ParameterizedTest
  @CsvSource({
    "umask, 100444, 100444",
    "0, 42755, 42755",
    "false, 100644, 100644",
    "1, 100644, 100664",
    "yes, 100600, 100660",
    "group, 100444, 100444",
    "group, 40700, 42770",
    "2, 100600, 100664",
    "world, 100400, 100444",
    "everybody, 40700, 42775",
    "0660, 100444, 100440",
    "0660, 40755, 42770",
    "0666, 100644, 100666",
    "0644, 40700, 42755",
    "0600, 40755, 40700",
    "0777, 100644, 100666"
  })
  void modeFollowsFromTheSetting(String setting, String before, String after) {
    SharedPermissions shared = SharedPermissions.of(setting, "Linux");
    int mode = shared.mode(Integer.parseInt(before, 8));
    assertEquals(after, Integer.toOctalString(mode));
  }

  @Test
  void foldersNeedNoGroupBitOnMacOs() {
    assertEquals(0040775, SharedPermissions.of("group", "Mac OS X").mode(0040755));
    assertEquals(0042775, SharedPermissions.of("group", "Linux").mode(0040755));
  }

  /**
   * Two users of one group commit in turn, one of them with git; neither may lock the other out.
   */
  @ParameterizedTest
  @CsvSource({"022, true", "077, false"})
  void twoUsersCanCommitInTurn(String umask, boolean bare) throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can become others");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv is installed here");
    Path base = tmp.toRealPath();
    Map<String, String> env = new TreeMap<>(box.env());
    Files.writeString(base.resolve("home/.gitconfig"), "[safe]\n\tdirectory = *\n");
    OtherProcess.sh(
        base,
        env,
        "chmod 755 . repo; chown -R 61001 repo; mkdir team; chgrp 61000 team; chmod 2775 team",
        List.of());
    Path repo = base.resolve("team").resolve(bare ? "x.git" : "x");
    String ana = "setpriv --reuid=61001 --regid=61001 --groups=61000 ";
    String bob = "setpriv --reuid=61002 --regid=61002 --groups=61000 ";
    String kind = bare ? "--bare " : "";
    OtherProcess.sh(
        base,
        env,
        "umask 002; exec "
            + ana
            + "git clone -q "
            + kind
            + "-c core.sharedRepository=group repo "
            + repo,
        List.of());
    OtherProcess.sh(repo, env, "rm -rf logs .git/logs", List.of());
    List<String> java =
        new ArrayList<>(OtherProcess.java(Files.createDirectory(base.resolve("j"))));
    String run = "umask " + umask + "; exec " + ana + " \"$@\"";
    String push =
        bare
            ? "git clone -q \"$1\" \"$2\"; cd \"$2\"; for i in 1 2 3 4; do"
                + " echo $2 $i > f; git add f; git commit -q -m \"$2 $i\"; git push -q; done"
            : "cd \"$1\"; for i in 1 2 3 4; do echo $2 $i > \"f$i\"; git add f$i;"
                + " git commit -q -m \"$2 $i\"; done";
    for (int turn = 0; turn < 2; turn++) {
      List<String> words = new ArrayList<>(java);
      words.addAll(List.of(TODO, "turn " + turn, "4", repo.toString()));
      OtherProcess.sh(base, env, run, words);
      Path clone = Files.createDirectory(base.resolve("clone" + turn)).resolve("c");
      OtherProcess.sh(base, env, "chmod 777 " + clone.getParent(), List.of());
      OtherProcess.sh(
          base,
          env,
          "umask " + umask + "; exec " + bob + "sh -e -c '" + push + "' sh \"$@\"",
          List.of(repo.toString(), clone.toString()));
    }
    env.put("GIT_DIR", (bare ? repo : repo.resolve(".git")).toString());
    String count =
        OtherProcess.sh(base, env, "git fsck --strict >&2; git rev-list --count HEAD", List.of());
    assertContains("17\n", count);
  }
}
