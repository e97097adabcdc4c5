package dev.replenish.git.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations in progress in a repository, and branches that are checked out. */
class OperationGuardTest extends BareFolderTest {
  private static final String MAIN = "refs/heads/main";

  @Test
  void idleRepositoryIsAccepted() {
    OperationGuard.requireIdle(gitDir);
    OperationGuard.requireNoQuarantine(open());
    OperationGuard.requireOwnIndex(open());
  }

  @ParameterizedTest
  @CsvSource({
    "rebase-merge/done,a rebase,git rebase --continue,git rebase --abort",
    "rebase-apply/applying,a git am,git am --continue,git am --abort",
    "rebase-apply/rebasing,a rebase,git rebase --continue,git rebase --abort",
    "MERGE_HEAD,a merge,git merge --continue,git merge --abort",
    "CHERRY_PICK_HEAD,a cherry-pick,git cherry-pick --continue,git cherry-pick --abort",
    "REVERT_HEAD,a revert,git revert --continue,git revert --abort",
    "sequencer/todo,a cherry-pick or revert of several commits,"
        + "git cherry-pick --continue,git cherry-pick --abort",
  })
  void operationInProgressIsRefused(String file, String operation, String finish, String abort) {
    write(gitDir.resolve(file), "");
    assertRefused(
        operation + " is in progress",
        "Finish it with `" + finish + "` or abort it with `" + abort + "`.",
        () -> OperationGuard.requireIdle(gitDir));
  }

  @Test
  void bisectInProgressIsRefused() {
    write(gitDir.resolve("BISECT_LOG"), "");
    assertRefused(
        "a bisect is in progress",
        "Finish it with `git bisect reset`.",
        () -> OperationGuard.requireIdle(gitDir));
  }

  @Test
  void pushBeingReceivedIsRefused() {
    env.put("GIT_QUARANTINE_PATH", "/quarantine");
    Layout layout = open();
    assertRefused(
        "a push is being received, which may still be refused (GIT_QUARANTINE_PATH is"
            + " /quarantine)",
        "Run it in the hook post-receive, after the push.",
        () -> OperationGuard.requireNoQuarantine(layout));
  }

  @Test
  void otherIndexIsRefused() {
    env.put("GIT_INDEX_FILE", ".git/index");
    OperationGuard.requireOwnIndex(open());
    env.put("GIT_INDEX_FILE", ".git/next-index");
    Layout layout = open();
    assertRefused(
        "GIT_INDEX_FILE names "
            + gitDir.resolve("next-index")
            + ", which is not the work tree's own index",
        "Run it after the commit, as in the hook post-commit, or unset GIT_INDEX_FILE; for another"
            + " repository (-C), GIT_DIR as well.",
        () -> OperationGuard.requireOwnIndex(layout));
  }

  private void assertCheckedOut(String branch, Path workTree) {
    assertRefused(
        "branch " + branch + " is checked out in the work tree " + workTree,
        "Run it in that folder with -C, or run `git worktree prune` if the folder is gone.",
        () -> OperationGuard.requireNotCheckedOut(branch, gitDir, false));
  }

  private Optional<?> refusedOn(String branch, boolean bare) {
    return refusal(() -> OperationGuard.requireNotCheckedOut(branch, gitDir, bare));
  }

  @Test
  void branchOfTheWorkTreeIsRefused() {
    assertCheckedOut(MAIN, root);
    assertEquals(Optional.empty(), refusedOn("refs/heads/other", false));
    assertEquals(Optional.empty(), refusedOn(MAIN, true));
  }

  @ParameterizedTest
  @CsvSource({
    "rebase-merge/head-name,refs/heads/topic",
    "rebase-apply/head-name,refs/heads/topic",
    "BISECT_START,topic"
  })
  void branchUnderRebaseOrBisectIsRefused(String file, String text) {
    write(gitDir.resolve(file), text + "\n");
    assertCheckedOut("refs/heads/topic", root);
    assertEquals(Optional.empty(), refusedOn("refs/heads/other", false));
  }

  @Test
  void branchOfAnotherWorkTreeIsRefused() throws IOException {
    Path far = Files.createDirectories(tmp.toRealPath().resolve("far"));
    Path linked = gitDir.resolve("worktrees/far");
    write(linked.resolve("HEAD"), "ref: refs/heads/topic\n");
    assertCheckedOut("refs/heads/topic", linked);
    write(linked.resolve("gitdir"), far.resolve(".git") + "\n");
    assertCheckedOut("refs/heads/topic", far);
    write(linked.resolve("gitdir"), "../../../../far/.git\n");
    assertCheckedOut("refs/heads/topic", far);
    assertEquals(
        Optional.empty(),
        refusal(() -> OperationGuard.requireNotCheckedOut("refs/heads/other", gitDir, true)));
  }
}
