package dev.replenish.git;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static dev.replenish.board.ErrorCode.USAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.objects.CommitTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every state that a run refuses: the pre-flight check and the run report it and change nothing.
 */
class RefusalTest extends GitTest {

  @Test
  void missingRepositoryIsRefused() {
    Problem problem = refused(REPOSITORY_STATE, () -> open(box.root().getParent()));
    assertContains("not a git repository", problem.message());
  }

  @Test
  void missingFolderIsRefused() {
    refused(USAGE, () -> open(box.root().resolve("nowhere")));
  }

  @Test
  void stagedFileIsRefused() throws IOException {
    box.write(TODO, "staged\n").git("add", TODO);
    assertContains("TODO.md has staged changes", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void stagedFileWithTheOldWorkFileIsRefused() throws IOException {
    box.write(TODO, "staged\n").git("add", TODO);
    box.write(TODO, "zero\n");
    assertContains("TODO.md has staged changes", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  /** Committing it would revert the last commit; the advice repairs the state instead. */
  @Test
  void committingAnOlderVersionIsNotAdvised() throws IOException {
    String old = box.git("rev-parse", "--short=7", "HEAD").strip();
    replenish();
    box.git("restore", "--source=HEAD~", "--staged", "--worktree", BACKLOG, TODO);
    Problem problem = refusedByCheckAndRun(REPOSITORY_STATE);
    assertContains("as in " + old, problem.message());
    assertFalse(problem.next().contains("Commit that"), problem.next());
    runAdvice(problem.next());
    assertEquals("", box.git("status", "--porcelain"));
    assertEquals("two\n", box.read(BACKLOG));
  }

  @Test
  void adviceRepairsAStaleIndexWithoutTouchingAnEdit() throws IOException {
    replenish();
    box.git("read-tree", "HEAD~");
    box.write(TODO, "my own words\n");
    Problem problem = refusedByCheckAndRun(REPOSITORY_STATE);
    assertFalse(problem.next().contains("Commit that"), problem.next());
    runAdvice(problem.next());
    assertEquals(" M TODO.md\n", box.git("status", "--porcelain"));
    assertEquals("my own words\n", box.read(TODO));
  }

  @Test
  void deletingAFileMissingInAnOlderCommitIsNotAdvised() throws IOException {
    box.write("notes/TODO.md", "new\n").commitAll("new");
    box.git("rm", "-q", "--cached", "notes/TODO.md");
    try (Repo repo = open()) {
      CommitTree tip = repo.tip(Optional.empty());
      Problem problem =
          refused(REPOSITORY_STATE, () -> repo.requireReady(tip, List.of("notes/TODO.md")));
      assertContains("is staged for deletion (as in ", problem.message());
      runAdvice(problem.next());
      repo.requireReady(tip, List.of("notes/TODO.md"));
    }
  }

  private void runAdvice(String next) {
    String command = next.substring(next.indexOf('`') + 1);
    command = command.substring(0, command.indexOf('`')).replace("'", "");
    List<String> words = List.of(command.split(" "));
    box.git(words.subList(1, words.size()).toArray(new String[0]));
  }

  @Test
  void dryRunNeedsNoWritableFolder() {
    assumeFalse("root".equals(System.getProperty("user.name")));
    assertTrue(box.root().toFile().setWritable(false));
    try (Repo repo = open()) {
      repo.requireReady(repo.tip(Optional.empty()), BOARD);
    } finally {
      box.root().toFile().setWritable(true);
    }
  }

  @Test
  void unreadableFileIsAnIoError() {
    assumeFalse("root".equals(System.getProperty("user.name")));
    box.root().resolve(TODO).toFile().setReadable(false);
    try (Repo repo = open()) {
      Problem problem = refused(ErrorCode.IO, () -> repo.workFiles().orElseThrow().read(TODO));
      assertContains("can't read TODO.md", problem.message());
    }
  }

  @Test
  void allModifiedFilesAreNamed() throws IOException {
    box.write(TODO, "changed\n").write(BACKLOG, "changed\n");
    Problem problem = refusedByCheckAndRun(REPOSITORY_STATE);
    assertEquals(
        "BACKLOG.md has changes that are not committed; TODO.md has changes that are not committed",
        problem.message());
    assertContains("git stash push --include-untracked -- 'BACKLOG.md' 'TODO.md'", problem.next());
  }

  @Test
  void deletedFileIsRefused() throws IOException {
    Files.delete(box.root().resolve(TODO));
    assertContains(
        "TODO.md is deleted in the work tree", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void fileStagedForDeletionIsRefused() throws IOException {
    box.git("rm", "-q", "--cached", TODO);
    assertContains(
        "TODO.md is staged for deletion", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void missingIndexIsRefused() throws IOException {
    Files.delete(box.root().resolve(".git/index"));
    assertContains("staged for deletion", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void untrackedFileInTheWayIsRefused() throws IOException {
    box.git("rm", "-q", TODO);
    box.commitAll("no todo");
    box.write(TODO, "mine\n");
    assertContains(
        "TODO.md is in the work tree, but not in Git",
        refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void ignoredFileInTheWayIsRefused() throws IOException {
    box.git("rm", "-q", TODO);
    box.write(".gitignore", "TODO.md\n").commitAll("no todo");
    box.write(TODO, "mine\n");
    assertContains("TODO.md is in the work tree", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void addedFileInTheWayIsRefused() throws IOException {
    box.git("rm", "-q", TODO);
    box.commitAll("no todo");
    box.write(TODO, "mine\n").git("add", TODO);
    assertContains("TODO.md is staged", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void intentToAddIsRefused() throws IOException {
    box.git("rm", "-q", TODO);
    box.commitAll("no todo");
    box.write(TODO, "mine\n").git("add", "-N", TODO);
    assertContains("--intent-to-add", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void changedFileModeIsRefused() throws IOException {
    box.root().resolve(TODO).toFile().setExecutable(true);
    assertContains("changed file mode", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void changedFileModeIsAcceptedIfGitIgnoresModes() throws IOException {
    box.git("config", "core.fileMode", "false");
    box.root().resolve(TODO).toFile().setExecutable(true);
    replenish();
    assertContains("100644", box.git("ls-tree", "HEAD", TODO));
  }

  @Test
  void assumeUnchangedDoesNotHideAnEdit() throws IOException {
    box.git("update-index", "--assume-unchanged", TODO);
    box.write(TODO, "edited\n");
    assertContains("TODO.md has changes", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  private void createConflict() {
    box.git("switch", "-q", "-c", "side");
    box.write(TODO, "side\n").commitAll("side");
    box.git("switch", "-q", "main");
    box.write(TODO, "main\n").commitAll("main");
  }

  @Test
  void mergeInProgressIsRefused() throws IOException {
    createConflict();
    box.tryGit("merge", "side");
    Problem problem = refusedByCheckAndRun(REPOSITORY_STATE);
    assertContains("a merge is in progress", problem.message());
    assertContains("git merge --abort", problem.next());
  }

  @Test
  void conflictEntriesAloneAreRefused() throws IOException {
    createConflict();
    box.tryGit("merge", "side");
    Files.delete(box.root().resolve(".git/MERGE_HEAD"));
    assertContains("TODO.md has conflicts", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @ParameterizedTest
  @CsvSource({"--merge,a rebase", "--apply,a rebase"})
  void rebaseInProgressIsRefused(String backend, String operation) throws IOException {
    createConflict();
    box.tryGit("rebase", backend, "side");
    assertContains(operation + " is in progress", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void branchUnderRebaseIsRefused() {
    createConflict();
    box.tryGit("rebase", "side");
    Problem problem =
        refused(
            REPOSITORY_STATE,
            () -> {
              try (Repo repo = open()) {
                repo.begin(Optional.of("main"));
              }
            });
    assertContains("checked out in the work tree", problem.message());
  }

  @Test
  void cherryPickInProgressIsRefused() throws IOException {
    createConflict();
    box.tryGit("cherry-pick", "side");
    assertContains(
        "a cherry-pick is in progress", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void revertInProgressIsRefused() throws IOException {
    box.write(TODO, "a\n").commitAll("a");
    box.write(TODO, "b\n").commitAll("b");
    box.tryGit("revert", "--no-edit", "HEAD~");
    assertContains("a revert is in progress", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void bisectInProgressIsRefused() throws IOException {
    box.git("bisect", "start");
    assertContains("a bisect is in progress", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void operationInTheMainWorkTreeDoesNotAffectALinkedOne() throws IOException {
    Path linked = tmp.toRealPath().resolve("linked");
    box.git("worktree", "add", "-q", "-b", "other", linked.toString());
    box.git("bisect", "start");
    replenish(linked);
    box.git("bisect", "reset");
    box.at(linked).git("bisect", "start");
    refused(REPOSITORY_STATE, () -> replenish(linked));
  }

  @Test
  void unbornBranchIsRefused() {
    GitSandbox empty = GitSandbox.create(tmp, "empty");
    Problem problem = refused(REPOSITORY_STATE, () -> replenish(empty.root()));
    assertContains("branch main has no commit yet", problem.message());
    try (Repo repo = open(empty.root())) {
      empty.write("docs/TODO.md", "x");
      assertEquals(List.of("docs"), repo.workFiles().orElseThrow().folders(""));
    }
  }

  @Test
  void detachedHeadIsRefused() throws IOException {
    box.git("switch", "-q", "--detach");
    assertContains("HEAD is detached", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void bareRepositoryWithoutItsBranchIsRefused() throws IOException {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    box.at(bare).git("symbolic-ref", "HEAD", "refs/heads/none");
    Problem problem = refused(REPOSITORY_STATE, () -> replenish(bare));
    assertContains("--ref", problem.next());
  }

  @Test
  void unknownBranchIsRefused() {
    refused(REPOSITORY_STATE, () -> open().tip(Optional.of("none")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "refs/tags/v1", "HEAD", "HEAD~0", "refs/remotes/origin/main"})
  void refThatIsNoBranchIsRefused(String ref) {
    box.git("tag", "v1");
    refused(USAGE, () -> open().tip(Optional.of(ref)));
  }

  @Test
  void commitIdIsRefusedAsABranch() {
    String id = box.git("rev-parse", "HEAD").strip();
    refused(USAGE, () -> open().tip(Optional.of(id)));
  }

  @Test
  void branchOfAnotherWorkTreeIsRefused() throws IOException {
    Path linked = tmp.toRealPath().resolve("linked");
    box.git("worktree", "add", "-q", "-b", "side", linked.toString());
    Problem problem = refused(REPOSITORY_STATE, () -> open().begin(Optional.of("side")));
    assertContains(linked.toString(), problem.message());
    refused(
        REPOSITORY_STATE,
        () -> {
          try (Repo repo = open()) {
            repo.requireReady(repo.tip(Optional.of("side")), BOARD);
          }
        });
    Problem back = refused(REPOSITORY_STATE, () -> open(linked).begin(Optional.of("main")));
    assertContains(box.root().toString(), back.message());
  }

  @Test
  void branchOfTheWorkTreeIsRefusedInsideTheGitDirectory() {
    refused(REPOSITORY_STATE, () -> open(box.root().resolve(".git")).begin(Optional.empty()));
  }
}
