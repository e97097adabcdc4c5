package dev.replenish.git;

import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The moment in which a branch moves, and what has to stand before it (CONTRIBUTING.md, "A commit,
 * step by step"): the journal, then the locks of the branch, then the new index.
 */
final class CommitPoint {
  private final Repository git;
  private final Layout layout;
  private final Knobs knobs;
  private final Tip tip;
  private final @Nullable WorkTree workTree;
  private final @Nullable Locks locks;
  private boolean published;

  /**
   * The move of the branch of {@code tip} away from it.
   *
   * @param workTree the one that shows the branch, or null
   * @param locks those that hold its index, or null without one
   */
  CommitPoint(
      Repository git,
      Layout layout,
      Knobs knobs,
      Tip tip,
      @Nullable WorkTree workTree,
      @Nullable Locks locks) {
    this.git = git;
    this.layout = layout;
    this.knobs = knobs;
    this.tip = tip;
    this.workTree = workTree;
    this.locks = locks;
  }

  /** All that a run may lock. */
  static Locks locks(Layout layout, Tip tip) {
    SharedPermissions shared = layout.shared(); // first: it may be refused
    Locks locks =
        Locks.of(
            layout.commonDir(),
            indexLock(layout),
            RefMove.branchLock(layout, tip.branch()),
            RefMove.headLock(layout));
    locks.share(shared);
    return locks;
  }

  static Path indexLock(Layout layout) {
    return layout.index().resolveSibling(layout.index().getFileName() + ".lock");
  }

  /** Moves the branch to a commit, or leaves everything as it was. */
  void move(CommitWriter.Written written, Tip next, List<String> paths, String message) {
    Locks taken = locks == null ? locks(layout, tip) : locks;
    RefMove move = new RefMove(git, layout, tip, taken);
    try {
      knobs.probe.reached(Knobs.Step.OBJECTS_WRITTEN);
      if (workTree != null) {
        workTree.requireClean(workTree.readIndex(), tip, paths, true);
        writeJournal(workTree, written, paths);
      }
      move.lock(knobs.patience);
      knobs.probe.reached(Knobs.Step.BRANCH_LOCKED);
      if (workTree != null) {
        publish(workTree, next, paths);
      }
      move.to(written, subject(message));
    } catch (IOException e) {
      throw notMoved(move, written, paths, Refusals.io("can't prepare the commit", e));
    } catch (Refusal e) {
      throw notMoved(move, written, paths, e);
    } finally {
      move.unlock();
      if (locks == null) {
        taken.close();
      }
    }
  }

  /** What to say of a commit that failed; the index must not show that it had been made. */
  private Refusal notMoved(
      RefMove move, CommitWriter.Written written, List<String> paths, Refusal refusal) {
    String kept = "";
    if (move.isUnknown()) {
      kept = "Whether the commit " + written.id().name() + " is made is not known";
    } else if (workTree != null && !takeBack(workTree, paths)) {
      kept = "The branch has not moved";
    }
    Problem problem = refusal.problem();
    return kept.isEmpty()
        ? refusal
        : new Problem(
                problem.code(),
                problem.message(),
                problem.where(),
                kept + "; the next run puts index and files right.",
                problem.next())
            .refusal(refusal);
  }

  private static String subject(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private void writeJournal(WorkTree files, CommitWriter.Written written, List<String> paths)
      throws IOException {
    Holder holder = Holder.current(files.nonce());
    new Journal(holder, tip.branch(), tip.commitId(), written.id(), paths)
        .write(layout.gitDir(), layout.shared());
    knobs.probe.reached(Knobs.Step.JOURNAL_WRITTEN);
  }

  /**
   * Shows the commit in the index before the branch moves: `git commit` reads HEAD first and then
   * the index, so that whoever sees the new commit can't take its files back by an old index.
   */
  private void publish(WorkTree files, Tip next, List<String> paths) throws IOException {
    if (locks == null || !locks.holds(indexLock(layout))) {
      throw Refusals.locked(indexLock(layout), "somebody else: ours was removed by force");
    }
    IndexFile index = files.readIndex();
    for (String path : paths) {
      files.followIndex(index, next, path);
    }
    published = true;
    files.write(index);
    knobs.probe.reached(Knobs.Step.INDEX_PUBLISHED);
  }

  /** Puts the index right where the branch has not moved; whether that came to its end. */
  private boolean takeBack(WorkTree files, List<String> paths) {
    try {
      if (published) {
        IndexFile index = files.readIndex();
        for (String path : paths) {
          files.followIndex(index, tip, path);
        }
        files.write(index);
      }
      Journal.delete(layout.gitDir());
      return true;
    } catch (IOException | Refusal e) {
      return false; // the journal stays
    } finally {
      files.forgetIndex();
    }
  }
}
