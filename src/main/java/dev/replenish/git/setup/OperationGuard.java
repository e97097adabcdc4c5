package dev.replenish.git.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Refuses to commit during another operation, or to move a branch that another work tree uses. */
public final class OperationGuard {
  private OperationGuard() {}

  /**
   * Refuses while a merge, rebase, cherry-pick, revert or bisect is in progress in this work tree.
   */
  public static void requireIdle(Path gitDir) {
    refuse(gitDir, "rebase-merge", "a rebase", "git rebase --continue", "git rebase --abort");
    if (Files.exists(gitDir.resolve("rebase-apply/applying"))) {
      refuse(gitDir, "rebase-apply", "a git am", "git am --continue", "git am --abort");
    }
    refuse(gitDir, "rebase-apply", "a rebase", "git rebase --continue", "git rebase --abort");
    refuse(gitDir, "MERGE_HEAD", "a merge", "git merge --continue", "git merge --abort");
    refuse(
        gitDir,
        "CHERRY_PICK_HEAD",
        "a cherry-pick",
        "git cherry-pick --continue",
        "git cherry-pick --abort");
    refuse(gitDir, "REVERT_HEAD", "a revert", "git revert --continue", "git revert --abort");
    refuse(
        gitDir,
        "sequencer/todo",
        "a cherry-pick or revert of several commits",
        "git cherry-pick --continue",
        "git cherry-pick --abort");
    refuse(gitDir, "BISECT_LOG", "a bisect", "git bisect reset", "");
  }

  /** Refuses while a push is being received: its objects may still be discarded. */
  public static void requireNoQuarantine(Layout layout) {
    String folder = layout.env().getOrDefault("GIT_QUARANTINE_PATH", "");
    if (!folder.isEmpty()) {
      throw GitProblems.state(
          "a push is being received, which may still be refused (GIT_QUARANTINE_PATH is "
              + folder
              + ")",
          "Run it in the hook post-receive, after the push.");
    }
  }

  /**
   * Refuses if {@code GIT_INDEX_FILE} names another index: in a commit hook, that one is committed.
   */
  public static void requireOwnIndex(Layout layout) {
    Path foreign = layout.foreignIndex();
    if (foreign != null) {
      throw GitProblems.state(
          "GIT_INDEX_FILE names " + foreign + ", which is not the work tree's own index",
          "Run it after the commit, as in the hook post-commit, or unset"
              + " GIT_INDEX_FILE; for another repository (-C), GIT_DIR as well.");
    }
  }

  private static void refuse(Path gitDir, String file, String what, String finish, String abort) {
    if (Files.exists(gitDir.resolve(file))) {
      String or = abort.isEmpty() ? "" : " or abort it with `" + abort + "`";
      throw GitProblems.state(
          what + " is in progress", "Finish it with `" + finish + "`" + or + ".");
    }
  }

  /** Refuses if any work tree has the branch checked out, or is rebasing or bisecting it. */
  public static void requireNotCheckedOut(String branch, Path commonDir, boolean bare) {
    if (!bare) {
      refuseIfUsed(branch, commonDir, commonDir.getParent());
    }
    Path worktrees = commonDir.resolve("worktrees");
    if (!Files.isDirectory(worktrees)) {
      return;
    }
    try (DirectoryStream<Path> each = Files.newDirectoryStream(worktrees)) {
      for (Path gitDir : each) {
        refuseIfUsed(branch, gitDir, workTreeOf(gitDir));
      }
    } catch (IOException e) {
      throw GitProblems.io("can't read " + worktrees, e);
    }
  }

  private static void refuseIfUsed(String branch, Path gitDir, @Nullable Path workTree) {
    boolean used =
        branch.equals(Discovery.branchIn(gitDir.resolve("HEAD")))
            || branch.equals(line(gitDir.resolve("rebase-merge/head-name")))
            || branch.equals(line(gitDir.resolve("rebase-apply/head-name")))
            || branch.equals("refs/heads/" + line(gitDir.resolve("BISECT_START")));
    if (used) {
      throw GitProblems.state(
          "branch " + branch + " is checked out in the work tree " + workTree,
          "Run it in that folder with -C, or run `git worktree prune` if the folder is gone.");
    }
  }

  private static @Nullable Path workTreeOf(Path gitDir) {
    String dotGit = line(gitDir.resolve("gitdir"));
    return dotGit.isEmpty() ? gitDir : gitDir.resolve(dotGit).normalize().getParent();
  }

  private static String line(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file, UTF_8).strip() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
