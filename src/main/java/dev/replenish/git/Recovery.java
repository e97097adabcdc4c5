package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import dev.replenish.git.WorkTree.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Finishes a run that was killed after its commit: the branch has moved, but the index or the work
 * files still show the commit before. Found by the journal, or, if that is lost too, by a tip that
 * is ours above an index that is exactly its parent's.
 */
final class Recovery {
  private static final String TRAILER = "\nReplenish-Board: ";
  private static final int MOST_PATHS = 256;

  private final Layout layout;
  private final Repository git;
  private final WorkTree workTree;
  private final Tip tip;
  private final IndexFile index;
  private final List<String> forward = new ArrayList<>();
  private final List<String> indexOnly = new ArrayList<>();
  private final List<String> edited = new ArrayList<>();

  private Recovery(Layout layout, Repository git, WorkTree workTree, Tip tip) {
    this.layout = layout;
    this.git = git;
    this.workTree = workTree;
    this.tip = tip;
    this.index = workTree.readIndex();
  }

  /** Looks for what an interrupted run left; changes nothing. */
  static Recovery find(Layout layout, Repository git, WorkTree workTree, Tip tip) {
    Recovery found = new Recovery(layout, git, workTree, tip);
    Journal journal = Journal.read(layout.gitDir());
    if (journal == null) {
      found.lookWithoutJournal();
    } else if (!journal.holder().isGone() && !journal.holder().isSelf()) {
      throw Refusals.locked(Journal.file(layout.gitDir()), journal.holder().toString());
    } else if (journal.branch().equals(tip.branch()) && journal.after().equals(tip.commitId())) {
      found.look(Tip.of(git, tip.branch(), journal.before()), journal.paths());
    }
    return found;
  }

  private void look(Tip before, List<String> paths) {
    for (String path : paths) {
      Tip.Entry from = before.entry(path);
      Tip.Entry to = tip.entry(path);
      Stand staged = workTree.indexStand(index, path, from, to);
      Stand file = workTree.fileStand(index, tip, path, from, to);
      if (staged == Stand.OTHER || file == Stand.OTHER) {
        edited.add(path);
        if (staged == Stand.BEFORE) {
          indexOnly.add(path); // else the next `git commit` would take the commit back
        }
      } else if (staged == Stand.BEFORE || file == Stand.BEFORE) {
        forward.add(path);
      }
    }
  }

  private void lookWithoutJournal() {
    ObjectId parent = parentOfOurs();
    if (parent == null || !indexIsOlder()) {
      return;
    }
    Tip before = Tip.of(git, tip.branch(), parent);
    try {
      List<String> paths = TreeDiff.files(git, before.treeId(), tip.treeId(), MOST_PATHS);
      // Without a journal it must be all or nothing: else it is somebody's own edit.
      if (paths.size() < MOST_PATHS && paths.stream().allMatch(p -> isBefore(before, p))) {
        forward.addAll(paths);
      }
    } catch (Refusal e) {
      // Paths that are no plain files: not a commit of ours, whatever it says.
    } catch (IOException e) {
      throw Refusals.io("can't compare " + parent.name() + " with its successor", e);
    }
  }

  private boolean isBefore(Tip before, String path) {
    Tip.Entry from = before.entry(path);
    Tip.Entry to = tip.entry(path);
    return to != null
        && workTree.indexStand(index, path, from, to) == Stand.BEFORE
        && workTree.fileStand(index, tip, path, from, to) == Stand.BEFORE;
  }

  private @Nullable ObjectId parentOfOurs() {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit commit = walk.parseCommit(tip.commitId());
      boolean ours = commit.getParentCount() == 1 && commit.getFullMessage().contains(TRAILER);
      return ours ? commit.getParent(0).toObjectId() : null;
    } catch (IOException e) {
      throw Refusals.io("can't read the commit " + tip.commit(), e);
    }
  }

  private boolean indexIsOlder() {
    try {
      Path log = layout.commonDir().resolve("logs").resolve(tip.branch());
      Path ref = layout.commonDir().resolve(tip.branch());
      Path moved = Files.exists(log) ? log : ref;
      return Files.exists(moved)
          && Files.getLastModifiedTime(layout.index()).compareTo(Files.getLastModifiedTime(moved))
              < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The files that {@link #run} would bring forward. */
  List<String> paths() {
    return List.copyOf(forward);
  }

  /** Does it, under the index lock, and says so. */
  List<String> run() {
    List<String> notices = new ArrayList<>();
    try {
      for (String path : forward) {
        workTree.follow(index, tip, path);
        workTree.sweep(path);
      }
      for (String path : indexOnly) {
        workTree.followIndex(index, tip, path);
      }
      if (!forward.isEmpty() || !indexOnly.isEmpty()) {
        workTree.write(index);
      }
      if (!forward.isEmpty()) {
        notices.add(
            "An earlier run was interrupted after its commit "
                + tip.commit().substring(0, 10)
                + "; finished it in "
                + String.join(", ", forward)
                + ".");
      }
    } catch (IOException e) {
      throw unfinished(tip.commit(), Refusals.reason(e), e);
    }
    for (String path : edited) {
      workTree.sweep(path);
      notices.add(
          path + " was edited after an interrupted run and is left as it is; see `git diff HEAD`.");
    }
    Journal.delete(layout.gitDir());
    return notices;
  }

  /** The commit stands, but the work tree could not follow. */
  static Refusal unfinished(String commit, String reason, Exception e) {
    return new Problem(
            ErrorCode.IO,
            "can't bring the work tree to the commit: " + reason,
            null,
            "The commit " + commit + " is made.",
            "Free the disk or correct the permissions; the next run finishes the work files.")
        .refusal(e);
  }
}
