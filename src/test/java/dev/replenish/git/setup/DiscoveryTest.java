package dev.replenish.git.setup;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.git.GitSandbox;
import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a repository is found, as {@code git rev-parse} finds it. */
class DiscoveryTest extends GitTest {

  private void assertAsGit(Path folder) {
    GitSandbox sandbox = box.at(folder);
    try (Repo repo = open(folder)) {
      assertEquals(
          sandbox.git("rev-parse", "--show-toplevel").strip(),
          repo.workTree().orElseThrow().toString());
      String prefix = sandbox.git("rev-parse", "--show-prefix").strip();
      assertEquals(prefix, repo.prefix().isEmpty() ? "" : repo.prefix() + "/");
    }
  }

  @Test
  void repositoryIsFoundFromASubfolder() throws IOException {
    assertAsGit(Files.createDirectories(box.root().resolve("a/b c/ü")));
    assertAsGit(box.root());
  }

  @Test
  void repositoryIsFoundThroughASymbolicLink() throws IOException {
    Path link = Files.createSymbolicLink(tmp.toRealPath().resolve("link"), box.root());
    assertAsGit(link.resolve("src"));
  }

  @Test
  void gitDirAloneIsUsed() {
    box.env().put("GIT_DIR", box.root().resolve(".git").toString());
    assertAsGit(box.root().resolve("src"));
  }

  @Test
  void gitDirAndWorkTreeAreUsed() throws IOException {
    Path tree = Files.createDirectories(tmp.toRealPath().resolve("elsewhere/sub"));
    box.env().put("GIT_DIR", box.root().resolve(".git").toString());
    box.env().put("GIT_WORK_TREE", tree.getParent().toString());
    assertAsGit(tree);
  }

  @Test
  void relativeGitDirIsUsed() {
    box.env().put("GIT_DIR", "../.git");
    box.env().put("GIT_WORK_TREE", "..");
    assertAsGit(box.root().resolve("src"));
  }

  @Test
  void configuredWorkTreeIsUsed() throws IOException {
    Path tree = Files.createDirectories(tmp.toRealPath().resolve("tree"));
    box.git("config", "core.worktree", tree.toString());
    try (Repo repo = open()) {
      assertEquals(Optional.of(tree), repo.workTree());
      assertEquals("", repo.prefix());
    }
  }

  @Test
  void ceilingEndsTheSearch() throws IOException {
    Path deep = Files.createDirectories(box.root().resolve("a/b"));
    box.env().put("GIT_CEILING_DIRECTORIES", box.root().resolve("a").toString());
    assertEquals(128, box.at(deep).tryGit("rev-parse").code());
    refused(REPOSITORY_STATE, () -> open(deep));
    box.env().put("GIT_CEILING_DIRECTORIES", box.root().getParent().toString());
    assertAsGit(deep);
  }

  @Test
  void invalidGitFileIsRefused() throws IOException {
    Path broken = Files.createDirectories(box.root().resolve("broken"));
    Files.writeString(broken.resolve(".git"), "gitdir: nowhere\n");
    refused(REPOSITORY_STATE, () -> open(broken));
    Files.writeString(broken.resolve(".git"), "nonsense\n");
    refused(REPOSITORY_STATE, () -> open(broken));
  }

  @Test
  void separateGitDirectoryIsUsed() throws IOException {
    GitSandbox apart =
        GitSandbox.create(tmp, "apart", "--separate-git-dir=" + tmp.toRealPath().resolve("store"));
    apart.write(TODO, "zero\n").write(BACKLOG, "one\ntwo\n").commitAll("begin");
    assertAsGit(apart.root());
    replenish(apart.root());
    assertEquals("", apart.git("status", "--porcelain"));
  }

  @Test
  void linkedWorkTreeOfABareRepositoryIsUsed() throws IOException {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    Path linked = tmp.toRealPath().resolve("linked");
    box.at(bare).git("worktree", "add", "-q", linked.toString(), "main");
    assertAsGit(linked);
    replenish(linked);
    assertEquals("", box.at(linked).git("status", "--porcelain"));
    refused(REPOSITORY_STATE, () -> replenish(bare));
  }

  @Test
  void hooksThatWillNotRunAreNamedInANotice() throws IOException {
    assertEquals(0, open().notices().size());
    Path hook = box.root().resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\nexit 1\n");
    assertEquals(0, open().notices().size());
    hook.toFile().setExecutable(true);
    assertContains("The hook pre-commit in ", open().notices().get(0));
    replenish();
    box.write("hooks/commit-msg", "")
        .root()
        .resolve("hooks/commit-msg")
        .toFile()
        .setExecutable(true);
    box.write("hooks/post-commit", "")
        .root()
        .resolve("hooks/post-commit")
        .toFile()
        .setExecutable(true);
    box.git("config", "core.hooksPath", "hooks");
    assertContains("The hooks commit-msg, post-commit in ", open().notices().get(0));
  }
}
