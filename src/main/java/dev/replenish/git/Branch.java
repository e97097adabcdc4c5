package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Branches: which one is meant, and the compare-and-swap that is the commit point. */
final class Branch {
  private static final long POLL_MILLIS = 20;

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

  /** Moves the branch from {@code tip} to {@code to}, or refuses if it has moved meanwhile. */
  static void move(
      Repository git, Tip tip, CommitWriter.Written to, String subject, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        RefUpdate.Result result = tryMove(git, tip, to, subject);
        switch (result) {
          case FORCED, FAST_FORWARD, NEW -> {
            return;
          }
          case LOCK_FAILURE -> {
            // Also where it is at our very commit: then another run made the same one first.
            requireUnmoved(git, tip);
            if (System.nanoTime() - end > 0) {
              throw Refusals.locked(
                  git.getCommonDirectory().toPath().resolve(tip.branch() + ".lock"),
                  "another Git process");
            }
            Thread.sleep(POLL_MILLIS);
          }
          default -> throw new IOException("updating " + tip.branch() + " failed: " + result);
        }
      }
    } catch (IOException e) {
      throw Refusals.io("can't move the branch", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusals.io("can't move the branch", new IOException("interrupted"));
    }
  }

  private static RefUpdate.Result tryMove(
      Repository git, Tip tip, CommitWriter.Written to, String subject) throws IOException {
    try {
      return update(git, tip, to, subject).forceUpdate();
    } catch (IOException e) {
      if (isAt(git, tip.branch(), to.id())) {
        return RefUpdate.Result.FORCED; // it came after the branch had moved
      }
      throw e;
    }
  }

  private static RefUpdate update(Repository git, Tip tip, CommitWriter.Written to, String subject)
      throws IOException {
    RefUpdate update = git.updateRef(tip.branch());
    update.setExpectedOldObjectId(tip.commitId());
    update.setNewObjectId(to.id());
    update.setRefLogMessage(reason(subject), false);
    update.setRefLogIdent(
        new PersonIdent(
            to.committer().name(),
            to.committer().email(),
            to.when().toInstant(),
            to.when().getOffset()));
    return update;
  }

  private static String reason(String subject) {
    return "replenish: " + subject;
  }

  /**
   * Adds the line that {@code git reflog} shows for HEAD. Not through JGit, which would write it to
   * the main work tree's log when this is a linked one.
   */
  static void logHead(Layout layout, Tip before, CommitWriter.Written to, String subject) {
    String who = to.committer().at(to.when());
    String line =
        before.commit() + " " + to.id().name() + " " + who + "\t" + reason(subject) + "\n";
    try {
      new RefFiles(layout).logHead(line);
    } catch (IOException e) {
      // The branch's own log has it; a missing line here is no reason to fail after the commit.
    }
  }

  private static boolean isAt(Repository git, String branch, ObjectId id) throws IOException {
    Ref ref = git.exactRef(branch);
    return ref != null && id.equals(ref.getObjectId());
  }

  private static void requireUnmoved(Repository git, Tip tip) throws IOException {
    if (!isAt(git, tip.branch(), tip.commitId())) {
      throw Problem.of(
              ErrorCode.CONFLICT,
              Repository.shortenRefName(tip.branch()) + " has moved on meanwhile",
              "Run it again; it plans anew on the new tip.")
          .refusal();
    }
  }
}
