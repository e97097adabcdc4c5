package dev.replenish.git;

import dev.replenish.board.Refusal;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Branches: which one is meant. {@link RefMove} moves them. */
final class Branch {
  private Branch() {}

  /** The tip of the branch that {@code ref} names, or of the one that is checked out. */
  static Tip tip(Repository git, Layout layout, Optional<String> ref) {
    try {
      return ref.isPresent() ? named(git, ref.get()) : head(git, layout);
    } catch (IOException e) {
      throw Refusals.io("can't read the branches", e);
    }
  }

  private static Tip head(Repository git, Layout layout) throws IOException {
    Ref head = git.exactRef(Constants.HEAD);
    if (head == null || !head.isSymbolic()) {
      if (layout.workTree() != null) {
        OperationGuard.requireIdle(layout.gitDir()); // a rebase detaches HEAD and says more
      }
      throw Refusals.state(
          "HEAD is detached: no branch is checked out",
          "Check one out with `git switch <branch>`, or name one with --ref.");
    }
    Ref leaf = head.getLeaf();
    if (leaf.getObjectId() == null) {
      throw Refusals.state(
          "branch " + Repository.shortenRefName(leaf.getName()) + " has no commit yet",
          layout.workTree() == null
              ? "Push a commit to it, or name another branch with --ref."
              : "Make the first commit with `git commit`.");
    }
    return Tip.of(git, leaf.getName(), leaf.getObjectId());
  }

  /** The commit that is checked out, on a branch or not; empty before the first one. */
  static Optional<Tip> head(Repository git) {
    try {
      Ref head = git.exactRef(Constants.HEAD);
      if (head == null || head.getLeaf().getObjectId() == null) {
        return Optional.empty();
      }
      String branch = head.isSymbolic() ? head.getLeaf().getName() : "";
      return Optional.of(Tip.of(git, branch, head.getLeaf().getObjectId()));
    } catch (IOException e) {
      throw Refusals.io("can't read HEAD", e);
    }
  }

  private static Tip named(Repository git, String name) throws IOException {
    String full = fullName(name);
    if (!Repository.isValidRefName(full)) {
      throw notABranch(name);
    }
    Ref ref = git.exactRef(full);
    if (ref != null && ref.getLeaf().getObjectId() != null) {
      return Tip.of(git, ref.getLeaf().getName(), ref.getLeaf().getObjectId());
    }
    if (isRevision(git, name)) {
      throw notABranch(name);
    }
    throw Refusals.state("there is no branch '" + name + "'", "`git branch` lists the branches.");
  }

  private static boolean isRevision(Repository git, String name) throws IOException {
    try {
      return git.resolve(name) != null;
    } catch (AmbiguousObjectException e) {
      return true;
    }
  }

  private static Refusal notABranch(String name) {
    return Refusals.usage(
        "'" + name + "' is not a branch",
        "Name a branch, such as main; tags, remote branches and commit ids can't be committed to.");
  }

  /** The full name of the branch that {@code --ref} means. */
  static String fullName(String name) {
    if (name.startsWith(Constants.R_HEADS)) {
      return name;
    }
    if (name.equals(Constants.HEAD) || name.startsWith(Constants.R_REFS)) {
      throw notABranch(name);
    }
    return Constants.R_HEADS + name;
  }

  /** The full name of the branch that HEAD leads to, or null if it is detached. */
  static @Nullable String checkedOut(Repository git) {
    try {
      Ref head = git.exactRef(Constants.HEAD);
      return head != null && head.isSymbolic() ? head.getLeaf().getName() : null;
    } catch (IOException e) {
      throw Refusals.io("can't read HEAD", e);
    }
  }
}
