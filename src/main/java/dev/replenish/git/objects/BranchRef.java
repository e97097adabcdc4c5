package dev.replenish.git.objects;

import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.OperationGuard;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Resolves branches; {@link RefUpdate} moves them. */
public final class BranchRef {
  private BranchRef() {}

  /** The tip of the branch that {@code ref} names, else of the one that is checked out. */
  public static CommitTree tip(Repository git, Layout layout, Optional<String> ref) {
    try {
      return ref.isPresent() ? named(git, ref.get()) : head(git, layout);
    } catch (IOException e) {
      throw GitProblems.io("can't read the branches", e);
    }
  }

  private static CommitTree head(Repository git, Layout layout) throws IOException {
    Ref head = git.exactRef(Constants.HEAD);
    if (head == null || !head.isSymbolic()) {
      if (layout.workTree() != null) {
        OperationGuard.requireIdle(layout.gitDir()); // a rebase detaches HEAD: report the rebase
      }
      throw GitProblems.state(
          "HEAD is detached: no branch is checked out",
          "Check one out with `git switch <branch>`, or name one with --ref.");
    }
    Ref leaf = head.getLeaf();
    if (leaf.getObjectId() == null) {
      throw GitProblems.state(
          "branch " + Repository.shortenRefName(leaf.getName()) + " has no commit yet",
          layout.workTree() == null
              ? "Push a commit to it, or name another branch with --ref."
              : "Make the first commit with `git commit`.");
    }
    return CommitTree.of(git, leaf.getName(), leaf.getObjectId());
  }

  /** The commit that is checked out, with HEAD detached or not; empty before the first commit. */
  public static Optional<CommitTree> head(Repository git) {
    try {
      Ref head = git.exactRef(Constants.HEAD);
      if (head == null || head.getLeaf().getObjectId() == null) {
        return Optional.empty();
      }
      String branch = head.isSymbolic() ? head.getLeaf().getName() : "";
      return Optional.of(CommitTree.of(git, branch, head.getLeaf().getObjectId()));
    } catch (IOException e) {
      throw GitProblems.io("can't read HEAD", e);
    }
  }

  private static CommitTree named(Repository git, String name) throws IOException {
    String full = fullName(name);
    if (!Repository.isValidRefName(full)) {
      throw notABranch(name);
    }
    Ref ref = git.exactRef(full);
    if (ref != null && ref.getLeaf().getObjectId() != null) {
      return CommitTree.of(git, ref.getLeaf().getName(), ref.getLeaf().getObjectId());
    }
    if (isRevision(git, name)) {
      throw notABranch(name);
    }
    throw GitProblems.state(
        "there is no branch '" + name + "'", "`git branch` lists the branches.");
  }

  private static boolean isRevision(Repository git, String name) throws IOException {
    try {
      return git.resolve(name) != null;
    } catch (AmbiguousObjectException e) {
      return true;
    }
  }

  private static ProblemException notABranch(String name) {
    return GitProblems.usage(
        "'" + name + "' is not a branch",
        "Name a branch, such as main; tags, remote branches and commit ids can't be committed to.");
  }

  /** The full name of the branch that {@code --ref} names. */
  public static String fullName(String name) {
    if (name.startsWith(Constants.R_HEADS)) {
      return name;
    }
    if (name.equals(Constants.HEAD) || name.startsWith(Constants.R_REFS)) {
      throw notABranch(name);
    }
    return Constants.R_HEADS + name;
  }

  /** The full name of the branch that HEAD points to, or null if it is detached. */
  public static @Nullable String checkedOut(Repository git) {
    try {
      Ref head = git.exactRef(Constants.HEAD);
      return head != null && head.isSymbolic() ? head.getLeaf().getName() : null;
    } catch (IOException e) {
      throw GitProblems.io("can't read HEAD", e);
    }
  }
}
